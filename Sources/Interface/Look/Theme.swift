import Terminal

/// How every role looks: on a terminal of 256 colours, of 16, of 8, and of none.
///
/// Feelings are orange and blue, which people who see no red and green tell apart (the pair is Okabe and Ito's), never
/// red and green, and never colour alone: a word and a sign stand beside them. Every role is read at a contrast of at
/// least 4.5 to 1 on its background, 7 to 1 in high contrast. No theme changes the terminal's own palette.
public struct Theme: Sendable, CustomStringConvertible {
    /// Whether a background is dark or light.
    public enum Ground: String, Hashable, Sendable, CaseIterable { case dark, light }

    /// What a role looks like in a theme, before the theme's own background goes behind it.
    struct Ink {
        var colour: UInt8?
        var attributes: Attributes = []
        /// Another background than the theme's.
        var behind: UInt8?

        init(_ colour: UInt8? = nil, _ attributes: Attributes = [], on behind: UInt8? = nil) {
            (self.colour, self.attributes, self.behind) = (colour, attributes, behind)
        }
    }

    /// Its name, as it is chosen.
    public let name: String
    /// What it is like, in a sentence.
    public let summary: String
    /// The background it is made for.
    public let ground: Ground
    /// True when it lays its own background; false when the terminal's stays.
    public let hasOwnBackground: Bool
    /// Borders and lines are drawn heavy, to be seen from the back of a room.
    public let hasHeavyLines: Bool
    /// A style for each role, by the role's number: for 256 colours.
    public let styles: [Style]
    /// The same for 16 colours.
    private let sixteen: [Style]

    init(
        _ name: String, _ summary: String, ground: Ground = .dark, paper: UInt8? = nil, paper16: UInt8? = nil,
        hasHeavyLines: Bool = false, many: (Role) -> Ink, few: (Role) -> Ink
    ) {
        (self.name, self.summary, self.ground, self.hasHeavyLines) = (name, summary, ground, hasHeavyLines)
        hasOwnBackground = paper != nil
        styles = Role.allCases.map { Self.style(many($0), paper: paper) }
        sixteen = Role.allCases.map { Self.style(few($0), paper: paper16) }
    }

    private static func style(_ ink: Ink, paper: UInt8?) -> Style {
        Style(
            foreground: ink.colour.map(Color.indexed) ?? .standard,
            background: (ink.behind ?? paper).map(Color.indexed) ?? .standard, attributes: ink.attributes)
    }

    /// The table for a terminal of so many colours.
    public func styles(colours: Int) -> [Style] {
        switch colours {
        case 256...: styles
        case 16..<256: sixteen
        case 8..<16: sixteen.map(Self.reduced)
        default: Theme.monochrome.styles
        }
    }

    /// Its name.
    public var description: String { name }

    /// How one role looks.
    subscript(role: Role) -> Style { styles[Int(role.rawValue)] }

    /// The signs that go with it.
    public func glyphs(isUTF8: Bool) -> Glyphs {
        isUTF8 ? (hasHeavyLines ? .heavy : .unicode) : .ascii
    }

    /// Eight colours have no bright ones; bold stands for brightness, as it does on consoles.
    private static func reduced(_ style: Style) -> Style {
        var style = style
        if case .indexed(let index) = style.foreground, (8..<16).contains(index) {
            style.foreground = .indexed(index - 8)
            style.attributes.insert(.bold)
        }
        if case .indexed(let index) = style.background, (8..<16).contains(index) {
            style.background = .indexed(index - 8)
        }
        return style
    }
}
