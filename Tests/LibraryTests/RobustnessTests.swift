import Listening
import SeededChance
import Testing

/// The same line, as another person, phone or keyboard writes it: heard the same, in all but one line in twenty.
@Suite("Hearing, however it is written")
struct RobustnessTests {
    /// How many lines can be written so, and in how many of these other moves are heard.
    private func count(
        _ lines: [Exemplar], _ ear: Ear, written: (String, inout Chance) -> String?
    ) -> (all: Int, changed: Int) {
        var (all, changed) = (0, 0)
        for (index, line) in lines.enumerated() {
            var chance = Chance(seed: 11, stream: UInt64(index))
            guard let other = written(line.text, &chance) else { continue }
            let context = HearingContext(customer: line.customer)
            let heard = { (text: String) in Set(ear.hear(text, context: context).heard.map(\.move)) }
            all += 1
            if heard(line.text) != heard(other) { changed += 1 }
        }
        return (all, changed)
    }

    @Test("held-out lines", arguments: Variation.allCases)
    func heldOut(variation: Variation) throws {
        let found = count(try HearingContentTests.heldOut.get(), try HearingContentTests.ear.get()) {
            variation.written($0, &$1)
        }
        #expect(found.all > 5)
        #expect(found.changed * 20 <= found.all, "\(variation): \(found.changed) of \(found.all)")
    }

    @Test("plain lines of the exemplars stay plain", arguments: Variation.allCases)
    func plain(variation: Variation) throws {
        let plain = try HearingContentTests.voices.get().flatMap(\.lines).filter { $0.move == nil && !$0.isCustomers }
        let some = plain.enumerated().filter { $0.offset % 8 == 0 }.map(\.element)
        let found = count(some, try HearingContentTests.ear.get()) { variation.written($0, &$1) }
        #expect(found.changed * 20 <= found.all, "\(variation): \(found.changed) of \(found.all)")
    }

    @Test("whoever is spoken to, the same is heard")
    func addressed() throws {
        let lines = try HearingContentTests.heldOut.get().enumerated().filter { $0.offset % 2 == 0 }.map { entry in
            var line = entry.element
            line.text = "Tom, " + line.text
            return line
        }
        let found = count(lines, try HearingContentTests.ear.get()) { text, chance in
            (chance.element(of: Variation.otherNames) ?? "Ada") + text.dropFirst(3)
        }
        #expect(found.all > 400)
        #expect(found.changed * 20 <= found.all, "\(found.changed) of \(found.all)")
    }
}
