import Conversation
import SampleScenarios
import Terminal
import Testing

@testable import Interface

/// What is typed, while it is typed.
@Suite("Typing a reply")
struct TypingTests {
    private func picture(_ desk: Desk, columns: Int = 80, rows: Int = 24) -> Picture {
        Picture(desk.compositor, columns: columns, rows: rows, at: desk.now)
    }

    @Test("t types, letters are letters, Esc puts the words away and t goes on with them; Enter says them")
    func types() throws {
        var desk = try TypedScenes.desk()
        desk.press("t")
        #expect(desk.wanted == [.findListener])
        #expect(desk.screen.isTyping)
        desk.press("q w 1 ? Which one thing ")
        #expect(desk.session.moments.first?.reply == nil)
        #expect(picture(desk).contains("1  What has to be on the table by four?"), "the replies stay in sight")
        desk.press(.plain(.escape))
        #expect(!desk.screen.isTyping)
        #expect(picture(desk).contains("q w 1 ? Which one thing"))
        desk.press("t")
        for _ in 0..<3 { desk.press(.control("w")) }
        desk.press(.control("u"))
        desk.press("Which one thing")
        desk.press(.control("j"))
        desk.press("matters most for your party?")
        desk.press(.plain(.enter))
        let reply = try #require(desk.session.moments.first?.reply)
        #expect(reply.isTyped)
        #expect(reply.text == "Which one thing\nmatters most for your party?")
        #expect(!desk.screen.isTyping)
        #expect(desk.wanted.count { $0 == .findListener } == 1, "it is read once")
        // Undo takes back as in any text.
        #expect(desk.screen.replies.isEmpty, "the next reply begins with nothing")
    }

    @Test("where it cannot be heard, or a reply has to be said as it stands, t says why")
    func refused() throws {
        var desk = try Desk()
        try desk.hear()
        desk.press("t")
        #expect(!desk.screen.isTyping)
        #expect(desk.notice?.contains("There is no hearing table.") == true)
        var strict = try Desk(
            SmallScenario.source.replacing("moment: First words", with: "moment: First words\ntyped: no"))
        strict.listener = try TypedScenes.listener()
        try strict.hear()
        strict.press("t")
        #expect(!strict.screen.isTyping)
        #expect(strict.notice?.contains("said as it stands") == true)
    }

    @Test("clocks run on, one that runs out keeps the words, and the coach's word does not take the keys away")
    func clocks() throws {
        var desk = try TypedScenes.desk()
        desk.press("t")
        desk.press("I am still think")
        let before = try #require(desk.clockLeft)
        try desk.pass(5_000)
        #expect(desk.clockLeft == before - 5_000)
        try desk.pass(before)
        #expect(desk.session.moments.first?.reply?.role == .timeout)
        #expect(desk.screen.isTyping)
        desk.press("ing q")
        #expect(desk.screen.isTyping)
        #expect(picture(desk).contains("One short line would hold the door."), "it is seen all the same")
        desk.press(.plain(.escape))
        #expect(desk.screen.isUnderPopUp)
        desk.press(.plain(.enter))
        try desk.hear()
        desk.press("t")
        #expect(picture(desk).contains("I am still thinking q"))
    }

    @Test("a paste of 1 MiB is taken as far as there is room, at once")
    func longPaste() throws {
        var desk = try TypedScenes.desk()
        desk.press("t")
        let clock = ContinuousClock()
        let taken = clock.measure {
            desk.send(.paste(String(repeating: "very long words\u{1B}[31m ", count: 1 << 16)))
            _ = picture(desk)
        }
        #expect(taken < .seconds(4), "\(taken), without optimisation")
        #expect(desk.notice?.contains("found no room") == true)
        #expect(desk.screen.replies.values.first?.editor.text.contains("\u{1B}") == false)
        desk.press(.control("_"))
        #expect(desk.screen.replies.values.first?.editor.isEmpty == true)
    }

    @Test("Ctrl-O hands the words to somebody's own editor and takes them back")
    func ownEditor() throws {
        var desk = try TypedScenes.desk()
        desk.press("t")
        desk.press("Which one")
        desk.press(.control("o"))
        #expect(desk.wanted.last == .openEditor("Which one"))
        desk.comes(back: "Which one thing matters most?\nReally?")
        #expect(picture(desk).contains("Which one thing matters most?"))
        #expect(picture(desk).contains("Really?"))
    }

    @Test("what is heard is told under the coach's word, by name, with the words, and never as a number")
    func heard() throws {
        let desk = try TypedScenes.played("typed-pop-up")
        let shown = picture(desk)
        #expect(shown.contains("Heard: sounds like asking"))
        #expect(shown.contains("X not what I meant"))
        #expect(!shown.text.contains("%"))
    }

