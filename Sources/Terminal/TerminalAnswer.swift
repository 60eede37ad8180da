/// What a terminal answered to a question that was asked with the first frame. Nobody waits for it; it may never come.
public enum TerminalAnswer: Hashable, Sendable {
    /// How a private mode stands, such as 2026.
    case mode(number: Int, state: ModeState)
    /// What it is and can do, as numbers (primary device attributes). Comes last of all answers.
    case attributes([Int])
    /// The colour of plain text.
    case foreground(ScreenColour)
    /// The colour behind plain text.
    case background(ScreenColour)
    /// The terminal has kitty's keyboard protocol; what of it is on.
    case keyboard(flags: Int)
    /// Its name and version in its own words, sanitised.
    case name(String)

    /// How a mode stands, as DECRPM numbers it.
    public enum ModeState: Int, Hashable, Sendable {
        /// The terminal does not know the mode.
        case unknown
        /// On, and may be changed.
        case on
        /// Off, and may be changed.
        case off
        /// On for good.
        case alwaysOn
        /// Off for good.
        case alwaysOff
    }
}

/// A colour as a screen shows it.
public struct ScreenColour: Hashable, Sendable {
    /// The share of red, 0…65,535.
    public var red: UInt16
    /// The share of green, 0…65,535.
    public var green: UInt16
    /// The share of blue, 0…65,535.
    public var blue: UInt16

    /// A colour from its shares, 0…65,535 each.
    public init(red: UInt16, green: UInt16, blue: UInt16) {
        (self.red, self.green, self.blue) = (red, green, blue)
    }

    /// From `rgb:RRRR/GGGG/BBBB` (one to four digits each, also with a fourth share for opacity) or `#RRGGBB`, as X names
    /// colours; `nil` for anything else.
    init?(name: String) {
        let bytes = Array(name.utf8)
        var shares: [UInt16?] = []
        if bytes.first == UInt8(ascii: "#"), bytes.count % 3 == 1, (4...13).contains(bytes.count) {
            let length = bytes.count / 3
            shares = stride(from: 1, to: bytes.count, by: length).map { Self.share(bytes[$0..<($0 + length)]) }
        } else if let colon = bytes.firstIndex(of: UInt8(ascii: ":")), name.hasPrefix("rgb:") || name.hasPrefix("rgba:")
        {
            shares = bytes[(colon + 1)...].split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
                .map(Self.share)
        }
        guard shares.count == 3 || shares.count == 4, let red = shares[0], let green = shares[1], let blue = shares[2]
        else { return nil }
        self.init(red: red, green: green, blue: blue)
    }

    private static func share(_ digits: ArraySlice<UInt8>) -> UInt16? {
        guard (1...4).contains(digits.count), digits.first != UInt8(ascii: "+"),
            let value = UInt32(String(decoding: digits, as: UTF8.self), radix: 16)
        else { return nil }
        let most = UInt32(1) << (4 * UInt32(digits.count)) - 1
        return UInt16(value * 65_535 / most)
    }

    /// How light it is, 0 (black) … 1 (white): relative luminance after WCAG 2.2.
    public var luminance: Double {
        0.2126 * Self.linear(red) + 0.7152 * Self.linear(green) + 0.0722 * Self.linear(blue)
    }

    /// True when light text reads better on it than dark text.
    public var isDark: Bool { luminance < 0.179 }

    // The 2.4th power by repeated square roots: x^2.4 = x² · x^0.4, x^0.4 ≈ x^(1/4 + 1/8 + 1/64 + 1/128 + 1/1024 …).
    private static func linear(_ share: UInt16) -> Double {
        let value = Double(share) / 65_535
        if value <= 0.040_45 { return value / 12.92 }
        let base = (value + 0.055) / 1.055
        var power = base * base
        var root = base
        // 0.4 in binary: 0.0110 0110 0110 …
        for place in 1...20 {
            root = root.squareRoot()
            if place % 4 == 2 || place % 4 == 3 { power *= root }
        }
        return power
    }
}
