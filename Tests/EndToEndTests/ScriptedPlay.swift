import Conversation
import Interface
import Journal
import Library
import Listening
import Terminal
import Yarn

/// A run of a test plan played by keys on the screens themselves, with time that only goes on by Enter: what it leaves in
/// the session, and the lines that say the same in plain mode.
struct ScriptedPlay {
    private var compositor: Compositor
    private let now = Uptime(milliseconds: 0)
    private(set) var session: Session
    /// What is typed in plain mode for the same.
    private(set) var lines: [String] = []

    /// Plays a run to its end.
    init(_ run: PlannedPlay.Run, seed: UInt64 = 1) throws {
        compositor = Compositor(look: Look(theme: .monochrome, glyphs: .ascii))
        _ = compositor.receive(.resized(Size(columns: 80, rows: 24)), at: now)
        let library = Library(folders: [PlannedPlay.content].compactMap { $0 })
        let vocabulary = try library.vocabulary()
        let listener = Listener(ear: Ear(table: try library.hearing(vocabulary).table()), vocabulary: vocabulary)
        let engine = Engine(scenario: run.scenario, listener: listener)
        let level = run.scenario.heading.difficulty.level
        let events = try engine.begin(seed: seed, settings: SessionSettings(difficulty: level))
        session = Session()
        var screen = PracticeScreen(stream: StreamID("one"), session: session, engine: engine)
        screen.receive(events, trouble: nil, at: now)
        session = screen.session
        compositor.push(screen, at: now)
        for step in run.steps { try perform(step) }
        try comeToMoment()
    }

    private mutating func perform(_ step: TestPlan.Step) throws {
        switch step {
        case .select(let number):
            try comeToMoment()
            if isAtScript { return say(Character(String(number))) }
            let place = session.front.offer?.lines.firstIndex { $0.index == number - 1 }
            guard let place else { throw PtyFailureText("option \(number) cannot be said") }
            say(Character(String(place + 1)))
        case .other("type", let argument), .other("aside", let argument):
            try comeToMoment()
            let parts = argument.split(separator: "\"", omittingEmptySubsequences: false)
            guard parts.count >= 3 else { throw PtyFailureText("no words are typed in \(argument)") }
            say("t", line: "say \(parts[1])")
            for character in parts[1] { press(.character(character)) }
            press(.plain(.enter))
        case .other("wait", _):
            try comeToMoment()
            say("w")
        case .other("time", _):
            try comeToMoment()
            say("T")
        case .other("step_back", _):
            try comeToMoment()
            say("b")
            // Where no line is at hand, Enter steps back.
            if isAtScript, compositor.narration(at: now)?.choices?.all.first?.label == "yes" {
                lines.append("")
                press(.plain(.enter))
            }
        default: break
        }
    }

    /// What could be said on stepping back is looked at.
    private var isAtScript: Bool { compositor.narration(at: now)?.choices?.id.hasPrefix("script-") ?? false }

    private mutating func say(_ key: Character, line: String? = nil) {
        lines.append(line ?? String(key))
        press(.character(key))
    }

    /// Enter through what is on its way, through the coach's words, and where a mail is to be sent.
    private mutating func comeToMoment() throws {
        for _ in 0..<1_000 {
            guard let narration = compositor.narration(at: now) else { return }
            if narration.isArriving {
                press(.plain(.enter))
            } else if narration.prompt.hasPrefix("Enter goes on") || session.front.offer?.isSend == true {
                lines.append("")
                press(.plain(.enter))
            } else {
                return
            }
        }
        throw PtyFailureText("it never comes to a moment")
    }

    private mutating func press(_ key: Key) {
        perform(compositor.receive(.key(key), at: now))
        perform(compositor.reach(now))
    }

    private mutating func perform(_ effects: [Effect]) {
        let now = now
        for case .keep(let events, _) in effects {
            compositor.update(PracticeScreen.self) { $0.receive(events, trouble: nil, at: now) }
        }
        if let screen = compositor.front as? PracticeScreen { session = screen.session }
    }
}
