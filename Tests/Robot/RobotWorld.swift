import Conversation
import Interface
import Journal
import Library
import Listening

import struct Yarn.SourceFile

/// What lies behind a robot's screens: scenarios from the disk, a journal in memory, a fixed seed.
struct RobotWorld: Sendable {
    let library: Library
    let journal: Journal
    let vocabulary: Vocabulary
    /// How many events of a stream the journal holds.
    private var stored: [StreamID: Int] = [:]
    private var opened = 0
    /// What lets curveballs strike, how demanding a session begins, and whether that moves.
    var curveballs = CurveballSource.none
    var difficulty: Int?
    var adapts = false
    /// What typed words are heard with, once somebody has typed.
    private var listener: Listener?
    /// Noon of 21 November 2026, ms since 1970; every stream is opened an hour after the one before.
    private var wallTime = 1_795_262_400_000

    init(folders: [String]) throws {
        library = Library(folders: folders)
        vocabulary = try library.vocabulary()
        journal = try Journal(.memory)
    }

    /// Begins a session of a scenario.
    mutating func begin(_ slug: String) throws -> (screen: PracticeScreen, events: [TimedEvent]) {
        guard let entry = library.entry(slug) else { throw RobotTrouble(description: "There is no scenario \(slug).") }
        let loaded = try entry.load(vocabulary: vocabulary)
        guard let scenario = loaded.scenario else {
            throw RobotTrouble(description: loaded.errors.rendered(in: loaded.files).joined(separator: "\n\n"))
        }
        opened += 1
        wallTime += 3_600_000
        let files = scenario.files.map { ArchivedSource.File(name: $0.name, text: $0.text) }
        let stream = try journal.open(
            NewStream(
                id: StreamID("session-\(opened)"), owner: "", title: scenario.heading.title,
                scenarioSlug: scenario.slug, source: ArchivedSource(hash: scenario.hash, files: files),
                openedAt: wallTime))
        let engine = Engine(scenario: scenario, curveballs: curveballs, listener: listener)
        let level = difficulty ?? scenario.heading.difficulty.level
        let events = try engine.begin(seed: 1, settings: SessionSettings(difficulty: level, adapts: adapts))
        return (PracticeScreen(stream: stream, session: Session(), engine: engine), events)
    }

    /// Keeps events; what the journal refuses is said.
    mutating func keep(_ events: [TimedEvent], in stream: StreamID) -> String? {
        do {
            let last = stored[stream] ?? 0
            let records = try events.map { try $0.record() }
            let mark = events.lazy.compactMap { Self.mark($0.event) }.last
            let key = "\(last + 1)"
            let appended = try journal.append(
                records, to: stream, by: "", expecting: last, term: 0, key: key, mark: mark)
            stored[stream] = appended.last
            return nil
        } catch {
            return "Not saved: \(error)"
        }
    }

    private static func mark(_ event: SessionEvent) -> StreamMark? {
        switch event {
        case .ended(let ended): StreamMark(.ended, ending: ended.ending)
        case .setAside: StreamMark(.setAside)
        case .rewound: StreamMark(.open)
        default: nil
        }
    }

    /// A session, folded from what the journal holds.
    func session(_ stream: StreamID) throws -> Session {
        Session(replaying: try journal.events(of: stream, reader: "").map { try TimedEvent($0.record) })
    }

    /// A session taken up again, with the very scenario it was played against.
    func restore(_ stream: StreamID) throws -> (screen: PracticeScreen, events: [TimedEvent]) {
        try takeUp(stream) { engine, session in try engine.handle(.resume, in: session, at: session.time) }
    }

    /// A session opened again at one of its moments, over or not.
    func reopen(_ stream: StreamID, at moment: Int) throws -> (screen: PracticeScreen, events: [TimedEvent]) {
        try takeUp(stream) { engine, session in try engine.reopen(session, at: moment) }
    }

    /// A session as it stands, over or not, with the very scenario it was played against.
    func screen(of stream: StreamID) throws -> PracticeScreen { try takeUp(stream) { _, _ in [] }.screen }

    private func takeUp(_ stream: StreamID, _ act: (Engine, Session) throws -> [TimedEvent]) throws
        -> (screen: PracticeScreen, events: [TimedEvent])
    {
        let session = try session(stream)
        guard let began = session.began, let source = try journal.source(hash: began.hash) else {
            throw RobotTrouble(description: "The journal does not have the scenario of \(stream).")
        }
        let files = source.files.map { SourceFile(name: $0.name, text: $0.text) }
        guard
            let scenario = Scenario.load(slug: began.slug, files: files, vocabulary: vocabulary).scenario
        else { throw RobotTrouble(description: "The scenario of \(stream) cannot be played.") }
        let engine = Engine(scenario: scenario, curveballs: curveballs, listener: listener)
        return (PracticeScreen(stream: stream, session: session, engine: engine), try act(engine, session))
    }

    /// Reads what typed words are heard with, or says why it cannot be read.
    mutating func listen() -> (Listener?, String) {
        if let listener { return (listener, "") }
        do {
            let read = Listener(ear: Ear(table: try library.hearing(vocabulary).table()), vocabulary: vocabulary)
            listener = read
            return (read, "")
        } catch {
            return (nil, error.description)
        }
    }

    // MARK: The history

    func history(_ query: String, offset: Int) throws -> HistoryPage {
        try journal.history(owner: "", matching: query, offset: offset, limit: JournalScreen.window)
    }

    func checkIns() -> [CheckIn] { (try? journal.checkIns(owner: "")) ?? [] }

    func notes(_ query: String) -> [NotebookScreen.Row] {
        ((try? journal.notebook(owner: "", matching: query)) ?? []).map { NotebookScreen.Row($0, date: "21 Nov 2026") }
    }

    func rules() -> [NotebookScreen.Row] {
        ((try? journal.rules(owner: "")) ?? []).map { NotebookScreen.Row($0, date: "21 Nov 2026") }
    }

    /// A wall time in the robot's words: its days are one day.
    static func date(_ wallTime: Int) -> String {
        "2026-11-21 \(12 + (wallTime - 1_795_262_400_000) / 3_600_000):00"
    }
}
