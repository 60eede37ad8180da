import Foundation
import GRDB
import Testing

@testable import Journal

@Suite struct FileTests {
    @Test func theStandardPathFollowsTheXDGSpecification() {
        #expect(
            Journal.standardPath(environment: ["XDG_DATA_HOME": "/d", "HOME": "/h"]) == "/d/rapport/journal.sqlite")
        for data in [nil, "", "relative"] {
            #expect(
                Journal.standardPath(environment: ["XDG_DATA_HOME": data, "HOME": "/h"].compactMapValues(\.self))
                    == "/h/.local/share/rapport/journal.sqlite")
        }
    }

    @Test(arguments: ["0", "022", "0777"]) func nobodyElseMayReadWhateverTheUmask(umask: String) throws {
        let folder = try TestFolder()
        let file = folder.path + "/made/for you/journal.sqlite"
        let probe = try ProbeProcess("start", file, umask: umask)
        #expect(probe.remainingLines().count == 1)
        #expect(probe.status() == 0)
        #expect(try TestFolder.mode(folder.path + "/made") == 0o700)
        #expect(try TestFolder.mode(folder.path + "/made/for you") == 0o700)
        let journal = try Journal(.file(file))
        try journal.begin("a")
        for suffix in ["", "-wal", "-shm"] { #expect(try TestFolder.mode(file + suffix) == 0o600, "\(suffix)") }
        #expect(try TestFolder.mode(folder.path) == 0o755)
    }

    @Test func aFilePutBackWithWiderRightsIsClosedAgain() throws {
        let folder = try TestFolder()
        _ = try Journal(.file(folder.file))
        chmod(folder.file, 0o644)
        _ = try Journal(.file(folder.file))
        #expect(try TestFolder.mode(folder.file) == 0o600)
    }

    @Test func memoryLeavesNoFile() throws {
        let here = FileManager.default.currentDirectoryPath
        let before = try FileManager.default.contentsOfDirectory(atPath: here).sorted()
        let journal = try Journal(.memory)
        let stream = try journal.begin("a")
        let long = String(repeating: "private ", count: 200_000)
        try journal.append(lines(long), to: stream, expecting: 0, term: 0, key: "1")
        #expect(try journal.payloads(stream).count == 1)
        #expect(try FileManager.default.contentsOfDirectory(atPath: here).sorted() == before)
        #expect(try Journal(.memory).streams(owner: "").isEmpty)
    }

    /// Files that are no journals: what they are, how they are made, and what is said.
    enum Stranger: String, CaseIterable {
        case text, foreignDatabase, foreignDatabaseWithLog, cutShort, damagedTables, damagedTablesWithLog
        case newer, newerInLog
    }

    @Test(arguments: Stranger.allCases)
    func aFileThatIsNoJournalIsRefusedAndKeepsEveryByte(stranger: Stranger) throws {
        let folder = try TestFolder()
        let expected = try make(stranger, in: folder)
        let before = try folder.bytes()
        #expect(before.count == (stranger.rawValue.hasSuffix("Log") ? 2 : 1))
        for _ in 0..<2 {
            let failure = #expect(throws: JournalFailure.self) { try Journal(.file(folder.file)) }
            #expect(failure == expected)
            #expect(failure?.description.contains(folder.file) == true)
        }
        #expect(try folder.bytes() == before)
    }

    /// Makes a stranger where a journal is looked for.
    private func make(_ stranger: Stranger, in folder: TestFolder) throws -> JournalFailure {
        let file = folder.file
        switch stranger {
        case .text:
            try Data(String(repeating: "Dear diary, this is not a database.\n", count: 300).utf8)
                .write(to: URL(fileURLWithPath: file))
            return .notAJournal(path: file)
        case .foreignDatabase, .foreignDatabaseWithLog:
            let other = try TestFolder()
            let connection = try other.bareConnection()
            try connection.writeWithoutTransaction { db in
                if stranger == .foreignDatabaseWithLog { try db.execute(sql: "PRAGMA journal_mode = WAL") }
                try db.execute(sql: "CREATE TABLE streams (id); INSERT INTO streams VALUES ('theirs')")
            }
            try copy(other, to: folder)
            return .notAJournal(path: file)
        case .newer, .newerInLog:
            let other = try TestFolder()
            _ = try Journal(.file(other.file))
            let connection = try other.bareConnection()
            try connection.writeWithoutTransaction { db in
                try db.execute(sql: "PRAGMA user_version = 12")
                if stranger == .newer { try db.execute(sql: "PRAGMA wal_checkpoint(TRUNCATE)") }
            }
            try copy(other, to: folder)
            return .newerThanThisProgram(path: file, version: 12)
        case .cutShort, .damagedTables, .damagedTablesWithLog:
            let other = try TestFolder()
            _ = try Journal(.file(other.file)).begin("a")
            let journal = try Journal(.file(other.file))
            if stranger == .damagedTablesWithLog { try journal.begin("b") }
            try copy(other, to: folder)
            let handle = try FileHandle(forUpdating: URL(fileURLWithPath: file))
            if stranger == .cutShort {
                try handle.truncate(atOffset: 3 * 4096 + 100)
            } else {
                try handle.seek(toOffset: 100)
                try handle.write(contentsOf: Data(repeating: 0xA7, count: 3_900))
            }
            try handle.close()
            return .corrupt(path: file)
        }
    }

    /// Copies the files as they stand while they are in use, as a crash would leave them.
    private func copy(_ source: TestFolder, to target: TestFolder) throws {
        for (name, data) in try source.bytes() where !data.isEmpty {
            try data.write(to: URL(fileURLWithPath: target.path + "/" + name))
        }
    }

    @Test func damageDeepInTheFileIsFoundByACheckAndDoesNotStopTheProgram() throws {
        let folder = try TestFolder()
        let stream = StreamID("a")
        do {
            let journal = try Journal(.file(folder.file))
            try journal.begin("a")
            for number in 0..<200 {
                let line = String(repeating: "line ", count: 120)
                try journal.append(lines(line), to: stream, expecting: number, term: 0, key: "\(number)")
            }
            try journal.checkIntegrity()
        }
        let size = try Data(contentsOf: URL(fileURLWithPath: folder.file)).count
        let handle = try FileHandle(forUpdating: URL(fileURLWithPath: folder.file))
        for page in stride(from: size / 8192 * 4096, to: size, by: 4096) {
            try handle.seek(toOffset: UInt64(page))
            try handle.write(contentsOf: Data(repeating: 0xA7, count: 64))
        }
        try handle.close()
        let journal = try Journal(.file(folder.file))
        #expect(throws: JournalFailure.corrupt(path: folder.file)) { try journal.checkIntegrity() }
        #expect(throws: JournalFailure.corrupt(path: folder.file)) { try journal.events(of: stream, reader: "") }
    }

    @Test func amakingThatWasBrokenOffIsFinished() throws {
        for sql in ["", "PRAGMA application_id = \(JournalSchema.applicationID)"] {
            let folder = try TestFolder()
            _ = FileManager.default.createFile(atPath: folder.file, contents: nil)
            try folder.bareConnection().writeWithoutTransaction { try $0.execute(sql: sql) }
            try Journal(.file(folder.file)).begin("a")
            #expect(try Journal(.file(folder.file)).streams(owner: "").count == 1)
        }
    }

    @Test func aPathThatCannotHoldAJournalIsSaid() throws {
        let folder = try TestFolder()
        #expect(throws: JournalFailure.cannotOpen(path: folder.path, reason: "it is a folder")) {
            try Journal(.file(folder.path))
        }
        #expect(throws: JournalFailure.self) { try Journal(.file("")) }
        #expect(throws: JournalFailure.self) { try Journal(.file("/dev/null")) }
        let blocked = folder.path + "/file/journal.sqlite"
        try Data("x".utf8).write(to: URL(fileURLWithPath: folder.path + "/file"))
        #expect(throws: JournalFailure.self) { try Journal(.file(blocked)) }
        // Nothing of a name can steer the terminal it is shown on.
        let hostile = #expect(throws: JournalFailure.self) {
            try Journal(.file(folder.path + "/file/\u{1B}[2J\u{9B}\n/x"))
        }
        let said = try #require(hostile?.description)
        #expect(!said.unicodeScalars.contains { $0.properties.generalCategory == .control })
    }

    @Test func oddNamesAreOnlyNames() throws {
        let folder = try TestFolder()
        for name in ["a?mode=memory", "50%25 #1", ":memory:", "ümlaut 名"] {
            let file = folder.path + "/" + name
            for _ in 0..<2 { _ = try Journal(.file(file)) }
            #expect(FileManager.default.fileExists(atPath: file))
        }
    }

    /// Runs the probe without special rights: the super-user may write anything.
    @Test(arguments: [true, false]) func whatMayNotBeWrittenIsSaid(isThere: Bool) throws {
        let folder = try TestFolder()
        if isThere {
            _ = try Journal(.file(folder.file))
            chmod(folder.file, 0o444)
        }
        chmod(folder.path, 0o555)
        let before = try folder.bytes()
        let probe = try ProbeProcess("open", folder.file)
        let said = probe.remainingLines()
        #expect(probe.status() == 1)
        #expect(said == ["refused \(JournalFailure.readOnly(path: folder.file))"])
        #expect(try folder.bytes() == before)
    }

    @Test func aFullDiskLeavesWhatWasSaved() throws {
        let folder = try TestFolder()
        let journal = try Journal(.file(folder.file))
        let stream = try journal.begin("a")
        try journal.append(lines("saved"), to: stream, expecting: 0, term: 0, key: "1")
        try journal.queue.writeWithoutTransaction { db in
            let pages = try Int.fetchOne(db, sql: "PRAGMA page_count") ?? 0
            try db.execute(sql: "PRAGMA max_page_count = \(pages + 2)")
        }
        let long = lines(String(repeating: "x", count: 100_000))
        #expect(throws: JournalFailure.diskFull(path: folder.file)) {
            try journal.mark(StreamMark(.ended), with: long, to: stream, expecting: 1, term: 0, key: "2")
        }
        #expect(try journal.payloads(stream).count == 1)
        #expect(try journal.unfinished(owner: "")?.lastSequence == 1)
        // There is room again: the same append goes through, once.
        try journal.queue.writeWithoutTransaction { try $0.execute(sql: "PRAGMA max_page_count = 1000000") }
        #expect(try journal.append(long, to: stream, expecting: 1, term: 0, key: "2").last == 2)
        #expect(try Journal(.file(folder.file)).payloads(stream).count == 2)
    }

    @Test func aJournalThatAnotherHoldsIsSaidToBeLocked() throws {
        let folder = try TestFolder()
        let journal = try Journal(.file(folder.file), patience: 0.05)
        let stream = try journal.begin("a")
        let other = try folder.bareConnection()
        try other.writeWithoutTransaction { try $0.execute(sql: "BEGIN IMMEDIATE") }
        #expect(throws: JournalFailure.locked(path: folder.file)) {
            try journal.append(lines("one"), to: stream, expecting: 0, term: 0, key: "1")
        }
        #expect(try journal.payloads(stream).isEmpty)
        try other.writeWithoutTransaction { try $0.execute(sql: "ROLLBACK") }
        try journal.append(lines("one"), to: stream, expecting: 0, term: 0, key: "1")
    }
}
