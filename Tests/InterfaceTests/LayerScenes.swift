import Conversation
import Terminal

@testable import Interface

/// What lies over screens: the command line, the palette, help, short words; finding; another theme.
enum LayerScenes {
    static let names = [
        "layer-command", "layer-command-typed", "layer-command-unknown", "layer-palette", "layer-palette-found",
        "layer-messages", "notice-no-reply", "notice-where", "notice-theme", "notice-not-saved", "home-find",
        "home-find-nothing", "home-palette", "practice-safety", "practice-step-back", "practice-scrolled",
        "practice-second-attempt", "practice-script", "practice-script-without-lines",
    ]

    static func scene(_ name: String) throws -> Scene {
        if name.hasPrefix("home") { return try home(name) }
        var desk = try Desk(name == "practice-script" ? SmallScenario.withScript : SmallScenario.source)
        try desk.hear()
        switch name {
        case "layer-command": desk.press(":")
        case "layer-command-typed":
            desk.press(":st")
            desk.press(.plain(.tab))
        case "layer-command-unknown":
            desk.press(":frobnicate")
            desk.press(.plain(.enter))
        case "layer-palette": desk.press(.control("p"))
        case "layer-palette-found":
            desk.press(.control("p"))
            desk.press("re")
        case "layer-messages": desk.press("9xM")
        case "notice-no-reply": desk.press("9")
        case "notice-where": desk.press(".")
        case "notice-theme": desk.press(.plain(.function(2)))
        case "notice-not-saved": desk.fail("Not saved: the disk is full. Practice goes on, and saving is tried again.")
        case "practice-safety": desk.press("3")
        case "practice-step-back":
            desk.press("b")
            desk.press(.plain(.enter))
            try desk.pass(8_000)
        case "practice-script":
            desk.press("b")
            desk.press(.plain(.down))
        case "practice-script-without-lines": desk.press("b")
        case "practice-scrolled":
            try desk.say("2")
            try desk.say("1")
            desk.press(.plain(.pageUp))
        default:
            try desk.say("2")
            desk.press("r")
        }
        return Scene(description: name, compositor: desk.compositor, now: desk.now)
    }

    private static func home(_ name: String) throws -> Scene {
        let start = Uptime(milliseconds: 5_000_000)
        var compositor = try Scenes.scene("home-unfinished").compositor
        let keys = ["home-find": "/bu", "home-find-nothing": "/zebra"][name] ?? ""
        for character in keys { _ = compositor.receive(.key(.character(character)), at: start) }
        if name == "home-palette" { _ = compositor.receive(.key(.control("p")), at: start) }
        return Scene(description: name, compositor: compositor, now: start)
    }
}
