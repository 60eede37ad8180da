import Conversation
import Library
import PseudoTerminal
import Testing
import Yarn

/// One run of a scenario's test plan, played by pressing keys and reading the screen.
///
/// The journal of the running program says what is on offer; the screen has to show it.
struct PlannedPlay {
    /// A run of the plan.
    struct Run {
        var slug: String
        var scenario: Scenario
        var steps: [TestPlan.Step]
        var ending: String

        /// A clock has to run out in it.
        var hasTime: Bool {
            steps.contains { if case .other("time", _) = $0 { true } else { false } }
        }
    }

    private let run: Run
    private let fixture: Fixture
    private let program: PtySession
    private var rest: ArraySlice<TestPlan.Step>
    /// How many replies there were when a wait began.
    private var repliesBefore: Int?

    /// The shipped scenario; nil in a checkout without it.
    static var shipped: LibraryEntry? { entry("late-delivery") }

    private static func entry(_ slug: String) -> LibraryEntry? {
        Library(folders: [content].compactMap { $0 }).entry(slug)
    }

    static var content: String? {
        ContentLocator.folders(named: nil, environment: [:], executable: Fixture.program).first
    }

    /// Every run of a scenario's plan that comes to an ending, or the one with a number, from 1.
    /// - Parameter typing: whether those in which somebody types are among them.
    static func runs(of slug: String = "late-delivery", number: Int? = nil, typing: Bool = false) throws -> [Run] {
        let entry = try #require(Self.entry(slug))
        let library = Library(folders: [content].compactMap { $0 })
        let loaded = try entry.load(vocabulary: try library.vocabulary())
        let scenario = try #require(loaded.scenario)
        let beside = try entry.plan()
        let plan = try #require(beside).plan
        let wanted = plan.runs.enumerated().filter { number == nil || $0.offset + 1 == number }.map(\.element)
        return wanted.map { $0.map(\.step) }.compactMap { steps in
            guard case .other("ending", let ending)? = steps.last else { return nil }
            // What only a plan can arrange, nobody presses keys for.
            let arranged: Set<String> = ["curveball", "throw"]
            guard
                !steps.contains(where: { if case .other(let name, _) = $0 { arranged.contains(name) } else { false } })
            else { return nil }
            let types = steps.contains { step in
                if case .other("type", _) = step { true } else if case .other("aside", _) = step { true } else { false }
            }
            guard typing || !types else { return nil }
            return Run(slug: slug, scenario: scenario, steps: steps, ending: ending)
        }
    }

    init(_ run: Run, rows: Int, columns: Int) throws {
        self.run = run
        rest = run.steps[...]
        fixture = try Fixture([:])
        program = try PtySession(
            Fixture.program, ["practise", run.slug, "--seed", "1"],
            env: fixture.base.merging(["RAPPORT_CONTENT": Self.content ?? ""]) { $1 }, rows: rows, columns: columns)
    }

    /// Takes its folders away.
    func remove() { fixture.remove() }

    /// Does the next step, or looks once whether the clock has run out.
    /// - Returns: whether the run is over, and was as planned.
    mutating func advance() throws -> Bool {
        guard let step = rest.first else { return true }
        if case .other("time", _) = step {
            guard try hasRunOut() else { return false }
        } else {
            try perform(step)
        }
        rest.removeFirst()
        return rest.isEmpty
    }

    private func perform(_ step: TestPlan.Step) throws {
        switch step {
        case .select(let number) where isAtScript:
            program.press("\(number)")
            program.wait { !$0.screen.text.contains("nothing is said yet") }
            program.settle()
            let session = try fixture.session()
            #expect(session.log.contains { if case .steppedBack = $0.event { true } else { false } })
        case .select(let number):
            try comeToMoment()
            let offer = try #require(try fixture.session().front.offer)
            if offer.index(of: .pause) == number - 1 { try wait() } else { try say(number - 1, of: offer) }
        case .other("wait", _):
            try comeToMoment()
            try wait()
        case .other("thread", let name): try turn(to: name)
        case .other("step_back", _):
            try comeToMoment()
            // What could be said is looked at first; the step after this one says a line of it.
            try program.press("b", for: "nothing is said yet")
        case .other("ending", let ending): try expectEnding(ending)
        default: break
        }
    }

    private func wait() throws {
        // What is said last may end the session, and put its first conversation in front.
        let asked = try #require(try fixture.session().front.offer).sequence
        program.say("w")
        let reply = try fixture.session().moments.first { $0.sequence == asked }?.reply
        #expect(reply?.role == .pause, "\(program.screen.text)")
    }

    /// What could be said on stepping back is looked at.
    private var isAtScript: Bool { program.screen.text.contains("nothing is said yet") }

