import Foundation
import SampleScenarios
import Terminal
import Testing

@testable import Conversation
@testable import Interface
@testable import Room

@Suite("The stage")
struct StageTests {
    static let sizes = [(100, 30), (80, 24), (160, 50)]

    /// What a projector shows: the theme for it, Unicode or ASCII.
    private static func picture(_ name: String, _ columns: Int, _ rows: Int, ascii: Bool) throws -> Picture {
        let glyphs = Theme.projector.glyphs(isUTF8: !ascii)
        return try StageScenes.scene(name).picture(columns: columns, rows: rows, theme: .projector, glyphs: glyphs)
    }

    @Test("as kept in Snapshots, at 100×30 and 80×24, in Unicode and in ASCII", arguments: StageScenes.names)
    func kept(name: String) throws {
        var text = ""
        for (columns, rows) in name == "playing" || name == "gathering" ? Self.sizes : Array(Self.sizes.prefix(2)) {
            text += "════ \(columns)×\(rows) ════\n"
            text += try Self.picture(name, columns, rows, ascii: false).text
            text += "════ \(columns)×\(rows), ASCII ════\n"
            text += try Self.picture(name, columns, rows, ascii: true).text
        }
        try Kept.expect(text, as: "stage-\(name)")
    }

    @Test("told in plain mode, as kept", arguments: StageScenes.names)
    func told(name: String) throws {
        let (screen, now) = try StageScenes.screen(name)
        var narrator = Narrator()
        let lines = narrator.tell(screen.narration(at: now), depth: 1)
        try Kept.expect(lines.joined(separator: "\n") + "\n", as: "plain-stage-\(name)")
    }

    /// A row of text has a letter or a figure; a row of shapes has none.
    private static func isText(_ line: String) -> Bool { line.contains { $0.isLetter || $0.isNumber } }

    @Test(
        "nine rows of text at most, none wider than 45 columns, figures of four rows or more",
        arguments: StageScenes.names)
    func measures(name: String) throws {
        for (columns, rows) in Self.sizes {
            for isASCII in [false, true] {
                let picture = try Self.picture(name, columns, rows, ascii: isASCII)
                let place = "\(name) at \(columns)×\(rows), ASCII \(isASCII)\n\(picture.text)"
                let text = picture.lines.filter(Self.isText)
                #expect(text.count <= 9, "\(place)")
                for line in text {
                    let width = DisplayText.width(of: line.trimmingCharacters(in: .whitespaces))
                    #expect(width <= 45, "\(width): \(place)")
                }
                guard
                    try !StageScenes.screen(name).screen.contents(at: StageScenes.scene(name).now, motion: .full).large
                        .isEmpty,
                    !["blank", "leaving"].contains(name)
                else { continue }
                // Rows with nothing but full cells and halves, one below the other.
                let blocks = picture.lines.map { line in
                    !Self.isText(line) && line.contains { "█▀▄#".contains($0) }
                }
                let longest = blocks.reduce(into: (run: 0, most: 0)) { runs, isBlock in
                    runs.run = isBlock ? runs.run + 1 : 0
                    runs.most = max(runs.most, runs.run)
                }
                #expect(longest.most >= 4, "\(place)")
            }
        }
    }

    @Test("no private word and no name on any stage for a whole room, on the desk's terminal and on another's")
    func nothingPrivate() throws {
        var room = try RoomRehearsal(people: ["Wanda", "Xaver", "Yusuf"])
        var seen = 0
        func look() throws {
            for account in [RoomRehearsal.desk, "wall"] {
                let notes = [DeskNote(node: "Plan", moment: "The plan", text: "zqnote of last time")]
                var screen = StageScreen(view: room.view(as: account, notes: notes), at: room.now)
                if case .gathering = room.room.phase { screen.turnPage(by: seen % 5, at: room.now) }
                if account == "wall", seen % 7 == 0 { screen.receive(refusal: "Wanda has not said yes.", at: room.now) }
                let scene = Scene(description: "stage", screen: screen, now: room.now)
                for (columns, rows) in Self.sizes {
                    let picture = scene.picture(columns: columns, rows: rows, theme: .projector).text
                    let told = screen.narration(at: room.now)
                    let words =
                        picture + told.heading + told.items.map(\.text).joined() + screen.whereabouts(at: room.now)
                    for word in [RoomCards.privateSign, "Wanda", "Xaver", "Yusuf"] {
                        #expect(!words.contains(word), "\(word) at \(room.time) ms\n\(words)")
                    }
                }
            }
            seen += 1
        }
        try look()
        for round in 1...3 {
            try room.agree()
            try room.perform(.next)
            try look()
            try room.perform(.next)
            try look()
            room.pass(5_000)
            for option in [1, 0, 0] {
                room.pass(900)
                try look()
                room.hear()
                try look()
                try room.perform(.mark(person: "p2", behaviour: "a", quote: "zqquote of an observer"))
                try room.perform(.note("zqnote", onScenario: false))
                if round == 2, option == 1 {
                    try room.perform(.openVote)
                    try room.perform(.hands(option: 1, count: 3))
                    try look()
                    try room.perform(.curveball("Neighbour"))
                    try look()
                    room.hear()
                    try room.perform(.freeze)
                    try look()
                    try room.perform(.freeze)
                    try room.say(0)
                }
                try room.say(option)
                try look()
            }
            try room.perform(.end)
            while let feedback = room.room.feedback, feedback.index < feedback.turns.count {
                try look()
                try room.perform(.feedback(person: "p1", "zqwhat somebody said"))
                try room.perform(.next)
            }
            try room.perform(.win(behaviour: "Named a time", person: "p1", words: "in ten minutes"))
            try look()
            if round == 3 { try room.perform(.next) }
        }
        #expect(room.room.phase == .debrief)
        try look()
        try room.perform(.close)
        try look()
        #expect(seen > 40)
    }

