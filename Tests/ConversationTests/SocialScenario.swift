@testable import Conversation

/// A small public thread: bystanders, a private message, a promise made in one place only, an audience.
enum SocialScenario {
    static let vocabulary = Vocabulary(
        moves: [
            Vocabulary.Move(id: "acknowledge-impact", name: "Naming", helps: true, definition: "You name it."),
            Vocabulary.Move(id: "move-to-private", name: "Moving", helps: true, definition: "You move it."),
            Vocabulary.Move(id: "timeboxed-next-step", name: "Giving a time", helps: true, definition: "By when."),
            Vocabulary.Move(id: "generic-apology", name: "Sorry", helps: false, definition: "For nothing much."),
        ])

    static let source = """
        title: Start
        scenario: A choir without a hall
        channels: social
        cast: Noor = Noor Haddad, Tess, Milo
        customer: Noor
        audience_pace: 30
        trust: 40
        heat: 60
        moment: First answer
        ---
        <<channel social>>
        Noor: forty singers and a locked door. thanks for nothing #line:n01
        <<audience +12 +3>>
        Tess: same thing happened to us #line:n02
        -> Noor, forty people in the rain is on us. #move:acknowledge-impact #line:n10
            <<trust +4>>
            Coach: [quote]forty people[/quote] is hers. #line:n11
            <<jump Next>>
        -> Noor, I've opened a message so that your address stays yours. #private #move:move-to-private #line:n20
            <<trust +3>>
            Coach: Her address is safe there. The thread still waits for a word. #line:n21
            Noor: ok, reading #private #line:n22
            <<jump Next>>
        -> (wait a beat) #pause #line:n30
            Coach: A quiet beat, with people looking on. #line:n31
            Milo: lol they are asleep #line:n32
            <<jump Next>>
        ===
        title: Next
        moment: When
        ---
        Noor: so when #line:n40
        -> The door is open by six. #private #move:timeboxed-next-step #line:n41
            <<promise door 20m>>
            Coach: She has a time now. #line:n42
        -> The door is open by six, I'm on it. #move:timeboxed-next-step #line:n43
            <<promise door 20m>>
            Coach: Everybody has a time now. #line:n44
        <<later 10m>>
        <<keep door>>
        <<if said_publicly("timeboxed-next-step")>>
            Tess: they said six and it was six #line:n50
        <<elseif said_privately("timeboxed-next-step")>>
            Tess: did they ever answer you #line:n51
        <<endif>>
        <<if audience() > 40>>
            <<jump Crowded>>
        <<endif>>
        <<jump Quiet>>
        ===
        title: Crowded
        ending: everybody-saw
        outcome: strained
        ---
        Noor: we sang. the whole town has read about it #line:n60
        ===
        title: Quiet
        ending: we-sang
        outcome: kept
        ---
        Noor: we sang #line:n70
        ===

        """

    static func play(seed: UInt64 = 1, extraTime: Int = 100) throws -> Play {
        try Play(source, seed: seed, extraTime: extraTime, vocabulary: vocabulary)
    }
}
