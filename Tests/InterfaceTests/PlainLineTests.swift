import Terminal
import Testing

@testable import Interface

@Suite("What a line means in plain mode")
struct PlainLineTests {
    private func meaning(_ line: String, on name: String = "practice-moment") throws -> PlainLine {
        let scene = try Gallery.scene(name)
        return PlainLine(line, in: scene.screen.narration(at: scene.now), keys: .standard)
    }

    @Test(
        "numbers, words, keys and commands",
        arguments: [
            ("1", PlainLine.act([.say(1)])), (" 2. ", .act([.say(2)])), ("9", .act([.say(9)])), ("", .act([.accept])),
            ("wait", .act([.wait])), ("w", .act([.wait])), ("retry", .act([.retry])), (":retry", .act([.retry])),
            ("/retry", .act([.retry])), ("ret", .act([.retry])), ("Space", .act([.pause])), ("Ctrl-L", .act([.redraw])),
            ("q", .act([.leave])), ("?", .commands), (":", .commands), ("help", .commands), ("palette", .commands),
            ("time", .time), ("theme dark", .act([.theme("dark")])), ("/", .act([.find])),
            ("10", .unknown("There is no 10 here.")),
            ("hello", .unknown("There is no command `hello`. `help` lists them.")),
        ])
    func commands(line: String, meaning expected: PlainLine) throws { #expect(try meaning(line) == expected) }

    @Test("rows of a list by their number")
    func lists() throws {
        #expect(try meaning("2", on: "home-welcome") == .act([.top, .down, .accept]))
        #expect(try meaning("7", on: "home-welcome") == .unknown("There is no 7 here."))
        #expect(try meaning("2", on: "offer") == .act([.restart]))
    }

    @Test("text where text is wanted, and commands only behind a colon")
    func typing() throws {
        #expect(try meaning("retry", on: "reflection") == .text("retry"))
        #expect(try meaning("  2 things", on: "reflection") == .text("  2 things"))
        #expect(try meaning(":back", on: "reflection") == .act([.back]))
        #expect(try meaning("", on: "reflection") == .endsText)
        #expect(try meaning(".", on: "reflection") == .endsText)
    }

    @Test("everything that a screen offers can be said", arguments: Gallery.told)
    func everythingIsReachable(name: String) throws {
        let scene = try Gallery.scene(name)
        var compositor = Compositor(look: Look(theme: .monochrome, glyphs: .ascii))
        compositor.push(scene.screen, at: scene.now)
        let narration = try #require(compositor.narration(at: scene.now))
        let told = compositor.commandLines(at: scene.now).joined(separator: "\n")
        for row in compositor.everything(at: scene.now) {
            let action = row.binding.action
            switch PlainLine(":" + row.binding.command, in: narration, keys: .standard) {
            case .act(let actions): #expect(actions == [action])
            case .commands: #expect([.help, .palette, .commandLine].contains(action))
            default: Issue.record("\(row.binding.command) cannot be said on \(name)")
            }
            switch action {
            case .say, .palette, .commandLine, .pageDown, .theme, .motion: break
            default: #expect(told.contains(row.binding.command), "\(row.binding.command) is not told")
            }
        }
        for choice in narration.choices?.all ?? [] {
            #expect(PlainLine(choice.label, in: narration, keys: .standard) == .act(choice.actions))
        }
    }
}
