import Conversation
import Terminal
import Testing

@testable import Interface

@Suite("The panes of the written channels")
struct WrittenPaneTests {
    @Test(
        "as kept in Snapshots", arguments: WrittenScenes.names, [(60, 16), (80, 24), (120, 40), (200, 60)])
    func kept(name: String, size: (columns: Int, rows: Int)) throws {
        try WrittenScenes.scene(name).picture(columns: size.columns, rows: size.rows)
            .expectKept(as: "\(name)-\(size.columns)x\(size.rows)")
    }

    @Test("the same in ASCII", arguments: ["social-silence", "social-private", "mail-draft", "mail-last-look"])
    func ascii(name: String) throws {
        let picture = try WrittenScenes.scene(name).picture(columns: 120, rows: 40, glyphs: .ascii)
        #expect(picture.text.utf8.allSatisfy { $0 < 0x80 })
        try picture.expectKept(as: "\(name)-120x40-ascii")
    }
}