    @Test("what nothing is heard in is asked about; the nearest replies are marked with a sign, the first is chosen")
    func unclear() throws {
        var desk = try TypedScenes.played("typed-unclear")
        let offer = try #require(desk.session.front.offer)
        #expect(!offer.nearest.isEmpty)
        #expect(desk.screen.chosen == offer.nearestLine)
        #expect(picture(desk).contains("\((offer.nearestLine ?? 0) + 1)≈ "))
        desk.press("t")
        desk.press("purple tractors again")
        desk.press(.plain(.enter))
        #expect(!desk.screen.isTyping, "a number says one now")
        #expect(desk.notice?.contains("The nearest ones are marked") == true)
        desk.press("t")
        #expect(picture(desk).contains("purple tractors again"))
    }

    @Test("kept for the end, what is heard is not shown now")
    func atTheEnd() throws {
        var desk = try TypedScenes.desk()
        desk.hears(coach: .atTheEnd)
        desk.press("t")
        desk.press("purple tractors hum quietly under glass")
        desk.press(.plain(.enter))
        try desk.pass(1_000)
        #expect(!picture(desk).contains("Heard:"))
        #expect(desk.screen.popUp == nil)
    }

    @Test("not what I meant: the moves by name with what they are, clocks wait, and none of these is one of them")
    func meant() throws {
        var desk = try TypedScenes.played("typed-meant")
        #expect(picture(desk).contains("What did you mean?"))
        #expect(picture(desk).contains("None of these"))
        let time = desk.screen.sessionTime(at: desk.now)
        try desk.pass(5_000)
        #expect(desk.screen.sessionTime(at: desk.now) == time)
        let pane = try #require(desk.screen.meaning)
        #expect(pane.candidates.count == 3)
        desk.press("2")
        #expect(desk.screen.meaning == nil)
        let corrected = try #require(desk.session.learner.corrections.last)
        #expect(corrected.meant == pane.candidates[1].move)
        #expect(desk.notice?.contains("stays on this machine") == true)
        // Nothing can be put right where nothing was typed.
        var fresh = try TypedScenes.desk()
        fresh.press("X")
        #expect(fresh.screen.meaning == nil)
        fresh.press("1")
        fresh.press("X")
        #expect(fresh.screen.meaning == nil)
    }

    @Test("a mail is heard where one pauses, not at every key, and the margin ticks by it")
    func mail() throws {
        var desk = try WrittenScenes.desk("mail-draft")
        desk.listener = try TypedScenes.listener(WrittenScenario.vocabulary)
        desk.press("e")
        desk.press(.plain(.enter))
        desk.press("You hear from me again by six, with what I have found.")
        #expect(desk.screen.heardMail.keys.allSatisfy { !$0.contains("by six") })
        try desk.pass(1_000)
        #expect(desk.screen.heardMail.keys.contains { $0.contains("by six") })
        let deadline = desk.screen.mailPause
        #expect(deadline == nil, "it is heard once")
    }

    @Test("in a call, typing while somebody speaks interrupts as a reply does")
    func interrupts() throws {
        var desk = try Desk(CallScenario.source)
        desk.listener = try TypedScenes.listener()
        try desk.pass(5_200)
        desk.press("t")
        desk.press("Which one thing matters most to you now?")
        #expect(!desk.screen.isOpen(at: desk.now))
        #expect(desk.screen.canSay(at: desk.now))
        desk.press(.plain(.enter))
        #expect(desk.session.log.contains { if case .interrupted = $0.event { true } else { false } })
        #expect(desk.session.moments.first?.reply?.isTyped == true)
    }

    @Test("at a moment of a mail what is typed is its paragraph")
    func paragraph() throws {
        var desk = try Desk()
        for key in ["1", "1", "1"] { try desk.say(key) }
        desk.listener = try TypedScenes.listener()
        try desk.hear()
        #expect(desk.session.front.channel == .email)
        desk.press("t")
        desk.press("Dear Ana, you will have it by three this afternoon.")
        desk.press(.plain(.enter))
        #expect(desk.session.front.draft.texts.contains("Dear Ana, you will have it by three this afternoon."))
    }

    @Test("in public what is typed goes where the option goes that it is taken for")
    func places() throws {
        var desk = try Desk(WrittenScenario.source, vocabulary: WrittenScenario.vocabulary)
        desk.listener = try TypedScenes.listener(WrittenScenario.vocabulary)
        try desk.hear()
        let hidden = try #require(desk.session.front.offer?.lines.first { $0.option.isPrivate == true })
        desk.press("t")
        // Nearly the words of the option, which is the surest way to be taken for it.
        desk.press(hidden.option.text.replacing(".", with: ""))
        desk.press(.plain(.enter))
        #expect(desk.session.moments.first?.reply?.isPrivate == true)
    }
}
