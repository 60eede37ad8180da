import Terminal
import Testing

@testable import Interface

@Suite("Keys")
struct KeyTableTests {
    static let tables: [KeyTable] = [
        .home, .offer, .practice, .debrief, .reflecting, .journal, .reading, .preview, .previewNodes,
    ]

    @Test("no key means two things on one screen", arguments: tables)
    func once(table: KeyTable) {
        var seen: [Key: Action] = [:]
        for binding in table.bindings {
            #expect(!binding.keys.isEmpty)
            for key in binding.keys {
                #expect(seen[key] == nil, "\(table.title): \(key)")
                seen[key] = binding.action
                #expect(table.action(for: key) == binding.action)
            }
        }
    }

    @Test("what stands in the footer is explained in help, in a sentence", arguments: tables)
    func explained(table: KeyTable) {
        for binding in table.bindings where !binding.short.isEmpty {
            #expect(!binding.shown.isEmpty)
            #expect(binding.long.count > 10)
        }
        for binding in table.bindings where !binding.long.isEmpty { #expect(binding.long.hasSuffix(".")) }
    }

    @Test("every screen can be left with q or Esc, and Ctrl-C never does more than leave", arguments: tables)
    func leaving(table: KeyTable) {
        let leave: Set<Action> = [.back, .quit]
        #expect(table.action(for: .control("c")).map(leave.contains) == true)
        let other = table.action(for: .character("q")) ?? table.action(for: .plain(.escape))
        #expect(other.map(leave.contains) == true)
    }

    @Test("the help of a screen lists all of its keys")
    func help() {
        for table in Self.tables {
            let picture = Picture(
                ReadingScreen(help: table), columns: 100, rows: 60, at: Uptime(milliseconds: 0))
            #expect(picture.contains("Keys — \(table.title)"))
            for binding in table.bindings where !binding.long.isEmpty {
                #expect(picture.lines.contains { $0.hasPrefix("  \(binding.shown) ") }, "\(binding.shown)")
            }
            #expect(picture.contains("Ctrl-Z"))
        }
    }

    @Test("where a row is short of room, help and the way out stay in the footer", arguments: Scenes.names)
    func footer(name: String) throws {
        let scene = try Scenes.scene(name)
        let wide = scene.picture(columns: 160, rows: 24).lines.last ?? ""
        let narrow = scene.picture(columns: 60, rows: 16).lines.last ?? ""
        for words in ["? help", "q leave", "q quit", "q done", "Esc back"] where wide.contains(words) {
            #expect(narrow.contains(words), "\(narrow)")
        }
    }
}
