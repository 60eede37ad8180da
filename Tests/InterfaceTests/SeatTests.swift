import Room
import SampleScenarios
import Terminal
import Testing

@testable import Interface

@Suite("Seats in a live room")
struct SeatTests {
    private func wish(_ wish: RoomInput.Wish, _ person: String) -> Effect { .live(.wish(person: person, wish)) }

    /// A room whose first round runs, with its first moment open.
    private func playing(hasCustomer: Bool = true) throws -> SeatHouse {
        var house = try SeatHouse(hasCustomer: hasCustomer)
        house.agree()
        try house.begin()
        return house
    }

    // MARK: Yes or no

    @Test("nothing of a room is shown before the yes, and each answer has its number")
    func consent() throws {
        var house = try SeatHouse()
        #expect(house.press("1", as: "wanda") == [wish(.agree(mayKeep: true), "p1")])
        #expect(house.press("2", as: "xaver") == [wish(.agree(mayKeep: false), "p2")])
        #expect(house.press("3", as: "yusuf") == [.live(.leave)])
        #expect(house.rehearsal.room.agreed == ["p1": true, "p2": false])
        #expect(!house.rehearsal.room.isKept)
        // Whoever comes late reads it first as well.
        house.rehearsal.ask(.leave, person: "p3", account: "yusuf")
        try house.begin()
        house.rehearsal.ask(.join(name: "Late", .player), account: "late")
        let late = Picture(house.seat("late"), columns: 80, rows: 24, at: house.now)
        #expect(late.contains("What is recorded"))
        #expect(late.contains("What a lead can never see"))
        #expect(!late.contains("still on the stairs"))
    }

    @Test("where the room is forgotten anyway, there are two answers")
    func forgotten() throws {
        var house = try SeatHouse(recording: .forgotten)
        #expect(house.press("2", as: "wanda") == [.live(.leave)])
        #expect(house.press("3", as: "wanda") == [])
    }

    @Test("a shared file says what it cannot promise, and only there")
    func sharing() throws {
        let house = try SeatHouse()
        let shared = Picture(house.seat("wanda", sharesFile: true), columns: 80, rows: 24, at: house.now)
        #expect(shared.contains("What this file cannot promise"))
        #expect(!Picture(house.seat("wanda"), columns: 80, rows: 24, at: house.now).contains("cannot promise"))
    }

    // MARK: The agent

    @Test("a number says a reply of the open moment, once")
    func replying() throws {
        var house = try playing()
        let moment = try #require(house.rehearsal.room.play.front.offer).sequence
        var screen = house.seat("wanda")
        #expect(screen.press(.character("2"), at: house.now) == [wish(.reply(option: 1, moment: moment), "p1")])
        // Until the answer comes, a second press says nothing.
        #expect(screen.press(.character("1"), at: house.now) == [])
        #expect(house.press("1", as: "wanda") == [wish(.reply(option: 0, moment: moment), "p1")])
        #expect(house.rehearsal.room.play.moments.first?.reply?.text.hasPrefix("What has to be ready") == true)
        // What comes next has to be heard first.
        #expect(house.press("1", as: "wanda") == [])
        house.rehearsal.hear()
        #expect(house.press("1", as: "wanda").count == 1)
    }

    @Test("arrows choose, Enter says; without a choice it says nothing")
    func choosing() throws {
        var house = try playing()
        let moment = try #require(house.rehearsal.room.play.front.offer).sequence
        house.press(.plain(.enter), as: "wanda")
        #expect(house.rehearsal.room.play.moments.first?.reply == nil)
        house.press(.plain(.down), as: "wanda")
        house.press(.plain(.down), as: "wanda")
        #expect(house.press(.plain(.enter), as: "wanda") == [wish(.reply(option: 1, moment: moment), "p1")])
    }

    @Test("own words go to the open moment; declined, they stand there again")
    func ownWords() throws {
        var house = try playing()
        let moment = try #require(house.rehearsal.room.play.front.offer).sequence
        house.press("tI am looking", as: "wanda")
        var screen = house.seat("wanda")
        #expect(screen.press(.plain(.enter), at: house.now) == [wish(.say("I am looking", moment: moment), "p1")])
        #expect(!screen.isTyping)
        screen.receive(refusal: "That moment had passed when your reply came.", at: house.now)
        #expect(Picture(screen, columns: 80, rows: 24, at: house.now).contains("! That moment had passed"))
        #expect(screen.press(.character("t"), at: house.now) == [])
        #expect(screen.typing.editor.value == "I am looking")
    }

    @Test("while nothing gets through, what was typed stays, and goes when it is back")
    func trouble() throws {
        var house = try playing()
        house.press("tone moment", as: "wanda")
        #expect(house.press(.plain(.enter), as: "wanda", trouble: "The journal does not answer.") == [])
        let away = Picture(
            house.seat("wanda", trouble: "The journal does not answer."), columns: 80, rows: 24, at: house.now)
        #expect(away.contains("one moment"))
        #expect(away.contains("The journal does not answer. What you typed stays here."))
        #expect(house.press(.plain(.enter), as: "wanda").count == 1)
    }

