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
    static var shipped: LibraryEntry? { Library(folders: [content].compactMap { $0 }).entry("late-delivery") }

    static var content: String? {
        ContentLocator.folders(named: nil, environment: [:], executable: Fixture.program).first
    }

    /// Every run of the plan that comes to an ending.
    static func runs() throws -> [Run] {
        let entry = try #require(shipped)
        let library = Library(folders: [content].compactMap { $0 })
        let loaded = try entry.load(vocabulary: try library.vocabulary())
        let scenario = try #require(loaded.scenario)
        let beside = try entry.plan()
        let plan = try #require(beside).plan
        return plan.runs.map { $0.map(\.step) }.compactMap { steps in
            guard case .other("ending", let ending)? = steps.last else { return nil }
            // What only a plan can arrange, nobody presses keys for.
            guard !steps.contains(where: { if case .other("curveball", _) = $0 { true } else { false } }) else {
                return nil
            }
            return Run(scenario: scenario, steps: steps, ending: ending)
        }
    }

    init(_ run: Run, rows: Int, columns: Int) throws {
        self.run = run
        rest = run.steps[...]
        fixture = try Fixture([:])
        program = try PtySession(
            Fixture.program, ["practise", "late-delivery", "--seed", "1"],
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
        case .select(let number):
            try comeToMoment()
            try say(number - 1)
        case .other("wait", _):
            try comeToMoment()
            program.say("w")
            #expect(try fixture.session().moments.last { $0.reply != nil }?.reply?.role == .pause)
        case .other("ending", let ending): try expectEnding(ending)
        default: break
        }
    }

    private func comeToMoment() throws {
        while try program.reachMoment() == .send { program.press("\r") }
        guard program.stage == .open else { throw PtyFailureText("no moment is open\n\(program.screen.text)") }
    }

    /// Presses the number that stands before an option, which must be readable there.
    private func say(_ option: Int) throws {
        let session = try fixture.session()
        let offer = try #require(session.front.offer)
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
        try program.press("\r", for: "Looking back: Late delivery")
        let words = ending.split(separator: "-").joined(separator: " ")
        #expect(program.screen.text.contains(words.dropFirst()))
        program.press("q")
        program.send("q")
        #expect(program.waitExit() == 0)
    }
}
