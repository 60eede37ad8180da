import Testing

@testable import Conversation

@Suite("Writing in a mail")
struct DraftTests {
    /// The small scenario at its letter.
    static func letter() throws -> Play {
        var play = try Play()
        try play.say("What has to be")
        try play.say("You hear from me")
        try play.say("Come back early")
        return play
    }

    @Test("own words stand beside the chosen ones, travel with the mail, and are kept")
    func own() throws {
        var play = try Self.letter()
        try play.perform(.draft(.add("  Hello Ana,\n ", at: 0)))
        try play.perform(.draft(.subject("Your cake is safe")))
        try play.say("Dear Ana")
        #expect(play.session.front.draft.texts == ["Hello Ana,", "Dear Ana, your cake comes at three.", "Yours, Sam"])
        try play.perform(.draft(.rewrite(1, "Your cake comes at three, in a box.")))
        try play.perform(.draft(.remove(2)))
        #expect(play.session.front.draft.paragraphs.map(\.origin) == [.written, .written])
        try play.perform(.send)
        let mail = play.log.compactMap { if case .emailSent(let mail) = $0.event { mail } else { nil } }
        #expect(
            mail == [
                EmailSent(
                    subject: "Your cake is safe", paragraphs: ["Hello Ana,", "Your cake comes at three, in a box."],
                    attachments: ["receipt.pdf"], own: [0, 1])
            ])
        // Which way it goes follows from what was chosen.
        #expect(play.session.front.ending == "cake-on-the-table")
        let read = try play.log.map { try TimedEvent($0.record()) }
        #expect(read == play.log)
        #expect(Session(replaying: read) == play.session)
    }

    @Test("nothing happens where nothing changes, and impossible places are refused in words")
    func refused() throws {
        var play = try Self.letter()
        #expect(try play.perform(.draft(.add(" \n", at: 0))).isEmpty)
        #expect(try play.perform(.draft(.subject("Your cake, order 7"))).isEmpty)
        for edit in [DraftEdit.remove(3), .rewrite(-1, "x"), .add(String(repeating: "x", count: 20_001), at: 0)] {
            let refusal = #expect(throws: EngineRefusal.self) { try play.perform(.draft(edit)) }
            #expect(refusal?.description.hasSuffix(".") == true)
        }
        var chat = try Play()
        #expect(throws: EngineRefusal.self) { try chat.perform(.draft(.subject("x"))) }
    }

    @Test("going back takes back what was typed since")
    func rewind() throws {
        var play = try Self.letter()
        let moment = try #require(play.session.moments.last).sequence
        try play.say("Dear Ana")
        try play.perform(.draft(.add("PS: candles are in the box.", at: 9)))
        try play.perform(.rewind(to: moment))
        #expect(play.session.front.draft.texts == [])
        #expect(play.session.front.draft.subject == "Your cake, order 7")
    }

    @Test("a reply that is typed over keeps its moves while half of its words are there")
    func moves() throws {
        var play = try Self.letter()
        try play.say("Dear Ana")
        try play.perform(.draft(.rewrite(0, "Dear Ana, your cake comes at half past three.")))
        #expect(play.session.front.draft.paragraphs[0].moves == ["timeboxed-next-step"])
        try play.perform(.draft(.rewrite(0, "We will see.")))
        #expect(play.session.front.draft.paragraphs[0].moves == [])
    }

    // MARK: What it has

    private func draft(_ texts: String...) -> Draft {
        texts.enumerated().reduce(Draft()) { $0.applying(.add($1.element, at: $1.offset)) }
    }

    @Test("a mail that has all six things has all six ticks")
    func whole() {
        let structure = DraftStructure(
            draft(
                "Hello Priya,",
                "I'm sorry that our Thursday cost you a week of planning. It happened because nobody scanned the label.",
                "The box comes to your door tomorrow between ten and two. Is two too late for your sister?",
                "All the best,\nSam"), names: ["Priya", "Priya Nair"])
        #expect(structure.found == Set(DraftStructure.Part.allCases))
    }

    @Test(
        "who a mail is from, in a short last line, is a sign-off",
        arguments: [
            "From the weekend desk, with Wim reading along", "All good wishes for Saturday, from the order desk",
        ])
    func signedByADesk(text: String) {
        #expect(DraftStructure(draft("Hello Priya,", text), names: ["Priya"]).found.contains(.signOff))
    }

    @Test(
        "what only looks like it does not tick",
        arguments: [
            (DraftStructure.Part.greeting, "Hello there,"), (.harm, "We are sorry for any inconvenience caused."),
            (.harm, "Sorry!"), (.happened, "We are looking into it."), (.next, "We will come back to you soon."),
            (.next, "Tomorrow is another day."), (.question, "Is it red? Is it blue?"),
            (.signOff, "Best would be to ring the depot and ask them for the scan of that day."),
        ])
    func nothing(part: DraftStructure.Part, text: String) {
        #expect(!DraftStructure(draft(text), names: ["Priya"]).found.contains(part))
    }

    @Test("the moves of a chosen paragraph say what its words do not")
    func chosen() {
        var draft = Draft()
        draft.append("Your evening went.", .chosen, moves: ["acknowledge-impact"])
        draft.append("I ring you when I know.", .chosen, moves: ["timeboxed-next-step"])
        #expect(DraftStructure(draft, names: ["Ana"]).found == [.harm, .next])
    }

    @Test(
        "times are found as people write them",
        arguments: [
            ("I'll write by 4 pm.", ["by 4 pm"]), ("Between 10:30 and 16.00", ["Between 10:30", "16.00"]),
            ("in two hours", ["in two hours"]),
            ("tomorrow morning, or within 3 days", ["tomorrow morning", "within 3 days"]),
            ("at ten past five", ["at ten past five"]), ("by half past five.", ["by half past five"]),
            ("by six people, not by six", ["by six"]), ("version 1.2 of 48213", []), ("one moment in time", []),
            ("on the seventh", []),
        ])
    func times(text: String, found: [String]) {
        #expect(TimeWords.find(in: text).filter { $0 != "by six" || text.hasSuffix("six") } == found)
    }

    @Test("a promise's own time is recognised in its usual spellings")
    func namesTime() {
        for text in ["by 17:30", "at 5.30", "by half past five"] { #expect(LastLook.names(1_050, in: text), "\(text)") }
        for text in ["by 5 pm", "17:00 sharp", "at five o'clock"] {
            #expect(LastLook.names(1_020, in: text), "\(text)")
        }
        #expect(!LastLook.names(1_050, in: "by 18:30, tomorrow"))
        #expect(LastLook.names(720, in: "by noon"))
    }

    @Test("the last look sees a promise without its time, and an attachment that is only spoken of")
    func lastLook() throws {
        var play = try Play(
            SmallScenario.source.replacing("<<attach \"receipt.pdf\">>\n", with: "").replacing(
                "    <<later 10m>>\n    <<keep status>>\n    <<trust +5>>", with: "    <<later 10m>>\n    <<trust +5>>")
        )
        try play.say("What has to be")
        try play.say("You hear from me")
        try play.say("Come back early")
        try play.say("Dear Ana")
        try play.perform(.draft(.add("The receipt is attached. Does three suit you?", at: 1)))
        var look = LastLook(play.session)
        #expect(look.promises.map(\.id) == ["status"])
        #expect(look.promises.map(\.isInMail) == [false])
        #expect(look.times == ["at three"])
        #expect(look.questions == 1)
        #expect(look.attachment == .missing(word: "attached"))
        #expect(look.reading == .short)
        #expect(look.paragraphs == 3)
        try play.perform(.draft(.remove(1)))
        look = LastLook(play.session)
        #expect(look.attachment == .none)
    }
}
