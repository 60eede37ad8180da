import Conversation
import Terminal
import Testing

@testable import Interface

@Suite("Practising")
struct PracticeTests {
    private func picture(_ desk: Desk, columns: Int = 80, rows: Int = 24) -> Picture {
        Picture(desk.compositor, columns: columns, rows: rows, at: desk.now)
    }

    @Test("lines arrive one after the other, and the replies after the last one")
    func arriving() throws {
        var desk = try Desk()
        #expect(picture(desk).contains("Rain on the skylight."))
        #expect(!picture(desk).contains("my cake did not come"))
        try desk.pass(700)
        #expect(picture(desk).contains("Ana is typing"))
        try desk.pass(800)
        #expect(picture(desk).contains("my cake did not come"))
        #expect(!picture(desk).contains("What has to be on the table"))
        try desk.hear()
        #expect(picture(desk).contains("1  What has to be on the table"))
        #expect(!picture(desk).contains("wait a beat)"))
    }

    @Test("Enter brings the next line at once, and never says anything by itself")
    func enter() throws {
        var desk = try Desk()
        for _ in 0..<10 { desk.press(.plain(.enter)) }
        #expect(picture(desk).contains("is anybody there"))
        #expect(desk.session.moments[0].reply == nil)
        #expect(picture(desk).contains("Say one with its number, or choose with the arrows first."))
    }

    @Test("a scenario that loops when the clock runs out is named, and does not keep the machine busy")
    func loopingSilence() throws {
        let source = """
            title: Start
            scenario: A loop
            channels: chat
            cast: Ana
            customer: Ana
            ---
            <<channel chat>>
            <<reply_within 5>>
            Ana: hello? #line:a
            -> Here. #move:focusing-question #line:b
                Coach: Short. #line:c
                <<jump Done>>
            -> … #timeout #line:d
                Coach: Nothing moved. #line:e
                <<jump Round>>
            ===
            title: Round
            ---
            <<jump Robin>>
            ===
            title: Robin
            ---
            <<jump Round>>
            ===
            title: Done
            ending: done
            outcome: kept
            ---
            Ana: bye #line:f
            ===
            """
        var desk = try Desk(source)
        try desk.hear()
        try desk.pass(60_000)
        #expect(desk.notice?.contains("Robin") == true)
        #expect(desk.screen.nextDeadline(after: desk.now, motion: .full) == nil)
        #expect(desk.session.moments[0].reply == nil)
    }

    @Test("a number says that reply; so do arrows and Enter")
    func saying() throws {
        var desk = try Desk()
        try desk.hear()
        desk.press("3")
        #expect(desk.session.moments[0].reply?.text == "Please calm down.")
        desk = try Desk()
        try desk.hear()
        desk.press(.plain(.down))
        desk.press(.plain(.down))
        desk.press(.plain(.enter))
        #expect(desk.session.moments[0].reply?.text == "I'm sorry for any inconvenience.")
        desk = try Desk()
        try desk.hear()
        desk.press(.plain(.up))
        desk.press(.plain(.enter))
        #expect(desk.session.moments[0].reply?.text == "Please calm down.")
    }

    @Test("a number before the moment is open, or for no reply, is a word and no reply", arguments: ["1", "9", "w"])
    func notNow(key: String) throws {
        var desk = try Desk()
        desk.press(key)
        #expect(desk.session.moments[0].reply == nil)
        if key != "9" {
            #expect(picture(desk).contains("Let it arrive first. Enter brings the next line at once."))
        }
        try desk.hear()
        desk.press("9")
        #expect(picture(desk).contains("There is no reply 9 here."))
        #expect(desk.session.moments[0].reply == nil)
    }

    @Test("under the coach's word the clock stands still, and Enter goes on")
    func popUp() throws {
        var desk = try Desk()
        try desk.hear()
        desk.press("2")
        #expect(picture(desk).contains("“any inconvenience” could be anybody's."))
        let then = desk.screen.sessionTime(at: desk.now)
        try desk.pass(600_000)
        #expect(desk.screen.sessionTime(at: desk.now) == then)
        #expect(desk.wakings < 60)
        #expect(!picture(desk).contains("that is what they wrote"))
        desk.press("1")
        #expect(picture(desk).contains("Enter closes the coach's word first."))
        desk.press(.plain(.enter))
        try desk.hear()
        #expect(picture(desk).contains("that is what they wrote yesterday"))
        #expect(desk.clockLeft.map { (29_750...30_000).contains($0) } == true)
    }

