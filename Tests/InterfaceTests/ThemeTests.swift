import Terminal
import Testing

@testable import Interface

@Suite("Themes")
struct ThemeTests {
    static let themes = Theme.all + [Theme.calmOnLight]

    /// Backgrounds that people have: black and white, and the ones that well-known palettes bring.
    private func grounds(_ theme: Theme) -> [RGB] {
        switch theme.ground {
        case .dark: [.black, RGB(0x1E, 0x1E, 0x1E), RGB(0x28, 0x2C, 0x34), RGB(0x00, 0x2B, 0x36)]
        case .light: [.white, RGB(0xFD, 0xF6, 0xE3), RGB(0xF5, 0xF5, 0xF5)]
        }
    }

    /// The colours a person sees: of the text, and behind it. What is the user's own is black or white.
    private func seen(_ style: Style, on ground: RGB, palette: [RGB]? = nil) -> (RGB, RGB) {
        func mixed(_ colour: Color) -> RGB? {
            guard case .indexed(let index) = colour else { return nil }
            if let palette, index < 16 { return palette[Int(index)] }
            return RGB(indexed: index)
        }
        let behind = mixed(style.background) ?? ground
        let text = mixed(style.foreground) ?? (ground.luminance < 0.179 ? RGB.white : .black)
        return style.attributes.contains(.reverse) ? (behind, text) : (text, behind)
    }

    @Test("every role is read at 4.5 to 1 on its background, at 7 to 1 in high contrast", arguments: themes)
    func contrast(theme: Theme) {
        let least = theme.name == "contrast" ? 7 : 4.5
        for ground in theme.hasOwnBackground ? [RGB.black] : grounds(theme) {
            for role in Role.allCases {
                let (text, behind) = seen(theme[role], on: ground)
                let contrast = text.contrast(with: behind)
                #expect(contrast >= least, "\(theme.name) \(role) on \(ground): \(contrast)")
            }
        }
    }

