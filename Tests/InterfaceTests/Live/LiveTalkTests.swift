import Conversation
import Room
import SampleScenarios
import Terminal
import Testing

@testable import Interface

@Suite("What people of a live room say to each other, and what is taken back")
struct LiveTalkTests {
    // MARK: Comments

    @Test("a comment on a moment is read at every seat and at the desk, and answered from there")
    func comments() throws {
        var house = try SeatHouse()
        house.agree()
        try house.begin()
        house.press("1", as: "wanda")
        try house.rehearsal.perform(.end)
        house.press("y", as: "xaver")
        #expect(Picture(house.seat("xaver"), columns: 80, rows: 24, at: house.now).contains("Comment on what?"))
        house.press("2Why this?", as: "xaver")
        house.press(.plain(.enter), as: "xaver")
        for account in ["wanda", "yusuf", "vera"] {
            let picture = Picture(house.seat(account), columns: 80, rows: 40, at: house.now)
            #expect(picture.contains("On “First words”") && picture.contains("Why this?"), "\(picture.text)")
            #expect(picture.contains("Xaver"))
        }
        house.press("y3Her hour came first", as: "wanda")
        house.press(.plain(.enter), as: "wanda")
        let all = house.rehearsal.room.play.comments
        #expect(all.all.map(\.written.author) == ["Xaver", "Wanda"])
        #expect(all.all.last?.written.replyTo == all.all.first?.sequence)
        let picture = Picture(house.seat("xaver"), columns: 80, rows: 40, at: house.now)
        #expect(picture.contains("Wanda answered you"), "\(picture.text)")

        var desk = RoomDesk(house.rehearsal)
        #expect(desk.picture(columns: 120, rows: 40).contains("Her hour came first"))
        desk.press("y")
        let row = try #require(desk.screen.rows(of: .comments).firstIndex { $0.text == "Answer Wanda" })
        desk.press("\(row + 1)")
        #expect(desk.picture().contains("Your answer to Wanda"))
        desk.press("Thank you both")
        desk.enter()
        #expect(desk.refusals.isEmpty)
        #expect(desk.room.play.comments.all.last?.written.author == "The desk")
        #expect(desk.screen.narration(at: desk.now).items.contains { $0.text.contains("Thank you both") })
        house.rehearsal = desk.rehearsal
        #expect(Picture(house.seat("vera"), columns: 80, rows: 40, at: house.now).contains("The desk answered Wanda"))
        // One key takes it back, and what was said behind it stays where it is.
        house.rehearsal.ask(
            .comment("Mine", moment: 0, replyTo: all.all.first?.sequence), person: "p3", account: "yusuf")
        desk.rehearsal = house.rehearsal
        desk.look()
        desk.press("u")
        let left = desk.room.play.comments
        #expect(left.all.map(\.written.text) == ["Why this?", "Her hour came first", "Mine"])
        #expect(left.all.last?.written.replyTo == left.all.first?.sequence)
    }

