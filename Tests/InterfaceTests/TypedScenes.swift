import Conversation
import Library
import Listening
import Robot
import Terminal

@testable import Interface

/// Replies that are typed, in every state that is worth a look.
enum TypedScenes {
    static let names = [
        "typed-composer", "typed-put-away", "typed-pop-up", "typed-heard-alone", "typed-unclear", "typed-meant",
        "typed-meant-chosen", "typed-mail",
    ]

    /// What the program is shipped with hears, for the moves of the small scenario.
    static func listener(_ vocabulary: Vocabulary = SmallScenario.vocabulary) throws -> Listener {
        let table = try Library(folders: [Robot.content]).hearing(vocabulary).table()
        return Listener(ear: Ear(table: table), vocabulary: vocabulary)
    }

    /// A desk where typed words are heard, at the first moment.
    static func desk() throws -> Desk {
        var desk = try Desk()
        desk.listener = try listener()
        try desk.hear()
        return desk
    }

    static func played(_ name: String) throws -> Desk {
        if name == "typed-mail" {
            var desk = try WrittenScenes.desk("mail-draft")
            desk.listener = try listener(WrittenScenario.vocabulary)
            desk.press("e")
            desk.press(.plain(.enter))
            desk.press("Losing that evening would have meant sending your guests home, and I see what hangs on it.")
            desk.press(.plain(.enter))
            desk.press("You hear from me again by six.")
            try desk.pass(2_000)
            return desk
        }
        var desk = try desk()
        desk.press("t")
        switch name {
        case "typed-composer":
            desk.press("What do you need most for")
            desk.press(.control("j"))
            desk.press("the party, Ana?")
        case "typed-put-away":
            desk.press("What do you need most for the party, Ana?")
            desk.press(.plain(.escape))
        case "typed-unclear":
            desk.press("purple tractors hum quietly under glass")
            desk.press(.plain(.enter))
            try desk.hear()
        case "typed-heard-alone":
            desk.press("purple tractors hum quietly under glass")
            desk.press(.plain(.enter))
            try desk.pass(1_000)
        default:
            desk.press("Which one thing matters most for your party?")
            desk.press(.plain(.enter))
            if name != "typed-pop-up" { desk.press("X") }
            if name == "typed-meant-chosen" { desk.press(.plain(.down)) }
        }
        return desk
    }

    static func scene(_ name: String) throws -> Scene {
        let desk = try played(name)
        return Scene(description: name, compositor: desk.compositor, now: desk.now)
    }
}
