import Terminal
import Testing

@testable import Interface

@Suite("Keys")
struct KeyTableTests {
    private let table = KeyTable.standard

    @Test("no key means two things, on any screen")
    func once() {
        var seen: [Key: Action] = [:]
        for binding in table.bindings where binding.group != .typing {
            for key in binding.keys {
                #expect(seen[key] == nil, "\(key.name)")
                seen[key] = binding.action
                #expect(table.action(for: key) == binding.action)
            }
        }
    }

    @Test("no key does two things to typed text, and none that types a character does anything else")
    func typing() {
        var seen: Set<Key> = []
        for binding in table.bindings where binding.group == .typing {
            for key in binding.keys {
                #expect(seen.insert(key).inserted, "\(key.name)")
                #expect(key.typed == nil, "\(key.name)")
                #expect(table.edit(for: key).map(Action.typing) == binding.action)
            }
        }
    }

    @Test("every action has a command of its own, a key and a sentence")
    func told() {
        let commands = table.bindings.map(\.command)
        #expect(Set(commands).count == commands.count)
        for binding in table.bindings {
            #expect(!binding.keys.isEmpty, "\(binding.command)")
            #expect(binding.words.hasSuffix("."), "\(binding.command)")
            #expect(binding.words.count > 4, "\(binding.command)")
            #expect(Command(binding.command, in: table) == .action(binding.action))
        }
    }

    @Test("what a screen understands stands in the table, once, and can be left", arguments: Gallery.told)
    func offered(name: String) throws {
        let screen = try Gallery.scene(name).screen
        var seen: Set<Action> = []
        for offer in screen.actions {
            #expect(table.binding(of: offer.action) != nil, "\(offer.action)")
            #expect(seen.insert(offer.action).inserted, "\(offer.action)")
        }
        #expect(seen.contains(.leave) || (screen.isTyping && seen.contains(.back)))
    }

    @Test("keys are read as they are written")
    func names() {
        for binding in table.bindings {
            for key in binding.keys { #expect(Key(name: key.name) == key, "\(key.name)") }
        }
        #expect(Key(name: "^R") == .control("r"))
        #expect(Key(name: "C-r") == .control("r"))
        #expect(Key(name: "ctrl-alt-x") == Key("x", [.control, .alt]))
        #expect(Key(name: "shift-tab") == .plain(.backTab))
        #expect(Key(name: "F5") == .plain(.function(5)))
        for nonsense in ["", "F99", "Hyper-x", "ab", "\n", "Ctrl-"] {
            #expect(Key(name: nonsense) == nil, "\(nonsense)")
        }
    }

    @Test("own keys take the place of the usual ones; what cannot be followed is told by its line")
    func own() {
        let (mine, troubles) = table.with([
            OwnKeys(command: "retry", keys: ["Ctrl-R", "F5"], line: 3),
            OwnKeys(command: "retyr", keys: ["x"], line: 4),
            OwnKeys(command: "wait", keys: ["Ctrl-R"], line: 5),
            OwnKeys(command: "pause", keys: ["Hyper-7"], line: 6),
            OwnKeys(command: "journal", keys: ["Ctrl-L"], line: 7),
            OwnKeys(command: "step-back", keys: ["r"], line: 8),
            OwnKeys(command: "announce", keys: [], line: 9),
        ])
        #expect(mine.action(for: .control("r")) == .retry)
        #expect(mine.action(for: .plain(.function(5))) == .retry)
        #expect(mine.action(for: .character("r")) == .stepBack)
        #expect(mine.action(for: .character("w")) == .wait)
        #expect(mine.action(for: .character(" ")) == .pause)
        #expect(mine.action(for: .character("J")) == .journal)
        #expect(troubles.map(\.line) == [4, 5, 6, 7, 9])
        #expect(troubles[0].message == "There is no command `retyr`. Did you mean `retry`?")
        #expect(troubles[1].message == "Ctrl-R is given to `retry` in line 3 already.")
    }

    @Test("who loses the last key to a wish is named, and keeps the command")
    func lost() {
        let (mine, troubles) = table.with([OwnKeys(command: "wait", keys: ["r"], line: 1)])
        #expect(mine.action(for: .character("r")) == .wait)
        #expect(troubles.map(\.message) == ["`retry` has no key any more; `:retry` still does it."])
        #expect(Command("retry", in: mine) == .action(.retry))
    }

    @Test("commands are understood from their first letters, numbers say a reply")
    func commands() {
        #expect(Command("ret", in: table) == .action(.retry))
        #expect(Command(" say  2 ", in: table) == .action(.say(2)))
        #expect(Command("3", in: table) == .action(.say(3)))
        #expect(Command("theme dark", in: table) == .action(.theme("dark")))
        guard case .unknown(let words) = Command("re", in: table) else {
            Issue.record("taken for one of many")
            return
        }
        #expect(words.contains("retry") && words.contains("restart"))
        #expect(Command("dance", in: table) == .unknown("There is no command `dance`. `help` lists them."))
    }

    @Test("where a row is short of room, help and the way out stay in the footer", arguments: Gallery.told)
    func footer(name: String) throws {
        let scene = try Gallery.scene(name)
        let wide = scene.picture(columns: 160, rows: 24).lines.last ?? ""
        let narrow = scene.picture(columns: 60, rows: 16).lines.last ?? ""
        for words in ["? help", "q leave", "q quit", "q done", "Esc back"] where wide.contains(words) {
            #expect(narrow.contains(words), "\(narrow)")
        }
    }
}
