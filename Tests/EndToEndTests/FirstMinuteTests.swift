import Foundation
import PseudoTerminal
import Testing

/// Home and a conversation, as somebody meets them who has never run the program before.
@Suite(.serialized, .timeLimit(.minutes(15))) struct FirstMinuteTests {
    private func opened(
        _ arguments: String..., of scenarios: [String: String] = ["mini": FixtureText.mini], rows: Int = 24,
        columns: Int = 80
    ) throws -> (Fixture, PtySession) {
        let fixture = try Fixture(scenarios)
        let session = try PtySession(
            Fixture.program, arguments + ["--content", fixture.content], env: ["HOME": fixture.home], rows: rows,
            columns: columns)
        return (fixture, session)
    }

    @Test func homeComesWithAnEmptyHomeAndEnterStarts() throws {
        let (fixture, session) = try opened()
        defer { fixture.remove() }
        try session.see("Welcome.")
        #expect(session.screen.text.contains("▸ Mini parcel"))
        #expect(session.screen.text.contains("Enter start"))
        try session.press("\r", for: "Priya Nair · a mother in a hurry")
        try session.reachMoment()
        #expect(session.screen.text.contains("hi its late 日本 é"))
        #expect(session.screen.text.contains("1  What must be there by Saturday?"))
        #expect(session.screen.text.contains("trust ▄ guarded · heat ▆ high · queue 7"))
        #expect(session.screen.unknown == [])
    }

    @Test func practiseGoesStraightThere() throws {
        let (fixture, session) = try opened("practise", "mini")
        defer { fixture.remove() }
        #expect(try session.reachMoment() == .open)
        try session.press("q", for: "Library")
    }

    @Test(arguments: [(24, 80), (50, 160)]) func aNumberSaysALine(_ rows: Int, _ columns: Int) throws {
        let (fixture, session) = try opened("practise", "mini", rows: rows, columns: columns)
        defer { fixture.remove() }
        try session.reachMoment()
        try session.press("1", for: "Trust +8 ▲ · Heat −4 ▼")
        #expect(session.screen.text.contains("“by Saturday” shows you heard."))
        #expect(session.screen.text.contains("What must be there by Saturday?"))
        #expect(session.stage == .popUp)
        #expect(try fixture.session().moments.first?.reply?.text == "What must be there by Saturday?")
        session.press("\r")
        #expect(session.stage != .popUp)
    }

    @Test func arrowsChooseAndEnterSays() throws {
        let (fixture, session) = try opened("practise", "mini")
        defer { fixture.remove() }
        try session.reachMoment()
        try session.press("\u{1B}[B", for: "▸ 1")
        try session.press("\u{1B}[B", for: "▸ 2")
        try session.press("k", for: "▸ 1")
        try session.press("j", for: "▸ 2")
        try session.press("\r", for: "Trust −12 ▼ · Heat +6 ▲")
        #expect(try fixture.session().front.trust == 28)
    }

    @Test func anEnterTooManySaysNothing() throws {
        let (fixture, session) = try opened("practise", "mini")
        defer { fixture.remove() }
        try session.reachMoment()
        try session.press("\r", for: "Say one with its number")
        try session.press("7", for: "There is no reply 7 here.")
        #expect(try fixture.session().moments.first?.reply == nil)
    }

    @Test func waitingABeatIsAReply() throws {
        let (fixture, session) = try opened("practise", "mini")
        defer { fixture.remove() }
        try session.reachMoment()
        try session.press("w", for: "A beat is an answer too.")
        #expect(try fixture.session().moments.first?.reply?.role == .pause)
    }

    @Test func helpShowsTheKeysOfThisScreen() throws {
        let (fixture, session) = try opened()
        defer { fixture.remove() }
        try session.see("Library")
        try session.press("?", for: "Keys — Home")
        #expect(session.screen.text.contains("Past sessions and their debriefs."))
        try session.press("\u{1B}", for: "Library")
        session.send("\r")
        try session.reachMoment()
        try session.press("?", for: "Keys — Practice")
        #expect(session.screen.text.contains("Stop every clock and hide the text"))
        let shown = try clockAfterHelp(session)
        let left = try #require(shown)
        #expect(left >= 19, "clocks stand still while help is read")
    }

    private func clockAfterHelp(_ session: PtySession) throws -> Int? {
        session.wait(timeout: 1.5) { _ in false }
        try session.press("\u{1B}", for: "1-9 say")
        return session.clockShown
    }

    @Test func retryGoesBackAndKeepsEveryAttempt() throws {
        let (fixture, session) = try opened("practise", "mini")
        defer { fixture.remove() }
        try session.reachMoment()
        try session.press("1", for: "Trust +8")
        try session.press("r", for: "attempt 2")
        try session.press("2", for: "Trust −12")
        try session.press("r", for: "attempt 3")
        #expect(session.stage == .open)
        #expect(session.screen.text.contains("trust ▄ guarded"))
        #expect(session.clockShown == 20)
        try session.press("1", for: "Trust +8")
        let after = try fixture.session()
        #expect(after.front.trust == 48)
        #expect(after.front.ruptures.isEmpty)
        let replies = after.log.count { if case .replied = $0.event { true } else { false } }
        #expect(replies == 3, "every attempt stands in the journal")
        #expect(try session.reachMoment() == .open)
        #expect(session.screen.lines[0].contains("moment 2"))
        #expect(!session.screen.lines[0].contains("attempt"), "the mail was not tried before")
    }

    @Test func stepBackHandsOver() throws {
        let (fixture, session) = try opened("practise", "mini")
        defer { fixture.remove() }
        try session.reachMoment()
        session.say("b")
        try session.see("Somebody else takes over from here")
        try session.press("\u{1B}", for: "1-9 say")
        session.say("b")
        session.press("\r")
        #expect(try session.reachMoment() == .over)
        #expect(session.screen.text.contains("ok, her then"))
        guard case .ended(let ended) = try fixture.session().status else {
            Issue.record("the session did not end")
            return
        }
        #expect(ended.ending == "handed-over")
    }

    @Test func theScriptIsAtHandBeforeAnythingIsSaid() throws {
        let lines = """
            -> Priya, somebody who can decide takes this on. You won't tell it again. #move:own-without-blame #line:h1
                <<trust +3>>
                Coach: [quote]You won't tell it again[/quote] is what she feared. #line:h2
            -> May we both have two quiet minutes? #move:focusing-question #line:h3
                <<trust +3>>
                Coach: [quote]two quiet minutes[/quote] has an end to it. #line:h4
            Priya: ok, her then
            """
        let (fixture, session) = try opened(
            "practise", "mini", of: ["mini": FixtureText.mini.replacing("Priya: ok, her then", with: lines)])
        defer { fixture.remove() }
        try session.reachMoment()
        let before = try fixture.session()
        session.say("b")
        try session.see("Stepping back: nothing is said yet")
        #expect(session.screen.text.contains("1  Priya, somebody who can decide"))
        #expect(session.screen.text.contains("2  May we both have two quiet minutes?"))
        #expect(session.clockShown != nil, "the clock is there, and goes on")
        try session.press("\u{1B}", for: "1-9 say")
        #expect(try fixture.session().moments == before.moments)
        #expect(try !fixture.session().log.contains { if case .steppedBack = $0.event { true } else { false } })
        session.say("b")
        try session.see("Stepping back: nothing is said yet")
        session.press("j")
        session.press("j")
        session.press("\r")
        #expect(try session.reachMoment() == .over)
        let after = try fixture.session()
        #expect(after.moments.last?.reply?.text == "May we both have two quiet minutes?")
        #expect(session.screen.text.contains("ok, her then"))
    }

    @Test func aConsoleGetsSignsThatItsFontHas() throws {
        let fixture = try Fixture()
        defer { fixture.remove() }
        let session = try fixture.start(env: ["TERM": "linux"])
        try session.see("> Mini parcel")
        #expect(!session.screen.text.contains("▸"))
        #expect(!session.screen.text.contains("─"))
    }

    @Test func aBrokenScenarioShowsItsReasonAndTheOthersWork() throws {
        let fixture = try Fixture(["mini": FixtureText.mini, "broken": FixtureText.broken])
        defer { fixture.remove() }
        let session = try fixture.start()
        try session.see("needs mending")
        #expect(session.screen.text.contains("▸ Broken one"))
        #expect(session.screen.text.contains("This scenario cannot be played yet."))
        try session.press("\r", for: "There is no command `trsut`")
        #expect(session.screen.text.contains("scenario.yarn:19:3"))
        #expect(session.screen.text.contains("Did you mean `trust`?"))
        try session.press("\u{1B}", for: "Library")
        session.press("j")
        session.send("\r")
        #expect(try session.reachMoment() == .open)
    }
}
