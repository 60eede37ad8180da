import Foundation
import PseudoTerminal
import SeededChance
import Testing

/// Clocks that run, clocks that stand still, and a program that does nothing when there is nothing to do.
@Suite(.serialized, .timeLimit(.minutes(15))) struct ClockTests {
    private func brief(rows: Int = 24, columns: Int = 80) throws -> (Fixture, PtySession) {
        let fixture = try Fixture(["brief": FixtureText.brief])
        let session = try fixture.start("practise", "brief", rows: rows, columns: columns)
        try session.reachMoment()
        return (fixture, session)
    }

    @Test(arguments: [(24, 80), (50, 160)]) func aClockRunsOutByItself(_ rows: Int, _ columns: Int) throws {
        let (fixture, session) = try brief(rows: rows, columns: columns)
        defer { fixture.remove() }
        #expect(session.clockShown.map { (1...2).contains($0) } ?? false)
        try session.see("She cannot see you reading.")
        #expect(session.screen.text.contains("Heat +10 ▲"))
        #expect(try fixture.session().moments.first?.reply?.role == .timeout)
    }

    @Test func pauseHidesTheTextAndStopsTheClock() throws {
        let (fixture, session) = try brief()
        defer { fixture.remove() }
        try session.press(" ", for: "Every clock stands still.")
        #expect(!session.screen.text.contains("quick?"))
        #expect(!session.screen.text.contains("1  Yes."))
        session.wait(timeout: 2.5) { _ in false }
        #expect(try fixture.session().moments.first?.reply == nil)
        try session.press(" ", for: "1  Yes.")
        #expect(session.screen.text.contains("quick?"))
        #expect(session.clockShown.map { $0 >= 1 } ?? false)
        try session.see("She cannot see you reading.")
    }

    @Test func aWindowTooSmallHoldsTheClock() throws {
        let (fixture, session) = try brief()
        defer { fixture.remove() }
        session.resize(rows: 15, columns: 59)
        try session.see("Rapport needs 60×16 cells")
        session.wait(timeout: 2.5) { _ in false }
        #expect(try fixture.session().moments.first?.reply == nil)
        session.resize(rows: 16, columns: 60)
        try session.see("1  Yes.")
        #expect(session.screen.text.contains("quick?"))
        try session.see("She cannot see you reading.")
    }

    @Test func keysSayNothingWhileTheWindowIsTooSmall() throws {
        let (fixture, session) = try brief()
        defer { fixture.remove() }
        session.resize(rows: 10, columns: 40)
        try session.see("Rapport needs")
        session.press("1")
        session.resize(rows: 24, columns: 80)
        try session.see("1  Yes.")
        #expect(try fixture.session().moments.first?.reply == nil)
    }

    @Test func aResizeStormLeavesTheScreenWhole() throws {
        let fixture = try Fixture()
        defer { fixture.remove() }
        let session = try fixture.start("practise", "mini")
        try session.reachMoment()
        var random = Chance(seed: 7)
        for _ in 0..<80 {
            session.resize(rows: random.next(4...60), columns: random.next(8...200))
            session.wait(timeout: 0.004) { _ in false }
        }
        session.resize(rows: 30, columns: 90)
        try session.see("1-9 say")
        session.press("\u{0C}")
        let lines = session.screen.lines
        #expect(lines.count == 30)
        #expect(lines[0].hasPrefix(" Mini parcel") && lines[0].hasSuffix("moment 1"))
        #expect(lines[29].contains("1-9 say"))
        #expect(session.screen.text.contains("1  What must be there by Saturday?"))
        try session.press("1", for: "Trust +8")
    }

    #if os(Linux)
    @Test func nothingStirsWhileNoClockIsShown() throws {
        let fixture = try Fixture()
        defer { fixture.remove() }
        let session = try fixture.start()
        try session.see("Library")
        try expectIdle(session, "on Home")
        session.send("\r")
        try session.reachMoment()
        try session.press(" ", for: "Every clock stands still.")
        try expectIdle(session, "while paused")
        try session.press(" ", for: "1-9 say")
        try session.press("1", for: "Trust +8")
        try expectIdle(session, "under the coach's word")
        try session.press("?", for: "Keys")
        try expectIdle(session, "in help")
    }

    @Test func aClockCostsAboutOneWakeUpASecond() throws {
        let fixture = try Fixture()
        defer { fixture.remove() }
        let session = try fixture.start("practise", "mini")
        try session.reachMoment()
        // Every five seconds the time is also written down; the middle one of five single seconds has none of that.
        var wakeUps: [Int] = []
        for _ in 0..<5 {
            let before = try voluntarySwitches(session)
            session.wait(timeout: 1) { _ in false }
            wakeUps.append(try voluntarySwitches(session) - before)
        }
        #expect((1...2).contains(wakeUps.sorted()[2]), "\(wakeUps)")
    }

    private func expectIdle(_ session: PtySession, _ place: Comment) throws {
        // What was just drawn may still be followed by work that was put off.
        session.wait(timeout: 0.2) { _ in false }
        let before = try voluntarySwitches(session)
        session.wait(timeout: 1) { _ in false }
        #expect(try voluntarySwitches(session) == before, place)
    }

    private func voluntarySwitches(_ session: PtySession) throws -> Int {
        let text = try String(contentsOfFile: "/proc/\(session.process)/status", encoding: .utf8)
        let line = text.split(separator: "\n").first { $0.hasPrefix("voluntary_ctxt_switches") }
        return try #require(line?.split(separator: "\t").last.flatMap { Int($0) })
    }
    #endif
}
