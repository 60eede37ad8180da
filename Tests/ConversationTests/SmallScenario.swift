import Testing
import Yarn

@testable import Conversation

/// A small scenario that has a bit of everything: a clock, a pause, ruptures, a promise, a mail, three endings.
enum SmallScenario {
    /// The vocabulary of the small scenario.
    static let vocabulary = Vocabulary(
        moves: [
            Vocabulary.Move(id: "focusing-question", name: "Asking", helps: true, definition: "You ask."),
            Vocabulary.Move(id: "repair-rupture", name: "Mending", helps: true, definition: "You begin again."),
            Vocabulary.Move(id: "timeboxed-next-step", name: "Giving a time", helps: true, definition: "By when."),
            Vocabulary.Move(id: "generic-apology", name: "Sorry", helps: false, definition: "For nothing much."),
            Vocabulary.Move(id: "command-calm", name: "Ordering calm", helps: false, definition: "Be calm."),
        ],
        skills: ["focusing-question": "Asking the deciding question"], emotions: ["anxious", "angry"],
        tones: ["dry"], sounds: ["door"])

    /// The same with the moves that other small scenarios make.
    static let moreMoves = Vocabulary(
        moves: vocabulary.moves
            + [
                "validate", "canned-empathy", "minimise", "clarify", "rush", "narrate-action", "offer-choice",
                "over-promise",
            ].map { Vocabulary.Move(id: $0, name: $0, helps: true, definition: "") },
        skills: vocabulary.skills, emotions: vocabulary.emotions, tones: vocabulary.tones, sounds: vocabulary.sounds)

    /// Its source.
    static let source = """
        title: Start
        scenario: A cake that did not come
        channels: chat, email
        cast: Ana = Ana Ruiz, Ben
        customer: Ana
        ticket: Order 7, second contact
        skills: focusing-question
        difficulty: gentle
        minutes: 5
        trust: 40
        heat: 65
        opens: 9:58
        moment: First words
        step_back: HandOver
        ---
        <<channel chat>>
        <<queue 7>>
        Scene: Rain on the skylight. #line:s01
        Ana: my cake did not come #emotion:anxious #line:s02
        <<reply_within 60>>
        Ana: is anybody there #line:s03
        -> What has to be on the table by four? #move:focusing-question #line:s10
            <<trust +5>>
            <<heat -3>>
            Coach: [quote]on the table[/quote] shows her that you heard the party. #line:s11
            <<jump Promise>>
        -> I'm sorry for any inconvenience. #move:generic-apology #macro #line:s20
            <<trust -6>>
            <<trust -4>>
            <<heat +50>>
            Coach: [quote]any inconvenience[/quote] could be anybody's. Hers is the party. #line:s21
            Ana: that is what they wrote yesterday #line:s22
            <<jump Mend>>
        -> Please calm down. #move:command-calm #line:s30
            <<trust -12>>
            Coach: Nobody was ever calmed by the word. #safety #line:s31
            Ana: wow #rupture #line:s32
            Ana: just wow #rupture #line:s33
            <<jump Mend>>
        -> (wait a beat) #pause #line:s40
            <<trust -1>>
            Coach: From her side, nothing moved. #nudge #line:s41
            Ana: hello?? #line:s42
            <<jump Promise>>
        -> … #timeout #line:s50
            <<trust -5>>
            <<heat +8>>
            Coach: One short line would hold the door. #line:s51
            Ana: so nobody #line:s52
            <<jump Mend>>
        ===
        title: Mend
        moment: Put it right
        ---
        <<reply_within 30>>
        Ana: i will not start over #emotion:angry #line:s60
        -> That was a form letter, and you deserved words. #move:repair-rupture #line:s61
            <<trust +6>>
            <<heat -5>>
            Coach: [quote]you deserved words[/quote] takes it back and begins again. #line:s62
            <<jump Promise>>
        -> As I said, we are sorry. #move:generic-apology #line:s63
            <<trust -90>>
            <<heat +90>>
            Coach: Said twice, it means less than once. #line:s64
            Ana: goodbye #line:s65
            <<jump Lost>>
        -> … #timeout #line:s66
            Coach: She is gone. #line:s67
            <<jump Lost>>
        ===
        title: Promise
        moment: Naming a time
        ---
        Ana: when will i know #line:s70
        -> You hear from me in fifteen minutes. #move:timeboxed-next-step #line:s71
            <<promise status 15m>>
            <<trust +4>>
            Coach: [quote]fifteen minutes[/quote] is a clock now, for her and for you. #line:s72
            <<jump Waiting>>
        -> Soon. #move:generic-apology #line:s73
            <<trust -2>>
            Coach: Soon is no time. #line:s74
            <<jump Waiting>>
        ===
        title: Waiting
        moment: Keeping the time
        ---
        <<queue -2>>
        -> Come back early. #move:timeboxed-next-step #line:s80
            <<later 10m>>
            <<keep status>>
            <<trust +5>>
            Coach: You came when you said. #line:s81
            <<jump After>>
        -> Ask for ten minutes more. #move:timeboxed-next-step #line:s82
            <<later 10m>>
            <<renegotiate status 10m>>
            <<later 8m>>
            <<keep status>>
            Coach: Asked before it was due, a new time is no broken one. #line:s83
            <<jump After>>
        -> Let it run. #move:generic-apology #line:s84
            <<later 20m>>
            <<trust -3>>
            Coach: The clock was hers too. #line:s85
            <<jump After>>
        ===
        title: After
        ---
        <<if kept("status")>>
            Ana: you came when you said #line:s90
        <<elseif missed("status")>>
            Ana: fifteen minutes, you said #line:s91
        <<else>>
            Ana: so #line:s92
        <<endif>>
        <<if said("repair-rupture")>>
            Ana: and thank you for starting over #line:s93
        <<endif>>
        <<if attempt() >= 2>>
            Scene: You have been here before. #line:s94
        <<endif>>
        <<if seconds_to_reply() >= 20>>
            Ana: that took a while #line:s95
        <<endif>>
        <<jump Letter>>
        ===
        title: Letter
        moment: Putting it in writing
        ---
        <<channel email>>
        Subject: Your cake, order 7 #line:s100
        -> Dear Ana, your cake comes at three. #move:timeboxed-next-step #line:s101
            <<trust +2>>
            Coach: [quote]at three[/quote] is what she needs to know. #line:s102
        -> We regret the delay. #move:generic-apology #line:s103
            <<trust -2>>
            Coach: A letter can name the cake too. #line:s104
        Paragraph: Yours, Sam #line:s105
        <<attach "receipt.pdf">>
        <<send>>
        <<if trust() >= 35>>
            <<jump Kept>>
        <<endif>>
        <<jump Lost>>
        ===
        title: Kept
        ending: cake-on-the-table
        outcome: kept
        ---
        Ana: it came. thank you #line:s110
        Note: Order 7 delivered by hand. #line:s111
        Reflect: Which words did it? #time:60 #line:s112
        ===
        title: Lost
        ending: she-left
        outcome: lost
        ---
        Scene: The chat closes. #line:s120
        Reflect: What would you ask first another time? #time:45 #line:s121
        ===
        title: HandOver
        ending: handed-over
        outcome: strained
        ---
        Ben: i have it from here #line:s130
        ===

        """

