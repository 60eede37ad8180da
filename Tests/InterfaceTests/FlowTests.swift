import Conversation
import Robot
import Terminal
import Testing

@testable import Interface

/// Whole ways through the program, over the shipped scenarios, without a terminal and without waiting.
@Suite("From Home to the debrief")
struct FlowTests {
    @Test("beside one of several conversations stand the people of that one, and nobody else's")
    func ownPeople() throws {
        var robot = try Robot.atHome(columns: 160, rows: 50)
        try robot.opens("three-at-once")
        try robot.hearsOut()
        try robot.sees("Ruth Pryce")
        for name in ["Tom Wilk", "Nia Bello", "with Dele"] { try robot.doesNotSee(name) }
        try robot.says(1)
        try robot.hearsOut()
        robot.presses(.plain(.tab))
        try robot.hearsOut()
        try robot.sees("Tom Wilk")
        for name in ["Ruth Pryce", "Nia Bello", "with Dele"] { try robot.doesNotSee(name) }
    }

    @Test("late-delivery, from its first line to an ending, the debrief, a reflection and back Home")
    func lateDelivery() throws {
        var robot = try Robot.atHome()
        try robot.sees("Late delivery, holiday deadline")
        robot.presses(.plain(.enter))
        try robot.hears("it was for sunday. my sons party is SATURDAY")
        try robot.hears("youre the third person im typing this to")
        try robot.says(1)
        try robot.timePasses(seconds: 1)
        try robot.sees("shows her the party came in before the parcel", on: .coach)
        try robot.sees("Trust +5")
        robot.goesOn()
        try robot.doesNotSee("shows her the party came in before the parcel")
        robot = try Robot.atHome()
        try robot.plays("late-delivery")
        try robot.sees("This conversation is over.")
        #expect(robot.session?.front.ending == "all-there-on-Saturday")
        robot.goesOn()
        try robot.sees("Looking back: Late delivery", on: .firstRow)
        try robot.sees("All there on Saturday")
        robot.goesOn()
        robot.types("The Saturday question opened it")
        try robot.timePasses(seconds: 12)
        try robot.sees("The Saturday question opened it")
        robot.presses(.control("d"))
        robot.presses(.plain(.escape), .plain(.escape))
        #expect(robot.kept.map(\.mark.ending) == ["all-there-on-Saturday"])
    }

    @Test("unexpected-charge: he is interrupted, put on hold, and gets a mail written by hand")
    func unexpectedCharge() throws {
        var robot = try Robot.atHome(columns: 120, rows: 40)
        try robot.opens("unexpected-charge")
        try robot.hears("and then again")
        try robot.doesNotSee("And Monday at six goes my rent")
        try robot.sees("a reply now interrupts")
        try robot.interrupts(with: 2)
        #expect(robot.session?.front.transcript.contains(where: \.isCut) == true)
        try robot.hearsOut()
        #expect(robot.session?.moments.count { $0.reply != nil } == 1)

        robot = try Robot.atHome(columns: 120, rows: 40)
        try robot.plays("unexpected-charge") { $0.session?.front.draft.isEmpty == false }
        try robot.sees("hold ✓ kept")
        try robot.sees("voice → email", on: .firstRow)
        robot.types("e")
        robot.presses(.plain(.enter))
        robot.types("One of the two charges was ours. It goes back by Monday at six.")
        try robot.sees("One of the two charges was ours.")
        robot.presses(.alt("s"))
        try robot.sees("Choose how the mail goes on; then it can be sent.", on: .lastRow)
        try robot.hearsOut()
        for _ in 0..<6 where robot.session?.front.offer?.isSend == false {
            try robot.says(1)
            try robot.hearsOut()
        }
        try robot.sees("A last look")
        robot.presses(.plain(.enter))
        let mails = robot.session?.log.compactMap { if case .emailSent(let mail) = $0.event { mail } else { nil } }
        let mail = try #require(mails?.last)
        #expect(mail.paragraphs.contains { $0.contains("One of the two charges was ours.") })
    }

    @Test("weekend-outage: the crowd grows in silence; what is said where is said there")
    func weekendOutage() throws {
        var robot = try Robot.atHome()
        try robot.opens("weekend-outage")
        try robot.hearsOut()
        let before = try #require(robot.session?.front.crowd)
        try robot.timePasses(seconds: 24)
        let local = try #require(robot.practice).local(at: robot.now)
        let grown = try #require(robot.session?.front.crowd).count(at: local)
        #expect(grown.likes > 14)
        try robot.sees("\(grown.likes) likes")
        #expect(before == robot.session?.front.crowd, "silence changes no event, only the time")
        try robot.says(3)
        try robot.timePasses(seconds: 1)
        try robot.sees("is rightly asked behind the curtain", on: .coach)
        let reply = try #require(robot.session?.moments.first)
        #expect(!reply.isReplyPublic)
        try robot.says(1)
        #expect(robot.session?.moments.last { $0.reply != nil }?.isReplyPublic == true)
    }

    @Test("a moment tried again is a second attempt, and both are kept")
    func retry() throws {
        var robot = try Robot.atHome()
        try robot.opens("late-delivery")
        try robot.says(3)
        try robot.timePasses(seconds: 1)
        robot.goesOn()
        robot.commands("retry")
        try robot.sees("chat · moment 1", on: .firstRow)
        try robot.sees("attempt 2")
        try robot.says(1)
        #expect(robot.session?.moments.first?.reply?.text.hasPrefix("Saturday first") == true)
        #expect(robot.session?.log.count { if case .replied = $0.event { true } else { false } } == 2)
    }

