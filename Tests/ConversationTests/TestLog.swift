@testable import Conversation

/// A log written by hand, a line and a reply at a time, with what the engine announces for each. Times are seconds.
struct TestLog {
    private(set) var session = Session()
    private var opened = 0
    private var trust: Int

    init(trust: Int) {
        self.trust = trust
        apply(
            .began(
                Began(
                    slug: "made-up", title: "Made up", hash: "", seed: 1, difficulty: 1, extraTime: 100, hearing: "",
                    cast: [Began.Person(short: "Ana", full: "Ana Ruiz")], customer: "Ana", ticket: "", opens: 600,
                    trust: trust, heat: 50, effort: 0)), at: 0)
    }

    private mutating func apply(_ event: SessionEvent, at time: Int) {
        session.apply(TimedEvent(time: time * 1_000, event: event))
    }

    /// The customer says something, and a moment opens with it.
    mutating func customer(_ words: String, at time: Int, breaks: Bool = false, confirms: Bool = false) {
        apply(
            .lineSpoken(
                LineSpoken(
                    line: "l\(time)", speaker: "Ana", text: words, after: 0, lasting: 0,
                    confirms: confirms ? true : nil)), at: time)
        if breaks { apply(.ruptured(Ruptured(isTagged: true, after: 0)), at: time) }
        apply(
            .optionsOffered(OptionsOffered(after: 0, moment: "m\(time)", node: "n", attempt: 1, options: [])), at: time)
    }

    /// The agent answers.
    mutating func agent(_ words: String, at time: Int, moves: [String], isFix: Bool = false, trust by: Int) {
        let open = session.front.openRupture
        apply(
            .replied(Replied(option: 0, line: "r\(time)", text: words, role: .say, taken: (time - asked) * 1_000)),
            at: time)
        apply(.movesHeard(MovesHeard(moves: moves, isFix: isFix)), at: time)
        trust += by
        apply(.shifted(Shifted(measure: .trust, by: by, to: trust)), at: time)
        if by > 0, let open, let move = moves.first(where: Turn.repairs.contains) {
            apply(.repaired(Repaired(rupture: open.sequence, move: move)), at: time)
        }
    }

    private var asked: Int { (session.front.transcript.last { $0.kind == .customer }?.heard ?? 0) / 1_000 }

    mutating func promise(_ id: String, dueIn seconds: Int, at time: Int) {
        apply(
            .commitmentMade(CommitmentMade(commitment: id, words: id, dueIn: seconds * 1_000, after: 0)), at: time)
    }

    mutating func keep(_ id: String, at time: Int) {
        apply(.commitmentKept(CommitmentChanged(commitment: id, after: 0)), at: time)
    }

    mutating func reflectionOpens(at time: Int) { opened = time }

    mutating func reflectionSaved(_ words: String, at time: Int) {
        apply(.reflected(Reflected(line: "q", text: words, taken: (time - opened) * 1_000)), at: time)
    }

    mutating func end(_ ending: String, at time: Int) {
        apply(.ended(Ended(ending: ending, outcome: nil, after: 0)), at: time)
    }
}
