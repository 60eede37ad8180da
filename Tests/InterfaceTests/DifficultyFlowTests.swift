import Conversation
import Robot
import Terminal
import Testing

@testable import Interface

@Suite("Curveballs and difficulty on the screen")
struct DifficultyFlowTests {
    @Test("a curveball strikes with a plain sign, has its own moment, and the conversation goes on")
    func curveball() throws {
        var robot = try Robot.atHome()
        robot.practises(curveballs: .named(["FrontDesk"]))
        try robot.opens("late-delivery")
        try robot.says(1)
        try robot.says(1)
        try robot.hears("Curveball: Somebody else is at her keyboard.")
        try robot.hears("This is Dr Sorley")
        try robot.says(1)
        try robot.hears("he types with one finger")
        try robot.hears("marco on tuesday said thursday")
        #expect(robot.session?.curveballs.map(\.node) == ["FrontDesk"])
    }

    @Test("without them nothing strikes")
    func none() throws {
        var robot = try Robot.atHome()
        try robot.plays("late-delivery")
        #expect(robot.session?.curveballs.isEmpty == true)
    }

    @Test("replies that land make it more demanding, and one line says so and why")
    func adapts() throws {
        var robot = try Robot.atHome()
        robot.practises(adapts: true)
        try robot.opens("late-delivery")
        for _ in 0..<4 { try robot.says(1) }
        try robot.hears("More demanding from here: four replies in a row landed.")
        #expect(robot.session?.difficulty == 2)
    }

    @Test("D sets it and keeps it, and hands it back")
    func chosen() throws {
        var robot = try Robot.atHome()
        robot.practises(difficulty: 2, adapts: true)
        try robot.opens("late-delivery")
        try robot.hearsOut()
        robot.types("D")
        try robot.sees("Gentle from here, and it stays so: you chose it.")
        #expect(robot.session?.difficulty == 1)
        robot.types("DD")
        #expect(robot.session?.difficulty == 3)
        robot.types("D")
        try robot.sees("Difficulty moves by what happens here again; it is stretching now.")
        #expect(robot.session?.isDifficultyKept == false)
    }

    @Test("a promise beyond one's hands is remarked on, once, where the coach has not said it")
    func overPromise() throws {
        var robot = try Robot.atHome()
        try robot.opens("late-delivery")
        for number in [1, 1, 1, 3] { try robot.says(number) }
        try robot.hears("hangs on a depot that you have not reached")
        let found = try #require(robot.session?.overPromises.first)
        #expect(found.cause == .said)
        try robot.sees("This promises more than is in your hands; it may come back.")
    }
}
