import SeededChance
import Testing

@testable import Listening

@Suite("The bytes of a hearing table")
struct HearingTableTests {
    @Test("a table that was written is read, and hears the same")
    func roundTrip() throws {
        let table = try SmallEar.table()
        let read = try HearingTable(bytes: table.bytes())
        #expect(read.name == table.name)
        #expect(read.moves == table.moves)
        #expect(read.bytes() == table.bytes())
        for text in ["It's only a day late.", "u gonna wait, sorry", ""] {
            #expect(Ear(table: read).hear(text) == Ear(table: table).hear(text))
        }
    }

    @Test("no part of a table is taken for the whole of it")
    func prefixes() throws {
        let bytes = try SmallEar.table().bytes()
        let text = bytes.count - HearingTable.rows * (SmallEar.moves.count + 1)
        var chance = Chance(seed: 3)
        let ends = Array(0...text) + (0..<40).map { _ in chance.next(text...bytes.count - 1) } + [bytes.count - 1]
        for end in ends {
            #expect(throws: HearingTableFailure.self, "the first \(end) bytes") {
                try HearingTable(bytes: Array(bytes[..<end]))
            }
        }
        #expect(throws: HearingTableFailure.self) { try HearingTable(bytes: bytes + [0]) }
    }

    @Test("a changed byte is refused, or still a table that answers")
    func changedBytes() throws {
        let bytes = try SmallEar.table().bytes()
        let text = bytes.count - HearingTable.rows * (SmallEar.moves.count + 1)
        var chance = Chance(seed: 5)
        for _ in 0..<60 {
            var changed = bytes
            changed[chance.below(text)] = UInt8(truncatingIfNeeded: chance.next())
            guard let table = try? HearingTable(bytes: changed) else { continue }
            let hearing = Ear(table: table).hear("I'm sorry it's only a day late, may I put you on hold by 4pm?")
            #expect(hearing.moves.count == table.moves.count)
        }
        for place in [text, text + 100_000, bytes.count - 1] {
            var changed = bytes
            changed[place] ^= 0x40
            #expect(throws: HearingTableFailure.self, "weight \(place - text)") { try HearingTable(bytes: changed) }
        }
    }

    @Test("what is no table is said to be none, and what makes one")
    func message() {
        for bytes in [[], Array("rapport hearing 1\n".utf8), Array("rapport hearing 2\n1 1\nx\0".utf8), [10, 10, 10]] {
            #expect(
                throws: HearingTableFailure(
                    description: "This is no hearing table of this version. `rapport listen train` makes one.")
            ) { try HearingTable(bytes: bytes) }
        }
    }
}
