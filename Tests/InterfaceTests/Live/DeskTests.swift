import Conversation
import Room
import SampleScenarios
import Terminal
import Testing

@testable import Interface

@Suite("The facilitator's desk")
struct DeskTests {
    // MARK: What it looks like

    @Test("as kept in Snapshots", arguments: DeskScenes.names)
    func kept(name: String) throws {
        let desk = try DeskScenes.desk(name)
        var text = ""
        var sizes = [(80, 24), (120, 40)]
        if name == "playing" { sizes.append((160, 50)) }
        for (columns, rows) in sizes {
            text += "════ \(columns)×\(rows) ════\n" + desk.picture(columns: columns, rows: rows).text
        }
        if name == "playing" || name == "feedback" {
            let ascii = desk.picture(glyphs: .ascii)
            #expect(ascii.lines.allSatisfy { $0.utf8.allSatisfy { (0x20..<0x7F).contains($0) } })
            text += "════ 80×24, ASCII ════\n" + ascii.text
        }
        try Kept.expect(text, as: "desk-\(name)")
    }

    @Test(
        "in sentences, as kept in Snapshots",
        arguments: ["gathering", "cards", "vote", "people", "feedback", "debrief"])
    func told(name: String) throws {
        let desk = try DeskScenes.desk(name)
        let narration = desk.screen.narration(at: desk.now)
        var lines = [narration.heading] + narration.items.map(\.text)
        if let choices = narration.choices {
            lines.append(choices.heading)
            lines += choices.all.map { "  \($0.label)  \($0.text)" + ($0.detail.isEmpty ? "" : " (\($0.detail))") }
        }
        lines.append("> \(narration.prompt)")
        try Kept.expect(lines.joined(separator: "\n") + "\n", as: "desk-told-\(name)")
    }

