import Conversation
import Foundation
import Journal
import PseudoTerminal
import SeededChance
import Testing

/// The program is killed at any moment, and nothing that was seen is lost.
///
/// Fifty rounds by default. A thousand, in the order of twenty minutes:
///
///     RAPPORT_KILL_ROUNDS=1000 swift test --filter KillLoopTests
///
/// `RAPPORT_KILL_SEED=N` plays another series.
@Suite(.serialized, .timeLimit(.minutes(60))) struct KillLoopTests {
    /// What is known of a session when its program is killed.
    private struct Mark {
        /// The events that were on the disk before the kill.
        var events: [StoredEvent] = []
        /// The title line and the clock that the killed screen showed last.
        var title = ""
        var clock: Int?
    }

    @Test func nothingIsLostOrDoubledAndNoClockLoses() throws {
        let environment = ProcessInfo.processInfo.environment
        let rounds = environment["RAPPORT_KILL_ROUNDS"].flatMap(Int.init) ?? 50
        var chance = Chance(seed: environment["RAPPORT_KILL_SEED"].flatMap(UInt64.init) ?? 20_261_121)
        let fixture = try Fixture(["rounds": FixtureText.rounds])
        defer { fixture.remove() }
        var mark = Mark()
        var comparedClocks = 0
        for round in 0..<rounds {
            // A new session now and then, so that a thousand rounds do not fold one that is a thousand rounds long.
            if round % 40 == 0 { mark = Mark() }
            let program = try fixture.start()
            try open(program, anew: round % 40 == 0)
            if mark.clock != nil, mark.title == program.screen.lines[0] { comparedClocks += 1 }
            try check(program, fixture, after: mark, "round \(round)")
            disturb(program, &chance)
            mark = try end(program, fixture, &chance)
        }
        #expect(comparedClocks >= rounds / 5, "\(comparedClocks) clocks were compared in \(rounds) rounds")
    }

    /// Comes to an open moment: of a new session, or of the one that was killed.
    private func open(_ program: PtySession, anew: Bool) throws {
        try program.see("Enter start")
        if anew {
            program.send("x")
            program.send("\r")
        } else {
            try program.see("You were in the middle of “Rounds”.")
            program.send("o")
        }
        try program.see("· moment ")
        program.settle()
    }

    private func check(_ program: PtySession, _ fixture: Fixture, after mark: Mark, _ round: Comment) throws {
        let firstClock = program.clockShown
        let streams = try fixture.streams()
        let newest = try #require(streams.first)
        let events = try fixture.events(of: newest.id)
        #expect(events.map(\.sequence) == Array(1...events.count), round)
        #expect(Array(events.prefix(mark.events.count)) == mark.events, round)
        let timed = try events.map { try TimedEvent($0.record) }
        let session = Session(replaying: timed)
        // What was on the killed screen: the journal knew of it.
        if let moment = Self.moment(mark.title) { #expect(session.moments.count >= moment, round) }
        try expectClock(session, firstClock, after: mark, program, round)

        try program.reachMoment(stopping: [.open])
        let text = program.screen.text
        #expect(Self.moment(program.screen.lines[0]) == session.moments.count, round)
        #expect(text.contains(" \(Self.trust(session.front.trust))"), round)
        #expect(text.contains(" \(Self.heat(session.front.heat))"), round)
        let isPromised = session.commitments.contains { $0.state == .open }
        #expect(text.contains("status due in ") == isPromised, round)
        for entry in session.front.transcript.suffix(2) {
            #expect(text.contains(entry.text), "\(round): “\(entry.text)” in\n\(text)")
        }
        #expect(text.contains("1  One thing first, then the rest."), round)
    }

    /// No clock shows less than it last showed on the killed screen.
    private func expectClock(
        _ session: Session, _ shown: Int?, after mark: Mark, _ program: PtySession, _ round: Comment
    ) throws {
        guard let before = mark.clock, mark.title == program.screen.lines[0] else { return }
        let clock = try #require(session.front.clock, round)
        let left = (clock.left(at: session.local(session.time)) + 999) / 1_000
        #expect(left >= before, "\(round): \(before) was shown and \(left) is left")
        // A second may have begun since the session went on.
        if let shown { #expect(shown >= before - 1, "\(round): \(before) was shown and now \(shown)") }
    }

    /// A few keys, with pauses between them or without.
    private func disturb(_ program: PtySession, _ chance: inout Chance) {
        let keys = ["1", "2", "3", "1\r", "2\r", "3\r", "r", " ", "  ", "w", "j", "\r", "1\r\r\r2", "?"]
        for _ in 0..<chance.next(0...3) {
            program.send(keys[chance.next(0...(keys.count - 1))])
            if chance.next(0...1) == 0 { program.wait(timeout: Double(chance.next(0...60)) / 1_000) { _ in false } }
        }
    }

    /// Kills the program, now or soon, and remembers what was known.
    private func end(_ program: PtySession, _ fixture: Fixture, _ chance: inout Chance) throws -> Mark {
        var mark = Mark()
        let streams = try fixture.streams()
        let newest = try #require(streams.first)
        mark.events = try fixture.events(of: newest.id)
        program.wait(timeout: Double(chance.next(0...120)) / 1_000) { _ in false }
        program.signal(SIGKILL)
        #expect(program.waitExit() == -SIGKILL)
        mark.title = program.screen.lines[0]
        mark.clock = program.clockShown
        return mark
    }

    @Test func aClockThatRanForAWhileGoesOnFromWhereItWas() throws {
        let fixture = try Fixture(["rounds": FixtureText.rounds])
        defer { fixture.remove() }
        let program = try fixture.start("practise", "rounds")
        try program.reachMoment()
        // Long enough for the time to be written down once.
        program.wait(timeout: 10) { $0.clockShown.map { $0 <= 13 } ?? false }
        program.signal(SIGKILL)
        #expect(program.waitExit() == -SIGKILL)
        let before = try #require(program.clockShown)
        #expect(before <= 13)
        let again = try fixture.start()
        try again.see("You were in the middle of “Rounds”.")
        again.send("o")
        again.wait { $0.clockShown != nil }
        let now = try #require(again.clockShown)
        #expect((before...(before + 6)).contains(now), "\(before) was shown, and now \(now)")
    }

    private static func moment(_ title: String) -> Int? {
        guard let range = title.range(of: "moment ") else { return nil }
        return Int(title[range.upperBound...].prefix { $0.isNumber })
    }

    private static func trust(_ value: Int) -> String {
        ["gone", "wary", "guarded", "warming", "trusting"][min(4, value / 20)]
    }

    private static func heat(_ value: Int) -> String {
        ["calm", "settled", "tense", "high", "boiling"][min(4, value / 20)]
    }
}