    @Test(
        "also with sixteen colours and with eight, as xterm mixes them and as the Linux console does", arguments: themes
    )
    func contrastOfFew(theme: Theme) {
        let least = theme.name == "contrast" ? 7 : 4.5
        let console = [
            RGB(0, 0, 0), RGB(170, 0, 0), RGB(0, 170, 0), RGB(170, 85, 0), RGB(0, 0, 170), RGB(170, 0, 170),
            RGB(0, 170, 170), RGB(170, 170, 170), RGB(85, 85, 85), RGB(255, 85, 85), RGB(85, 255, 85),
            RGB(255, 255, 85), RGB(85, 85, 255), RGB(255, 85, 255), RGB(85, 255, 255), RGB(255, 255, 255),
        ]
        let ground: RGB = theme.ground == .dark ? .black : .white
        for (colours, palette) in [(16, nil), (16, console), (8, nil), (8, console)] {
            for (role, style) in zip(Role.allCases, theme.styles(colours: colours)) {
                var style = style
                // The console draws bold as bright.
                if palette != nil, colours == 8, style.attributes.contains(.bold),
                    case .indexed(let index) = style.foreground, index > 0, index < 8, theme.ground == .dark
                {
                    style.foreground = .indexed(index + 8)
                }
                for colour in [style.foreground, style.background] {
                    if case .indexed(let index) = colour { #expect(Int(index) < colours || palette != nil) }
                }
                let (text, behind) = seen(style, on: ground, palette: palette)
                let contrast = text.contrast(with: behind)
                #expect(contrast >= least, "\(theme.name) \(role) \(colours): \(contrast)")
            }
        }
    }

    @Test("warm and cold stay apart for people who see fewer colours", arguments: themes)
    func feelings(theme: Theme) {
        guard theme.name != "monochrome" else {
            #expect(theme.styles.allSatisfy { $0.foreground == .standard && $0.background == .standard })
            return
        }
        for table in [theme.styles, theme.styles(colours: 16)] {
            let warm = seen(table[Int(Role.warm.rawValue)], on: .black).0
            let cold = seen(table[Int(Role.cold.rawValue)], on: .black).0
            for sight in Sight.allCases {
                #expect(sight.difference(warm, cold) >= 30, "\(theme.name) \(sight)")
            }
        }
    }

    @Test("a heatmap's steps get lighter or darker without turning back, and stay apart", arguments: themes)
    func heat(theme: Theme) {
        guard theme.name != "monochrome" else { return }
        let cells = (0...9).map { seen(theme[.heat($0)], on: .black).1 }
        let luminance = cells.map(\.luminance)
        #expect(luminance == (theme.ground == .dark ? luminance.sorted() : luminance.sorted(by: >)))
        for (one, next) in zip(cells, cells.dropFirst()) {
            for sight in Sight.allCases {
                #expect(sight.difference(one, next) >= 7, "\(theme.name) \(sight) \(one) \(next)")
            }
        }
    }

    @Test("feelings are never red or green, by any name")
    func neverRedOrGreen() {
        for theme in Self.themes {
            for table in [theme.styles, theme.styles(colours: 16), theme.styles(colours: 8)] {
                for role in [Role.warm, .cold] {
                    guard case .indexed(let index) = table[Int(role.rawValue)].foreground else { continue }
                    #expect(![1, 2, 9, 10].contains(index))
                    let colour = RGB(indexed: index)
                    let isRed = colour.red > 100 && colour.green < 60 && colour.blue < 60
                    let isGreen = colour.green > 100 && colour.red < 60 && colour.blue < 60
                    #expect(!isRed && !isGreen, "\(theme.name) \(role)")
                }
            }
        }
    }

    @Test("what matters is told apart without colour: bold, a line below, reversed")
    func monochrome() {
        let mono = Theme.calm.styles(colours: 0)
        #expect(mono == Theme.monochrome.styles)
        #expect(Theme.monochrome[.selected].attributes == .reverse)
        #expect(Theme.monochrome[.urgent] != Theme.monochrome[.text])
        #expect(Theme.monochrome[.match] != Theme.monochrome[.text])
        for theme in [Theme.contrast, .projector] {
            #expect(theme.styles.allSatisfy { !$0.attributes.contains(.dim) })
        }
        #expect(Theme.projector.styles.allSatisfy { $0.attributes.contains(.bold) })
    }

    @Test("is chosen by flag, then file, then NO_COLOR, then the background")
    func choice() throws {
        func name(_ choice: ThemeChoice) throws -> String {
            let theme = try choice.theme()
            return "\(theme.name) \(theme.ground)"
        }
        #expect(try name(ThemeChoice()) == "calm dark")
        #expect(try name(ThemeChoice(background: .white)) == "calm light")
        #expect(try name(ThemeChoice(background: RGB(0x1E, 0x1E, 0x1E))) == "calm dark")
        #expect(try name(ThemeChoice(environment: ["COLORFGBG": "0;15"])) == "calm light")
        #expect(try name(ThemeChoice(environment: ["COLORFGBG": "0;15"], background: .black)) == "calm dark")
        #expect(try name(ThemeChoice(environment: ["COLORFGBG": "nonsense;x"])) == "calm dark")
        #expect(try name(ThemeChoice(environment: ["NO_COLOR": "1"])) == "monochrome dark")
        #expect(try name(ThemeChoice(environment: ["NO_COLOR": ""])) == "calm dark")
        #expect(try name(ThemeChoice(file: "light", environment: ["NO_COLOR": "1"])) == "light light")
        #expect(try name(ThemeChoice(flag: "High-Contrast", file: "light")) == "contrast dark")
        #expect(try name(ThemeChoice(flag: "auto", file: "projector")) == "projector light")
        #expect(try name(ThemeChoice(flag: "calm", background: .white)) == "calm light")
        #expect(throws: UnknownTheme(name: "clam")) { try ThemeChoice(flag: "clam").theme() }
        #expect(
            UnknownTheme(name: "clam").description
                == "There is no theme “clam”. There are auto, calm, dark, light, contrast, projector and monochrome.")
    }

    @Test("every glyph has a twin in ASCII that takes as many cells")
    func twins() {
        expectTwins(Glyphs.unicode, Glyphs.ascii)
        expectTwins(Glyphs.heavy, Glyphs.ascii)
        expectTwins(LineGlyphs.unicode, LineGlyphs.ascii)
        expectTwins(LineGlyphs.heavy, LineGlyphs.ascii)
    }

    /// These stand in running text, which is measured: three dots and a two-part arrow are plainer than any single sign.
    private static let inText: Set<String> = ["ellipsis", "arrow", "back"]

    private func expectTwins(_ glyphs: Any, _ twins: Any) {
        let pairs = zip(Mirror(reflecting: glyphs).children, Mirror(reflecting: twins).children)
        var count = 0
        for (glyph, twin) in pairs where !(glyph.value is LineGlyphs) && !Self.inText.contains(glyph.label ?? "") {
            let one = words(glyph.value)
            let other = words(twin.value)
            #expect(one.map { DisplayText.width(of: $0) } == other.map { DisplayText.width(of: $0) }, "\(glyph)")
            #expect(other.allSatisfy { $0.utf8.allSatisfy { (0x20..<0x7F).contains($0) } }, "\(twin)")
            #expect(!one.isEmpty)
            count += 1
        }
        #expect(count > 10)
    }

    private func words(_ value: Any) -> [String] {
        switch value {
        case let character as Character: [String(character)]
        case let text as String: [text]
        case let characters as [Character]: characters.map(String.init)
        default: []
        }
    }
}