    @Test("at 80×24 everything that is needed is there while a round is played")
    func nothingFallsOff() throws {
        let desk = try DeskScenes.desk("playing")
        let picture = desk.picture()
        for words in [
            "round 1 of 3, playing", "round 3:58", "reply ", "agent Wanda", "customer Xaver", "observer Yusuf",
            "next: agent Yusuf", "here: Wanda, Xaver, Yusuf", "MOSS-42", "Which one was heard?",
            "What has to be ready by five", "Asking", "names hidden", "the piano is still",
            "Last time everybody apologised",
        ] { #expect(picture.contains(words), "\(words)\n\(picture.text)") }
    }

    // MARK: Gathering

    @Test("a yes said aloud is noted for the chosen one, with and without consent, and the cards wait for all")
    func agreeing() throws {
        var desk = RoomDesk(try RoomRehearsal())
        #expect(desk.picture(columns: 80, rows: 24).contains("What a lead can never see"))
        #expect(desk.picture().contains("Who marked what."))
        desk.press("o")
        #expect(desk.room.phase == .gathering)
        #expect(desk.notice?.contains("not said yes") == true)
        desk.press("1")
        desk.press("2")
        #expect(desk.commands.suffix(2) == [.agree("p1", mayKeep: true), .agree("p2", mayKeep: false)])
        #expect(!desk.room.isKept)
        // Enter is a yes while somebody has to say it, and the next step after that.
        desk.enter()
        #expect(desk.commands.last == .agree("p3", mayKeep: true))
        desk.enter()
        #expect(desk.room.phase == .cards)
    }

    @Test("somebody is let in, called otherwise, and asked to go once that was confirmed")
    func people() throws {
        var desk = RoomDesk(try RoomRehearsal())
        desk.press("tZelda")
        desk.enter()
        #expect(desk.commands.last == .welcome(name: "Zelda", .player))
        desk.press(.plain(.end))
        desk.press("3")
        for _ in 0..<5 { desk.press(.plain(.backspace)) }
        desk.press("Zoe")
        desk.enter()
        #expect(desk.commands.last == .rename("p4", to: "Zoe"))
        desk.press("4")
        #expect(desk.room.people.count == 4)
        desk.enter()
        #expect(desk.commands.last == .remove("p4"))
        #expect(desk.room.people.count == 3)
    }

    // MARK: Cards

    @Test("the customer's own facts are on no desk, but alone on the screen behind a key, and any key hides them")
    func privateCard() throws {
        var desk = try DeskScenes.desk("cards")
        for _ in 0..<4 {
            #expect(!desk.picture(columns: 120, rows: 40).lines.contains { $0.contains("zqlandlord") })
            desk.press(.plain(.tab))
        }
        desk.press("Q")
        let shown = desk.picture()
        #expect(shown.contains("For Xaver only") && shown.contains("zqlandlord"))
        #expect(!shown.contains("MOSS-42"))
        desk.press(.plain(.right))
        #expect(desk.picture().contains("zqcold"))
        desk.press("x")
        #expect(!desk.picture().contains("zq"))
        #expect(desk.commands.isEmpty)
    }

    // MARK: Playing

    @Test("every key of a round is a command")
    func keys() throws {
        let keys: [(String, RoomCommand)] = [
            ("1", .heard(0)), ("2", .heard(1)), (" ", .freeze), ("w", .wait), ("b", .stepBack), ("z", .end),
            ("o", .next),
            ("+", .extend(60_000)), ("-", .extend(-60_000)), ("u", .undo), ("B", .blank), ("A", .reveal),
            ("H", .openVote),
        ]
        for (key, command) in keys {
            var desk = try DeskScenes.desk("")
            desk.press(key)
            #expect(desk.commands == [command], "\(key)")
        }
        var desk = try DeskScenes.desk("")
        desk.press(.plain(.down))
        desk.press(.plain(.down))
        desk.enter()
        #expect(desk.commands == [.heard(1)])
        desk = try DeskScenes.desk("")
        desk.press("S")
        #expect(desk.wanted == [.live(.show(.stage))])
    }

    @Test("words of the agent's are typed, put away and there again")
    func words() throws {
        var desk = try DeskScenes.desk("words")
        desk.press(.plain(.escape))
        #expect(desk.commands.isEmpty && !desk.screen.isTyping)
        desk.press("t")
        desk.enter()
        #expect(desk.commands == [.typed("I hear you, and I am on it")])
    }

    @Test("the room votes: digits count hands, the end chooses the most, a tie is the facilitator's")
    func vote() throws {
        var desk = try DeskScenes.desk("")
        desk.press("H112")
        #expect(desk.room.vote?.hands == [0: 2, 1: 1])
        desk.press(.plain(.left))
        #expect(desk.room.vote?.hands == [0: 2, 1: 0])
        desk.press("H")
        desk.enter()
        #expect(desk.commands.last == .heard(0))
        // Taken back, the moment is there again with what the room said.
        desk.press("u")
        #expect(desk.screen.chosen == 0)
        #expect(desk.picture().contains("Enter says the chosen one"))

        desk = try DeskScenes.desk("vote-tie")
        let before = desk.commands
        desk.enter()
        #expect(desk.commands == before)
        #expect(desk.notice?.contains("you decide") == true)
    }

    @Test("back to a moment, with the same person or another, also when the round is over")
    func rewind() throws {
        var desk = try DeskScenes.desk("player")
        desk.press(.plain(.down))
        desk.enter()
        guard case .rewind(_, let agent)? = desk.commands.last else {
            Issue.record("\(desk.commands)")
            return
        }
        #expect(agent != nil && agent == desk.room.casting.agent)
        desk = try DeskScenes.desk("feedback")
        desk.press("r11")
        #expect(desk.room.phase == .playing)
        #expect(desk.room.play.moments.count == 1)
    }

    @Test("curveballs are thrown, envelopes are read aloud")
    func curveball() throws {
        var desk = try DeskScenes.desk("curveballs")
        let rows = desk.screen.rows(of: .curveballs)
        #expect(rows.last?.act == .open(.envelope(0)))
        if let first = rows.first, case .command(let command) = first.act {
            desk.enter()
            #expect(desk.commands == [command])
        }
        desk = try DeskScenes.desk("envelope")
        #expect(desk.picture().contains("broken down"))
        desk.enter()
        #expect(desk.commands.isEmpty && !desk.picture().contains("broken down"))
    }

    @Test("roles are given, people muted and heard again, the desk handed to a terminal and to nothing else")
    func peopleInARound() throws {
        var desk = try DeskScenes.desk("people")
        desk.press(.plain(.down))
        desk.press("1")
        #expect(desk.commands.last == .give(.agent, to: "p2"))
        desk.press("4")
        #expect(desk.room.muted == ["p2"])
        desk.press("4")
        #expect(desk.room.muted.isEmpty)
        desk.press("6")
        #expect(desk.notice?.contains("no terminal") == true)
        desk.rehearsal.ask(.join(name: "Xaver", .player), account: "x")
        desk.look()
        desk.press("6")
        desk.enter()
        #expect(desk.commands.last == .handOver("x"))
    }

    @Test("a hint is a behaviour, a move on offer or one's own words, and is taken away")
    func hint() throws {
        var desk = try DeskScenes.desk("hint")
        desk.press("2")
        #expect(desk.commands.last == .hint("Asking"))
        desk.press("I2")
        #expect(desk.commands.last == .hint(""))
        desk.press("I1breathe")
        desk.enter()
        #expect(desk.commands.last == .hint("breathe"))
    }

    @Test("a mark is the behaviour's letter; whose it is, is asked where several observers share the screen")
    func marks() throws {
        var desk = try DeskScenes.desk("")
        desk.press("1")
        desk.hear()
        desk.press("Oa")
        #expect(
            desk.commands.last
                == .mark(
                    person: "p3", behaviour: "a",
                    quote: "What has to be ready by five, and who is in the way of it now?"))
        desk.press("u")
        #expect(desk.room.marks.isEmpty)

        var rehearsal = try RoomRehearsal(people: ["Wanda", "Xaver", "Yusuf", "Zelda"])
        try rehearsal.begin()
        desk = RoomDesk(rehearsal)
        desk.press("Ot")
        #expect(desk.commands.isEmpty)
        desk.press("2")
        guard case .mark(let person, "t", _)? = desk.commands.last else {
            Issue.record("\(desk.commands)")
            return
        }
        #expect(person == desk.room.casting.observers[1])
    }

