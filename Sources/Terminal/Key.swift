/// A key press with what was held down. Ctrl-C is `Key("c", .control)`; an upper-case letter carries no shift.
public struct Key: Hashable, Sendable {
    /// Which key.
    public enum Code: Hashable, Sendable {
        /// A character as typed; a letter with control is always lower-case.
        case character(Character)
        /// Enter or Return.
        case enter
        /// Tab.
        case tab
        /// Shift-Tab.
        case backTab
        /// Backspace.
        case backspace
        /// Delete (forward).
        case delete
        /// Insert.
        case insert
        /// Escape.
        case escape
        /// Arrow up.
        case up
        /// Arrow down.
        case down
        /// Arrow left.
        case left
        /// Arrow right.
        case right
        /// Home.
        case home
        /// End.
        case end
        /// Page up.
        case pageUp
        /// Page down.
        case pageDown
        /// F1 and so on, by number.
        case function(Int)
    }

    /// What was held down.
    public struct Modifiers: OptionSet, Hashable, Sendable {
        /// One bit a modifier.
        public let rawValue: UInt8

        /// A set from its bits.
        public init(rawValue: UInt8) { self.rawValue = rawValue }

        /// Shift, where the character does not say it already.
        public static let shift = Modifiers(rawValue: 1)
        /// Alt, Option or Meta.
        public static let alt = Modifiers(rawValue: 2)
        /// Control.
        public static let control = Modifiers(rawValue: 4)
    }

    /// Which key.
    public var code: Code
    /// What was held down.
    public var modifiers: Modifiers

    /// A key with what was held down.
    public init(_ code: Code, _ modifiers: Modifiers = []) {
        self.code = code
        self.modifiers = modifiers
    }

    /// A typed character with what was held down.
    public init(_ character: Character, _ modifiers: Modifiers = []) {
        self.init(.character(character), modifiers)
    }

    /// A typed character, unmodified.
    public static func character(_ character: Character) -> Key { Key(.character(character)) }

    /// A letter with Control held: `.control("c")` is Ctrl-C.
    public static func control(_ character: Character) -> Key { Key(.character(character), .control) }

    /// A character with Alt held.
    public static func alt(_ character: Character) -> Key { Key(.character(character), .alt) }

    /// The key without modifiers.
    public static func plain(_ code: Code) -> Key { Key(code) }

    /// The character a text field would insert for this key; `nil` for commands and named keys.
    public var typed: Character? {
        if case .character(let character) = code, modifiers.isDisjoint(with: [.alt, .control]) { return character }
        return nil
    }
}
