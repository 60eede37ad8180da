import Terminal

/// What a piece of the screen is for; a theme says what that looks like.
public enum Role: UInt16, CaseIterable, Sendable {
    case text, muted, strong, title, border, customer, agent, coach, quote, warm, cold, urgent, selected, key

    /// Its place in a theme's table.
    var index: StyleIndex { StyleIndex(rawValue: rawValue) }
}

/// How every role looks.
public struct Theme: Sendable {
    /// Its name.
    public let name: String
    /// A style for each role, by the role's number.
    public let styles: [Style]

    /// Every theme.
    public static let all = [calm, plain]

    /// The theme of a name; nil for none.
    public static func named(_ name: String) -> Theme? { all.first { $0.name == name } }

    private init(name: String, _ style: (Role) -> Style) {
        self.name = name
        styles = Role.allCases.map(style)
    }

    /// Quiet colours on the terminal's own background. Warm and cold are orange and blue, which people who see no red
    /// and green tell apart (Okabe and Ito's palette, the nearest of the 256); never colour alone.
    public static let calm = Theme(name: "calm") { role in
        switch role {
        case .text: .plain
        case .muted: Style(foreground: .indexed(245))
        case .strong: Style(attributes: .bold)
        case .title: Style(foreground: .indexed(74), attributes: .bold)
        case .border: Style(foreground: .indexed(243))
        case .customer: Style(foreground: .indexed(179))
        case .agent: Style(foreground: .indexed(74))
        case .coach: Style(foreground: .indexed(152))
        case .quote: Style(foreground: .indexed(152), attributes: [.bold, .underline])
        case .warm: Style(foreground: .indexed(179), attributes: .bold)
        case .cold: Style(foreground: .indexed(74), attributes: .bold)
        case .urgent: Style(foreground: .indexed(215), attributes: .bold)
        case .selected: Style(attributes: .reverse)
        case .key: Style(foreground: .indexed(152), attributes: .bold)
        }
    }

    /// No colour at all, for `NO_COLOR`, for terminals without it, and for those who prefer it.
    public static let plain = Theme(name: "mono") { role in
        switch role {
        case .text, .customer, .agent, .border, .coach: .plain
        case .muted: Style(attributes: .dim)
        case .strong, .title, .warm, .cold, .key: Style(attributes: .bold)
        case .quote: Style(attributes: [.bold, .underline])
        case .urgent: Style(attributes: [.bold, .underline])
        case .selected: Style(attributes: .reverse)
        }
    }
}
