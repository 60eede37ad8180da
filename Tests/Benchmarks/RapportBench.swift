import Conversation
import Interface
import Journal
import Library
import Terminal
import Yarn

/// Measures what happens inside the process: `swift run -c release rapport-bench [CONTENT]`, or
/// `rapport-bench history FILE [SESSIONS]` for a learner's whole history, or `rapport-bench hear [CONTENT]` for hearing, or
/// `rapport-bench room` for a live room with many terminals.
///
/// Each figure is the median of many runs, and its ratio to a named baseline measured in the same run: the machine's speed
/// falls out of the ratio. Absolute figures are reported, never tested.
@main
enum RapportBench {
    static func main() throws {
        var arguments = CommandLine.arguments.dropFirst()
        if arguments.first == "hear" { return try HearingBench.run(arguments.dropFirst().first ?? "Content") }
        if arguments.first == "room" { return try RoomBench.run(arguments.dropFirst()) }
        if arguments.first == "room-terminal" { return try RoomTerminal.run(Array(arguments.dropFirst())) }
        let history = arguments.first == "history" ? arguments.dropFirst() : nil
        if history != nil { arguments = [] }
        let content = arguments.first ?? "Content"
        let library = Library(folders: [content])
        guard let entry = library.entry("late-delivery") else {
            return print("There is no late-delivery in \(content). Name the content folder.")
        }
        let vocabulary = try library.vocabulary()
        let files = try entry.files()
        guard let scenario = Scenario.load(slug: entry.slug, files: files, vocabulary: vocabulary).scenario else {
            return print("late-delivery has errors.")
        }
        var report = Report()
        benchLoading(files, vocabulary, &report)
        let session = try benchPlaying(scenario, &report)
        if let history {
            // A session of two hundred events, as most are.
            let records = try session.log.prefix(200).map { try $0.record() }
            let pieces = Array((records + records.dropFirst()).prefix(200))
            return try HistoryBench.run(
                history.first ?? "history.sqlite", sessions: history.dropFirst().first.flatMap { Int($0) } ?? 10_000,
                pieces: pieces)
        }
        benchDrawing(session, scenario, vocabulary, &report)
        try benchKeeping(session, &report)
        report.measure("read the vocabulary", runs: 20) { (try? library.vocabulary().moves.count) ?? 0 }
        report.show()
    }

    private static func benchLoading(_ files: [SourceFile], _ vocabulary: Vocabulary, _ report: inout Report) {
        report.baseline("count the characters of the scenario", runs: 50) {
            files.reduce(0) { $0 + $1.text.count }
        }
        report.measure("read the headings", runs: 200) { HeaderReader.firstNode(of: files[0]).count }
        report.measure("hash the source", runs: 50) { Scenario.hash(of: files).count }
        report.measure("compile the scenario", runs: 30) {
            Compiler.compile(files, functions: [], acceptsUnknownFunctions: true).diagnostics.count
        }
        report.measure("compile and check the scenario", runs: 30) {
            Scenario.load(slug: "late-delivery", files: files, vocabulary: vocabulary).diagnostics.count
        }
        let large = LargeScenario.file
        let words = Vocabulary(moves: [Vocabulary.Move(id: "m", name: "m", helps: true, definition: "")])
        report.measure("a scenario of \(LargeScenario.nodes) nodes, made ready", runs: 30) {
            Scenario.load(slug: "large", files: [large], vocabulary: words).errors.count
        }
        report.measure("walk every path of the scenario", runs: 5) {
            Scenario.review(slug: "late-delivery", files: files, vocabulary: vocabulary).diagnostics.count
        }
    }

    /// Plays to an ending by always saying the first line, and measures a turn and a replay on the way.
    private static func benchPlaying(_ scenario: Scenario, _ report: inout Report) throws -> Session {
        let engine = Engine(scenario: scenario)
        let settings = SessionSettings(difficulty: 1)
        var session = Session(replaying: try engine.begin(seed: 1, settings: settings))
        report.baseline("copy and compare a session", runs: 200) {
            var copy = session
            copy.apply(Engine.settingAside(session))
            return copy == session ? 1 : 0
        }
        report.measure("begin a session", runs: 100) {
            (try? engine.begin(seed: 1, settings: settings).count) ?? 0
        }
        report.measure("one reply, to the next moment", runs: 200) {
            guard let line = session.front.offer?.lines.first else { return 0 }
            return (try? engine.handle(.reply(line.index), in: session, at: 30_000).count) ?? 0
        }
        var time = 10_000
        while case .open = session.status, let offer = session.front.offer {
            time = max(time, session.time, offer.opens + session.takenBack) + 1_000
            let input: SessionInput = offer.isSend ? .send : .reply(offer.lines.first?.index ?? 0)
            for event in try engine.handle(input, in: session, at: time) { session.apply(event) }
        }
        let log = session.log
        report.measure("replay a whole session (\(log.count) events)", runs: 50) { Session(replaying: log).sequence }
        return session
    }