    @Test("stepping back, and silence where there is room for it")
    func other() throws {
        var house = try playing()
        #expect(house.press("w", as: "wanda") == [])
        #expect(house.press("b", as: "wanda") == [wish(.stepBack, "p1")])
        #expect(house.press("b", as: "yusuf") == [])
    }

    @Test("frozen, nothing is said; muted, nothing is asked")
    func held() throws {
        var house = try playing()
        try house.rehearsal.perform(.freeze)
        #expect(house.press("1", as: "wanda") == [])
        try house.rehearsal.perform(.freeze)
        try house.rehearsal.perform(.mute("p1", true))
        #expect(house.press("1", as: "wanda") == [])
        #expect(Picture(house.seat("wanda"), columns: 80, rows: 24, at: house.now).contains("not taken just now"))
    }

    // MARK: The customer

    @Test("the customer's card stays in sight, and turns; what is typed is said")
    func customer() throws {
        var house = try playing()
        for (columns, rows) in [(80, 24), (120, 40)] {
            var seen = ""
            var turning = house
            for _ in 0..<6 {
                seen += Picture(turning.seat("xaver"), columns: columns, rows: rows, at: house.now).text
                turning.press(.plain(.right), as: "xaver")
            }
            let words = ["zqlandlord", "zqloan", "zqhear", "zqcold", "zqexcuses", "zqsofter", "zqshout", "zqpupil"]
            for word in words { #expect(seen.contains(word), "\(word) at \(columns)×\(rows)") }
        }
        house.press("thello, are you there", as: "xaver")
        let effects = house.press(.plain(.enter), as: "xaver")
        #expect(effects == [wish(.say("hello, are you there", moment: 0), "p2")])
        #expect(house.rehearsal.room.said.map(\.said.text) == ["hello, are you there"])
        // Everybody reads what was typed; the scenario's own line is the customer's to speak.
        let observer = Picture(house.seat("yusuf"), columns: 80, rows: 24, at: house.now)
        #expect(observer.contains("hello, are you there"))
        #expect(!observer.contains("still on the stairs"))
        #expect(Picture(house.seat("xaver"), columns: 80, rows: 24, at: house.now).contains("still on the stairs"))
    }

    @Test("Q puts the card away, and shows it again")
    func cardAway() throws {
        var house = try playing()
        #expect(Picture(house.seat("xaver"), columns: 80, rows: 24, at: house.now).contains("zqlandlord"))
        house.press("Q", as: "xaver")
        #expect(!Picture(house.seat("xaver"), columns: 80, rows: 24, at: house.now).text.contains("zq"))
        house.press("Q", as: "xaver")
        #expect(Picture(house.seat("xaver"), columns: 80, rows: 24, at: house.now).contains("zqlandlord"))
    }

    // MARK: Observers

    @Test("a mark has one key, the time it was pressed, and the last words; it is kept by itself")
    func marking() throws {
        var house = try playing()
        house.press("1", as: "wanda")
        house.rehearsal.pass(2_000)
        let pressed = house.rehearsal.room.clock.session(at: house.rehearsal.time)
        // A letter that does something else everywhere else.
        #expect(house.press("t", as: "yusuf") == [])
        #expect(house.look(as: "yusuf") == [])
        house.rehearsal.pass(Int(SeatMarking.waits))
        let quote = "What has to be ready by five, and who is in the way of it now?"
        #expect(house.look(as: "yusuf") == [wish(.mark(behaviour: "t", quote: quote, at: pressed), "p3")])
        let mark = try #require(house.rehearsal.room.marks.first).mark
        #expect((mark.at, mark.quote, mark.behaviour) == (pressed, quote, "t"))
        #expect(mark.moment == house.rehearsal.room.play.moments.first?.sequence)
    }

    @Test("an earlier reply, no words, or some that are typed; another key keeps the one before")
    func quoting() throws {
        var house = try playing()
        for _ in 0..<2 {
            house.rehearsal.hear()
            house.press("1", as: "wanda")
            house.rehearsal.pass(3_000)
        }
        house.press("a", as: "yusuf")
        house.press(.plain(.up), as: "yusuf")
        house.press("s", as: "yusuf")
        house.press(.character("/"), as: "yusuf")
        house.press("ten minutes", as: "yusuf")
        house.press(.plain(.enter), as: "yusuf")
        house.press("a", as: "yusuf")
        house.press(.character("/"), as: "yusuf")
        house.press("said aloud only", as: "yusuf")
        house.press(.plain(.enter), as: "yusuf")
        house.press("t", as: "yusuf")
        house.press(.plain(.escape), as: "yusuf")
        #expect(
            house.rehearsal.room.marks.map(\.mark.quote) == [
                "What has to be ready by five, and who is in the way of it now?",
                "I call the crew now, and you hear from me in ten minutes, whatever they say.", "said aloud only",
            ])
        #expect(house.rehearsal.room.marks.map(\.mark.behaviour) == ["a", "s", "a"])
    }

