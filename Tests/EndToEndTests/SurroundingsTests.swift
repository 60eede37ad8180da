import Foundation
import PseudoTerminal
import Testing

/// Other terminals and none, and journals that are not.
@Suite(.serialized, .timeLimit(.minutes(15))) struct SurroundingsTests {
    @Test func withoutATerminalItTalks() throws {
        let fixture = try Fixture()
        defer { fixture.remove() }
        let run = try fixture.pipe([])
        #expect(run.status == 0)
        #expect(run.output.contains("1. Mini parcel: chat, then email, 3 minutes, gentle."))
        #expect(run.complaint == "")
    }

    @Test(arguments: ["dumb", ""]) func aTerminalThatIsNoScreenIsTalkedTo(_ name: String) throws {
        let fixture = try Fixture()
        defer { fixture.remove() }
        let session = try fixture.start(env: ["TERM": name])
        try session.see("1, or ? for help>")
        session.send("q\n")
        #expect(session.waitExit() == 0)
        #expect(!session.raw.contains(0x1B))
    }

    @Test func noColourMeansNone() throws {
        let fixture = try Fixture()
        defer { fixture.remove() }
        let plain = try fixture.start("practise", "mini", env: ["NO_COLOR": "1"])
        try plain.reachMoment()
        #expect(!Self.hasColour(plain.screen))
        let calm = try fixture.start(env: ["NO_COLOR": ""])
        try calm.see("Library")
        calm.settle()
        #expect(Self.hasColour(calm.screen))
    }

    private static func hasColour(_ screen: EmulatedScreen) -> Bool {
        (0..<screen.rows).contains { row in
            (0..<screen.columns).contains { !screen.colour(row: row, column: $0).isEmpty }
        }
    }

    @Test func anotherCharacterSetGetsAscii() throws {
        let fixture = try Fixture()
        defer { fixture.remove() }
        let session = try fixture.start("practise", "mini", env: ["LANG": "C", "LC_ALL": "C"])
        try session.reachMoment()
        #expect(session.raw.allSatisfy { $0 < 0x80 })
        #expect(session.screen.text.contains("1  What must be there by Saturday?"))
    }

    enum Damage: CaseIterable { case noJournal, damagedPages, newer }

    @Test(arguments: Damage.allCases) func aJournalThatCannotBeUsedIsLeftAlone(_ damage: Damage) throws {
        let fixture = try Fixture()
        defer { fixture.remove() }
        let file = fixture.root + "/mine.sqlite"
        switch damage {
        case .noJournal: try fixture.write(String(repeating: "not a journal\n", count: 1_000), to: file)
        case .damagedPages, .newer:
            let first = try fixture.start("practise", "mini", "--journal", file)
            try first.reachMoment()
            first.press("q")
            first.send("q")
            #expect(first.waitExit() == 0)
            var data = try Data(contentsOf: URL(fileURLWithPath: file))
            if damage == .newer {
                data[63] = 200
            } else {
                for index in 100..<data.count { data[index] = UInt8(truncatingIfNeeded: index &* 31) }
            }
            for tail in ["-wal", "-shm"] { try? FileManager.default.removeItem(atPath: file + tail) }
            try data.write(to: URL(fileURLWithPath: file))
        }
        let before = try Data(contentsOf: URL(fileURLWithPath: file))
        let session = try fixture.start("--journal", file)
        try session.see("Until then nothing you practise is kept.")
        #expect(session.screen.text.contains("mine.sqlite"))
        #expect(session.words.contains("left as it is"))
        session.send("\r")
        try session.reachMoment()
        try session.press("1", for: "Trust +8")
        session.press("q")
        session.send("q")
        #expect(session.waitExit() == 0)
        #expect(try Data(contentsOf: URL(fileURLWithPath: file)) == before)

        let list = try fixture.run("journal", "--journal", file)
        #expect(list.status == 1)
        #expect(list.complaint.contains("left as it is"))
    }

    @Test func whoGoesStraightIntoAConversationIsToldThatNothingIsKept() throws {
        let fixture = try Fixture()
        defer { fixture.remove() }
        let session = try fixture.start("practise", "mini", "--journal", "/proc/nowhere/journal.sqlite")
        try session.see("Nothing will be kept: the journal cannot be opened.")
    }

    @Test func aFolderThatCannotBeWrittenIsSaidPlainly() throws {
        let fixture = try Fixture()
        defer { fixture.remove() }
        let session = try fixture.start("--journal", "/proc/nowhere/journal.sqlite")
        try session.see("Until then nothing you practise is kept.")
        session.send("\r")
        try session.reachMoment()
        try session.press("1", for: "Trust +8")
    }
}
