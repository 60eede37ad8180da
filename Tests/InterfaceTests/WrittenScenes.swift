import Conversation
import Terminal

@testable import Interface

/// The practice screen in the written channels, in every state that is worth a look.
enum WrittenScenes {
    static let names = [
        "social-thread", "social-silence", "social-private", "social-privacy", "mail-arrived", "mail-draft",
        "mail-last-look", "mail-answered", "mail-writing",
    ]

    static func desk(_ name: String) throws -> Desk {
        var desk = try Desk(WrittenScenario.source, vocabulary: WrittenScenario.vocabulary)
        try desk.hear()
        switch name {
        case "social-thread": break
        case "social-silence": try desk.pass(47_000)
        case "social-privacy": desk.press("3")
        case "social-private":
            try desk.say("2")
            try desk.pass(9_000)
        default:
            try desk.say("1")
            try desk.say("1")
            try desk.hear()
            if name == "mail-arrived" { return desk }
            try desk.say("1")
            if name == "mail-draft" { return desk }
            if name == "mail-writing" {
                desk.press("e")
                desk.press(.plain(.enter))
                desk.press(
                    "The heating is mended, and I have asked for the key myself. Is five early enough for your second row?"
                )
                desk.press(.plain(.enter))
                desk.press("Kind regards,")
                desk.press(.control("j"))
                desk.press("Sam, Harbour Halls")
                return desk
            }
            try desk.say("1")
            if name == "mail-last-look" { return desk }
            desk.press(.plain(.enter))
            try desk.pass(9_000)
        }
        return desk
    }

    static func scene(_ name: String) throws -> Scene {
        let desk = try desk(name)
        return Scene(description: name, compositor: desk.compositor, now: desk.now)
    }
}