    private static func benchDrawing(
        _ session: Session, _ scenario: Scenario, _ vocabulary: Vocabulary, _ report: inout Report
    ) {
        let look = Look(theme: .calm, glyphs: .unicode)
        let size = Size(columns: 120, rows: 40)
        let cut = session.log.lastIndex { if case .optionsOffered = $0.event { true } else { false } } ?? 0
        let middle = Session(replaying: session.log.prefix(cut + 2))
        var screen = PracticeScreen(stream: StreamID("bench"), session: middle, engine: Engine(scenario: scenario))
        let now = Uptime(milliseconds: 1_000_000)
        screen.becomeFront(true, at: now)
        report.baseline("a blank surface of 120×40, filled", runs: 200) {
            var surface = Surface(size)
            surface.fill(surface.bounds, with: "x")
            return surface.size.rows
        }
        let later = now + 120_000
        report.measure("draw the practice screen, late in a conversation", runs: 200) {
            var surface = Surface(size)
            screen.draw(into: &surface, look: look, at: later)
            return surface.size.rows
        }
        let debrief = DebriefScreen(stream: StreamID("bench"), session: session, vocabulary: vocabulary)
        report.measure("draw the debrief", runs: 100) {
            var surface = Surface(size)
            debrief.draw(into: &surface, look: look, at: later)
            return surface.size.rows
        }
    }

    private static func benchKeeping(_ session: Session, _ report: inout Report) throws {
        report.baseline("an empty journal in memory", runs: 20) { (try? Journal(.memory)) == nil ? 0 : 1 }
        report.measure("encode a whole session", runs: 50) {
            session.log.reduce(0) { $0 + ((try? $1.record().payload.utf8.count) ?? 0) }
        }
        let records = try session.log.map { try $0.record() }
        report.measure("decode a whole session", runs: 50) {
            records.reduce(0) { (try? TimedEvent($1)) == nil ? $0 : $0 + 1 }
        }
        report.note("a session is \(records.reduce(0) { $0 + $1.payload.utf8.count } / 1_024) KiB of payload")
    }
}

/// The figures of one run.
struct Report {
    private var lines: [String] = []
    private var base = 1.0
    private var sink = 0

    /// What the following measurements are compared with.
    mutating func baseline(_ name: String, runs: Int, _ body: () -> Int) {
        base = max(0.001, time(runs: runs, body))
        lines.append("")
        lines.append(row(name, base, "baseline"))
    }

    /// Measures, and compares with the last baseline.
    mutating func measure(_ name: String, runs: Int, _ body: () -> Int) {
        let median = time(runs: runs, body)
        let hundredths = Int(median / base * 100)
        lines.append(row(name, median, "×\(hundredths / 100).\(hundredths % 100 < 10 ? "0" : "")\(hundredths % 100)"))
    }

    /// A line that is no measurement.
    mutating func note(_ text: String) { lines.append("  \(text)") }

    /// Prints everything.
    func show() {
        for line in lines { print(line) }
        // What was computed is used, so that nothing measured is optimised away.
        if sink == .min { print(sink) }
    }

    /// The median time of a run, µs.
    private mutating func time(runs: Int, _ body: () -> Int) -> Double {
        sink &+= body()
        let clock = ContinuousClock()
        var times: [Double] = []
        for _ in 0..<runs {
            let spent = clock.measure { sink &+= body() }
            times.append(Double(spent.components.attoseconds) / 1e12 + Double(spent.components.seconds) * 1e6)
        }
        return times.sorted()[runs / 2]
    }

    private func row(_ name: String, _ microseconds: Double, _ note: String) -> String {
        let tenths = Int(microseconds * 10)
        let figure = "\(tenths / 10).\(tenths % 10) µs"
        let gap = String(repeating: " ", count: max(1, 62 - name.count - figure.count))
        return "  \(name)\(gap)\(figure)  \(note)"
    }
}
