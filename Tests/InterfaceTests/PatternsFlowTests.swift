import Conversation
import Patterns
import Robot
import Terminal
import Testing

@testable import Interface

/// Reading what helps, on Home and in the middle of a conversation.
@Suite("What there is to read")
struct PatternsFlowTests {
    @Test("p on Home lists everything; letters find a page by its words, Enter reads it, Esc goes back step by step")
    func fromHome() throws {
        var robot = try Robot.atHome()
        robot.types("p")
        try robot.sees("Patterns", on: .firstRow)
        robot.finds("pause policy")
        robot.presses(.plain(.enter), .plain(.enter))
        try robot.sees("The pause before policy")
        try robot.sees("Step by step")
        robot.presses(.plain(.escape))
        try robot.sees("page", on: .firstRow)
        robot.presses(.plain(.escape), .plain(.escape))
        try robot.sees("Rapport", on: .firstRow)
    }

    @Test("p at the choices reads the pattern for this moment; every clock waits, and Esc is back at the replies")
    func inAConversation() throws {
        var robot = try Robot.atHome()
        try robot.opens("late-delivery")
        try robot.hearsOut()
        let clock = try #require(robot.session?.front.clock)
        let left = clock.left(at: try #require(robot.practice).local(at: robot.now))
        robot.types("p")
        try robot.sees("every clock waits", on: .firstRow)
        try robot.sees("Step by step")
        try robot.timePasses(seconds: 90)
        robot.presses(.plain(.escape))
        #expect(clock.left(at: try #require(robot.practice).local(at: robot.now)) == left)
        try robot.says(1)
    }

    @Test("Alt-P while one types keeps the words; the letter p is a letter there")
    func whileTyping() throws {
        var robot = try Robot.atHome()
        try robot.opens("late-delivery")
        try robot.hearsOut()
        robot.types("t")
        robot.types("a parcel p")
        robot.presses(.alt("p"))
        try robot.sees("every clock waits", on: .firstRow)
        robot.presses(.plain(.escape))
        try robot.sees("a parcel p")
    }

    @Test("the pattern is the moment's skill, and else what goes on, and no reply of the moment stands in it")
    func neverTheAnswer() throws {
        var robot = try Robot.atHome()
        try robot.opens("late-delivery")
        try robot.hearsOut()
        let practice = try #require(robot.practice)
        let signs = practice.signs(at: robot.now)
        #expect(signs.situations == [.first])
        #expect(signs.skill == practice.engine.scenario.details(of: practice.session.front.node).micro)
        let replies = practice.session.front.offer?.lines.map(\.option.text) ?? []
        robot.types("p")
        let page = try #require((robot.compositor.front as? PatternsScreen)?.open)
        let words = page.blocks.flatMap(\.texts).joined(separator: " ")
        for reply in replies { #expect(!words.contains(reply)) }
    }

    @Test("the practice of a story begins from its page on Home, and not from the middle of another conversation")
    func stories() throws {
        var screen = PatternsScreen(PatternScenes.shelf)
        let now = Uptime(milliseconds: 0)
        _ = screen.perform(.find, at: now)
        for character in "flute" { _ = screen.press(.character(character), at: now) }
        _ = screen.perform(.accept, at: now)
        #expect(screen.perform(.accept, at: now).isEmpty)
        #expect(screen.open?.id == PageID(.story, "the-flute"))
        #expect(screen.perform(.accept, at: now) == [.practise(slug: "unexpected-charge")])
        var direct = PatternsScreen(PatternScenes.shelf, at: PageID(.story, "the-flute"))
        #expect(direct.perform(.accept, at: now) == [.close])
    }

    @Test("a long page is read to its last line at every size, and the list to its last row")
    func reading() throws {
        for (columns, rows) in [(60, 16), (80, 24), (160, 50)] {
            var screen = PatternsScreen(PatternScenes.shelf, at: PageID(.pattern, "pause-before-policy"))
            let now = Uptime(milliseconds: 0)
            _ = screen.handle(.resized(Size(columns: columns, rows: rows)), at: now)
            _ = screen.perform(.bottom, at: now)
            let scene = Scene(description: "reading", screen: screen, now: now)
            #expect(scene.picture(columns: columns, rows: rows).text.contains("I hear you."))
        }
    }
}