    @Test("a note hangs on the moment, and between rounds on the scenario")
    func note() throws {
        var desk = try DeskScenes.desk("")
        desk.press("nSlow down here")
        desk.enter()
        #expect(desk.commands.last == .note("Slow down here", onScenario: false))
        desk.press("z")
        desk.press("nNext time in threes")
        desk.enter()
        #expect(desk.commands.last == .note("Next time in threes", onScenario: true))
    }

    @Test("a mail is sent when it waits")
    func mail() throws {
        var desk = try DeskScenes.desk("mail")
        #expect(desk.picture().contains("Alt-S"))
        #expect(desk.picture().contains("Dear Nadia"))
        desk.press(.alt("s"))
        #expect(desk.commands.last == .send)
    }

    // MARK: After a round

    @Test("turns go on and back, what was said is written down for whoever speaks, wins are kept")
    func feedback() throws {
        var desk = try DeskScenes.desk("feedback-words")
        desk.enter()
        #expect(desk.commands.last == .feedback(person: "p1", "I wanted to fix it at once"))
        desk.press("o")
        #expect(desk.room.feedback?.index == 1)
        desk.press(.plain(.left))
        #expect(desk.room.feedback?.index == 0)
        desk.press("W11")
        desk.enter()
        #expect(desk.commands.last == .win(behaviour: "Asked before fixing", person: "p1", words: ""))
        desk.press("W4courage")
        desk.enter()
        desk.press("4")
        desk.press("all of you")
        desk.enter()
        #expect(desk.commands.last == .win(behaviour: "courage", person: nil, words: "all of you"))
    }

