import Terminal
import Testing

@testable import Interface

@Suite("The key table on paper")
struct KeySheetTests {
    @Test("has every action, in plain letters")
    func whole() {
        let sheet = KeySheet(.standard)
        let text = sheet.text
        for binding in KeyTable.standard.bindings {
            guard case .say = binding.action else {
                #expect(text.contains(binding.words), "\(binding.command)")
                continue
            }
        }
        #expect(text.utf8.allSatisfy { $0 < 0x80 })
        #expect(text.contains("  1 to 9 "))
        #expect(!text.contains("*"))
        let own = sheet.groups.flatMap(\.rows).filter(\.isOwn)
        #expect(own.isEmpty)
    }

    @Test("marks somebody's own keys, and what has none any more")
    func own() {
        let (table, _) = KeyTable.standard.with([
            OwnKeys(command: "retry", keys: ["Ctrl-R", "Up"], line: 1), OwnKeys(command: "journal", keys: [], line: 2),
        ])
        let lines = KeySheet(table).text.split(separator: "\n")
        func line(_ words: String) -> Substring? { lines.first { $0.hasSuffix(words) } }
        #expect(line("both attempts are kept.")?.hasPrefix("* Ctrl-R, Up ") ?? false)
        #expect(line("Past sessions and their debriefs.")?.hasPrefix("* (none) ") ?? false)
        // The one that lost a key has changed as well.
        #expect(line("One row up.")?.hasPrefix("* k ") ?? false)
        #expect(line("One row down.")?.hasPrefix("  Down, j ") ?? false)
    }

    @Test("keys as they are written are keys again")
    func written() {
        for binding in KeyTable.standard.bindings {
            for key in binding.keys { #expect(Key(name: key.writtenName) == key, "\(key.writtenName)") }
        }
    }
}
