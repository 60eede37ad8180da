import Terminal
import Testing

@testable import Interface

@Suite("What the screens look like")
struct SnapshotTests {
    @Test("as kept in Snapshots", arguments: Scenes.names, [(60, 16), (80, 24), (160, 50)])
    func kept(name: String, size: (columns: Int, rows: Int)) throws {
        try Scenes.scene(name).picture(columns: size.columns, rows: size.rows)
            .expectKept(as: "\(name)-\(size.columns)x\(size.rows)")
    }

    @Test("the same in ASCII", arguments: ["practice-moment", "practice-pop-up", "debrief"])
    func ascii(name: String) throws {
        let picture = try Scenes.scene(name).picture(columns: 80, rows: 24, glyphs: .ascii)
        #expect(picture.text.utf8.allSatisfy { $0 < 0x80 })
        try picture.expectKept(as: "\(name)-80x24-ascii")
    }
}
