/// A small call: two people on the line, a silence on purpose, an overlap, hold and mute, an ending.
public enum CallScenario {
    /// Its source.
    public static let source = """
        title: Start
        scenario: A launch at nine
        channels: voice, email
        cast: Daniel = Daniel Okoye, Ines
        customer: Daniel
        persona: Runs a studio of four. Talks while he thinks.
        ticket: First call. Button on the launch page
        minutes: 4
        trust: 45
        heat: 60
        opens: 16:20
        moment: First words
        step_back: HandOver
        ---
        <<channel voice>>
        Scene: Two people talk in the room behind him. #line:c01
        Daniel: no no listen I have … four hundred people launching at nine tomorrow #tone:dry #wpm:200 #sound:door #line:c02
        Daniel: and your button just — spins #pause:1.5 #line:c03
        <<reply_within 30>>
        Ines: tell them about the money #line:c04
        -> May I check one thing with you first? #move:focusing-question #line:c10
            <<trust +4>>
            Coach: [quote]one thing[/quote] is a small door to open. #line:c11
            <<if interrupted()>>
                <<heat +4>>
                Daniel: I was not finished. #line:c12
            <<else>>
                Daniel: Go on. #line:c13
            <<endif>>
            <<jump Holding>>
        -> I'm sorry for any inconvenience. #move:generic-apology #line:c20
            <<trust -5>>
            Daniel: convenience! #overlap #line:c22
            Coach: He had no word for that, and neither had you. #line:c21
            <<jump Holding>>
        -> (say nothing) #pause:3 #line:c30
            <<trust +2>>
            Coach: He hears that you are there. #line:c31
            Daniel: are you there? #line:c32
            <<jump Holding>>
        -> … #timeout #line:c40
            <<trust -4>>
            Coach: On a call, silence without a word before it sounds like nobody. #line:c41
            Daniel: hello? #line:c42
            <<jump Holding>>
        ===
        title: Holding
        moment: Before you look
        ---
        Daniel: so what now #line:c50
        -> I put you on hold for two minutes and look. Is that all right? #move:timeboxed-next-step #line:c51
            <<promise look 3m>>
            <<hold on>>
            Coach: [quote]two minutes[/quote] can be counted. #line:c52
            <<later 2m>>
            Scene: A waltz, for two minutes. #line:c53
            <<wait 3>>
            <<hold off>>
            <<keep look>>
            Daniel: that was two minutes #line:c54
            <<jump Done>>
        -> Hold on. #move:command-calm #line:c55
            <<trust -2>>
            <<mute on>>
            Coach: For how long? #line:c56
            <<wait 4>>
            <<mute off>>
            Daniel: how long is on #line:c57
            <<jump Done>>
        ===
        title: Done
        ending: on-air
        outcome: kept
        ---
        Daniel: it works. thank you #line:c60
        Reflect: Where did you let him finish? #time:45 #line:c61
        ===
        title: HandOver
        ending: handed-over
        outcome: strained
        ---
        Ines: I take it from here #line:c70
        ===

        """
}