    @Test("a nudge stops nothing and goes away with the next reply")
    func nudge() throws {
        var desk = try Desk()
        try desk.hear()
        desk.press("w")
        try desk.hear()
        #expect(picture(desk).contains("From her side, nothing moved."))
        desk.press("2")
        desk.press(.plain(.enter))
        #expect(!picture(desk).contains("From her side, nothing moved."))
    }

    @Test("a pause hides every word of the conversation, stops every clock, and gives all of it back")
    func pause() throws {
        var desk = try Desk()
        try desk.hear()
        try desk.pass(10_000)
        let left = desk.clockLeft
        desk.press(" ")
        #expect(picture(desk).contains("Paused"))
        for words in ["cake on", "anybody", "What has", "Ana", "trust"] {
            #expect(!picture(desk).lines.dropFirst().contains { $0.contains(words) })
        }
        let wakings = desk.wakings
        try desk.pass(3_600_000)
        #expect(desk.wakings == wakings)
        desk.press(" ")
        #expect(desk.clockLeft == left)
        #expect(picture(desk).contains("my cake did not come"))
        #expect(desk.session.log.contains { if case .resumed = $0.event { true } else { false } })
    }

    @Test("clocks wait while another screen is in front, and while the window is too small")
    func waiting() throws {
        var desk = try Desk()
        try desk.hear()
        let left = desk.clockLeft
        desk.front(false)
        try desk.pass(100_000)
        #expect(desk.clockLeft == left)
        desk.front(true)
        desk.send(.resized(Size(columns: 59, rows: 16)))
        try desk.pass(100_000)
        #expect(desk.clockLeft == left)
        desk.send(.resized(Size(columns: 60, rows: 16)))
        try desk.pass(1_000)
        #expect(desk.clockLeft.map { $0 < 60_000 } == true)
        #expect(desk.session.moments[0].reply == nil)
    }

    @Test("a clock that runs out takes the silence by itself")
    func runsOut() throws {
        var desk = try Desk()
        try desk.hear()
        try desk.pass(60_500)
        #expect(desk.session.moments[0].reply?.role == .timeout)
        #expect(picture(desk).contains("One short line would hold the door."))
    }

    @Test("retry goes back to the last moment, and the title counts the attempt")
    func retry() throws {
        var desk = try Desk()
        try desk.hear()
        desk.press("r")
        #expect(picture(desk).contains("There is no earlier moment yet."))
        for attempt in 2...4 {
            desk.press("3")
            desk.press("r")
            #expect(picture(desk).contains("attempt \(attempt)"))
            #expect(picture(desk).contains("1  What has to be on the table"))
            #expect(!picture(desk).contains("Nobody was ever calmed"))
            #expect(desk.clockLeft == 60_000)
        }
    }

    @Test("stepping back is always allowed: at a moment, before it, and under the coach's word", arguments: 0...2)
    func stepBack(when: Int) throws {
        var desk = try Desk()
        if when > 0 { try desk.hear() }
        if when > 1 { desk.press("3") }
        desk.press("b")
        #expect(picture(desk).contains("Somebody else takes over from here"))
        #expect(!desk.session.log.contains { if case .steppedBack = $0.event { true } else { false } })
        desk.press(.plain(.enter))
        try desk.pass(20_000)
        #expect(picture(desk).contains("i have it from here"))
        #expect(picture(desk).contains("This conversation is over."))
    }

    @Test("the mail is looked at once more before it goes out")
    func mail() throws {
        var desk = try Desk()
        for key in ["1", "1", "1"] { try desk.say(key) }
        #expect(picture(desk).contains("Draft ──"))
        try desk.say("1")
        #expect(picture(desk).contains("A last look"))
        #expect(picture(desk).contains("in a few seconds · 2 paragraphs, 9 words"))
        desk.press(.plain(.enter))
        try desk.pass(10_000)
        #expect(desk.session.front.draft.isEmpty)
        #expect(picture(desk).contains("This conversation is over."))
    }

