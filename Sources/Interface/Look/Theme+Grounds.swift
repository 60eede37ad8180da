import Terminal

extension Theme {
    /// Calm's colours on a dark grey of its own.
    public static let dark = Theme(
        "dark", "The same colours on a dark grey background.", paper: 234, paper16: 0,
        many: { role in
            switch role {
            case .text: Ink(253)
            case .strong: Ink(255, .bold)
            case .selected: Ink(234, .bold, on: 152)
            default: calmInk(role)
            }
        },
        few: { role in
            switch role {
            case .selected: Ink(0, on: 7)
            default: inked(calmInk16(role), 7)
            }
        })

    /// Calm's colours on a light grey of its own.
    public static let light = Theme(
        "light", "Dark colours on a light background.", ground: .light, paper: 255, paper16: 15,
        many: { role in
            switch role {
            case .text: Ink(235)
            case .strong: Ink(233, .bold)
            case .selected: Ink(231, .bold, on: 24)
            default: calmLightInk(role)
            }
        },
        few: { role in
            switch role {
            case .selected: Ink(15, on: 4)
            default: onPaper(calmLightInk16(role))
            }
        })

    /// White and bright on black, everything at 7 to 1 or better.
    public static let contrast = Theme(
        "contrast", "High contrast: white, yellow and light blue on black.", paper: 16, paper16: 0,
        many: { role in
            switch role {
            case .text, .coach, .border, .bar: Ink(231)
            case .muted, .disabled, .track: Ink(252)
            case .strong, .title: Ink(231, .bold)
            case .customer: Ink(222)
            case .agent: Ink(117)
            case .quote, .match: Ink(231, [.bold, .underline])
            case .warm: Ink(220, .bold)
            case .cold: Ink(117, .bold)
            case .urgent, .safety: Ink(226, [.bold, .underline])
            case .selected: Ink(16, .bold, on: 231)
            case .key, .focus: Ink(228, .bold)
            case .note: Ink(189)
            default: heat(role.heat ?? 0, ramp: strongRamp, ground: .dark, attributes: .bold)
            }
        },
        few: { role in
            switch role {
            case .selected: Ink(0, on: 15)
            case .customer, .warm, .urgent, .safety, .agent, .cold: inked(calmInk16(role), 15)
            default: Ink(15, calmInk16(role).attributes)
            }
        })

    /// Black on white and bold, for a projector: those wash dark themes out and lose thin lines.
    public static let projector = Theme(
        "projector", "Black on white, bold, with heavy lines: for a projector.", ground: .light, paper: 231,
        paper16: 15, hasHeavyLines: true,
        many: { role in
            switch role {
            case .text, .strong, .title, .border, .coach, .customer, .bar: Ink(16, .bold)
            case .muted, .disabled, .track, .note: Ink(238, .bold)
            case .agent, .key: Ink(18, .bold)
            case .quote, .match: Ink(16, [.bold, .underline])
            case .warm: Ink(94, .bold)
            case .cold: Ink(19, .bold)
            case .urgent, .safety, .focus: Ink(88, .bold)
            case .selected: Ink(231, .bold, on: 16)
            default: heat(role.heat ?? 0, ramp: ramp, ground: .light, attributes: .bold)
            }
        },
        few: { role in
            switch role {
            case .selected: return Ink(15, .bold, on: 0)
            default:
                var ink = onPaper(calmLightInk16(role))
                ink.attributes.insert(.bold)
                return ink
            }
        })

    /// No colour at all, for `NO_COLOR`, for terminals without it, and for those who prefer it.
    public static let monochrome = Theme(
        "monochrome", "No colour: bold, underlined, reversed.", many: monochromeInk, few: monochromeInk)

    private static func monochromeInk(_ role: Role) -> Ink {
        switch role {
        case .text, .customer, .agent, .border, .coach, .note, .bar, .track: Ink()
        case .muted, .disabled: Ink(nil, .dim)
        case .strong, .title, .warm, .cold, .key, .focus: Ink(nil, .bold)
        case .quote, .urgent, .safety, .match: Ink(nil, [.bold, .underline])
        case .selected: Ink(nil, .reverse)
        default: heat(role.heat ?? 0)
        }
    }

    /// Of eight colours only black and blue are read on the grey that stands for white.
    private static func onPaper(_ ink: Ink) -> Ink { Ink(ink.colour == 4 ? 4 : 0, ink.attributes) }

    /// The ink, in another colour where it has none of its own.
    private static func inked(_ ink: Ink, _ colour: UInt8) -> Ink {
        var ink = ink
        ink.colour = ink.colour ?? colour
        return ink
    }
}
