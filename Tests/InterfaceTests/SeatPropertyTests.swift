import Room
import SampleScenarios
import SeededChance
import Terminal
import Testing

@testable import Interface

@Suite("Seats, whatever the size and the words")
struct SeatPropertyTests {
    @Test("every scene draws whole, with its cursor inside", arguments: SeatSceneTests.names)
    func drawsWhole(name: String) throws {
        let (screen, now) = try SeatSceneTests.scene(name)
        var dice = Chance(seed: UInt64(name.utf8.reduce(7) { $0 &* 31 &+ Int($1) }.magnitude))
        for _ in 0..<6 {
            let columns = Int.random(in: 1...220, using: &dice)
            let rows = Int.random(in: 1...70, using: &dice)
            let surface = Picture(screen, columns: columns, rows: rows, at: now).surface
            if let cursor = surface.cursor {
                #expect(surface.bounds.contains(cursor), "\(name) at \(columns)×\(rows): \(cursor)")
            }
            #expect(Self.isClean(surface.text), "\(name) at \(columns)×\(rows)")
        }
    }

    /// Frames and effects tell whether a key did anything; a refusal says why in the last row.
    @Test("every key of the footer does something, or says why not", arguments: SeatSceneTests.names, [80, 120])
    func footerIsTrue(name: String, columns: Int) throws {
        let (screen, now) = try SeatSceneTests.scene(name)
        let before = Picture(screen, columns: columns, rows: 24, at: now)
        let footer = before.lines.last ?? ""
        let keys = KeyTable.standard
        for hint in screen.actions where !hint.hint.isEmpty {
            guard footer.contains("\(keys.shown(hint.action)) \(hint.hint)") else { continue }
            let key = try #require(keys.binding(of: hint.action)?.keys.first)
            var compositor = Compositor(look: Look(theme: .calm, glyphs: .unicode))
            _ = compositor.receive(.resized(Size(columns: columns, rows: 24)), at: now)
            compositor.push(screen, at: now)
            let effects = compositor.receive(.key(key), at: now)
            let after = Picture(compositor, columns: columns, rows: 24, at: now)
            #expect(
                !effects.isEmpty || after.surface != before.surface,
                "\(name): “\(keys.shown(hint.action)) \(hint.hint)” did nothing\n\(before.text)")
        }
    }

    @Test("what people write steers no terminal, and its length breaks nothing")
    func hostileWords() throws {
        let nasty = "\u{1B}[2J\u{9B}31m\u{7}\u{202E}oh" + String(repeating: "é", count: 3_000)
        var house = try SeatHouse()
        house.rehearsal.ask(.join(name: nasty, .player), account: "late")
        house.agree()
        try house.begin()
        house.rehearsal.ask(.say(nasty, moment: 0), person: "p2", account: "xaver")
        house.rehearsal.ask(.mark(behaviour: "a", quote: nasty), person: "p3", account: "yusuf")
        try house.rehearsal.perform(.hint(nasty))
        func look() {
            for account in SeatHouse.accounts + ["late"] {
                for (columns, rows) in [(60, 16), (80, 24), (120, 40)] {
                    let surface = Picture(house.seat(account), columns: columns, rows: rows, at: house.now).surface
                    #expect(Self.isClean(surface.text), "\(account) at \(columns)×\(rows)")
                }
                var narrator = Narrator()
                let told = narrator.tell(house.seat(account).narration(at: house.now), depth: 1)
                #expect(told.allSatisfy(Self.isClean), "\(account), told")
            }
        }
        look()
        try house.rehearsal.perform(.end)
        house.rehearsal.ask(.feedback(nasty), person: "p1", account: "wanda")
        house.rehearsal.ask(.win(behaviour: nasty, person: "p1", words: nasty), person: "p1", account: "wanda")
        look()
    }

    private static func isClean(_ text: String) -> Bool {
        text.unicodeScalars.allSatisfy {
            $0 == "\n" || ![.control, .format, .surrogate].contains($0.properties.generalCategory)
        }
    }
}