    @Test("what the group says to the guide's prompts is kept, with a rule, a change and when it returns")
    func debrief() throws {
        var desk = try DeskScenes.desk("debrief")
        #expect(desk.room.phase == .debrief)
        for words in ["we said sorry too early", "What is her hour?", "Name the hour first", "A second crew on call"] {
            desk.enter()
            desk.press(words)
            desk.enter()
            if words.hasPrefix("Name") || words.hasPrefix("What") {
                if desk.screen.main.row < 3 { desk.press(.plain(.down)) }
            }
        }
        let learner = desk.room.play.learner
        #expect(learner.answers.map(\.answer).contains("we said sorry too early"))
        #expect(learner.notes.contains { $0.written.kind == .heuristic })
        desk.press("Fcall the crew twice")
        desk.enter()
        #expect(desk.room.play.learner.outputs.contains { $0.title == "call the crew twice" })
        desk.press(.plain(.end))
        desk.enter()
        desk.press("in a week")
        desk.enter()
        #expect(desk.room.play.learner.answers.last?.answer == "in a week")
        #expect(desk.refusals.isEmpty, "\(desk.refusals)")
    }

    @Test("closing asks once and says what becomes of it; leaving too, and the room goes on")
    func closing() throws {
        var desk = try DeskScenes.desk("closing")
        #expect(desk.picture().contains("are kept in the journal"))
        desk.press(.plain(.escape))
        #expect(desk.room.phase == .debrief)
        desk.press("o")
        desk.enter()
        #expect(desk.room.phase == .closed)
        desk = try DeskScenes.desk("playing")
        desk.press("q")
        #expect(desk.wanted.isEmpty)
        desk.enter()
        #expect(desk.wanted == [.live(.leave)])
        #expect(desk.commands.isEmpty)
    }

    @Test("it asks to be woken for the next digit while something runs, and never while nothing does")
    func clocks() throws {
        var desk = try DeskScenes.desk("")
        let next = try #require(desk.screen.nextDeadline(after: desk.now, motion: .full))
        #expect(next > desk.now && next <= desk.now + 1_000)
        desk.press(" ")
        #expect(desk.screen.nextDeadline(after: desk.now, motion: .full) == nil)
        #expect(RoomDesk(try RoomRehearsal()).screen.nextDeadline(after: desk.now, motion: .full) == nil)
    }

    @Test("a round is begun again from its cards, and one more is added, when that was confirmed")
    func again() throws {
        var desk = try DeskScenes.desk("feedback")
        desk.press("R")
        #expect(desk.room.phase == .feedback)
        desk.enter()
        #expect(desk.commands.last == .plan(round: 1))
        #expect(desk.room.phase == .cards)
        desk = try DeskScenes.desk("debrief")
        desk.press("R")
        desk.enter()
        #expect(desk.room.phase == .cards && desk.room.round == 4)
    }

    @Test("a desk that was handed over says so, and goes to a seat")
    func handedOver() throws {
        var rehearsal = try RoomRehearsal()
        rehearsal.ask(.join(name: "Xaver", .player), account: "x")
        var desk = RoomDesk(rehearsal)
        desk.rehearsal.takeDesk(account: "x")
        desk.look()
        #expect(desk.picture().contains("Another terminal has the desk now"))
        desk.press("S")
        #expect(desk.wanted == [.live(.show(.seat))])
    }

    @Test("who wants nothing kept is told to nobody, only that nothing is")
    func noByNobody() throws {
        var desk = RoomDesk(try RoomRehearsal())
        desk.press("121")
        #expect(desk.room.agreed == ["p1": true, "p2": false, "p3": true])
        #expect(desk.room.people.map { desk.screen.yes(of: $0) } == ["yes", "yes", "yes"])
        #expect(desk.screen.closingWords.contains("so nothing is"))
        #expect(!desk.picture(columns: 120, rows: 40).lines.contains { $0.contains("Xaver  yes,") })
    }
}
