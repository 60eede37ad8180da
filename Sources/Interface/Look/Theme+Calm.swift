import Terminal

extension Theme {
    /// Quiet colours on the terminal's own background, whichever that is.
    ///
    /// No colour is read well on black and on white, so that there are two sets, and the terminal is asked which
    /// background it has. A terminal that does not say is taken to be dark.
    public static func calm(on ground: Ground) -> Theme { ground == .dark ? calm : calmOnLight }

    /// Quiet colours on a dark background of the terminal's own.
    public static let calm = Theme(
        "calm", "Quiet colours on your terminal's own background.", many: calmInk, few: calmInk16)

    /// Quiet colours on a light background of the terminal's own.
    static let calmOnLight = Theme(
        "calm", "Quiet colours on your terminal's own background.", ground: .light, many: calmLightInk,
        few: calmLightInk16)

    static func calmInk(_ role: Role) -> Ink {
        switch role {
        case .text: Ink()
        case .muted, .track: Ink(247)
        case .border, .disabled: Ink(246)
        case .strong: Ink(nil, .bold)
        case .title, .cold: Ink(74, .bold)
        case .customer: Ink(179)
        case .agent, .bar: Ink(74)
        case .coach: Ink(152)
        case .quote: Ink(152, [.bold, .underline])
        case .warm: Ink(179, .bold)
        case .urgent: Ink(209, .bold)
        case .selected: Ink(nil, .reverse)
        case .key: Ink(152, .bold)
        case .focus: Ink(222, .bold)
        case .note: Ink(146)
        case .safety: Ink(229, .bold)
        case .match: Ink(222, [.bold, .underline])
        default: heat(role.heat ?? 0, ramp: ramp, ground: .dark)
        }
    }

    static func calmLightInk(_ role: Role) -> Ink {
        switch role {
        case .text: Ink()
        case .muted, .track, .border, .disabled: Ink(241)
        case .strong: Ink(nil, .bold)
        case .title, .key: Ink(24, .bold)
        case .customer: Ink(94)
        case .agent, .bar: Ink(24)
        case .coach: Ink(23)
        case .quote: Ink(23, [.bold, .underline])
        case .warm: Ink(94, .bold)
        case .cold: Ink(25, .bold)
        case .urgent: Ink(124, .bold)
        case .selected: Ink(nil, .reverse)
        case .focus: Ink(90, .bold)
        case .note: Ink(60)
        case .safety: Ink(88, .bold)
        case .match: Ink(90, [.bold, .underline])
        default: heat(role.heat ?? 0, ramp: ramp, ground: .light)
        }
    }

    static func calmInk16(_ role: Role) -> Ink {
        switch role {
        case .text, .muted, .border, .disabled, .coach, .note, .track: Ink()
        case .strong: Ink(nil, .bold)
        case .title, .cold, .key: Ink(14, .bold)
        case .customer: Ink(11)
        case .agent, .bar: Ink(14)
        case .quote: Ink(nil, [.bold, .underline])
        case .warm, .focus: Ink(11, .bold)
        case .urgent, .safety: Ink(11, [.bold, .underline])
        case .match: Ink(nil, [.bold, .underline])
        case .selected: Ink(nil, .reverse)
        default: heat(role.heat ?? 0)
        }
    }

    static func calmLightInk16(_ role: Role) -> Ink {
        switch role {
        case .text, .muted, .border, .disabled, .coach, .note, .track: Ink()
        case .strong: Ink(nil, .bold)
        case .title, .cold, .key: Ink(4, .bold)
        case .customer: Ink(5)
        case .agent, .bar: Ink(4)
        case .quote: Ink(nil, [.bold, .underline])
        case .warm, .focus: Ink(5, .bold)
        case .urgent, .safety: Ink(5, [.bold, .underline])
        case .match: Ink(nil, [.bold, .underline])
        case .selected: Ink(nil, .reverse)
        default: heat(role.heat ?? 0)
        }
    }
}