    @Test("names are there once they are shown")
    func reveal() throws {
        var room = try StageScenes.room("playing")
        var scene = Scene(
            description: "stage", screen: StageScreen(view: room.view(), at: room.now), now: room.now)
        #expect(!scene.picture(columns: 80, rows: 24).text.contains("Wanda"))
        #expect(scene.picture(columns: 80, rows: 24).text.contains("Number 1:"))
        try room.perform(.reveal)
        scene = Scene(description: "stage", screen: StageScreen(view: room.view(), at: room.now), now: room.now)
        #expect(scene.picture(columns: 80, rows: 24).text.contains("Wanda:"))
    }

    @Test("a blank stage has nothing on it but how to come back")
    func blank() throws {
        let picture = try Self.picture("blank", 80, 24, ascii: false)
        #expect(picture.lines.dropLast().allSatisfy { $0.isEmpty })
        #expect(picture.lines.last?.contains("B show the stage") == true)
    }

    @Test("frozen is said in words and in a shape, and the clock stands")
    func frozen() throws {
        var room = try StageScenes.room("frozen")
        let first = StageScreen(view: room.view(), at: room.now)
        #expect(first.nextDeadline(after: room.now, motion: .full) == nil)
        #expect(first.contents(at: room.now, motion: .full).large.last?.text == "‖ FROZEN")
        let before = first.contents(at: room.now, motion: .full).large.first
        room.pass(60_000)
        let later = StageScreen(view: room.view(), at: room.now)
        #expect(later.contents(at: room.now, motion: .full).large.first == before)
        try room.perform(.freeze)
        #expect(
            StageScreen(view: room.view(), at: room.now).contents(at: room.now, motion: .full).large.first?.text
                == before?.text)
    }

    @Test("the clock wakes once a second, lines come at their pace, and at 0:00 it is still and calm")
    func time() throws {
        var room = try RoomRehearsal(hasCustomer: false)
        try room.begin()
        let began = room.now
        let screen = StageScreen(view: room.view(), at: began)
        let early = screen.contents(at: began, motion: .full)
        #expect(early.large.map(\.text) == ["4:00"])
        #expect(!early.texts.contains { $0.words.contains("piano") })
        let offer = try #require(room.room.play.front.offer)
        let later = screen.contents(at: began + Int64(offer.opens), motion: .full)
        #expect(later.texts.contains { $0.words.contains("the piano is still on the stairs") })
        var now = began
        var wakings = 0
        while now < began + 10_000 {
            let next = try #require(screen.nextDeadline(after: now, motion: .reduced))
            #expect(next > now && next <= now + 1_000)
            now = next
            wakings += 1
        }
        #expect(wakings < 20)
        let after = began + 300_000
        #expect(screen.contents(at: after, motion: .full).large.map(\.text) == ["0:00"])
        #expect(screen.contents(at: after, motion: .full).heading == "The time is up; finish the sentence")
        #expect(screen.nextDeadline(after: after, motion: .reduced) == nil)
    }

    @Test("where a person is the customer, the scenario's lines are prompts, and what they say is shown")
    func customer() throws {
        var room = try RoomRehearsal(people: ["Wanda", "Xaver", "Yusuf"])
        try room.begin()
        room.hear()
        let prompt = StageScreen(view: room.view(), at: room.now).contents(at: room.now, motion: .full)
        let customer = try #require(room.room.casting.customer)
        let number = room.room.name(of: customer, hidden: true)
        #expect(prompt.texts.contains { $0.words == "Number \(number) speaks as the customer." })
        #expect(!prompt.texts.contains { $0.words.contains("piano") })
    }
}
