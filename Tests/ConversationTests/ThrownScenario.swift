import Testing

@testable import Conversation

/// A small scenario for what comes into an open moment: a clock, a reply that cannot be taken, chance in the words, a
/// mail, and curveballs of every kind.
enum ThrownScenario {
    static let source = """
        title: Start
        scenario: Thrown
        channels: chat, email
        cast: Ana
        customer: Ana
        trust: 50
        heat: 50
        moment: First words
        step_back: HandOver
        ---
        <<channel chat>>
        Ana: hello #line:c1
        <<declare $phone = 0>>
        <<declare $late = false>>
        <<reply_within 60>>
        -> Case {dice(1000000)}. What happened? #move:clarify #line:c2
            <<trust +2>>
            Coach: Good. #line:c3
            <<jump Letter>>
        -> Please calm down. #move:rush #line:c4
            <<trust -20>>
            Coach: Less good. #line:c5
            <<jump Letter>>
        -> About your phone. <<if $phone > 0>> #move:validate #line:c6
            Coach: Yes. #line:c7
            <<jump Letter>>
        -> … #timeout #line:c8
            <<set $late = true>>
            Coach: Late. #line:c9
            <<jump Letter>>
        ===
        title: Letter
        moment: In writing
        ---
        <<channel email>>
        <<curveball Dog>>
        -> Dear Ana. #move:clarify #line:c10
            Coach: Good. #line:c11
        -> Dear customer. #move:rush #line:c12
            Coach: Less good. #line:c13
        <<send>>
        <<channel chat>>
        <<if visited("Phone")>>
            Ana: that was the phone #line:c14
        <<endif>>
        <<jump Done>>
        ===
        title: Done
        ending: done
        outcome: kept
        ---
        Ana: bye #line:c15
        ===
        title: Phone
        curveball: Her phone rings
        moment: On the phone
        ---
        Ana: sorry, my phone #line:c20
        <<set $phone = $phone + 1>>
        <<reply_within 20>>
        -> Take it. #move:offer-choice #line:c21
            <<trust +1>>
            Coach: Good. #line:c22
            Ana: thanks #line:c23
        -> … #timeout #line:c24
            <<trust -1>>
            Coach: She waits. #line:c25
        ===
        title: Dog
        curveball: A dog barks
        ---
        Ana: thats the dog #line:c26
        ===
        title: Mailer
        curveball: Somebody writes in the chat
        moment: A word in between
        ---
        <<channel chat>>
        Ana: one more thing #line:c27
        -> Yes? #move:clarify #line:c28
            Coach: Good. #line:c29
        ===
        title: Fire
        curveball: The alarm goes off
        moment: Everybody out
        ---
        Ana: fire alarm #line:c30
        -> Go. #move:validate #line:c31
            Coach: Yes. #line:c32
            <<jump Gone>>
        ===
        title: Gone
        moment: The street
        ---
        Ana: we are in the street #line:c33
        -> Are you safe? #move:validate #line:c34
            Coach: Yes. #line:c35
            <<jump Done>>
        ===
        title: HandOver
        ending: handed-over
        outcome: strained
        ---
        Ana: ok #line:c40
        ===
        """

    /// Plays it; the session is written down and read back between any two inputs, as if the program had been killed.
    struct Play {
        var engine: Engine
        var session = Session()

        init(
            _ source: String = ThrownScenario.source, vocabulary: Vocabulary = SmallScenario.moreMoves,
            listener: Listener? = nil
        ) throws {
            engine = Engine(
                scenario: try SmallScenario.load(source, vocabulary: vocabulary), curveballs: .none,
                listener: listener)
            apply(try engine.begin(seed: 7, settings: SessionSettings(difficulty: 1)))
        }

        mutating func apply(_ events: [TimedEvent]) { for event in events { session.apply(event) } }

        /// Does something so long after the moment has opened, ms.
        mutating func act(_ input: SessionInput, after: Int = 0) throws {
            let read = Session(replaying: try session.log.map { try TimedEvent(try $0.record()) })
            #expect(read == session)
            session = read
            let opens = (session.front.offer?.opens ?? 0) + session.takenBack
            apply(try engine.handle(input, in: session, at: max(session.time, opens) + after))
        }

        var offer: Offer? { session.front.offer }
        var said: [String] { session.front.transcript.map(\.text) }
        var moment: String? { offer?.moment }
    }
}
