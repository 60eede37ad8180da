import Conversation
import SampleScenarios
import Terminal

@testable import Interface
@testable import Room

/// The desk in every phase of a room, and under every sheet.
enum DeskScenes {
    static let names = [
        "gathering", "gathering-forgotten", "gathering-name", "cards", "cards-customer", "card", "countdown", "playing",
        "playing-hint", "frozen", "vote", "vote-tie", "mail", "curveballs", "envelope", "moments", "player", "people",
        "hint", "marks", "words", "feedback", "feedback-words", "win", "debrief", "debrief-answer", "closing", "closed",
    ]

    static let notes = [
        DeskNote(node: "Start", moment: "First words", text: "Last time everybody apologised first here."),
        DeskNote(node: "", moment: "", text: "Works best after the coffee."),
    ]

    static func desk(_ name: String) throws -> RoomDesk {
        if name == "mail" { return try mail() }
        var rehearsal = try RoomRehearsal(recording: name == "gathering-forgotten" ? .forgotten : .kept)
        if name.hasPrefix("gathering") {
            try rehearsal.perform(.agree("p1", mayKeep: true))
            rehearsal.ask(.join(name: "Olga", .audience), account: "olga")
            var desk = RoomDesk(rehearsal, notes: notes, sharesFile: name == "gathering-forgotten")
            if name == "gathering-name" { desk.press("tZelda") }
            return desk
        }
        try rehearsal.agree()
        try rehearsal.perform(.next)
        if name == "cards" || name == "cards-customer" || name == "card" {
            var desk = RoomDesk(rehearsal)
            if name == "cards-customer" { desk.press(.plain(.tab)) }
            if name == "card" { desk.press("Q") }
            return desk
        }
        try rehearsal.perform(.next)
        if name == "countdown" { return RoomDesk(rehearsal) }
        rehearsal.pass(5_000)
        rehearsal.hear()
        var desk = RoomDesk(rehearsal, notes: notes)
        try play(name, &desk)
        return desk
    }

    private static func play(_ name: String, _ desk: inout RoomDesk) throws {
        switch name {
        case "playing": desk.press(.plain(.down))
        case "playing-hint":
            desk.press("I")
            desk.press(.plain(.down))
            desk.enter()
        case "frozen": desk.press(" ")
        case "vote": desk.press("H112")
        case "vote-tie": desk.press("H12H")
        case "curveballs": desk.press("K")
        case "envelope":
            desk.press("K")
            desk.press(.plain(.end))
            desk.enter()
        case "people", "hint", "marks": desk.press(["people": "P", "hint": "I", "marks": "O"][name] ?? "")
        case "words": desk.press("tI hear you, and I am on it")
        default: break
        }
        guard
            [
                "moments", "player", "feedback", "feedback-words", "win", "debrief", "debrief-answer", "closing",
                "closed",
            ]
            .contains(name)
        else { return }
        desk.press("1")
        desk.hear()
        desk.pass(2_000)
        desk.press("Oa")
        desk.press("1")
        desk.hear()
        if name == "moments" || name == "player" {
            desk.press("r")
            if name == "player" { desk.enter() }
            return
        }
        desk.press("Ot")
        desk.press("z")
        if name == "feedback" { desk.pass(20_000) }
        if name == "feedback-words" { desk.press("tI wanted to fix it at once") }
        if name == "win" { desk.press("W") }
        guard name.hasPrefix("debrief") || name.hasPrefix("clos") else { return }
        desk.press("W1")
        desk.enter()
        desk.press("the question came first")
        desk.enter()
        // Two more rounds are cut short, up to looking back together.
        for _ in 0..<2 {
            for _ in 0..<4 { desk.press("o") }
            desk.press("oo")
            desk.press("z")
        }
        for _ in 0..<4 { desk.press("o") }
        if name == "debrief-answer" {
            desk.enter()
            desk.press("The hour came before the apology")
            desk.enter()
        }
        if name.hasPrefix("clos") { desk.press("o") }
        if name == "closed" { desk.enter() }
    }

    private static func mail() throws -> RoomDesk {
        let source = RoomScenario.source.replacing("channels: chat", with: "channels: chat, email").replacing(
            "<<channel chat>>",
            with: """
                <<channel email>>
                Subject: Your piano #line:r05
                -> Dear Nadia, the second crew comes at three. #move:timeboxed-next-step #line:r06
                Paragraph: Yours, Sam #line:r07
                <<send>>
                <<channel chat>>
                """)
        var rehearsal = try RoomRehearsal(source, hasCustomer: false)
        try rehearsal.begin()
        rehearsal.hear()
        var desk = RoomDesk(rehearsal)
        desk.press("1")
        desk.hear()
        return desk
    }
}