    /// Tab, and `]`, until a conversation is in front; the line of conversations has to name whom it is with.
    private func turn(to name: String) throws {
        var keys = ["\t", "]"]
        var session = try fixture.session()
        var customer = Self.customer(of: name, in: session)
        for _ in 0..<60 where session.frontName != name {
            // It has to have begun, and the coach to have been read.
            if program.stage == .popUp || !strip.contains("○ \(customer) ") {
                program.press("\r")
            } else {
                program.press(keys[0])
                keys.reverse()
            }
            session = try fixture.session()
            customer = Self.customer(of: name, in: session)
        }
        #expect(session.frontName == name, "\(program.screen.text)")
        #expect(strip.contains("● \(customer) "), "\(program.screen.text)")
    }

    /// The line of conversations.
    private var strip: String { program.screen.lines[1] }

    private static func customer(of name: String, in session: Session) -> String {
        let customer = session.thread(name).customer
        return customer.isEmpty ? session.began?.customer ?? "" : customer
    }

    private func comeToMoment() throws {
        while try program.reachMoment() == .send { program.press("\r") }
        guard program.stage == .open else { throw PtyFailureText("no moment is open\n\(program.screen.text)") }
    }

    /// Presses the number that stands before an option, which must be readable there.
    private func say(_ option: Int, of offer: Offer) throws {
        let place = try #require(
            offer.lines.firstIndex { $0.index == option }, "option \(option + 1) of “\(offer.moment)” has no number")
        for (index, line) in offer.lines.enumerated() {
            let words = "\(index + 1)  \(line.option.text.prefix(24))"
            #expect(program.screen.text.contains(words), "“\(words)” cannot be read\n\(program.screen.text)")
        }
        for (row, line) in program.screen.lines.enumerated() where line.contains("\u{FFFD}") {
            Issue.record("row \(row) has an unreadable character: \(line)")
        }
        program.say("\(place + 1)")
        let answered = try fixture.session()
        let reply = answered.moments.first { $0.sequence == offer.sequence }?.reply
        #expect(reply?.text == offer.options[option].text)
    }

    private mutating func hasRunOut() throws -> Bool {
        guard let before = repliesBefore else {
            try comeToMoment()
            repliesBefore = try replies()
            return false
        }
        // A frame a second comes while the clock runs; anything else than an open moment means that it ran out.
        program.wait(timeout: 0.3) { $0.stage != .open }
        guard program.stage != .open else { return false }
        #expect(try replies() == before + 1)
        #expect(try fixture.session().moments.last { $0.reply != nil }?.reply?.role == .timeout)
        repliesBefore = nil
        return true
    }

    private func replies() throws -> Int { try fixture.session().moments.count { $0.reply != nil } }

    private func expectEnding(_ ending: String) throws {
        while try program.reachMoment(stopping: [.send, .over]) == .send { program.press("\r") }
        guard case .ended(let ended) = try fixture.session().status else {
            throw PtyFailureText("there is no ending\n\(program.screen.text)")
        }
        #expect(ended.ending == ending)
        try expectReplay(to: ended)
        let heading = run.scenario.heading.title
        try program.press("\r", for: "Looking back: \(heading.prefix(20))")
        let words = ending.split(separator: "-").joined(separator: " ")
        #expect(program.screen.text.contains(words.dropFirst()))
        program.press("q")
        program.send("q")
        #expect(program.waitExit() == 0)
    }

    /// What the journal holds leads the engine to the same end: what the agent did is done again, each thing at its time.
    private func expectReplay(to ended: Ended) throws {
        let played = try fixture.session()
        let began = try #require(played.began)
        let engine = Engine(scenario: run.scenario, curveballs: .none)
        var again = Session(
            replaying: try engine.begin(seed: began.seed, settings: SessionSettings(difficulty: began.difficulty)))
        for timed in played.log where again.status == .open {
            let input: SessionInput? =
                switch timed.event {
                case .replied(let reply) where reply.role != .timeout: .reply(reply.option)
                case .turnedTo: .turn(to: timed.thread)
                case .steppedBack: .stepBack
                case .emailSent: .send
                default: nil
                }
            let events = try engine.handle(input ?? .timePassed, in: again, at: max(again.time, timed.time))
            for event in events { again.apply(event) }
        }
        guard case .ended(let other) = again.status else { throw PtyFailureText("played again, it does not end") }
        #expect(other.ending == ended.ending)
        #expect(again.threads.map { $0.transcript.map(\.text) } == played.threads.map { $0.transcript.map(\.text) })
        #expect(again.threads.map(\.trust) == played.threads.map(\.trust))
    }
}
