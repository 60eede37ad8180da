import Conversation
import Foundation
import Library
import Listening
import Testing

/// The lines that hearing is learnt from and measured by, and how well it hears.
@Suite("Hearing, as it is shipped")
struct HearingContentTests {
    /// The content of this repository.
    static let library = Library(folders: [
        URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appendingPathComponent("Content").path
    ])
    static let shipped = Result {
        try library.hearing(try library.vocabulary())
    }
    static let ear = Result { Ear(table: try shipped.get().table()) }
    static let heldOut = Result { try shipped.get().heldOut() }
    static let voices = Result { try shipped.get().exemplars() }

    private let moves = (try? Self.library.vocabulary().moves) ?? []

    @Test("the table was learnt from these lines, and the held-out ones are those that were frozen")
    func fresh() throws {
        let shelf = try Self.shipped.get()
        #expect(try shelf.table().source == shelf.source())
        #expect(try shelf.heldOutIsFrozen())
    }

    @Test("there are exemplars enough: thirty lines a move in several voices, and many that make none")
    func exemplars() throws {
        let lines = try Self.voices.get().flatMap(\.lines)
        for move in moves {
            let own = lines.filter { $0.move == move.id }
            #expect(own.count >= 30, "\(move.id)")
            #expect(Set(own.map(\.voice)).count >= 5, "\(move.id)")
        }
        #expect(lines.count { $0.move == nil && !$0.isCustomers } >= 300)
        #expect(lines.count(where: \.isCustomers) >= 200)
        #expect(Set(lines.map(\.text)).count > lines.count * 99 / 100)
    }

    @Test("there are held-out lines enough, in voices of their own")
    func heldOut() throws {
        let lines = try Self.heldOut.get()
        for move in moves { #expect(lines.count { $0.move == move.id } >= 10, "\(move.id)") }
        #expect(lines.count { $0.move == nil } >= 200)
        let voices = Set(lines.map(\.voice))
        #expect(voices.count >= 3)
        #expect(voices.isDisjoint(with: try Self.voices.get().flatMap(\.lines).map(\.voice)))
    }

    @Test("no five words running stand both in held-out lines and in exemplars")
    func nothingShared() throws {
        func runs(_ text: String) -> [String] {
            let words = text.lowercased().split { !($0.isLetter || $0.isNumber || $0 == "'" || $0 == "’") }
                .map { String($0.map { $0 == "’" ? "'" : $0 }) }
            return words.count < 5 ? [] : (0...words.count - 5).map { words[$0..<$0 + 5].joined(separator: " ") }
        }
        let lines = try Self.voices.get().flatMap(\.lines)
        let learnt = Set((lines.map(\.text) + lines.compactMap(\.customer)).flatMap(runs))
        let heldOut = try Self.heldOut.get()
        let shared = (heldOut.map(\.text) + heldOut.compactMap(\.customer)).flatMap(runs).filter(learnt.contains)
        #expect(shared.isEmpty, "\(shared.prefix(5))")
    }

    @Test("the aims are met by lines that nothing was learnt from")
    func aims() throws {
        let measured = Listening.Measurement(try Self.heldOut.get(), with: try Self.ear.get())
        #expect(measured.macroF1 >= 0.70)
        #expect(measured.topThree >= 0.92)
        #expect(measured.blamedShare <= 0.02)
        #expect(measured.alarmShare <= 0.05)
    }
}
