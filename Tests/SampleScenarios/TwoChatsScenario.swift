/// Two chats at once: Ana is there first, Ben comes beside her, and each has a clock. Ana's conversation waits for Ben's.
public enum TwoChatsScenario {
    /// Its source.
    public static let source = """
        title: Start
        scenario: Two at once
        channels: chat
        cast: Ana = Ana Lopes, Ben = Ben Whitlock
        customer: Ana
        ticket: Order 7. First contact
        minutes: 4
        trust: 50
        heat: 40
        moment: Where is it
        step_back: HandOver
        ---
        <<declare $ben_kept to false>>
        <<channel chat>>
        <<queue 3>>
        Ana: hi, my order says delivered and it is not here #line:t01
        <<thread open ben Ben_Start>>
        <<reply_within 60>>
        -> Where did you look so far? #move:focusing-question #line:t10
            <<trust +4>>
            Coach: [quote]so far[/quote] trusts that Ana has looked. #line:t11
            Ana: porch, shed, the neighbour #line:t12
            <<jump Plan>>
        -> Please check with your neighbours. #macro #move:generic-apology #line:t20
            <<trust -1>>
            Coach: Ana may have done that already. Asking first costs one line. #line:t21
            Ana: i did that #line:t22
            <<jump Plan>>
        -> … #timeout #line:t30
            <<heat +6>>
            Coach: One line holds the door while you are with somebody else. #line:t31
            Ana: hello? #line:t32
            <<jump Plan>>
        ===
        title: Plan
        moment: What comes next
        easy: yes
        ---
        -> I ask the driver today and write to you by six. #move:timeboxed-next-step #line:t40
            <<promise word 2h>>
            <<trust +5>>
            Coach: [quote]by six[/quote] can be counted on. #line:t41
            <<keep word>>
            <<jump AnaRests>>
        -> Give it another day, they are usually quick. #move:generic-apology #line:t50
            <<trust -6>>
            Coach: A day is long when nobody looks. Say what you will do in it. #line:t51
            <<jump AnaRests>>
        ===
        title: AnaRests
        ---
        Ana: ok #line:t60
        <<thread rest>>
        <<if $ben_kept>>
            <<jump BothHeld>>
        <<else>>
            <<jump OneDropped>>
        <<endif>>
        ===
        title: BothHeld
        ending: both-held
        outcome: kept
        ---
        Scene: Both windows are quiet. #line:t70
        ===
        title: OneDropped
        ending: one-dropped
        outcome: strained
        ---
        Scene: One window is quiet, the other is closed. #line:t71
        ===
        title: HandOver
        ending: handed-over
        outcome: strained
        ---
        Scene: Marit takes both chats. #line:t72
        ===
        title: Ben_Start
        thread: ben
        customer: Ben
        persona: Types with one thumb.
        ticket: Ben, invoice twice. Second contact
        trust: 60
        heat: 20
        moment: Two invoices
        ---
        Ben: hey got 2 invoices, which one is real #line:t80
        <<reply_within 30>>
        -> The one from Monday. I cancel the other one now. #move:repair-rupture #line:t90
            <<trust +3>>
            <<set $ben_kept to true>>
            Coach: [quote]cancel the other one now[/quote] leaves Ben nothing to do. #line:t91
            Ben: sweet ta #line:t92
        -> Somebody else is before you. One moment. #move:timeboxed-next-step #line:t100
            <<trust -2>>
            Coach: A length of time would tell Ben how long a moment is. #line:t101
            Ben: np #line:t102
            <<jump Ben_Again>>
        -> … #timeout #line:t110
            <<heat +10>>
            Coach: A chat nobody answers feels closed. #line:t111
            Ben: ok bye then #line:t112
        ===
        title: Ben_Again
        moment: Ben again
        easy: yes
        ---
        -> Here I am. Monday's is the real one. #move:repair-rupture #line:t120
            <<set $ben_kept to true>>
            <<trust +2>>
            Coach: You came back, and [quote]Monday's[/quote] is what Ben had asked. #line:t121
            Ben: cheers #line:t122
        -> Please write to billing about it. #move:generic-apology #line:t130
            <<trust -5>>
            Coach: Ben has written twice now. Carry it there yourself if you can. #line:t131
            Ben: right #line:t132
        ===
        """

    /// A plan for each of its endings.
    public static let plan = """
        select: 1
        line: `Ana: porch, shed, the neighbour`
        thread: ben
        select: 1
        thread: main
        select: 1
        state: $ben_kept && trust() == 59
        ending: both-held
        ---
        time: 45s
        thread: ben
        line: `Ben: ok bye then`
        thread: main
        select: 2
        select: 2
        ending: one-dropped
        ---
        thread: ben
        step_back
        ending: handed-over
        """
}
