import Terminal
import Testing

@testable import Interface

@Suite("What lies over a screen")
struct CompositorTests {
    private func desk() throws -> Desk {
        var desk = try Desk()
        try desk.hear()
        return desk
    }

    private func picture(_ desk: Desk, columns: Int = 80) -> Picture {
        Picture(desk.compositor, columns: columns, rows: 24, at: desk.now)
    }

    @Test("a command does what its key does; Tab completes it, Esc leaves it")
    func commandLine() throws {
        var desk = try desk()
        desk.press(":")
        #expect(picture(desk).lines.last == ":")
        desk.press("ste")
        desk.press(.plain(.tab))
        #expect(picture(desk).lines.last == ":step-back")
        desk.press(.plain(.escape))
        #expect(desk.session.moments.count == 1)
        desk.press(":say 2")
        desk.press(.plain(.enter))
        #expect(desk.session.moments[0].reply?.text == "I'm sorry for any inconvenience.")
        desk.press(":dance")
        desk.press(.plain(.enter))
        #expect(picture(desk).lines.last == " There is no command `dance`. `help` lists them.")
    }

    @Test("letters typed into the command line act on nothing below it, and no clock runs under it")
    func modal() throws {
        var desk = try desk()
        let left = desk.clockLeft
        desk.press(":qrbw1")
        try desk.pass(30_000)
        #expect(desk.clockLeft == left)
        #expect(desk.session.moments[0].reply == nil)
        #expect(desk.wanted == [])
    }

    @Test("the palette shows everything that can be done, narrowed by typing, and why some cannot")
    func palette() throws {
        var desk = try desk()
        desk.press(.control("p"))
        #expect(picture(desk).contains("What can be done here"))
        desk.press("again")
        #expect(picture(desk).contains("Not now: The coach has said nothing yet."))
        desk.press(.plain(.enter))
        #expect(picture(desk).lines.last == " The coach has said nothing yet.")
        desk.press(.control("p"))
        desk.press("silence")
        desk.press(.plain(.enter))
        #expect(desk.session.moments[0].reply?.role == .pause)
    }

    @Test("Ctrl-C leaves a screen; twice within a second it leaves the program from anywhere")
    func interrupt() throws {
        var desk = try desk()
        desk.press(.control("c"))
        try desk.pass(1_500)
        #expect(desk.wanted == [.close])
        desk.press(.control("c"))
        desk.press(.control("c"))
        #expect(desk.wanted == [.close, .close, .quit])
        var typing = try self.desk()
        typing.press(":")
        typing.press(.control("c"))
        #expect(typing.wanted == [])
        #expect(picture(typing).lines.last?.hasPrefix(" 1-9 say") == true)
    }

    @Test("a theme and motion can be changed anywhere, by name or one after the other")
    func look() throws {
        var desk = try desk()
        desk.press(":theme mono")
        desk.press(.plain(.enter))
        #expect(desk.compositor.look.theme.name == "monochrome")
        desk.press(":theme beige")
        desk.press(.plain(.enter))
        #expect(picture(desk).lines.last?.contains("There is no theme `beige`.") == true)
        desk.press(.plain(.function(3)))
        #expect(desk.compositor.look.motion == .reduced)
    }

    @Test("a short word stays four seconds whatever is pressed, then goes by itself")
    func notices() throws {
        var desk = try desk()
        desk.press(".")
        #expect(picture(desk).lines.last?.contains("moment First words") == true)
        desk.press(.plain(.down))
        #expect(picture(desk).lines.last?.contains("moment First words") == true)
        try desk.pass(4_100)
        #expect(picture(desk).lines.last?.hasPrefix(" 1-9 say") == true)
        desk.press("M")
        #expect(picture(desk).contains("A cake that did not come, chat; moment First words"))
    }

    @Test("a key that does nothing here says so by its name, a command by its own")
    func nothing() throws {
        var desk = try desk()
        desk.press("J")
        #expect(picture(desk).lines.last == " J does nothing here; ? shows what does.")
        desk.press(":journal")
        desk.press(.plain(.enter))
        #expect(picture(desk).lines.last == " `journal` does nothing here; ? shows what does.")
        desk.press(":journal")
        desk.press(.plain(.enter))
        desk.press("M")
        // Once in the text, and once in the last row, where it still stands.
        #expect(picture(desk).lines.filter { $0.contains("`journal` does nothing here") }.count == 2)
    }

    @Test("while text is typed, help names only keys that act, those that edit among them; F2 changes the look")
    func helpWhileTyping() throws {
        var desk = try WrittenScenes.desk("mail-draft")
        desk.press("e")
        desk.press(.plain(.function(2)))
        #expect(desk.compositor.look.theme.name != "calm")
        desk.press(.plain(.function(1)))
        let help = Picture(desk.compositor, columns: 80, rows: 70, at: desk.now)
        #expect(help.contains("While text is typed"))
        #expect(help.contains("Ctrl-W"))
        #expect(help.contains("  F1   "))
        #expect(!help.contains("? F1"))
        #expect(!help.contains("Type a command"))
    }

    @Test("the palette says how many rows are below")
    func palettesEnd() throws {
        var desk = try desk()
        desk.press(.control("p"))
        #expect(picture(desk).contains(" more below "))
        desk.press("silence")
        #expect(!picture(desk).contains(" more below "))
    }
}
