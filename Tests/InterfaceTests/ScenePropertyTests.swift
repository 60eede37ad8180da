import SeededChance
import Terminal
import Testing

@testable import Interface

@Suite("Whatever the size, whatever the look")
struct ScenePropertyTests {
    @Test("every scene draws whole, clean, with its cursor inside", arguments: Gallery.names)
    func drawsWhole(name: String) throws {
        let scene = try Gallery.scene(name)
        var dice = Chance(seed: UInt64(name.utf8.reduce(7) { $0 &* 31 &+ Int($1) }.magnitude))
        for _ in 0..<30 {
            let size = Size(columns: .random(in: 1...220, using: &dice), rows: .random(in: 1...70, using: &dice))
            let theme = Theme.all.randomElement(using: &dice) ?? .calm
            let isASCII = Bool.random(using: &dice)
            let surface = scene.picture(
                columns: size.columns, rows: size.rows, theme: theme, glyphs: theme.glyphs(isUTF8: !isASCII)
            ).surface
            let place = "\(name) at \(size.columns)×\(size.rows), \(theme), ASCII \(isASCII)"
            #expect(surface.size == size)
            if let cursor = surface.cursor { #expect(surface.bounds.contains(cursor), "\(place): \(cursor)") }
            let bad = surface.text.unicodeScalars.filter {
                $0 != "\n" && [.control, .format, .surrogate].contains($0.properties.generalCategory)
            }
            #expect(bad.isEmpty, "\(place)")
            let isEvery = (0..<size.rows).allSatisfy { row in
                (0..<size.columns).allSatisfy { column in
                    Int(surface[Point(column: column, row: row)].style.rawValue) < theme.styles.count
                }
            }
            #expect(isEvery, "\(place): a style that no theme has")
        }
    }

    /// Frames, effects and screens tell whether a key did anything; a refusal says why in the last row.
    @Test("every key of the footer does something, or says why not", arguments: Gallery.names, [60, 80, 120])
    func footerIsTrue(name: String, columns: Int) throws {
        let scene = try Gallery.scene(name)
        let size = Size(columns: columns, rows: columns < 80 ? 16 : 24)
        let before = scene.picture(columns: size.columns, rows: size.rows)
        let footer = before.lines.last ?? ""
        for hint in scene.compositor.layer?.hints ?? [] { #expect(footer.contains("\(hint.keys) \(hint.words)")) }
        // While a layer has the keys, those of the screen below do other things, and are not promised.
        guard scene.compositor.layer == nil else { return }
        for hint in scene.screen.actions where !hint.hint.isEmpty {
            let binding = try #require(scene.compositor.keys.binding(of: hint.action))
            // While text is typed, the footer shows another key than the first.
            let usual =
                footer.contains("\(scene.compositor.keys.shown(hint.action)) \(hint.hint)") ? binding.keys.first : nil
            let other = binding.keys.first { footer.contains(" \($0.name) \(hint.hint)") }
            guard let key = other ?? usual else { continue }
            let keys = key.name
            var compositor = scene.compositor
            _ = compositor.receive(.resized(size), at: scene.now)
            let effects = compositor.receive(.key(key), at: scene.now)
            let after = Picture(compositor, columns: size.columns, rows: size.rows, at: scene.now)
            #expect(
                !effects.isEmpty || after.surface != before.surface,
                "\(name): “\(keys) \(hint.hint)” did nothing\n\(before.text)")
        }
    }

    @Test("the same frame whatever was on the screen before: no cell is left over", arguments: Gallery.names)
    func noStaleCells(name: String) throws {
        let scene = try Gallery.scene(name)
        var compositor = scene.compositor
        var dice = Chance(seed: 11)
        for _ in 0..<40 {
            let size = Size(columns: .random(in: 1...200, using: &dice), rows: .random(in: 1...60, using: &dice))
            _ = compositor.receive(.resized(size), at: scene.now)
        }
        _ = compositor.receive(.resized(Size(columns: 100, rows: 30)), at: scene.now)
        let stormed = Picture(compositor, columns: 100, rows: 30, at: scene.now)
        #expect(stormed.text == scene.picture(columns: 100, rows: 30).text)
    }
}