    @Test("words that came with the command are a comment on what was answered last")
    func commentInPlainMode() throws {
        var house = try SeatHouse()
        house.agree()
        try house.begin()
        let moment = try #require(house.rehearsal.room.play.front.offer).sequence
        house.press("1", as: "wanda")
        var seat = house.seat("yusuf")
        #expect(
            seat.receive(comment: "There", at: house.now)
                == [.live(.wish(person: "p3", .comment("There", moment: moment, replyTo: nil)))])
    }

    // MARK: The prompt

    @Test("the question that is chosen at the desk is before the room, with its time")
    func prompts() throws {
        var desk = try DeskScenes.desk("debrief")
        let guide = RoomDesk.guide
        #expect(desk.room.prompt?.prompt == Prompt(text: guide.prompts[0].text, lasting: 180_000))
        desk.pass(30_000)
        #expect(desk.screen.promptLeft(at: desk.now) == 150_000)
        let stage = StageScreen(view: desk.rehearsal.view(), at: desk.now)
        #expect(Picture(stage, columns: 100, rows: 30, at: desk.now).contains("turning point"))
        desk.press(.plain(.down))
        #expect(desk.room.prompt?.prompt == Prompt(text: guide.prompts[1].text, lasting: 60_000))
        desk.enter()
        desk.press("What is her hour?")
        desk.enter()
        #expect(desk.room.prompt?.prompt == Prompt(text: DeskScreen.ruleWords, lasting: 0))
        // Whoever comes to the desk now is at that question.
        let other = DeskScreen(
            view: desk.rehearsal.view(), vocabulary: RoomScenario.vocabulary, guide: guide, at: desk.now)
        #expect(other.main.row == 2)
        // Gone to from the stage, it asks its first question by itself, once.
        var rehearsal = try RoomRehearsal(rounds: 1)
        try rehearsal.begin()
        try rehearsal.perform(.end)
        while rehearsal.room.phase == .feedback { try rehearsal.perform(.next) }
        var late = DeskScreen(
            view: rehearsal.view(), vocabulary: RoomScenario.vocabulary, guide: guide, at: rehearsal.now)
        #expect(
            late.reach(rehearsal.now)
                == [.live(.command(.ask(guide.prompts[0].text, lasting: guide.prompts[0].timebox)))])
        #expect(late.reach(rehearsal.now).isEmpty)
    }

    // MARK: Taking back

    @Test("a wrong branch, a wrong person, a wrong mark: one key takes it back, and says before what it is")
    func slips() throws {
        var desk = try DeskScenes.desk("")
        let moment = desk.room.play.front.offer?.sequence
        desk.press("2")
        #expect(desk.room.play.front.offer?.sequence != moment)
        #expect(desk.picture().contains("takes back: the reply heard"))
        desk.press("u")
        #expect(desk.room.play.front.offer?.sequence == moment && desk.room.play.moments.last?.reply == nil)

        let casting = desk.room.casting
        desk.press("P")
        desk.press(.plain(.end))
        desk.press("1")
        #expect(desk.room.casting.agent == "p3")
        desk.press(.plain(.escape))
        #expect(desk.picture().contains("takes back: Yusuf as the agent"))
        desk.press("u")
        #expect(desk.room.casting == casting)

        desk.press("Oa")
        #expect(desk.room.marks.count == 1)
        #expect(desk.picture().contains("takes back: the mark"))
        desk.press("u")
        #expect(desk.room.marks.isEmpty && desk.room.undoable == nil)
        #expect(desk.refusals.isEmpty)
    }

    @Test("somebody's own reply is named as theirs; what they did beside the play is theirs to take back")
    func ownInput() throws {
        var house = try SeatHouse()
        house.agree()
        try house.begin()
        house.press("1", as: "wanda")
        var desk = RoomDesk(house.rehearsal)
        #expect(desk.picture().contains("takes back: Wanda's reply"))
        house.press("a", as: "yusuf")
        house.press(.plain(.enter), as: "yusuf")
        desk.rehearsal = house.rehearsal
        desk.look()
        #expect(desk.room.marks.count == 1)
        #expect(desk.picture().contains("takes back: Wanda's reply"))
        desk.press("u")
        #expect(desk.room.play.moments.count == 1 && desk.room.marks.count == 1)
    }

    // MARK: Who one is

    @Test("people learn the number the stage calls them by; once names are shown there is none")
    func numbers() throws {
        var house = try SeatHouse()
        house.agree()
        let seat = { (house: SeatHouse) in Picture(house.seat("xaver"), columns: 80, rows: 24, at: house.now) }
        #expect(seat(house).contains("you are number 2"))
        #expect(RoomDesk(house.rehearsal).picture().contains("Xaver (2)"))
        try house.begin()
        #expect(seat(house).contains("you are the customer, number 2"))
        try house.rehearsal.perform(.reveal)
        #expect(!seat(house).contains("number 2"))
        #expect(!RoomDesk(house.rehearsal).picture().contains("(2)"))
    }

    @Test("several at one terminal: Tab goes from one to the next, and what each typed stays theirs")
    func sharedTerminal() throws {
        var house = try SeatHouse()
        house.rehearsal.ask(.join(name: "Wim", .player), account: "wanda")
        house.agree()
        #expect(house.rehearsal.room.unagreed.map(\.name) == ["Wim"])
        house.press(.plain(.tab), as: "wanda")
        house.press("1", as: "wanda")
        #expect(house.rehearsal.room.unagreed.isEmpty)
        try house.begin()
        #expect(house.seat("wanda").place.role == .observer)
        house.press("a", as: "wanda")
        // The mark that waits for its words is kept before another has the keyboard.
        house.press(.plain(.tab), as: "wanda")
        #expect(house.rehearsal.room.marks.map(\.mark.person) == ["p6"])
        #expect(house.seat("wanda").place.role == .agent)
        house.press("tI hear", as: "wanda")
        house.press(.plain(.escape), as: "wanda")
        house.press(.plain(.tab), as: "wanda")
        #expect(!house.seat("wanda").typing.isWaiting(.say))
        house.press(.plain(.backTab), as: "wanda")
        #expect(house.seat("wanda").typing.isWaiting(.say))
        // One of them goes; the terminal stays for the other.
        house.press("q2", as: "wanda")
        #expect(house.rehearsal.room.people(of: "wanda").map(\.name) == ["Wim"])
        #expect(!house.wanted.contains(.live(.leave)))
    }

    // MARK: What is kept

    @Test("what was typed at the desk is there again after a look at the stage")
    func drafts() throws {
        var desk = try DeskScenes.desk("words")
        desk.press(.plain(.escape))
        var stage = StageScreen(view: desk.rehearsal.view(), at: desk.now)
        stage.kept = desk.screen.kept
        var back = DeskScreen(view: desk.rehearsal.view(), vocabulary: RoomScenario.vocabulary, at: desk.now)
        back.kept = stage.kept
        _ = back.perform(.type(""), at: desk.now)
        #expect(back.entry?.editor.value == "I hear you, and I am on it")

        var house = try SeatHouse()
        house.agree()
        try house.begin()
        house.press("tI hear", as: "wanda")
        var seat = SeatScreen(house.rehearsal.view(as: "wanda"))
        seat.kept = house.seat("wanda").kept
        #expect(seat.typing.isWaiting(.say) && !seat.isTyping)
    }

    @Test("a desk note says what becomes of it, and the clocks of the room go on while it is written")
    func notes() throws {
        var desk = try DeskScenes.desk("")
        desk.press("n")
        #expect(desk.picture().contains("A note on this moment") && desk.picture().contains("next time at this moment"))
        let next = try #require(desk.compositor.nextDeadline(after: desk.now))
        #expect(next <= desk.now + 1_000)
        desk.press(.plain(.tab))
        #expect(desk.picture().contains("A note on the scenario"))
        desk.press("In threes")
        desk.enter()
        #expect(desk.commands.last == .note("In threes", onScenario: true))
        var rehearsal = try RoomRehearsal(recording: .forgotten)
        try rehearsal.begin()
        desk = RoomDesk(rehearsal)
        desk.press("n")
        #expect(desk.picture().contains("forgotten with the room"))
    }

    // MARK: Public facts

    @Test("a second stage and whoever looks on have the facts that everybody may know, and nothing else of the card")
    func publicFacts() throws {
        var house = try SeatHouse()
        house.rehearsal.ask(.join(name: "Second", .stage), account: "second")
        house.agree()
        try house.rehearsal.perform(.next)
        let fact = try #require(RoomCards.set.customer.publicFacts.first)
        let stage = StageScreen(view: house.rehearsal.view(as: "second"), at: house.now)
        let told = stage.narration(at: house.now).items.map(\.text).joined(separator: "\n")
        #expect(told.contains(fact))
        let seat = house.seat("vera").narration(at: house.now).items.map(\.text).joined(separator: "\n")
        #expect(seat.contains(fact))
        for secret in RoomCards.set.customer.privateFacts { #expect(!told.contains(secret) && !seat.contains(secret)) }
    }

    @Test("an envelope is nobody's before it was read aloud, and everybody's from then on")
    func envelope() throws {
        var house = try SeatHouse()
        house.agree()
        try house.begin()
        let envelope = try #require(RoomCards.set.envelopes.first)
        func seen(_ house: SeatHouse) -> [Bool] {
            ["wanda", "xaver", "yusuf", "vera"].map { account in
                house.seat(account).narration(at: house.now).items.contains { $0.text.contains(envelope.words) }
            }
        }
        #expect(seen(house) == [false, false, false, false])
        try house.rehearsal.perform(.handIn(envelope.name))
        #expect(seen(house) == [true, true, true, true])
        let stage = StageScreen(view: house.rehearsal.view(), at: house.now)
        #expect(Picture(stage, columns: 100, rows: 30, at: house.now).contains("Handed in:"))
        #expect(throws: RoomRefusal.self) { try house.rehearsal.perform(.handIn("Nothing of that name")) }
        #expect(LiveRoom(replaying: house.rehearsal.log.map(\.entry)) == house.rehearsal.room)
        for (entry, _) in house.rehearsal.log { #expect(try RoomRecord(entry.record.record()) == entry.record) }
    }
}