    @Test("a pause stops the clock and hides the text; again goes on where it was")
    func pause() throws {
        var robot = try Robot.atHome()
        try robot.opens("late-delivery")
        try robot.hearsOut()
        try robot.timePasses(seconds: 10)
        let row = robot.lines.first { $0.contains("Reply") }
        robot.types(" ")
        try robot.doesNotSee("my sons party is SATURDAY")
        try robot.timePasses(seconds: 300)
        robot.types(" ")
        try robot.sees("my sons party is SATURDAY")
        #expect(robot.lines.first { $0.contains("Reply") } == row)
    }

    @Test("stepping back hands over, and is an ending like any other")
    func stepBack() throws {
        var robot = try Robot.atHome()
        try robot.opens("late-delivery")
        try robot.hearsOut()
        robot.commands("step-back")
        try robot.sees("Stepping back: nothing is said yet")
        try robot.says(1)
        try robot.sees("You step back.")
        for _ in 0..<6 where robot.practice?.isOver == false {
            try robot.hearsOut()
            if robot.session?.front.offer?.isSend == true {
                robot.goesOn()
            } else if robot.session?.front.offer != nil {
                try robot.says(1)
            }
        }
        try robot.hearsOut()
        try robot.sees("This conversation is over.")
        #expect(robot.session?.front.ending != nil)
        robot.goesOn()
        try robot.sees("Looking back", on: .firstRow)
    }

    @Test("a window that shrinks in the middle of a sentence says so, stops the clocks, and comes back unharmed")
    func resize() throws {
        var robot = try Robot.atHome()
        try robot.opens("unexpected-charge")
        try robot.hears("and then again")
        let before = robot.lines
        robot.resizes(columns: 30, rows: 8)
        try robot.doesNotSee("and then again")
        try robot.timePasses(seconds: 60)
        robot.resizes(columns: 100, rows: 30)
        #expect(robot.lines == before)
        for columns in stride(from: 99, through: 1, by: -7) {
            robot.resizes(columns: columns, rows: max(1, columns / 3))
        }
        robot.resizes(columns: 100, rows: 30)
        #expect(robot.lines == before)
    }

    @Test("left in the middle, Home offers to go on at the same moment; the journal leads to the debrief")
    func journal() throws {
        var robot = try Robot.atHome()
        try robot.opens("late-delivery")
        try robot.says(1)
        try robot.hearsOut()
        let moment = robot.session?.front.offer?.moment
        robot.types("q")
        try robot.sees("Rapport", on: .firstRow)
        robot.types("o")
        try robot.hearsOut()
        #expect(robot.session?.front.offer?.moment == moment)
        robot.types("q")
        robot.types("x")
        try robot.plays("late-delivery")
        robot.goesOn()
        robot.types("q")
        robot.types("J")
        try robot.sees("Journal", on: .firstRow)
        try robot.sees("2 sessions", on: .firstRow)
        robot.presses(.plain(.enter))
        try robot.sees("Looking back: Late delivery", on: .firstRow)
        robot.presses(.plain(.escape), .plain(.escape))
        robot.types("q")
        #expect(robot.hasLeft)
    }

    @Test("find, the palette, a command, another theme, no motion: from Home by typing alone")
    func typing() throws {
        var robot = try Robot.atHome()
        robot.finds("unexp")
        try robot.sees("▸ Unexpected charge")
        try robot.doesNotSee("▸ Late delivery")
        robot.presses(.plain(.enter))
        if !robot.shows("Before you start") { robot.presses(.plain(.enter)) }
        try robot.sees("the caller shouts and insults you")
        robot.presses(.plain(.enter))
        try robot.sees("Unexpected charge", on: .firstRow)
        robot.presses(.control("p"))
        try robot.sees("What can be done here")
        robot.types("paus")
        robot.presses(.plain(.enter))
        #expect(robot.practice?.isPaused == true)
        robot.types(" ")
        let theme = robot.compositor.look.theme.name
        robot.commands("theme projector")
        try robot.sees("Theme: projector.", on: .lastRow)
        #expect(theme != robot.compositor.look.theme.name)
        try robot.sees("━")
        robot.commands("motion reduced")
        try robot.sees("Nothing moves now but clocks.", on: .lastRow)
        robot.commands("frobnicate")
        try robot.sees("There is no command `frobnicate`", on: .lastRow)
    }

    @Test("a preview follows the file: it plays on in the new version")
    func preview() throws {
        var robot = try Robot.atHome()
        try robot.previews("late-delivery")
        robot.types("1")
        try robot.saves("late-delivery", replacing: "What must arrive", with: "What has to be there")
        try robot.sees("What has to be there")
        try robot.saves("late-delivery", replacing: "<<trust +5>>", with: "<<trsut +5>>")
        try robot.sees("trsut")
        robot.types("u")
        try robot.doesNotSee("That's what is riding")
    }

    @Test("the same script draws the same frames")
    func deterministic() throws {
        func frames() throws -> [Surface] {
            var robot = try Robot.atHome()
            var frames = [robot.surface]
            try robot.opens("unexpected-charge")
            for _ in 0..<20 {
                try robot.timePasses(seconds: 0.4)
                frames.append(robot.surface)
            }
            return frames
        }
        #expect(try frames() == frames())
    }
}
