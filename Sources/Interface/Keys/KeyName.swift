import Terminal

extension Key {
    private static let names: [(Code, String)] = [
        (.up, "↑"), (.down, "↓"), (.left, "←"), (.right, "→"), (.enter, "Enter"), (.tab, "Tab"),
        (.backTab, "Shift-Tab"), (.backspace, "Backspace"), (.delete, "Delete"), (.insert, "Insert"), (.escape, "Esc"),
        (.home, "Home"), (.end, "End"), (.pageUp, "PgUp"), (.pageDown, "PgDn"), (.character(" "), "Space"),
    ]

    private static let otherNames: [(Code, String)] = [
        (.up, "up"), (.down, "down"), (.left, "left"), (.right, "right"), (.enter, "return"), (.escape, "escape"),
        (.pageUp, "pageup"), (.pageDown, "pagedown"), (.delete, "del"), (.insert, "ins"), (.backspace, "bs"),
    ]

    /// How people write it: `Ctrl-R`, `Alt-x`, `PgUp`, `Space`, `F5`, `↑`.
    public var name: String {
        var prefix = ""
        if modifiers.contains(.control) { prefix += "Ctrl-" }
        if modifiers.contains(.alt) { prefix += "Alt-" }
        if modifiers.contains(.shift) { prefix += "Shift-" }
        if let named = Self.names.first(where: { $0.0 == code }) { return prefix + named.1 }
        switch code {
        case .function(let number): return prefix + "F\(number)"
        case .character(let character):
            return prefix + (modifiers.contains(.control) ? character.uppercased() : String(character))
        default: return prefix
        }
    }

    /// A key from how people write it; nil for what is no key. `Ctrl-R`, `C-r` and `^R` are one.
    public init?(name: String) {
        var rest = Substring(name)
        var modifiers: Modifiers = []
        if rest.count == 2, rest.first == "^" {
            modifiers = .control
            rest = rest.dropFirst()
        }
        let prefixes: [(String, Modifiers)] = [
            ("ctrl-", .control), ("c-", .control), ("alt-", .alt), ("m-", .alt), ("a-", .alt), ("shift-", .shift),
            ("s-", .shift),
        ]
        while let (prefix, modifier) = prefixes.first(where: { rest.lowercased().hasPrefix($0.0) }),
            rest.count > prefix.count
        {
            modifiers.insert(modifier)
            rest = rest.dropFirst(prefix.count)
        }
        let lower = rest.lowercased()
        if lower == "tab", modifiers.contains(.shift) {
            self.init(.backTab, modifiers.subtracting(.shift))
            return
        }
        if let named = (Self.names + Self.otherNames).first(where: { $0.1.lowercased() == lower }) {
            self.init(named.0, modifiers)
            return
        }
        if lower.first == "f", let number = Int(lower.dropFirst()), (1...24).contains(number) {
            self.init(.function(number), modifiers)
            return
        }
        guard rest.count == 1, let character = rest.first, !character.isWhitespace, !character.isNewline else {
            return nil
        }
        if modifiers.contains(.control) {
            guard let letter = character.lowercased().first, letter.isASCII else { return nil }
            self.init(.character(letter), modifiers)
        } else if modifiers == .shift, let letter = character.uppercased().first {
            self.init(.character(letter))
        } else {
            self.init(.character(character), modifiers)
        }
    }
}
