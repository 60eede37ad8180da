import Yarn

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

// A shared session as a file: JSON Lines, one thing a line.
//
//     {"rapport-session":1,"by":"Sam","title":"…","scenario":"late-delivery","hash":"…","files":1,"events":212}
//     {"file":"scenario.yarn","text":"…"}
//     {"n":1,"thread":"main","type":"began","version":1,"weight":"state","time":0,"payload":"{…}"}
extension SharedSession {
    /// The form of the file that this version writes, and the last one it reads.
    public static let version = 1
    /// No shared session is longer than this, bytes.
    public static let sizeLimit = 16_000_000
    /// No more events than this are read: an hour of practice has some hundreds.
    static let eventLimit = 50_000
    /// Going back folds a session again: events times goings-back stay below this.
    static let foldLimit = 4_000_000

    private struct Head: Codable {
        var version: Int
        var by: String
        var title: String
        var scenario: String
        var hash: String
        var files: Int
        var events: Int

        enum CodingKeys: String, CodingKey {
            case version = "rapport-session"
            case by, title, scenario, hash, files, events
        }
    }

    private struct Version: Codable {
        var version: Int

        enum CodingKeys: String, CodingKey { case version = "rapport-session" }
    }

    private struct File: Codable {
        var file: String
        var text: String
    }

    private struct Event: Codable {
        var n: Int
        var thread: String
        var type: String
        var version: Int
        var weight: String
        var time: Int
        var payload: String
    }

    /// The file's text.
    /// - Throws: ``SharingFailure`` when an event cannot be written.
    public func text() throws(SharingFailure) -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        func line(_ value: some Encodable) throws -> String {
            String(decoding: try encoder.encode(value), as: UTF8.self)
        }
        do {
            var lines = [
                try line(
                    Head(
                        version: Self.version, by: name, title: title, scenario: slug, hash: hash, files: files.count,
                        events: log.count))
            ]
            for file in files { lines.append(try line(File(file: file.name, text: file.text))) }
            for (index, event) in log.enumerated() {
                let record = try event.record()
                lines.append(
                    try line(
                        Event(
                            n: index + 1, thread: record.thread, type: record.type, version: record.version,
                            weight: record.weight.rawValue, time: record.time, payload: record.payload)))
            }
            return lines.joined(separator: "\n") + "\n"
        } catch {
            throw SharingFailure("The session could not be written: \(error)")
        }
    }

    /// Reads a file that anybody may have made.
    /// - Throws: ``SharingFailure`` with what is wrong, and in which line.
    public init(reading bytes: [UInt8]) throws(SharingFailure) {
        guard bytes.count <= Self.sizeLimit else {
            throw SharingFailure("It is larger than 16 MB, which no shared session is. Is it the right file?")
        }
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw SharingFailure("It is not UTF-8 text, which a shared session is. Is it the right file?")
        }
        // Lines end with a line feed, whatever else is in them.
        var lines = text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)[...]
        while lines.last.map({ $0.isEmpty || $0.elementsEqual([13]) }) == true { lines.removeLast() }
        let head = try Self.head(lines.popFirst() ?? ""[...].utf8)
        guard lines.count == head.files + head.events else {
            throw SharingFailure(
                "It should have \(1 + head.files + head.events) lines and has \(1 + lines.count): a part is missing, "
                    + "or something was added. Ask for it to be shared again.")
        }
        var files: [SourceFile] = []
        for (index, line) in lines.prefix(head.files).enumerated() {
            let file = try Self.read(File.self, line, number: index + 2)
            files.append(SourceFile(name: file.file, text: file.text))
        }
        guard Scenario.hash(of: files) == head.hash else {
            throw SharingFailure(
                "The scenario in it is not the one it was shared with: a word was changed on the way. "
                    + "Ask for it to be shared again.")
        }
        let log = try Self.log(lines.dropFirst(head.files), from: head.files + 2)
        guard case .began(let began)? = log.first?.event, began.hash == head.hash, began.slug == head.scenario else {
            throw SharingFailure("It does not begin with the beginning of a session. Ask for it to be shared again.")
        }
        self.init(
            name: Self.plain(head.by, atMost: Self.longestName), title: Self.plain(head.title, atMost: 120),
            slug: Self.plain(head.scenario, atMost: 120), hash: head.hash, files: files, log: log)
    }

    private static func head(_ line: Substring.UTF8View) throws(SharingFailure) -> Head {
        let data = Data(line)
        guard let version = try? JSONDecoder().decode(Version.self, from: data).version else {
            throw SharingFailure(
                "Line 1 does not say that it is a shared session. `rapport share` writes files that can be opened.")
        }
        guard version <= Self.version, version > 0 else {
            throw SharingFailure(
                "It was written by a later version of Rapport (form \(version)); this one reads form \(Self.version). "
                    + "A newer Rapport opens it.")
        }
        guard let head = try? JSONDecoder().decode(Head.self, from: data) else {
            throw SharingFailure("Line 1 is damaged. Ask for it to be shared again.")
        }
        guard (1...64).contains(head.files), (1...eventLimit).contains(head.events) else {
            throw SharingFailure(
                "It claims to have \(head.files) files and \(head.events) events, which no session has.")
        }
        return head
    }

    private static func log(
        _ lines: some Collection<Substring.UTF8View>, from first: Int
    ) throws(SharingFailure) -> [TimedEvent] {
        var log: [TimedEvent] = []
        var back = 0
        var time = 0
        for (index, line) in lines.enumerated() {
            let number = first + index
            let event = try read(Event.self, line, number: number)
            guard event.n == index + 1 else {
                throw SharingFailure(
                    "Line \(number) should be event \(index + 1): the order was changed. Ask for it to be shared again."
                )
            }
            guard let weight = EventRecord.Weight(rawValue: event.weight), event.time >= time,
                event.thread.count <= 200, event.type.count <= 200
            else { throw damaged(number) }
            time = event.time
            let record = EventRecord(
                thread: event.thread, type: event.type, version: event.version, weight: weight, time: event.time,
                payload: event.payload)
            do {
                log.append(try TimedEvent(record))
            } catch {
                throw SharingFailure("Line \(number): \(plain(error.description, atMost: 200)).")
            }
            if case .rewound = log[index].event { back += 1 }
        }
        guard back * log.count <= foldLimit else {
            throw SharingFailure(
                "It goes back \(back) times in \(log.count) events, which nobody does. It is not opened.")
        }
        return log
    }

    private static func read<Value: Decodable>(
        _ type: Value.Type, _ line: Substring.UTF8View, number: Int
    ) throws(SharingFailure) -> Value {
        guard let value = try? JSONDecoder().decode(type, from: Data(line)) else { throw damaged(number) }
        return value
    }

    private static func damaged(_ line: Int) -> SharingFailure {
        SharingFailure("Line \(line) is damaged. Ask for it to be shared again.")
    }
}
