import Terminal
import Testing

@testable import Interface

@Suite("What the screens look like")
struct SnapshotTests {
    @Test("as kept in Snapshots: four sizes, roles, monochrome, ASCII", arguments: Gallery.names)
    func kept(name: String) throws {
        try Kept.expect(Sheet.text(try Gallery.scene(name)), as: "screen-\(name)")
    }

    @Test("a window too small to practise in says how large it has to be")
    func tooSmall() throws {
        let scene = try Scenes.scene("practice-moment")
        var text = ""
        for (columns, rows) in [(59, 16), (60, 15), (40, 10), (20, 4), (9, 2), (1, 1)] {
            text += "════ \(columns)×\(rows) ════\n" + scene.picture(columns: columns, rows: rows).text
        }
        try Kept.expect(text, as: "screen-too-small")
    }
}
