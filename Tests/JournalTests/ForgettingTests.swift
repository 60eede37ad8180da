import GRDB
import Testing

@testable import Journal

@Suite struct ForgettingTests {
    private let secret = "I-was-really-afraid-of-that-customer"

    /// A journal with two streams, one of them full of the secret.
    private func filled(_ folder: TestFolder, patience: Double = 5) throws -> (Journal, StreamID, StreamID) {
        let journal = try Journal(.file(folder.file), patience: patience)
        let kept = try journal.begin("kept", owner: "Ada", source: ArchivedSource(hash: "shared", files: []))
        let gone = try journal.open(
            NewStream(
                id: StreamID("gone"), owner: "Ada-\(secret)", audience: .shared(with: ["Bo-\(secret)"]),
                title: "On \(secret)", scenarioSlug: secret,
                source: ArchivedSource(hash: "own", files: [.init(name: "s.yarn", text: "Ada: \(secret)")]),
                openedAt: 0))
        for number in 0..<60 {
            let padding = String(repeating: "-", count: number * 200)
            try journal.append(
                lines("\(secret) \(padding) \(secret)"), to: gone, expecting: number, term: 0,
                key: "\(secret)-\(number)")
            try journal.append(lines("harmless \(number)"), to: kept, expecting: number, term: 0, key: "\(number)")
        }
        return (journal, kept, gone)
    }

    @Test func nothingOfAForgottenStreamIsLeftInTheFiles() throws {
        let folder = try TestFolder()
        let (journal, kept, gone) = try filled(folder)
        // The text stands in the log, and after a merge in the file as well.
        try journal.queue.writeWithoutTransaction { try $0.execute(sql: "PRAGMA wal_checkpoint(PASSIVE)") }
        #expect(try folder.files(holding: secret) == ["journal.sqlite", "journal.sqlite-wal"])
        try journal.forget(gone)
        #expect(try folder.files(holding: secret).isEmpty)
        #expect(try folder.files(holding: "harmless 59") != [])
        #expect(try journal.tombstones() == [gone])
        #expect(try journal.source(hash: "own") == nil)
        #expect(try journal.source(hash: "shared") != nil)
        #expect(try journal.payloads(kept, reader: "Ada").count == 60)
        #expect(try journal.payloads(gone, reader: "Ada-\(secret)").isEmpty)
        #expect(try journal.streams(owner: "Ada-\(secret)").isEmpty)
        try journal.checkIntegrity()
        try journal.append(lines("on it goes"), to: kept, expecting: 60, term: 0, key: "60")
    }

    @Test func aForgottenIDIsNeverUsedAgain() throws {
        let journal = try Journal(.memory)
        let gone = try journal.begin("gone")
        try journal.append(lines("one"), to: gone, expecting: 0, term: 0, key: "1")
        try journal.forget(gone)
        #expect(throws: JournalFailure.forgotten(gone)) { try journal.begin("gone") }
        #expect(throws: JournalFailure.forgotten(gone)) {
            try journal.append(lines("one"), to: gone, expecting: 0, term: 0, key: "1")
        }
        #expect(throws: JournalFailure.forgotten(gone)) { try journal.takeTerm(of: gone, by: "me") }
        try journal.forget(gone)
        #expect(try journal.tombstones() == [gone])
    }

    @Test func aReaderThatKeepsTheFileFromBeingCleanedIsSaidAndTheCleaningCaughtUp() throws {
        let folder = try TestFolder()
        let (journal, kept, gone) = try filled(folder, patience: 0.05)
        let reader = try folder.bareConnection()
        try reader.writeWithoutTransaction { db in
            try db.execute(sql: "BEGIN")
            _ = try Int.fetchOne(db, sql: "SELECT count(*) FROM events")
        }
        let failure = #expect(throws: JournalFailure.self) { try journal.forget(gone) }
        guard case .tracesRemain(folder.file, _)? = failure else {
            Issue.record("\(String(describing: failure))")
            return
        }
        #expect(try journal.payloads(gone, reader: "Ada-\(secret)").isEmpty)
        #expect(try folder.files(holding: secret) != [])
        try reader.writeWithoutTransaction { try $0.execute(sql: "COMMIT") }
        // As a later start would.
        try Journal(.file(folder.file)).finishForgetting()
        #expect(try folder.files(holding: secret).isEmpty)
        #expect(try journal.payloads(kept, reader: "Ada").count == 60)
    }
}
