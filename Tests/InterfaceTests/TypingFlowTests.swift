import Conversation
import Robot
import Terminal
import Testing

@testable import Interface

/// Whole conversations in one's own words, with the ear that the program is shipped with.
@Suite("In one's own words")
struct TypingFlowTests {
    /// A line for a move, as somebody might say it anywhere.
    private static let lines: [String: String] = [
        "focusing-question": "Which one thing matters most to you here?",
        "acknowledge-impact": "You've lost a whole morning to this, with everything else you have to get done.",
        "name-emotion": "You sound worn out, and a bit let down by us.",
        "validate": "Anyone would be cross after that; it makes complete sense.",
        "own-without-blame": "Leave this one with me, I'm seeing it through to the end myself.",
        "specific-apology": "I'm sorry we told you it was on its way when it had never left.",
        "clarify": "Could you tell me what happened, from the start?",
        "ask-permission": "Would it be okay if I put you on hold while I look?",
        "offer-choice": "We can do either of two things: send another one, or give the money back. Which suits you?",
        "timeboxed-next-step": "I'll write to you again within 15 minutes, whatever I know by then.",
        "narrate-action": "I'm opening your order now and reading through the notes.",
        "summarise": "Let me say it back: two things are missing, and you need them before the weekend.",
        "transparent-limits": "Here is what I know, and here is what I don't know yet.",
        "concrete-repair": "I've put a replacement in the post today and taken the fee off.",
        "proactive-follow-up": "I'll check on it tomorrow and get back to you without you having to ask.",
        "written-confirmation": "I'll send you all of that in an email so you have it in writing.",
        "close-with-clarity": "So: it comes on Saturday, I ring you at noon, and nothing else is open.",
        "repair-rupture": "That came out wrong. Let me try that again.",
        "thank-specific": "Thank you for reading me the number off the label, that helped.",
        "explain-intent": "I'm asking so that I don't send you the wrong one.",
        "plain-translation": "In plain words: it's sitting in a warehouse and nobody has moved it.",
        "escalate-with-context": "I'm passing you to Gil with everything you told me, so you don't repeat it.",
        "clarity-check": "Does that make sense so far, or did I lose you?",
    ]

    private static func type(_ words: String, _ robot: inout Robot) {
        robot.types("t" + words)
        robot.presses(.plain(.enter))
        if robot.practice?.isTyping == true { robot.presses(.plain(.escape)) }
    }

    @Test("late-delivery comes to an ending by typing alone")
    func typingAlone() throws {
        var robot = try Robot.atHome()
        try robot.opens("late-delivery")
        var typed = 0
        moments: for _ in 0..<60 {
            try robot.hearsOut()
            guard let offer = robot.session?.front.offer, robot.session?.status == .open else { break }
            if offer.isSend {
                robot.goesOn()
                continue
            }
            let moves = offer.lines.flatMap(\.option.moves)
            for words in moves.compactMap({ Self.lines[$0] }) {
                Self.type(words, &robot)
                try robot.hearsOut()
                typed += 1
                guard robot.session?.front.offer?.moment == offer.moment else { continue moments }
            }
            Issue.record("nothing fits at “\(offer.moment)”: \(moves)")
            break
        }
        guard case .ended = robot.session?.status else {
            Issue.record("it did not come to an end after \(typed) replies")
            return
        }
        #expect(robot.session?.moments.allSatisfy { $0.reply?.role != .say || $0.reply?.isTyped == true } == true)
        try robot.hears("This conversation is over.")
        robot.goesOn()
        try robot.sees("The way you went")
        robot.presses(.plain(.end))
        robot.presses(.plain(.home))
    }

    @Test("a word with a typo is heard; what harms costs, and the moment opens again")
    func typoAndHarm() throws {
        var robot = try Robot.atHome()
        try robot.opens("late-delivery")
        try robot.hearsOut()
        let trust = try #require(robot.session?.front.trust)
        Self.type("Please calm down and let me do my job.", &robot)
        #expect(try #require(robot.session?.moments.first?.reply).isTyped)
        #expect(try #require(robot.session?.front.trust) < trust)
        try robot.hearsOut()
        #expect(robot.session?.front.offer?.moment == "First words")
        Self.type("Wich one thing has to be there on Saturday for the party to wrok?", &robot)
        try robot.hears("Heard: ")
        let reply = try #require(robot.session?.moments.last { $0.reply != nil }?.reply)
        #expect(reply.heard.contains { $0.move == "focusing-question" && $0.counts })
    }

    @Test("what was put right once is heard so the next time, in the same session")
    func corrected() throws {
        var robot = try Robot.atHome()
        try robot.opens("late-delivery")
        try robot.hearsOut()
        let words = "purple tractors hum quietly under glass"
        Self.type(words, &robot)
        robot.types("X")
        try robot.sees("What did you mean?")
        let pane = try #require(robot.practice?.meaning)
        robot.types("1")
        try robot.sees("Heard again")
        #expect(robot.session?.learner.corrections.last?.meant == pane.candidates[0].move)
        let again = try #require(robot.session?.moments.last { $0.reply != nil }?.reply)
        #expect(again.heard.first?.move == pane.candidates[0].move)
        try robot.hearsOut()
        if robot.session?.front.offer?.isSend == false {
            Self.type(words + " today", &robot)
            let next = try #require(robot.session?.moments.last { $0.reply != nil }?.reply)
            #expect(next.heard.contains { $0.move == pane.candidates[0].move && $0.counts }, "\(next.heard)")
        }
    }

    @Test("kept for the end, what was heard stands in the debrief and beside other attempts")
    func atTheEnd() throws {
        var robot = try Robot.atHome(columns: 100, rows: 60)
        try robot.opens("late-delivery")
        robot.hears(coach: .atTheEnd)
        try robot.hearsOut()
        Self.type("Which one thing has to be in the room on Saturday?", &robot)
        try robot.timePasses(seconds: 1)
        try robot.doesNotSee("Heard:")
        robot.commands("compare")
        try robot.sees("Heard")
        try robot.sees("focusing question")
    }
}
