/// The scenarios that tests play: small, with every kind of thing in them.
enum FixtureText {
    static let vocabulary = """
        skills:
          focusing-question: Asking the one deciding question
        emotions: [anxious, calm]
        tones: [flat]
        sounds: [rain]
        moves:
          - {id: focusing-question, name: Asking the deciding question, helps: true, definition: One question.}
          - {id: own-without-blame, name: Owning it, helps: true, definition: It is yours from here.}
          - {id: generic-apology, name: Apologising for nothing, helps: false, definition: Sorry without saying for what.}
          - {id: rush, name: Hurrying them, helps: false, definition: Pushing towards the end.}
        """

    /// Headers that every scenario here begins with.
    static func headers(_ title: String, more: String = "") -> String {
        """
        title: Start
        scenario: \(title)
        summary: A parcel is late.
        channels: chat, email
        cast: Priya = Priya Nair
        customer: Priya
        persona: a mother in a hurry
        ticket: Order 1. Marco: promised Thu
        skills: focusing-question
        difficulty: gentle
        minutes: 3
        opens: 15:40
        trust: 40
        heat: 65
        moment: Hello
        \(more)---

        """
    }

    /// A chat with a clock, a promise and a jump of time, then a mail; two endings, and a hand-over.
    static let mini =
        headers("Mini parcel", more: "step_back: Handed\n") + """
            <<channel chat>>
            <<queue 7>>
            Priya: hi its late 日本 é #emotion:anxious #line:m1
            Priya: hello?? #line:m2
            <<reply_within 20>>
            -> What must be there by Saturday? #move:focusing-question #line:m3
                <<trust +8>>
                <<heat -4>>
                Coach: [quote]by Saturday[/quote] shows you heard. #line:m4
                <<promise status 15m>>
                Priya: helmets. twelve #line:m5
                <<jump Mail>>
            -> Sorry for any inconvenience. #move:generic-apology #line:m6
                <<trust -12>>
                <<heat +6>>
                Coach: Nobody owns any inconvenience. #line:m7
                Priya: wow. #rupture #line:m8
                <<jump Gone>>
            -> (wait a beat) #pause #line:m9
                <<trust +1>>
                Coach: A beat is an answer too. #line:m10
                <<jump Mail>>
            -> … #timeout #line:m11
                <<heat +10>>
                Coach: She cannot see you reading. #line:m12
                <<jump Mail>>
            ===
            title: Mail
            moment: The mail
            ---
            <<channel email>>
            Subject: Your parcel #line:m20
            <<later 12m>>
            -> Dear Priya, the truck is on its way and comes by noon on Friday. #move:own-without-blame #line:m21
                <<trust +4>>
                Coach: A time she can plan with. #line:m22
            -> Soon. #move:rush #line:m23
                <<trust -2>>
                Coach: Soon is no time. #line:m24
            <<send>>
            Priya: thank you!! #line:m25
            <<keep status>>
            <<jump Over>>
            ===
            title: Over
            ending: fine-by-Friday
            outcome: kept
            ---
            Reflect: What worked here? #time:60 #line:m30
            Reflect: What would you change? #time:60 #line:m31
            Priya: bye #line:m32
            ===
            title: Gone
            ending: gone-for-good
            outcome: lost
            ---
            Priya: i am off #line:m33
            ===
            title: Handed
            ending: handed-over
            outcome: strained
            ---
            Priya: ok, her then #line:m34
            ===
            """

    /// A clock of two seconds.
    static let brief =
        headers("Brief clock") + """
            <<channel chat>>
            Priya: quick? #line:b1
            <<reply_within 2>>
            -> Yes. #move:rush #line:b2
                Coach: Quick it was. #line:b3
                <<jump Over>>
            -> … #timeout #line:b4
                <<heat +10>>
                Coach: She cannot see you reading. #line:b5
                Priya: nobody there #line:b6
                <<jump Over>>
            ===
            title: Over
            ending: silent
            outcome: strained
            ---
            Priya: bye #line:b7
            ===
            """

    /// Rounds without end, each with a clock; what is said counts them.
    static let rounds =
        headers("Rounds") + """
            <<declare $round = 0>>
            <<channel chat>>
            Priya: here we go #line:r1
            <<jump Round>>
            ===
            title: Round
            moment: A round
            ---
            <<reply_within 20>>
            -> One thing first, then the rest. #move:focusing-question #line:r2
                <<trust +3>>
                <<set $round = $round + 1>>
                Coach: One thing at a time. #line:r3
                Priya: round {$round} asked #line:r4
                <<jump Round>>
            -> You hear from me in 15 minutes. #move:own-without-blame #line:r5
                <<promise status 15m>>
                <<heat -2>>
                <<set $round = $round + 1>>
                Coach: A time to hold on to. #nudge #line:r6
                Priya: round {$round} promised #line:r7
                <<jump Round>>
            -> As promised, it is on the truck. #move:own-without-blame #line:r8
                <<keep status>>
                <<trust -4>>
                <<heat +3>>
                <<set $round = $round + 1>>
                Priya: round {$round} kept #line:r9
                <<jump Round>>
            -> Enough for today. #move:rush #line:r10
                <<jump Over>>
            -> … #timeout #line:r11
                <<heat +1>>
                <<jump Round>>
            ===
            title: Over
            ending: enough
            outcome: kept
            ---
            Priya: bye #line:r12
            ===
            """

    /// Line 20 has a command that there is not.
    static let broken =
        headers("Broken one") + """
            <<channel chat>>
            Priya: hm #line:x1
            <<trsut +8>>
            <<jump Over>>
            ===
            title: Over
            ending: fine
            outcome: kept
            ---
            Priya: bye #line:x2
            ===
            """
}
