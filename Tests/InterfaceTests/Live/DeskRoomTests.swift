import Library
import Robot
import Room
import SampleScenarios
import Terminal
import Testing

@testable import Interface

@Suite("What the desk has room for")
struct DeskRoomTests {
    @Test("four long replies stand whole or shortened at 80×24, each with its number, below what was said")
    func longReplies() throws {
        let long =
            "I have your case in front of me and I read what happened on Saturday before I say a word about it, so that you "
            + "do not tell it a fourth time, and then I call the crew that left you with it on the stairs. "
        let source = RoomScenario.source.replacing("-> I'm sorry for", with: "-> \(long)I'm sorry for")
            .replacing("-> Please calm", with: "-> \(long)Please calm")
            .replacing("-> What has", with: "-> \(long)What has")
        var rehearsal = try RoomRehearsal(source)
        try rehearsal.begin()
        rehearsal.hear()
        var desk = RoomDesk(rehearsal, notes: DeskScenes.notes)
        for press in 0..<3 {
            let picture = desk.picture()
            for number in 1...3 { #expect(picture.contains(" \(number) I have your case"), "\(picture.text)") }
            #expect(picture.contains("the piano is still") && picture.contains("Which one was heard?"))
            if press > 0 { #expect(picture.contains("do not tell it a fourth time"), "\(picture.text)") }
            desk.press(.plain(.down))
        }
    }

    @Test("names with controls and wide letters reach no terminal as such, and break no row")
    func hostileNames() throws {
        var rehearsal = try RoomRehearsal(people: ["A\u{1B}[2J\u{7}na", "\u{202E}Mo", "王小明王小明王小明王小明"])
        rehearsal.ask(.join(name: "Z\u{9B}31m", .player), account: "z")
        var desk = RoomDesk(rehearsal)
        for _ in 0..<3 {
            for (columns, rows) in [(60, 16), (80, 24), (120, 40), (160, 50)] {
                for line in desk.picture(columns: columns, rows: rows).lines {
                    #expect(!line.unicodeScalars.contains { $0.properties.generalCategory == .control })
                    #expect(!line.unicodeScalars.contains("\u{202E}"))
                }
            }
            for _ in 0..<4 { desk.press("1") }
            desk.press("o")
            desk.press("P")
        }
    }

    @Test("with the agreements and cards that are shipped, nothing that is needed falls off at 80×24")
    func shippedContent() throws {
        let library = Library(folders: [Robot.content])
        let agreements = library.agreements().values
        let sets = library.cards().values
        #expect(!agreements.isEmpty && !sets.isEmpty)
        for agreement in agreements {
            var rehearsal = try RoomRehearsal(agreement: agreement)
            rehearsal.ask(.join(name: "Olga", .audience), account: "olga")
            var desk = RoomDesk(rehearsal)
            let flat = Self.flat(desk.picture())
            for words in agreement.neverSeen { #expect(flat.contains(words), "\(agreement.slug): \(words)\n\(flat)") }
            desk.press(.plain(.tab))
            let read = Self.flat(desk.picture(columns: 80, rows: 40))
            for words in agreement.points + [agreement.question] {
                #expect(read.contains(words), "\(agreement.slug): \(words)")
            }
        }
        for set in sets {
            var rehearsal = try RoomRehearsal(cards: set)
            try rehearsal.agree()
            try rehearsal.perform(.next)
            var desk = RoomDesk(rehearsal)
            desk.press("Q")
            var shown = Self.flat(desk.picture())
            desk.press(.plain(.right))
            shown += Self.flat(desk.picture())
            for words in set.customer.privateFacts + [set.customer.goal] + set.customer.mustNot + set.customer.lines {
                #expect(shown.contains(words), "\(set.slug): \(words)\n\(shown)")
            }
        }
    }

    /// The words of a picture in one line, each of two columns for itself.
    private static func flat(_ picture: Picture) -> String {
        let whole = picture.lines.map { $0.split(separator: " ").joined(separator: " ") }.joined(separator: " ")
        let right = picture.lines.map { line in
            String(line.dropFirst(38)).split(separator: " ").joined(separator: " ")
        }.joined(separator: " ")
        return whole + right
    }
}