    @Test("over, Enter and q look back on it")
    func over() throws {
        for key in [Key.plain(.enter), .character("q")] {
            var desk = try Scenes.over()
            desk.press(key)
            #expect(desk.wanted == [.finish(desk.screen.stream)])
        }
    }

    @Test("leaving in the middle only closes the screen: the session waits in the journal")
    func leaving() throws {
        var desk = try Desk()
        desk.press("q")
        #expect(desk.wanted == [.close])
    }

    @Test("what the journal cannot keep is said as long as it cannot")
    func trouble() throws {
        var desk = try Desk()
        desk.fail("Not saved: the disk is full.")
        try desk.hear()
        #expect(picture(desk).lines.last == " Not saved: the disk is full.")
        desk.press("1")
        #expect(!picture(desk).contains("the disk is full"))
    }

    @Test("a paste says nothing for the learner")
    func paste() throws {
        var desk = try Desk()
        try desk.hear()
        desk.send(.paste("1\n1\n1\n"))
        #expect(desk.session.moments[0].reply == nil)
    }

    @Test("with a clock on the screen it wakes for the next second, and no oftener")
    func everySecond() throws {
        var desk = try Desk()
        try desk.hear()
        try desk.pass(300)
        let left = try #require(desk.clockLeft)
        let deadline = try #require(desk.screen.nextDeadline(after: desk.now, motion: .full))
        #expect(Int(deadline - desk.now) <= 1_000)
        try desk.pass(Int(deadline - desk.now))
        #expect(StoryDuration.clock(desk.clockLeft ?? 0) != StoryDuration.clock(left) || desk.clockLeft == left)
        let before = desk.wakings
        try desk.pass(10_000)
        #expect((8...14).contains(desk.wakings - before))
    }

    @Test("with no clock and nothing on its way it is never woken")
    func idle() throws {
        var desk = try Desk()
        try desk.hear()
        desk.press("1")
        desk.press(.plain(.enter))
        try desk.hear()
        #expect(desk.session.front.clock == nil)
        #expect(desk.screen.nextDeadline(after: desk.now, motion: .full) == nil)
        let over = try Scenes.over()
        #expect(over.screen.nextDeadline(after: over.now, motion: .full) == nil)
    }

    @Test("scrolling back says how much is below; a page down from the top moves at once")
    func scrolling() throws {
        var desk = try Scenes.over()
        let end = picture(desk, columns: 60, rows: 16).lines
        desk.send(.resized(Size(columns: 60, rows: 16)))
        desk.press("g")
        let top = picture(desk, columns: 60, rows: 16)
        #expect(top.lines != end)
        #expect(top.contains("more below"))
        desk.press(.plain(.pageDown))
        #expect(picture(desk, columns: 60, rows: 16).lines != top.lines)
        desk.press("G")
        #expect(picture(desk, columns: 60, rows: 16).lines == end)
    }

    @Test("scrolled back, the words one reads stay where they are while new ones come and the window changes")
    func keepsPlace() throws {
        var desk = try Desk()
        try desk.say("2")
        desk.press("1")
        desk.press(.plain(.enter))
        desk.send(.resized(Size(columns: 60, rows: 16)))
        func top(_ desk: Desk, columns: Int = 60) -> String? {
            Picture(desk.compositor, columns: columns, rows: 16, at: desk.now).lines.dropFirst(5).first
        }
        desk.press(.plain(.home))
        #expect(top(desk)?.contains("Rain on the skylight") == true)
        let before = desk.session.front.transcript.count { $0.heard <= desk.screen.local(at: desk.now) }
        try desk.pass(20_000)
        #expect(desk.session.front.transcript.count { $0.heard <= desk.screen.local(at: desk.now) } > before)
        #expect(top(desk)?.contains("Rain on the skylight") == true)
        desk.send(.resized(Size(columns: 72, rows: 16)))
        #expect(top(desk, columns: 72)?.contains("Rain on the skylight") == true)
        desk.press(.plain(.end))
        #expect(top(desk, columns: 72)?.contains("Rain on the skylight") == false)
    }
}
