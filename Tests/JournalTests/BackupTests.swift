import Foundation
import GRDB
import Testing

@testable import Journal

@Suite("Backups") struct BackupTests {
    @Test func aBackupHoldsEverythingAndComesBack() throws {
        let folder = try TestFolder()
        let backup = folder.path + "/backup.sqlite"
        let journal = try Journal(.file(folder.file))
        let stream = try journal.begin("one")
        try journal.append(lines("first", "second"), to: stream, expecting: 0, term: 0, key: "1")
        #expect(try journal.backup(to: backup) == 1)
        #expect(try TestFolder.mode(backup) == 0o600)
        try journal.append(lines("third"), to: stream, expecting: 2, term: 0, key: "2")
        try journal.queue.close()
        let done = try Journal.restore(from: backup, to: folder.file)
        #expect(done.sessions == 1)
        #expect(try Journal(.file(folder.file)).events(of: stream, reader: "").count == 2)
        let old = try #require(done.old)
        #expect(try Journal(.file(old)).events(of: stream, reader: "").count == 3, "the old one is whole")
        #expect(try Journal(.file(backup)).events(of: stream, reader: "").count == 2, "the backup can be used again")
    }

    @Test func aFileThatIsThereIsNotWrittenOver() throws {
        let folder = try TestFolder()
        let journal = try Journal(.file(folder.file))
        let taken = folder.path + "/letter.txt"
        try Data("dear".utf8).write(to: URL(fileURLWithPath: taken))
        #expect(throws: JournalFailure.self) { try journal.backup(to: taken) }
        #expect(try String(contentsOfFile: taken, encoding: .utf8) == "dear")
    }

    @Test func whatIsNoBackupChangesNothing() throws {
        let folder = try TestFolder()
        let journal = try Journal(.file(folder.file))
        try journal.begin("mine")
        try journal.queue.close()
        let letter = folder.path + "/letter.txt"
        try Data(String(repeating: "dear ", count: 500).utf8).write(to: URL(fileURLWithPath: letter))
        let later = folder.path + "/later.sqlite"
        _ = try Journal(.file(later))
        try folder.bareConnection("later.sqlite").write { try $0.execute(sql: "PRAGMA user_version = 12") }
        for name in [letter, later, folder.path + "/nowhere"] {
            #expect(throws: JournalFailure.self) { try Journal.restore(from: name, to: folder.file) }
        }
        #expect(throws: JournalFailure.newerThanThisProgram(path: later, version: 12)) {
            try Journal.restore(from: later, to: folder.file)
        }
        #expect(try Journal(.file(folder.file)).streams(owner: "").map(\.id.rawValue) == ["mine"])
        let left = try FileManager.default.contentsOfDirectory(atPath: folder.path)
        #expect(!left.contains { $0.contains("restoring") || $0.contains(".old") })
    }
}
