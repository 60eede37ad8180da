import Conversation
import Foundation
import Terminal

@testable import Interface
@testable import Journal
@testable import Library

/// Every screen in every state that is worth a look.
enum Scenes {
    static let names = [
        "home-welcome", "home-unfinished", "home-broken", "home-empty", "practice-typing", "practice-moment",
        "practice-pop-up", "practice-nudge", "practice-pause", "practice-draft", "practice-send", "practice-over",
        "debrief", "debrief-over-promise", "compare", "reflection",
        "journal", "journal-empty", "help", "offer", "trouble",
    ]

    /// The scene with a name, played up to its moment.
    static func scene(_ name: String, source: String = SmallScenario.source) throws -> Scene {
        let start = Uptime(milliseconds: 5_000_000)
        switch name {
        case "home-welcome": return Scene(description: name, screen: try home(), now: start)
        case "home-unfinished":
            var home = try home()
            home.know(
                unfinished: summary("one", "A cake that did not come"),
                sessions: [summary("two", "A cake that did not come", .ended, ending: "she-left")])
            return Scene(description: name, screen: home, now: start)
        case "home-broken":
            var home = try home()
            home.learn("bug", trouble: "scenario.yarn:41: There is no command `trsut`.")
            _ = home.press(.plain(.down), at: start)
            return Scene(description: name, screen: home, now: start)
        case "home-empty":
            let screen = HomeScreen(
                entries: [], trouble: "Rapport's Content folder was not found. Name it with --content DIR.")
            return Scene(description: name, screen: screen, now: start)
        case "journal":
            let rows = [
                row(summary("one", "A cake that did not come"), "Fri 21 Nov 10:02"),
                row(summary("two", "A cake that did not come", .ended, ending: "cake-on-the-table"), "Thu 20 Nov 9:15"),
                row(summary("three", "Unexpected charge", .setAside), "Mon 3 Nov 17:40"),
            ]
            return Scene(description: name, screen: JournalScreen(rows: rows), now: start)
        case "journal-empty": return Scene(description: name, screen: JournalScreen(rows: []), now: start)
        case "help":
            var desk = try Desk(source)
            try desk.hear()
            desk.press("?")
            return Scene(description: name, compositor: desk.compositor, now: desk.now)
        case "offer":
            let screen = OfferScreen(unfinished: summary("one", "A cake that did not come"))
            return Scene(description: name, screen: screen, now: start)
        case "trouble":
            let text = """
                scenario.yarn:9:3: error RP0301: There is no command `trsut`.
                 9 | <<trsut +5>>
                   |   ^^^^^
                   hint: Did you mean `trust`?
                """
            var compositor = Scene(description: name, screen: try home(), now: start).compositor
            compositor.push(ReadingScreen(title: "cake cannot be played yet", preformatted: text), at: start)
            return Scene(description: name, compositor: compositor, now: start)
        case "compare":
            var desk = try Desk(source)
            try desk.say("2")
            desk.press("r")
            try desk.say("1")
            let screen = CompareScreen(
                Attempts(desk.session.log), of: StreamID("one"), at: Attempts(desk.session.log).places.first)
            return Scene(description: name, screen: screen, now: desk.now)
        case "debrief", "debrief-over-promise", "reflection":
            let desk = try over(name == "debrief-over-promise" ? SmallScenario.overPromising : source)
            var screen = DebriefScreen(
                stream: StreamID("one"), session: desk.session, vocabulary: SmallScenario.vocabulary)
            if name == "debrief-over-promise" { for _ in 0..<2 { _ = screen.press(.plain(.pageDown), at: desk.now) } }
            guard name == "reflection" else { return Scene(description: name, screen: screen, now: desk.now) }
            _ = screen.press(.plain(.enter), at: desk.now)
            for character in "Asking what was at stake" { _ = screen.press(.character(character), at: desk.now) }
            return Scene(description: name, screen: screen, now: desk.now + 21_000)
        default:
            let desk = try practice(name, source)
            return Scene(description: name, compositor: desk.compositor, now: desk.now)
        }
    }

    private static func practice(_ name: String, _ source: String) throws -> Desk {
        if name == "practice-over" { return try over(source) }
        var desk = try Desk(source)
        if name == "practice-typing" {
            try desk.pass(1_900)
            return desk
        }
        try desk.hear()
        switch name {
        case "practice-pop-up":
            desk.press("1")
        case "practice-nudge":
            desk.press("w")
            try desk.pass(2_000)
        case "practice-pause":
            try desk.pass(4_000)
            desk.press(" ")
        case "practice-draft", "practice-send":
            try desk.say("1")
            try desk.say("1")
            try desk.say("1")
            if name == "practice-send" { try desk.say("1") }
        default:
            try desk.pass(22_000)
            desk.press(.plain(.down))
        }
        return desk
    }

    /// Played to the end, with a rupture and its repair on the way.
    static func over(_ source: String = SmallScenario.source) throws -> Desk {
        var desk = try Desk(source)
        for key in ["2", "1", "1", "1", "1"] { try desk.say(key) }
        desk.press(.plain(.enter))
        try desk.pass(20_000)
        return desk
    }

    static func summary(
        _ id: String, _ title: String, _ status: StreamMark.Status = .open, ending: String? = nil
    ) -> StreamSummary {
        StreamSummary(
            id: StreamID(id), owner: "me", audience: "private", kind: "session", title: title, scenarioSlug: "cake",
            scenarioHash: "", openedAt: 0, mark: StreamMark(status, ending: ending), term: 0, holder: "",
            lastSequence: 1)
    }

    private static func row(_ summary: StreamSummary, _ date: String) -> JournalScreen.Row {
        JournalScreen.Row(summary: summary, date: date)
    }

    /// Home over three scenarios, read from a folder of its own.
    static func home(hostile: String = "") throws -> HomeScreen {
        let folder = NSTemporaryDirectory() + "rapport-interface-" + UUID().uuidString
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let others = [
            "bug": "A bug that blocks a launch", "charge": "A charge nobody expected" + hostile,
        ]
        var sources = others.mapValues {
            SmallScenario.source.replacing("scenario: A cake that did not come", with: "scenario: \($0)")
        }
        sources["cake"] = SmallScenario.source.replacing("persona:", with: "notice: Somebody is sworn at.\npersona:")
        for (slug, source) in sources {
            try FileManager.default.createDirectory(
                atPath: folder + "/scenarios/" + slug, withIntermediateDirectories: true)
            try Data(source.utf8).write(to: URL(fileURLWithPath: folder + "/scenarios/\(slug)/scenario.yarn"))
        }
        return HomeScreen(entries: Library(folders: [folder]).entries())
    }
}
