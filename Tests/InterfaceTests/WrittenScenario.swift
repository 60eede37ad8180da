import Conversation

/// A public thread with a private side, which goes on by email: what the panes of the written channels are looked at with.
enum WrittenScenario {
    static let vocabulary = Vocabulary(
        moves: [
            Vocabulary.Move(id: "acknowledge-impact", name: "Naming", helps: true, definition: "You name it."),
            Vocabulary.Move(id: "move-to-private", name: "Moving", helps: true, definition: "You move it."),
            Vocabulary.Move(id: "timeboxed-next-step", name: "Giving a time", helps: true, definition: "By when."),
            Vocabulary.Move(id: "narrate-action", name: "Telling", helps: true, definition: "You tell."),
            Vocabulary.Move(id: "privacy-breach", name: "Telling all", helps: false, definition: "Everybody reads it."),
        ])

    static let source = """
        title: Start
        scenario: A choir without a hall
        channels: social, email
        cast: Noor = Noor Haddad, Tess = Tess Okoro, Milo
        customer: Noor
        persona: Leads a choir of forty. Has a concert on Sunday.
        ticket: Booking H-204, second contact
        audience_pace: 30
        opens: 17:05
        trust: 40
        heat: 60
        moment: First answer
        ---
        <<channel social>>
        Noor: forty singers in the rain before a locked door, and a recorded voice that says we matter. thanks for nothing, Harbour Halls #line:n01
        <<audience +12 +3>>
        Tess: same thing happened to our pottery class in March #line:n02
        Milo: they are asleep, the lot of them #line:n03
        -> Noor, forty people in the rain before our locked door: that is on us, and I'm ringing the caretaker as I write. #move:acknowledge-impact #line:n10
            <<trust +4>>
            Coach: [quote]forty people in the rain[/quote] tells her, and everybody with her, that you read what she wrote. #line:n11
        -> Noor, I've opened a private message, so that your number stays yours. #private #move:move-to-private #line:n20
            <<trust +3>>
            Coach: Her number is safe with you. The thread still waits for a word. #line:n21
            Noor: ok. reading this in the rain btw #private #line:n22
        -> Noor, please reply here with your phone number and your address, and I'll ring you. #move:privacy-breach #line:n25
            <<trust -2>>
            Coach: She would have to tell the whole town where she lives. #line:n26
        <<jump Next>>
        ===
        title: Next
        moment: When
        ---
        Noor: so when do we get in #line:n40
        Tess: asking for forty friends #line:n41
        -> You are inside by half past five. If the caretaker is late, I write to you before then. #private #move:timeboxed-next-step #line:n45
            <<promise door 25m>>
            <<trust +3>>
            Coach: She has a time now, and only she. #line:n46
        -> You are all inside by half past five, and I stay here until you are. #move:timeboxed-next-step #line:n47
            <<promise door 25m>>
            <<trust +3>>
            Coach: Everybody has a time now. #line:n48
        <<later 4m>>
        <<jump Mail>>
        ===
        title: Mail
        moment: In writing
        ---
        <<channel email>>
        Noor: You asked me to write it down, so I do. We hired the hall for three evenings, the seventh, the fourteenth and the twenty-first, and paid for all of them in June. #line:n60
        Noor: On the seventh the heating was off and nobody picked up. On the fourteenth the door was locked and forty of us stood outside. I have two people over eighty in the second row. #line:n61
        Noor: What I want is simple. I want to know that on the twenty-first somebody is there. #line:n62
        Subject: Booking H-204: the twenty-first #line:n63
        -> Dear Noor, on the fourteenth forty of you stood in the rain before our door, two of them over eighty. I am sorry for that hour. #move:acknowledge-impact #line:n70
            <<trust +3>>
            Coach: [quote]two of them over eighty[/quote] was in her mail, and now it is in yours. #line:n71
        -> I am on it. #move:narrate-action #line:n72
            Coach: She cannot see what it is that you are on. #line:n73
        <<attach "caretaker-rota.pdf">>
        -> On the twenty-first the caretaker opens at five, and I ring you at ten past to hear that you are in. #move:timeboxed-next-step #line:n75
            <<trust +3>>
            Coach: [quote]at ten past[/quote] is a time she can hold you to. #line:n76
        -> The caretaker left the keys with a colleague who did not know about you. #move:narrate-action #line:n77
            Coach: It explains the fourteenth. She asked about the twenty-first. #line:n78
        <<send>>
        <<wait 2>>
        Noor: Thank you. My second row says hello. #line:n80
        <<jump Done>>
        ===
        title: Done
        ending: they-sang
        outcome: kept
        ---
        Scene: The door opens at five. #line:n90
        ===

        """
}