    /// The scenario, compiled and checked.
    static func load(_ source: String = source, vocabulary: Vocabulary = vocabulary) throws -> Scenario {
        let loaded = Scenario.load(
            slug: "small", files: [SourceFile(name: "scenario.yarn", text: source)], vocabulary: vocabulary)
        let said = loaded.diagnostics.map { $0.rendered(in: loaded.files) }.joined(separator: "\n")
        return try #require(loaded.scenario, "\(said)")
    }
}

/// A session that a test plays: it folds what the engine answers, batch by batch.
struct Play {
    let engine: Engine
    var session = Session()
    /// What each input was answered with.
    var batches: [[TimedEvent]] = []

    init(
        _ source: String = SmallScenario.source, seed: UInt64 = 1, extraTime: Int = 100,
        vocabulary: Vocabulary = SmallScenario.vocabulary, listener: Listener? = nil
    ) throws {
        engine = Engine(scenario: try SmallScenario.load(source, vocabulary: vocabulary), listener: listener)
        fold(try engine.begin(seed: seed, settings: SessionSettings(difficulty: 1, extraTime: extraTime)))
    }

    mutating func fold(_ events: [TimedEvent]) {
        for event in events { session.apply(event) }
        batches.append(events)
    }

    /// The session time at which the open moment can be answered, ms.
    var opens: Int { max(session.time, (session.front.offer?.opens ?? 0) + session.takenBack) }

    /// Does something, so many ms after the moment opened.
    @discardableResult
    mutating func perform(_ input: SessionInput, after: Int = 0) throws -> [TimedEvent] {
        let events = try engine.handle(input, in: session, at: opens + after)
        fold(events)
        return events
    }

    /// Says the option that begins with these words.
    @discardableResult
    mutating func say(_ words: String, after: Int = 0) throws -> [TimedEvent] {
        let offer = try #require(session.front.offer)
        let index = try #require(offer.options.firstIndex { $0.text.hasPrefix(words) }, "no option \(words)")
        return try perform(.reply(index), after: after)
    }

    /// Lets time pass, so many ms after the moment opened.
    @discardableResult
    mutating func wait(_ milliseconds: Int) throws -> [TimedEvent] {
        try perform(.timePassed, after: milliseconds)
    }

    /// Everything that happened.
    var log: [TimedEvent] { session.log }

    /// What anybody has said since the beginning.
    var said: [String] { session.front.transcript.map(\.text) }

    /// The good way from the first moment to the end.
    static func happy(seed: UInt64 = 1, extraTime: Int = 100) throws -> Play {
        var play = try Play(seed: seed, extraTime: extraTime)
        try play.say("What has to be", after: 12_345)
        try play.say("You hear from me", after: 7_001)
        try play.say("Come back early", after: 999)
        try play.say("Dear Ana", after: 3)
        try play.perform(.send, after: 1_500)
        return play
    }

    /// A way with a rupture, a repair, a new time and a step back at the end of it, and waiting in between.
    static func rough(seed: UInt64 = 1) throws -> Play {
        var play = try Play(seed: seed)
        try play.wait(5_500)
        try play.wait(10_600)
        try play.say("Please calm", after: 2_000)
        try play.say("That was a form letter", after: 4_000)
        try play.perform(.rewind(to: play.session.moments[1].sequence), after: 100)
        try play.say("That was a form letter", after: 8_000)
        try play.say("You hear from me", after: 1)
        try play.perform(.pause)
        try play.perform(.resume)
        try play.say("Ask for ten", after: 60_000)
        try play.perform(.stepBack, after: 250)
        return play
    }
}

extension TimedEvent {
    /// The event's name in a journal.
    var type: String { (try? record().type) ?? "" }
}
