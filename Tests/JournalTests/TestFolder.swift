import Conversation
import Foundation
import GRDB

@testable import Journal

/// A folder of its own for one test, gone when the test is over.
final class TestFolder: Sendable {
    let path: String

    init() throws {
        path = FileManager.default.temporaryDirectory.appendingPathComponent("journal-\(UUID().uuidString)").path
        try FileManager.default.createDirectory(
            atPath: path, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o755])
    }

    deinit {
        _ = chmod(path, 0o755)
        try? FileManager.default.removeItem(atPath: path)
    }

    /// Where a test's journal stands.
    var file: String { path + "/journal.sqlite" }

    /// The bytes of every file here, but for the index beside the log, which says nothing of its own.
    func bytes() throws -> [String: Data] {
        var all: [String: Data] = [:]
        for name in try FileManager.default.contentsOfDirectory(atPath: path) where !name.hasSuffix("-shm") {
            all[name] = try Data(contentsOf: URL(fileURLWithPath: path + "/" + name))
        }
        return all
    }

    /// The files here, whatever they are, that hold these words.
    func files(holding words: String) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: path)
            .filter { name in
                try Data(contentsOf: URL(fileURLWithPath: path + "/" + name)).range(of: Data(words.utf8)) != nil
            }
            .sorted()
    }

    /// A connection that knows nothing of journals.
    func bareConnection(_ name: String = "journal.sqlite") throws -> DatabaseQueue {
        var configuration = Configuration()
        configuration.allowsUnsafeTransactions = true
        return try DatabaseQueue(path: path + "/" + name, configuration: configuration)
    }

    /// The rights of a file, as in `0o600`.
    static func mode(_ path: String) throws -> Int {
        let attributes = try FileManager.default.attributesOfItem(atPath: path)
        return (attributes[.posixPermissions] as? NSNumber)?.intValue ?? -1
    }
}

/// Events to append: a line spoken for each text.
func lines(_ texts: String..., from time: Int = 0) -> [EventRecord] {
    texts.enumerated().map { offset, text in
        EventRecord(
            type: "lineSpoken", version: 1, weight: .state, time: time + offset, payload: #"{"text":"\#(text)"}"#)
    }
}

extension Journal {
    /// Opens a stream of this owner's.
    @discardableResult
    func begin(
        _ id: String, owner: String = "", audience: Audience = .private, at time: Int = 0, source: ArchivedSource? = nil
    ) throws -> StreamID {
        try open(
            NewStream(
                id: StreamID(id), owner: owner, audience: audience, title: "Title of \(id)", scenarioSlug: "late",
                source: source, openedAt: time))
    }

    /// Appends as whoever leads the stream.
    @discardableResult
    func append(
        _ events: [EventRecord], to stream: StreamID, expecting sequence: Int, term: Int, key: String,
        wallTimes: [Int: Int] = [:]
    ) throws -> Appended {
        try append(
            events, to: stream, by: try leader(of: stream), expecting: sequence, term: term, key: key,
            wallTimes: wallTimes)
    }

    /// Marks as whoever leads the stream.
    @discardableResult
    func mark(
        _ mark: StreamMark, with events: [EventRecord], to stream: StreamID, expecting sequence: Int, term: Int,
        key: String, wallTimes: [Int: Int] = [:]
    ) throws -> Appended {
        try append(
            events, to: stream, by: try leader(of: stream), expecting: sequence, term: term, key: key,
            wallTimes: wallTimes, mark: mark)
    }

    /// Forgets as the stream's owner.
    func forget(_ stream: StreamID) throws {
        let owner = try reading { db in
            try String.fetchOne(db, sql: "SELECT owner FROM streams WHERE id = ?", arguments: [stream.rawValue])
        }
        try forget(stream, by: owner ?? "")
    }

    private func leader(of stream: StreamID) throws -> String {
        try reading { db in
            try String.fetchOne(
                db, sql: "SELECT CASE term WHEN 0 THEN owner ELSE holder END FROM streams WHERE id = ?",
                arguments: [stream.rawValue])
        } ?? ""
    }

    /// The payloads a reader gets.
    func payloads(_ stream: StreamID, reader: String = "") throws -> [String] {
        try events(of: stream, reader: reader).map(\.record.payload)
    }
}
