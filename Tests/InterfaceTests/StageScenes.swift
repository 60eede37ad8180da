import SampleScenarios
import Terminal

@testable import Conversation
@testable import Interface
@testable import Room

/// The stage in every phase of a room.
enum StageScenes {
    static let names = [
        "gathering", "cards", "countdown", "playing", "customer", "curveball", "vote", "voted", "over", "frozen",
        "feedback", "spoken", "debrief", "closed", "blank", "leaving", "names",
    ]

    /// A room played up to a phase.
    static func room(_ name: String) throws -> RoomRehearsal {
        let hasCustomer = ["cards", "customer", "countdown"].contains(name)
        var room = try RoomRehearsal(hasCustomer: hasCustomer)
        switch name {
        case "gathering":
            try room.perform(.agree("p1", mayKeep: true))
            return room
        case "cards", "countdown":
            try room.agree()
            try room.perform(.next)
            guard name == "countdown" else { return room }
            try room.perform(.next)
            room.pass(1_200)
            return room
        default: try room.begin()
        }
        room.hear()
        switch name {
        case "customer":
            try room.say(0)
            room.pass(6_000)
            room.ask(.join(name: "Xaver", .player), account: "xaver")
            room.ask(.say("The room. And nobody gets past the landing.", moment: 0), person: "p2", account: "xaver")
        case "curveball":
            try room.say(0)
            room.hear()
            try room.perform(.curveball("Neighbour"))
            room.pass(500)
            try room.perform(.hint("Ask what she needs first"))
            room.hear()
        case "vote", "voted":
            try room.perform(.openVote)
            try room.perform(.hands(option: 0, count: 4))
            try room.perform(.hands(option: 1, count: 1))
            if name == "voted" { try room.perform(.closeVote) }
        case "over": room.pass(250_000)
        case "blank": try room.perform(.blank)
        case "frozen":
            try room.say(0)
            room.hear()
            try room.perform(.freeze)
            room.pass(30_000)
        case "feedback", "spoken", "debrief", "closed": try playOn(&room, to: name)
        default:
            try room.say(0)
            room.hear()
            if name == "names" { try room.perform(.reveal) }
        }
        return room
    }

    private static func playOn(_ room: inout RoomRehearsal, to name: String) throws {
        try room.say(1)
        try room.perform(.mark(person: "p2", behaviour: "a", quote: ""))
        try room.say(0)
        try room.perform(.mark(person: "p3", behaviour: "t", quote: "ten minutes"))
        room.hear()
        try room.perform(.mark(person: "p2", behaviour: "t", quote: ""))
        try room.perform(.note("zqnote for the desk", onScenario: false))
        try room.perform(.end)
        room.pass(8_000)
        guard name != "feedback" else { return }
        while let feedback = room.room.feedback, feedback.index < feedback.turns.count { try room.perform(.next) }
        try room.perform(.win(behaviour: "Named a time", person: "p1", words: "Ten minutes, and she counted on it"))
        guard name != "spoken" else { return }
        for _ in 2...3 {
            try room.begin()
            try room.say(0)
            try room.perform(.end)
            while let feedback = room.room.feedback, feedback.index < feedback.turns.count { try room.perform(.next) }
        }
        try room.perform(.next)
        try room.perform(.ask("What did she hear that made her plan with you?", lasting: 90_000))
        let fix = OutputKept(
            kind: .fix, title: "A number for crews that are late", area: "", evidence: "", owner: "", guide: "")
        try room.perform(
            .record([TimedEvent(time: room.room.play.time, event: .outputKept(fix))], words: "what was kept"))
        room.pass(20_000)
        if name == "closed" { try room.perform(.close) }
    }

    /// The stage of a phase, on the desk's own terminal or on one that only shows.
    static func screen(_ name: String, hasDesk: Bool = true) throws -> (screen: StageScreen, now: Uptime) {
        let room = try room(name)
        let view = room.view(as: hasDesk ? RoomRehearsal.desk : "wall")
        var screen = StageScreen(view: view, at: room.now)
        screen.becomeFront(true, at: room.now)
        guard name == "leaving" else { return (screen, room.now) }
        screen = StageScreen(view: room.view(as: "wall"), at: room.now)
        _ = screen.perform(.leave, at: room.now)
        return (screen, room.now)
    }

    static func scene(_ name: String) throws -> Scene {
        let (screen, now) = try screen(name)
        return Scene(description: "stage-\(name)", screen: screen, now: now)
    }
}
