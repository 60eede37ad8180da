import Testing

@testable import Terminal

/// Modes as bytes: what is switched on, what a change sends, what every way out undoes.
@Suite struct ModeTests {
    private var abilities: TerminalAbilities {
        var abilities = TerminalAbilities()
        abilities.isXtermLike = true
        abilities.shapesCursor = true
        abilities.enterAlternate = Array("<alt>".utf8)
        abilities.leaveAlternate = Array("</alt>".utf8)
        abilities.hideCursor = Array("<hide>".utf8)
        abilities.showCursor = Array("<show>".utf8)
        abilities.plainText = Array("<plain>".utf8)
        return abilities
    }

    private func text(_ bytes: [UInt8]) -> String {
        String(decoding: bytes, as: UTF8.self).replacing("\u{1B}", with: "^")
    }

    @Test func theFirstFrameSwitchesOnWhatItNeedsAndNothingElse() {
        let plain = ModeSwitches(TerminalModes(), cursorVisible: true, on: abilities)
        #expect(text(plain.change(from: .none)) == "<alt>^[?2004h")
        #expect(text(plain.leave) == "^[?2004l<plain></alt>")
        #expect(plain.change(from: plain) == [])
    }

    @Test func everythingOnIsUndoneInReverse() {
        var modes = TerminalModes()
        modes.mouse = .drag
        modes.reportsFocus = true
        modes.title = "Rapport"
        modes.cursorShape = .bar
        var abilities = abilities
        abilities.hasDistinctKeys = true
        let all = ModeSwitches(modes, cursorVisible: false, on: abilities)
        #expect(
            text(all.change(from: .none))
                == "<alt>^[?2004h^[?1004h^[?1002h^[?1006h^[>1u^[22;2t^]2;Rapport^\\^[6 q<hide>")
        #expect(
            text(all.leave)
                == "<show>^[0 q^[23;2t^[<u^[?1006l^[?1002l^[?1004l^[?2004l<plain></alt>")
    }

    @Test func onlyTheDifferenceIsSent() {
        var modes = TerminalModes()
        let plain = ModeSwitches(modes, cursorVisible: true, on: abilities)
        modes.mouse = .buttons
        let clicking = ModeSwitches(modes, cursorVisible: true, on: abilities)
        #expect(text(clicking.change(from: plain)) == "^[?1000h^[?1006h")
        #expect(text(plain.change(from: clicking)) == "^[?1006l^[?1000l")
        modes.mouse = .drag
        let dragging = ModeSwitches(modes, cursorVisible: true, on: abilities)
        #expect(text(dragging.change(from: clicking)) == "^[?1006l^[?1000l^[?1002h^[?1006h")
        #expect(
            text(ModeSwitches(TerminalModes(), cursorVisible: false, on: abilities).change(from: plain)) == "<hide>")
    }

    @Test func aNewTitleIsOnlySetAndTheOldOneKeptOnce() {
        var modes = TerminalModes()
        modes.title = "one"
        let one = ModeSwitches(modes, cursorVisible: true, on: abilities)
        modes.title = "two\u{1B}]2;bad\u{07}\n"
        let two = ModeSwitches(modes, cursorVisible: true, on: abilities)
        #expect(text(two.change(from: one)) == "^]2;two␛]2;bad␇␊^\\")
        #expect(text(ModeSwitches(TerminalModes(), cursorVisible: true, on: abilities).change(from: two)) == "^[23;2t")
    }

    @Test func anotherScreenSwitchesEverythingAnew() {
        var modes = TerminalModes()
        modes.alternateScreen = false
        var abilities = abilities
        abilities.hasDistinctKeys = true
        let outside = ModeSwitches(modes, cursorVisible: true, on: abilities)
        let inside = ModeSwitches(TerminalModes(), cursorVisible: true, on: abilities)
        #expect(text(inside.change(from: outside)) == "^[<u^[?2004l<plain><alt>^[?2004h^[>1u")
        #expect(inside.needsWholeFrame(after: outside) && !inside.needsWholeFrame(after: inside))
    }

    @Test func aTerminalThatIsNoXtermIsToldNothingItMightPrint() {
        var modes = TerminalModes()
        modes.mouse = .drag
        modes.reportsFocus = true
        modes.title = "x"
        modes.cursorShape = .bar
        let switches = ModeSwitches(modes, cursorVisible: true, on: TerminalAbilities())
        #expect(text(switches.change(from: .none)) == "^[?2004h")
    }

    @Test func aCrashAlsoEndsAHeldFrameAndShowsTheCursor() {
        var abilities = abilities
        abilities.synchronises = true
        let switches = ModeSwitches(TerminalModes(), cursorVisible: true, on: abilities)
        #expect(text(switches.crash(on: abilities)) == "^[?2026l<show>^[?2004l<plain></alt>")
    }

    @Test(arguments: [
        ("rgb:0000/0000/0000", 0.0), ("rgb:ffff/ffff/ffff", 1.0), ("rgb:f/f/f", 1.0), ("#ffffff", 1.0),
        ("rgb:8080/8080/8080", 0.2159), ("rgba:ffff/0000/0000/ffff", 0.2126), ("#00f", 0.0722),
        ("rgb:1e1e/1e1e/1e1e", 0.0130),
    ])
    func coloursHaveTheLuminanceOfTheStandard(_ name: String, _ luminance: Double) throws {
        let colour = try #require(ScreenColour(name: name))
        #expect(abs(colour.luminance - luminance) < 0.001, "\(colour.luminance)")
        #expect(colour.isDark == (luminance < 0.179))
    }

    @Test(arguments: [
        "", "#", "#12", "#é", "rgb:", "rgb:1/2", "rgb:1/2/", "rgb:12345/1/1", "rgb:1/2/3/4/5", "blue", "rgb:+1/2/3",
    ])
    func whatIsNoColourIsNone(_ name: String) { #expect(ScreenColour(name: name) == nil) }
}
