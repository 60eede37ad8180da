import Listening

@testable import Conversation

/// A small scenario to be typed through, and an ear that has learnt just enough for it.
enum TypedScenario {
    private static func harm(_ id: String, _ name: String, trust: Int, heat: Int) -> Vocabulary.Move {
        Vocabulary.Move(
            id: id, name: name, helps: false, definition: "\(name) costs.",
            cost: Vocabulary.Cost(
                trust: trust, heat: heat, instead: "Try it otherwise.", reactions: ["wow. \(id)", "again: \(id)"]))
    }

    private static func help(_ id: String, _ name: String) -> Vocabulary.Move {
        Vocabulary.Move(id: id, name: name, helps: true, definition: "\(name) helps.")
    }

    static let vocabulary = Vocabulary(
        moves: [
            help("focusing-question", "Asking"), help("validate", "Letting it be"),
            help("timeboxed-next-step", "Giving a time"), help("narrate-action", "Saying what you do"),
            help("move-to-private", "Moving"), help("acknowledge-impact", "Naming"),
            help("repair-rupture", "Mending"),
            harm("generic-apology", "Sorry for nothing much", trust: 2, heat: 2),
            harm("command-calm", "Ordering calm", trust: 6, heat: 7),
        ],
        skills: ["focusing-question": "Asking the deciding question"], emotions: ["anxious", "angry"],
        tones: ["dry"], sounds: ["door"], unclear: ["what do you mean?", "sorry, what?"])

    /// What the ear learns from.
    private static let lines = """
        == focusing-question | test
        Which cake has to be there first?
        What matters most for the party today?
        What time do the guests come to the party?
        Which of the two has to be on the table by four?
        What do you need most before the party starts?
        Which part of the order matters most to you?
        == validate | test
        It makes sense that you are angry about this.
        Anyone would be cross after a morning like that.
        Of course you are upset, anyone would be.
        That you are cross is only reasonable.
        It is reasonable to be angry about that.
        Anybody would be upset about a thing like that.
        == timeboxed-next-step | test
        You will hear from me in fifteen minutes.
        I will call you back within ten minutes.
        You have an answer from me by noon.
        I will be back with you in half an hour.
        Expect my message within twenty minutes.
        I will write to you by three.
        == narrate-action | test
        I am opening your order now.
        I am looking at the kitchen's notes right now.
        I am reading through your order just now.
        Right now I am ringing the bakery.
        I have your order open and am reading it.
        I am looking into the order with the bakery now.
        == move-to-private | test
        I have sent you a private message for the details.
        Let us move this to a direct message so your address stays safe.
        Please look in your private messages, I wrote to you there.
        I have opened a message for your details.
        == acknowledge-impact | test
        Forty people stood in the rain because of us.
        A party without its cake spoils the whole afternoon for the children.
        Your guests had nothing to eat because of that.
        That left forty singers in the rain with nowhere to go.
        == repair-rupture | test
        That came out wrong, let me start over.
        I brushed past what you said, let me begin again.
        That was a form letter, you deserved better from me.
        == generic-apology | test
        We are sorry for any inconvenience caused.
        Sorry about that.
        Apologies for the inconvenience.
        We apologise for any inconvenience this may have caused.
        Sorry for any trouble.
        == command-calm | test
        Please calm down.
        You need to calm down now.
        Just relax, will you.
        Calm yourself, please.
        There is no need to shout, calm down.
        == none | test
        Thanks.
        Hello Ana.
        The weather is fine.
        My cat likes tea.
        Bananas are yellow.
        The train to Leeds runs at night.
        Blue is a nice colour.
        We have many shops.
        Good morning.
        """

    /// Hears the moves above. Made once: it takes a moment.
    static let listener: Listener? = {
        let moves = vocabulary.moves
        guard let read = try? ExemplarFile.read(lines, file: "lines", moves: Set(moves.map(\.id))) else { return nil }
        let trainer = Trainer(
            moves: moves.map { HearingTable.Move(id: $0.id, harms: !$0.helps) },
            lore: WordLore(variants: [:], concepts: []))
        // So few lines have to be read several times.
        let table = trainer.table(from: (0..<4).flatMap { _ in read }, source: "test", seed: 1)
        return Listener(ear: Ear(table: table), vocabulary: vocabulary)
    }()

