import SampleScenarios
import Terminal

@testable import Interface

/// A call in every state that is worth a look.
enum CallScenes {
    static let names = [
        "call-speaking", "call-moment", "call-interrupted", "call-silence", "call-hold", "call-mute", "call-still",
    ]

    static func scene(_ name: String) throws -> Scene {
        var desk = try Desk(CallScenario.source)
        switch name {
        case "call-speaking": try desk.pass(5_200)
        case "call-interrupted":
            try desk.pass(7_000)
            desk.press("1")
            try desk.pass(3_200)
            desk.press(.plain(.enter))
            try desk.pass(900)
        case "call-silence":
            try desk.hear()
            desk.press("w")
            try desk.pass(1_500)
        case "call-hold":
            try desk.say("1")
            desk.press(.plain(.enter))
            try desk.hear()
            desk.press("1")
            try desk.pass(2_500)
            desk.press(.plain(.enter))
            try desk.pass(1_000)
        case "call-mute":
            try desk.say("1")
            desk.press(.plain(.enter))
            try desk.hear()
            desk.press("2")
            try desk.pass(2_500)
            desk.press(.plain(.enter))
            try desk.pass(1_000)
        case "call-still":
            desk.press(.plain(.function(3)))
            try desk.pass(5_200)
        default:
            try desk.hear()
            try desk.pass(3_000)
        }
        return Scene(description: name, compositor: desk.compositor, now: desk.now)
    }
}
