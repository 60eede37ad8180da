import Terminal

/// What decides how everything looks, strongest first: the flag, the settings file, `NO_COLOR`, the terminal's background.
public struct ThemeChoice: Equatable, Sendable {
    /// The theme of `--theme`, as it was typed.
    public var flag: String?
    /// The theme of the settings file, as it stands there.
    public var file: String?
    /// The environment: `NO_COLOR` (no-color.org) and `COLORFGBG` are read.
    public var environment: [String: String]
    /// The background that the terminal has told (OSC 11); nil while it has not.
    public var background: RGB?

    /// What is known.
    public init(
        flag: String? = nil, file: String? = nil, environment: [String: String] = [:], background: RGB? = nil
    ) {
        (self.flag, self.file, self.environment, self.background) = (flag, file, environment, background)
    }

    /// The theme to begin with, and to change to when the terminal has told its background.
    /// - Throws: ``UnknownTheme`` when a name is none; nothing is taken in its place.
    public func theme() throws(UnknownTheme) -> Theme {
        for name in [flag, file] {
            guard let name, Theme.key(name) != "auto" else { continue }
            guard let theme = Theme.named(name, on: ground) else { throw UnknownTheme(name: name) }
            return theme
        }
        let wantsColour = (environment["NO_COLOR"] ?? "").isEmpty
        return wantsColour ? .calm(on: ground) : .monochrome
    }

    /// Whether the background is dark or light: as the terminal says, as `COLORFGBG` says, else dark.
    public var ground: Theme.Ground {
        // Halfway as people see it: black and white are read equally well on it.
        if let background { return background.luminance > 0.179 ? .light : .dark }
        // Some terminals leave `foreground;background` there, as numbers of the sixteen.
        if let last = environment["COLORFGBG"]?.split(separator: ";").last, let index = UInt8(last), index < 16 {
            return index == 7 || index == 15 ? .light : .dark
        }
        return .dark
    }
}

/// Somebody asked for a theme that there is not.
public struct UnknownTheme: Error, Equatable, CustomStringConvertible {
    /// What was asked for.
    public var name: String

    /// What is wrong, and what there is.
    public var description: String {
        let names = Theme.all.map(\.name)
        return "There is no theme “\(DisplayText.sanitised(name))”. There are auto, "
            + names.dropLast().joined(separator: ", ") + " and \(names.last ?? "")."
    }
}

extension Theme {
    /// Every theme, the default first. Calm stands for both of its grounds.
    public static let all: [Theme] = [.calm, .dark, .light, .contrast, .projector, .monochrome]

    /// A theme by its name, whatever its case; calm for the ground that the terminal has.
    public static func named(_ name: String, on ground: Ground = .dark) -> Theme? {
        let key = key(name)
        if key == "calm" { return .calm(on: ground) }
        return all.first { $0.name == key }
    }

    /// How names are compared; a few other names mean the same.
    static func key(_ name: String) -> String {
        let key = name.lowercased().filter { $0.isLetter || $0.isNumber }
        return ["highcontrast": "contrast", "mono": "monochrome", "paper": "projector", "none": "monochrome"][key]
            ?? key
    }
}