    static let source = """
        title: Start
        scenario: A cake that did not come
        channels: chat, email
        cast: Ana = Ana Ruiz
        customer: Ana
        minutes: 3
        trust: 40
        heat: 60
        opens: 9:58
        moment: First words
        ---
        <<channel chat>>
        Ana: my cake did not come and the party is at four #line:t01
        <<reply_within 60>>
        -> What has to be on the table by four? #move:focusing-question #line:t10
            <<trust +5>>
            Coach: [quote]on the table[/quote] shows her that you heard the party. #line:t11
            Ana: the cake. only the cake #line:t12
            <<jump Plan>>
        -> It makes sense that you are cross. #move:validate #line:t20
            <<trust +3>>
            Coach: [quote]makes sense[/quote] leaves it to her, and [quote]cross[/quote] is her word. #line:t21
            <<jump Plan>>
        -> We are sorry for any inconvenience. #move:generic-apology #line:t30
            <<trust -6>>
            Coach: Hers is no inconvenience. It is a party. #line:t31
            <<jump Plan>>
        -> … #timeout #line:t40
            <<trust -5>>
            Ana: hello? #line:t41
            <<jump Plan>>
        ===
        title: Plan
        moment: What comes next
        unclear: Puzzled
        ---
        <<if attempt() >= 2>>
            Scene: Once more. #line:t49
        <<endif>>
        Ana: so when #line:t50
        -> You hear from me in fifteen minutes. #move:timeboxed-next-step #line:t51
            <<promise status 15m>>
            Coach: [quote]fifteen minutes[/quote] is a clock. #line:t52
            <<jump Waiting>>
        -> I am reading your order now. #move:narrate-action #line:t53
            Coach: She can see what you do. #line:t54
            <<jump Waiting>>
        ===
        title: Puzzled
        ---
        Ana: i asked when. what is that #line:t60
        ===
        title: Waiting
        moment: As it stands
        typed: no
        ---
        Ana: ok #line:t70
        -> Come back. #move:narrate-action #line:t71
            <<keep status>>
            <<jump Letter>>
        -> Stay away. #move:generic-apology #line:t72
            <<later 30m>>
            <<jump Letter>>
        ===
        title: Letter
        moment: In writing
        ---
        <<channel email>>
        Subject: Your cake #line:t80
        -> Dear Ana, we are reading your order now. #move:narrate-action #line:t81
            <<trust +2>>
        -> Dear Ana, you hear from us by noon. #move:timeboxed-next-step #line:t82
            <<trust +1>>
        Paragraph: Yours, Sam #line:t83
        <<send>>
        <<jump Kept>>
        ===
        title: Kept
        ending: cake-on-the-table
        outcome: kept
        ---
        Ana: it came #line:t90
        ===

        """

    static func play(_ source: String = source, own: [OwnExemplar] = []) throws -> Play {
        let listener = listener.map { Listener(ear: $0.ear.with(own: own), vocabulary: $0.vocabulary) }
        return try Play(source, vocabulary: vocabulary, listener: listener)
    }
}

extension Play {
    /// Types words, so many ms after the moment opened.
    @discardableResult
    mutating func type(_ words: String, after: Int = 0) throws -> [TimedEvent] {
        try perform(.say(words), after: after)
    }

    /// The last reply.
    var reply: Moment.Reply? { session.moments.last { $0.reply != nil }?.reply }

    /// What the coach said last.
    var coach: FeedbackShown? {
        log.reversed().lazy.compactMap { if case .feedbackShown(let shown) = $0.event { shown } else { nil } }.first
    }

    /// How it ended.
    var ending: String? { if case .ended(let ended) = session.status { ended.ending } else { nil } }
}
