import Conversation
import Foundation
import Journal
import PseudoTerminal

/// A home and a content folder of its own for one test, and ways to start the program in them.
final class Fixture {
    let root: String
    var home: String { root + "/home" }
    var content: String { root + "/content" }
    /// Where the journal is when nothing names another place.
    var journalFile: String { home + "/.local/share/rapport/journal.sqlite" }

    /// A fixture with these scenarios, by folder name.
    init(_ scenarios: [String: String] = ["mini": FixtureText.mini]) throws {
        root = FileManager.default.temporaryDirectory.appendingPathComponent("rapport-\(UUID().uuidString)").path
        try FileManager.default.createDirectory(atPath: home, withIntermediateDirectories: true)
        try FileManager.default.createDirectory(atPath: content, withIntermediateDirectories: true)
        try write(FixtureText.vocabulary, to: content + "/vocabulary.yaml")
        for (slug, text) in scenarios { try add(text, as: slug) }
    }

    /// Takes it all away again. Said with `defer`, it also keeps the folders until the test is over.
    func remove() { try? FileManager.default.removeItem(atPath: root) }

    /// Puts a scenario into the content folder.
    func add(_ text: String, as slug: String, file: String = "scenario.yarn") throws {
        let folder = content + "/scenarios/" + slug
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        try write(text, to: folder + "/" + file)
    }

    func write(_ text: String, to path: String) throws { try Data(text.utf8).write(to: URL(fileURLWithPath: path)) }

    /// A home of its own, and nothing that chance or earlier sessions bring.
    var base: [String: String] {
        ["HOME": home, "RAPPORT_DIFFICULTY": "scenario", "RAPPORT_CURVEBALLS": "off"]
    }

    /// Starts the program full screen.
    func start(
        _ arguments: String..., env environment: [String: String] = [:], rows: Int = 24, columns: Int = 80
    ) throws -> PtySession {
        try PtySession(
            Self.program, arguments + ["--content", content], env: base.merging(environment) { $1 },
            rows: rows, columns: columns)
    }

    /// What a run that is not full screen has left behind.
    struct Finished {
        var status: Int32?
        var output: String
        var complaint: String
    }

    /// Runs the program with its output and errors in files, from a real terminal, to its end.
    func run(
        _ arguments: String..., env environment: [String: String] = [:], namingContent: Bool = true
    ) throws -> Finished {
        let (output, errors) = (root + "/output", root + "/errors")
        let script = #"out="$1"; err="$2"; shift 2; exec "$0" "$@" > "$out" 2> "$err""#
        let shell = try PtySession(
            "/bin/sh",
            ["-c", script, Self.program, output, errors] + arguments
                + (namingContent ? ["--content", content] : []),
            env: base.merging(environment) { $1 })
        let status = shell.waitExit()
        return Finished(status: status, output: Self.text(output), complaint: Self.text(errors))
    }

    /// Runs the program with lines on its standard input, and its output and errors in files, to its end.
    func pipe(
        _ lines: [String], _ arguments: String..., namingContent: Bool = true, env environment: [String: String] = [:]
    ) throws -> Finished {
        try pipe(lines, passing: arguments + (namingContent ? ["--content", content] : []), env: environment)
    }

    /// The same with these arguments and no others.
    func pipe(
        _ lines: [String], passing arguments: [String], env environment: [String: String] = [:]
    ) throws -> Finished {
        let (input, output, errors) = (root + "/input", root + "/output", root + "/errors")
        try write(lines.map { $0 + "\n" }.joined(), to: input)
        let script = #"in="$1"; out="$2"; err="$3"; shift 3; cat "$in" | "$0" "$@" > "$out" 2> "$err""#
        let shell = try PtySession(
            "/bin/sh",
            ["-c", script, Self.program, input, output, errors] + arguments,
            env: base.merging(environment) { $1 })
        let status = shell.waitExit()
        return Finished(status: status, output: Self.text(output), complaint: Self.text(errors))
    }

    /// The sessions a journal has for somebody, newest first.
    func streams(in file: String? = nil, owner: String = "") throws -> [StreamSummary] {
        try Journal(.file(file ?? journalFile)).streams(owner: owner)
    }

    /// The events of a session as the journal has them.
    func events(of stream: StreamID, in file: String? = nil, owner: String = "") throws -> [StoredEvent] {
        try Journal(.file(file ?? journalFile)).events(of: stream, reader: owner)
    }

    /// The newest session, folded from its events.
    func session(in file: String? = nil, owner: String = "") throws -> Session {
        guard let newest = try streams(in: file, owner: owner).first else { return Session() }
        return Session(
            replaying: try events(of: newest.id, in: file, owner: owner).map { try TimedEvent($0.record) })
    }

    static let program = productsDirectory() + "/rapport"

    private static func text(_ path: String) -> String {
        FileManager.default.contents(atPath: path).map { String(decoding: $0, as: UTF8.self) } ?? ""
    }
}
