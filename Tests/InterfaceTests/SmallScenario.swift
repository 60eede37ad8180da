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
            Vocabulary.Move(id: "over-promise", name: "Promising all", helps: false, definition: "Not yours to give."),
        ],
        skills: ["focusing-question": "Asking the deciding question"], emotions: ["anxious", "angry"],
        tones: ["dry"], sounds: ["door"])

    /// The same where stepping back begins with two lines to say.
    static var withScript: String {
        source.replacing(
            "Ben: i have it from here",
            with: """
                -> Ana, I'd like Ben to take this on. He has read all of it, and you won't tell it again. #move:repair-rupture #line:s140
                    <<trust +3>>
                    Coach: [quote]you won't tell it again[/quote] spares her the third telling. #line:s141
                -> May we both have two quiet minutes? Then I'm back, with Ben beside me. #move:timeboxed-next-step #line:s142
                    <<trust +2>>
                    Coach: [quote]two quiet minutes[/quote] is a pause with an end to it. #line:s143
                Ben: i have it from here
                """)
    }

    /// Its source, in which the promise is more than anybody can hold.
    static let overPromising = source.replacing(
        "You hear from me in fifteen minutes. #move:timeboxed-next-step",
        with: "The cake is with you in fifteen minutes, I promise. #move:over-promise")

    /// Its source.
    static let source = """
        title: Start
        scenario: A cake that did not come
        summary: Ana's cake did not come, and the party is at four. She has asked once already.
        channels: chat, email
        cast: Ana = Ana Ruiz, Ben
        customer: Ana
        persona: Runs a bakery stall on Saturdays. Short of time, never of jokes.
        ticket: Order 7, second contact. Ben (Fri): "promised by noon"
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