    @Test("one's own mark is taken out, nobody else's")
    func unmarking() throws {
        var house = try playing()
        house.press("a", as: "yusuf")
        house.press(.plain(.enter), as: "yusuf")
        house.press("s", as: "zoe")
        house.press(.plain(.enter), as: "zoe")
        #expect(house.rehearsal.room.marks.count == 2)
        house.press(.plain(.delete), as: "yusuf")
        #expect(house.rehearsal.room.marks.map(\.mark.person) == [house.person("zoe")])
        #expect(house.press("a", as: "vera") == [])
    }

    @Test("in plain mode a letter of the checklist marks, and an empty line keeps it")
    func markingInPlainMode() throws {
        var house = try playing()
        house.press("1", as: "wanda")
        house.rehearsal.pass(2_000)
        var compositor = Compositor(look: Look(theme: .calm, glyphs: .ascii))
        _ = compositor.receive(.resized(Size(columns: 80, rows: 24)), at: house.now)
        compositor.push(house.seat("yusuf"), at: house.now)
        var effects: [Effect] = []
        for line in ["t", ""] {
            let narration = try #require(compositor.narration(at: house.now))
            guard case .act(let actions) = PlainLine(line, in: narration, keys: .standard) else {
                Issue.record("“\(line)” means nothing")
                return
            }
            for action in actions { effects += compositor.perform(action, at: house.now) }
        }
        let pressed = house.rehearsal.room.clock.session(at: house.rehearsal.time)
        let quote = "What has to be ready by five, and who is in the way of it now?"
        #expect(effects == [wish(.mark(behaviour: "t", quote: quote, at: pressed), "p3")])
    }

    // MARK: The room votes

    @Test("a number votes, another changes it; the agent has no voice in it")
    func voting() throws {
        var house = try playing()
        try house.rehearsal.perform(.openVote)
        let moment = try #require(house.rehearsal.room.vote).moment
        #expect(house.press("2", as: "vera") == [wish(.vote(option: 1, moment: moment), "p4")])
        #expect(Picture(house.seat("vera"), columns: 80, rows: 24, at: house.now).contains("Your 2 is counted"))
        house.press("3", as: "vera")
        house.press("1", as: "yusuf")
        #expect(house.rehearsal.room.vote?.votes == ["p4": 2, "p3": 0])
        #expect(house.press("7", as: "vera") == [.notice("There is no reply 7 here.")] || house.wanted.isEmpty)
        #expect(house.seat("wanda").place.vote == nil)
        try house.rehearsal.perform(.closeVote)
        #expect(house.press("1", as: "vera") == [])
    }

    // MARK: Afterwards

