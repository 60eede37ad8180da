import Testing
import Yarn

@testable import Conversation

@Suite("A preview, and what becomes of it when the scenario changes")
struct PreviewTests {
    private func preview(_ choices: Int..., source: String = SmallScenario.source) throws -> Preview {
        var preview = Preview(try SmallScenario.load(source))
        for choice in choices { try preview.choose(choice) }
        return preview
    }

    private func changed(_ from: String, _ to: String) throws -> Scenario {
        #expect(SmallScenario.source.contains(from))
        return try SmallScenario.load(SmallScenario.source.replacing(from, with: to))
    }

    private func words(_ preview: Preview) -> [String] {
        preview.session.front.transcript.map { "\($0.speaker): \($0.text)" }
    }

    @Test("choices play the story at once, and mails go by themselves")
    func plays() throws {
        let preview = try preview(0, 0, 0, 0)
        #expect(preview.session.status == .ended(Ended(ending: "cake-on-the-table", outcome: .kept, after: 700)))
        #expect(
            preview.choices.map(\.moment) == [
                "First words", "Naming a time", "Keeping the time", "Putting it in writing",
            ])
        #expect(words(preview).contains("Ana: you came when you said"))
    }

    @Test("the same choices give the same session, event for event")
    func isDeterministic() throws {
        #expect(try preview(1, 0, 0).session == preview(1, 0, 0).session)
    }

    @Test("undoing is the session without the last choice")
    func undo() throws {
        var preview = try preview(0, 0, 0)
        let undone = preview.undo()
        #expect(undone)
        #expect(try preview.session == self.preview(0, 0).session)
        let others = [preview.undo(), preview.undo(), preview.undo()]
        #expect(others == [true, true, false])
        #expect(preview.session.front.offer?.moment == "First words")
    }

    @Test("a clock that runs out is a choice; without a choice no time passes")
    func timeout() throws {
        var preview = try preview(4)
        #expect(words(preview).contains("Ana: so nobody"))
        #expect(preview.session.moments.first?.reply?.taken == 60_000)
        preview.restart()
        try preview.choose(0, after: 25_000)
        #expect(preview.session.moments.first?.reply?.taken == 25_000)
    }

    @Test("any node begins with the values that headers and declarations say")
    func beginsAnywhere() throws {
        var preview = try preview(2)
        #expect(preview.session.front.trust == 28)
        preview.go(to: "Waiting")
        #expect(preview.session.front.trust == 40)
        #expect(preview.choices == [])
        #expect(preview.offer?.moment == "Keeping the time")
        #expect(Preview(preview.scenario, from: "Waiting").session == preview.session)
    }

    @Test("a node that there is not is a fault in words")
    func unknownNode() throws {
        let preview = Preview(try SmallScenario.load(), from: "Nowhere")
        #expect(preview.fault?.contains("Nowhere") == true)
        #expect(preview.offer == nil)
    }

    @Test("stepping back is a choice too, and comes back in a new version")
    func stepsBack() throws {
        var preview = try preview(0)
        try preview.stepBack()
        #expect(words(preview).last == "Ben: i have it from here")
        let reload = preview.reload(try changed("i have it from here", "mine now"))
        #expect(reload.obstacle == nil)
        #expect(reload.replayed == 2)
        #expect(words(preview).last == "Ben: mine now")
    }

    // MARK: Reload

    @Test("a reworded line is said anew at the same place, and the change is named")
    func rewordedLine() throws {
        var preview = try preview(1, 0)
        let reload = preview.reload(try changed("Ana: when will i know", "Ana: when, please"))
        #expect(reload.replayed == 2)
        #expect(reload.obstacle == nil)
        #expect(reload.difference.summary == "1 line reworded (s70).")
        #expect(
            reload.difference.changes == [
                .lineReworded(id: "s70", from: "Ana: when will i know", to: "Ana: when, please")
            ])
        #expect(words(preview).last == "Ana: when, please")
    }

    @Test("a choice is found by its line id, wherever it stands and whatever it says now")
    func foundByID() throws {
        var preview = try preview(2)
        let source = SmallScenario.source.replacing("Please calm down.", with: "Please breathe.")
            .replacing("-> What has to be", with: "-> Who are you? #move:generic-apology #line:s09\n-> What has to be")
        let reload = preview.reload(try SmallScenario.load(source))
        #expect(reload.replayed == 1)
        #expect(preview.choices.first?.text == "Please breathe.")
        #expect(words(preview).contains("Ana: wow"))
    }

    @Test("with another id it is found by its words, and reworded without any id by its place")
    func foundOtherwise() throws {
        var preview = try preview(1)
        let renamed = preview.reload(try changed("#line:s20", "#line:t20"))
        #expect(renamed.replayed == 1)
        #expect(words(preview).contains("Ana: that is what they wrote yesterday"))
        let unnamed = SmallScenario.source.replacing(" #line:s20", with: "")
        preview = try self.preview(1, source: unnamed)
        let reload = preview.reload(
            try SmallScenario.load(
                unnamed.replacing("I'm sorry for any inconvenience.", with: "Sorry, any inconvenience.")))
        #expect(reload.replayed == 1)
        #expect(preview.choices.first?.text == "Sorry, any inconvenience.")
    }

    @Test("a choice that is gone stops the replay there, says so, and comes back with its option")
    func goneAndBack() throws {
        var preview = try preview(1, 0, 1, 0)
        let without = try changed(
            """
            -> Soon. #move:generic-apology #line:s73
                <<trust -2>>
                Coach: Soon is no time. #line:s74
                <<jump Waiting>>

            """, "")
        let reload = preview.reload(without)
        #expect(reload.replayed == 2)
        #expect(reload.obstacle == "The 3rd choice is gone: “Soon.”")
        #expect(preview.lost.map(\.text) == ["Soon.", "Come back early."])
        #expect(preview.offer?.moment == "Naming a time")
        let back = preview.reload(try SmallScenario.load())
        #expect(back.replayed == 4)
        #expect(back.obstacle == nil)
        #expect(preview.lost == [])
    }

    @Test("another option in the place of one that is gone is not taken for it")
    func notAnother() throws {
        var preview = try preview(0, 0)
        let source = SmallScenario.source.replacing(
            """
            -> You hear from me in fifteen minutes. #move:timeboxed-next-step #line:s71
                <<promise status 15m>>
                <<trust +4>>
                Coach: [quote]fifteen minutes[/quote] is a clock now, for her and for you. #line:s72
                <<jump Waiting>>

            """, with: "")
        // The promise is made elsewhere, or nobody could keep it.
        let made = source.replacing("Ana: when will i know", with: "<<promise status 15m>>\nAna: when will i know")
        let reload = preview.reload(try SmallScenario.load(made))
        #expect(reload.obstacle == "The 2nd choice is gone: “You hear from me in fifteen minutes.”")
        #expect(reload.replayed == 1)
    }

    @Test("an option whose condition fails now is not on offer")
    func notOnOffer() throws {
        var preview = try preview(2)
        let reload = preview.reload(
            try changed("Please calm down. #move", "Please calm down. <<if trust() > 90>> #move"))
        #expect(
            reload.obstacle == "The 3rd choice is not on offer now: “Please calm down.”"
                || reload.obstacle == "The 1st choice is not on offer now: “Please calm down.”")
        let option = try #require(preview.offer?.options[2])
        #expect(preview.condition(of: option) == "<<if trust() > 90>>")
    }

    @Test("when the node it began in is gone, it begins at the first and says so")
    func nodeGone() throws {
        var preview = try preview()
        preview.go(to: "Waiting")
        let renamed = SmallScenario.source.replacing("Waiting", with: "Holding")
        let reload = preview.reload(try SmallScenario.load(renamed))
        #expect(reload.obstacle == "The node Waiting is gone; this begins at Start.")
        #expect(reload.difference.changes.contains(.nodeAdded("Holding")))
        #expect(reload.difference.changes.contains(.nodeRemoved("Waiting")))
        #expect(preview.start == "Start")
    }

    @Test("what changed is counted in words")
    func difference() throws {
        let old = try SmallScenario.load()
        func summary(_ source: String) throws -> String {
            ScenarioDifference(from: old, to: try SmallScenario.load(source)).summary
        }
        let source = SmallScenario.source
        #expect(try summary(source) == "Nothing changed.")
        #expect(
            try summary(source.replacing("<<queue 7>>", with: "<<queue 8>>"))
                == "Commands, conditions or headers changed.")
        #expect(try summary(source.replacing(" #emotion:anxious", with: "")) == "1 line with other hashtags (s02).")
        #expect(
            try summary(
                source.replacing(
                    "Ana: just wow #rupture #line:s33", with: "Ana: really #line:s34\n    Ana: really #line:s35"))
                == "2 lines added (s34, s35), 1 line removed (s33).")
        #expect(try summary(source.replacing(" #line:s70", with: "")) == "1 line added, 1 line removed (s70).")
    }

    @Test("a story without end stops with a word, and the choice before it can be taken back")
    func faults() throws {
        let source = SmallScenario.source.replacing("Ana: when will i know #line:s70", with: "<<jump Promise>>")
        var preview = try preview(source: source)
        try preview.choose(0)
        #expect(preview.fault != nil)
        #expect(preview.offer == nil)
        preview.undo()
        #expect(preview.fault == nil)
        #expect(preview.offer?.moment == "First words")
    }

    @Test("mails without end stop too")
    func mailsWithoutEnd() throws {
        let source = SmallScenario.source.replacing(
            "Ana: when will i know #line:s70", with: "<<send>>\n<<jump Promise>>")
        var preview = try preview(source: source)
        try preview.choose(0)
        #expect(preview.fault == "The story sends mails without end.")
    }

    @Test("variables are shown as the last moment left them, with what changed")
    func variables() throws {
        let source = SmallScenario.source
            .replacing(
                "<<channel chat>>",
                with:
                    "<<declare $tries = 0>>\n<<declare $many = $tries > 0>>\n<<declare $who = \"Ana\">>\n<<channel chat>>"
            )
            .replacing(
                "    <<trust +5>>\n    <<heat -3>>",
                with: "    <<set $tries = $tries + 1>>\n    <<trust +5>>\n    <<heat -3>>")
        var preview = try preview(source: source)
        #expect(
            preview.variables.map { "\($0.name) = \($0.value)" } == ["$tries = 0", "$many = false", "$who = \"Ana\""])
        #expect(preview.variables.allSatisfy { !$0.isChanged })
        try preview.choose(0)
        #expect(preview.variables.map(\.value) == ["1", "true", "\"Ana\""])
        #expect(preview.variables.map(\.isChanged) == [true, true, false])
    }

    @Test(
        "ordinals",
        arguments: [
            (1, "1st"), (2, "2nd"), (3, "3rd"), (4, "4th"), (11, "11th"), (12, "12th"), (22, "22nd"), (113, "113th"),
        ])
    func ordinals(number: Int, words: String) {
        #expect(Preview.ordinal(number) == words)
    }
}