    @Test("what one said, a small win by its name, a comment on a moment")
    func afterwards() throws {
        var house = try playing()
        house.press("1", as: "wanda")
        let moment = try #require(house.rehearsal.room.play.moments.first).sequence
        try house.rehearsal.perform(.end)
        house.press("tI asked first", as: "wanda")
        #expect(house.press(.plain(.enter), as: "wanda") == [wish(.feedback("I asked first"), "p1")])
        house.press("W2ten minutes", as: "yusuf")
        #expect(
            house.press(.plain(.enter), as: "yusuf")
                == [wish(.win(behaviour: "Named a time", person: "p1", words: "ten minutes"), "p3")])
        house.press("Wt", as: "yusuf")
        house.press("She laughed", as: "yusuf")
        #expect(
            house.press(.plain(.enter), as: "yusuf")
                == [wish(.win(behaviour: "She laughed", person: "p1", words: ""), "p3")])
        house.press("e1Why this?", as: "xaver")
        #expect(
            house.press(.plain(.enter), as: "xaver")
                == [wish(.comment("Why this?", moment: moment, replyTo: nil), "p2")])
        let page = Picture(house.seat("vera"), columns: 80, rows: 24, at: house.now)
        #expect(page.contains("“I asked first”"))
        #expect(page.contains("Named a time, Wanda: ten minutes"))
    }

    // MARK: The desk, and leaving

    @Test("the desk that came here is said, and S opens it; a co-facilitator may ask for it")
    func desk() throws {
        var house = try playing()
        #expect(house.press("S", as: "wanda") == [])
        #expect(house.press("S", as: "zoe") == [wish(.takeDesk, "p5")])
        var screen = house.seat("yusuf")
        house.rehearsal.takeDesk(account: "yusuf")
        screen.receive(house.rehearsal.view(as: "yusuf"), at: house.now)
        #expect(Picture(screen, columns: 80, rows: 24, at: house.now).contains("The desk has come to this terminal"))
        #expect(screen.press(.character("S"), at: house.now) == [.live(.show(.desk))])
    }

    @Test("leaving asks once; a room that is over, or closed to somebody, is left at once")
    func leaving() throws {
        var house = try playing()
        #expect(house.press("q", as: "wanda") == [])
        #expect(house.press("1", as: "wanda") == [])
        house.press("q", as: "wanda")
        #expect(house.press("2", as: "wanda") == [.live(.leave)])
        try house.rehearsal.perform(.remove("p4"))
        #expect(Picture(house.seat("vera"), columns: 80, rows: 24, at: house.now).contains("closed to you"))
        #expect(house.press(.plain(.enter), as: "vera") == [.live(.leave)])
        try house.rehearsal.perform(.close)
        #expect(house.press(.plain(.enter), as: "yusuf") == [.live(.leave)])
    }

    @Test("clocks that run wake it, and nothing does while all stands")
    func deadlines() throws {
        var house = try playing()
        let next = try #require(house.seat("wanda").nextDeadline(after: house.now, motion: .full))
        #expect(next > house.now && next - house.now <= 1_000)
        try house.rehearsal.perform(.freeze)
        #expect(house.seat("wanda").nextDeadline(after: house.now, motion: .full) == nil)
        try house.rehearsal.perform(.freeze)
        try house.rehearsal.perform(.end)
        #expect(house.seat("wanda").nextDeadline(after: house.now, motion: .full) != nil)
    }

    // MARK: Coming in

    @Test("a name that is taken is told, and another one asked for as the same")
    func nameTaken() throws {
        var house = try SeatHouse()
        house.rehearsal.ask(.join(name: "Wanda", .audience), account: "late")
        let refusal = try #require(house.rehearsal.room.refusals["late"]).reason
        var screen = house.seat("late")
        screen.receive(refusal: refusal, at: house.now)
        let later = house.now + 60_000
        _ = screen.reach(later)
        #expect(Picture(screen, columns: 80, rows: 24, at: later).contains("! Somebody here is called Wanda already."))
        for key in "tWillem" { #expect(screen.press(.character(key), at: later) == []) }
        #expect(screen.press(.plain(.enter), at: later) == [wish(.join(name: "Willem", .player), "")])
        house.rehearsal.ask(.join(name: "Willem", .audience), account: "late")
        screen.receive(house.rehearsal.view(as: "late"), at: later)
        #expect(Picture(screen, columns: 80, rows: 24, at: later).contains("What is recorded"))
    }

    @Test("what the room is asked while it looks back stands there, with its time")
    func prompt() throws {
        var house = try playing()
        for _ in 0..<40 where house.rehearsal.room.phase != .debrief { try house.rehearsal.perform(.next) }
        try house.rehearsal.perform(.ask("What did the agent do that helped?", lasting: 60_000))
        house.rehearsal.pass(10_500)
        let page = Picture(house.seat("vera"), columns: 80, rows: 24, at: house.now)
        #expect(page.contains("What did the agent do that helped?"))
        #expect(page.contains("0:50 left"))
        #expect(house.seat("vera").nextDeadline(after: house.now, motion: .full) == house.now + 500)
    }

    @Test("the form of a room asks for a code, a name and a part")
    func joining() {
        let now = RoomRehearsal.opened
        var screen = JoinScreen()
        func type(_ words: String) { for character in words { _ = screen.press(.character(character), at: now) } }
        type("moss-42")
        _ = screen.press(.plain(.enter), at: now)
        _ = screen.press(.plain(.enter), at: now)
        _ = screen.press(.plain(.right), at: now)
        _ = screen.press(.plain(.enter), at: now)
        #expect(screen.press(.plain(.enter), at: now) == [])
        #expect(Picture(screen, columns: 80, rows: 24, at: now).contains("! A first name or an alias is wanted"))
        _ = screen.press(.plain(.up), at: now)
        _ = screen.press(.plain(.up), at: now)
        type("Wanda")
        _ = screen.press(.plain(.enter), at: now)
        _ = screen.press(.plain(.enter), at: now)
        let wanted = JoinScreen.Request(code: "MOSS-42", name: "Wanda", kind: .audience)
        #expect(screen.press(.plain(.enter), at: now) == [.live(.join(wanted))])
        // The room is asked once, until it answers.
        #expect(screen.press(.plain(.enter), at: now) == [])
        screen.receive(refusal: "No room has that code, or its time is over.", at: now)
        #expect(Picture(screen, columns: 80, rows: 24, at: now).contains("! No room has that code"))
        #expect(screen.press(.plain(.enter), at: now) == [.live(.join(wanted))])
    }
}
