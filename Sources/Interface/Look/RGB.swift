import Terminal

/// A colour as screens mix it, and how well one is read on another.
public struct RGB: Hashable, Sendable {
    /// Red, green and blue, 0–255 each.
    public var red: UInt8, green: UInt8, blue: UInt8

    /// A colour from its parts.
    public init(_ red: UInt8, _ green: UInt8, _ blue: UInt8) {
        (self.red, self.green, self.blue) = (red, green, blue)
    }

    /// One of a terminal's 256 colours, as xterm has them. The first sixteen are the user's to change.
    public init(indexed index: UInt8) {
        switch index {
        case 0..<16: self = Self.named[Int(index)]
        case 16..<232:
            let parts = [36, 6, 1].map { (step: UInt8) -> UInt8 in
                let level = (index - 16) / step % 6
                return level == 0 ? 0 : 55 + level * 40
            }
            self.init(parts[0], parts[1], parts[2])
        default:
            let grey = 8 + (index - 232) * 10
            self.init(grey, grey, grey)
        }
    }

    /// Black.
    public static let black = RGB(0, 0, 0)
    /// White.
    public static let white = RGB(255, 255, 255)

    private static let named = [
        RGB(0, 0, 0), RGB(205, 0, 0), RGB(0, 205, 0), RGB(205, 205, 0), RGB(0, 0, 238), RGB(205, 0, 205),
        RGB(0, 205, 205), RGB(229, 229, 229), RGB(127, 127, 127), RGB(255, 0, 0), RGB(0, 255, 0), RGB(255, 255, 0),
        RGB(92, 92, 255), RGB(255, 0, 255), RGB(0, 255, 255), RGB(255, 255, 255),
    ]

    /// Red, green and blue as amounts of light, 0–1 (sRGB's transfer function, IEC 61966-2-1).
    public var light: [Double] {
        [red, green, blue].map { part in
            let value = Double(part) / 255
            return value <= 0.04045 ? value / 12.92 : Self.power((value + 0.055) / 1.055)
        }
    }

    /// How light it is, 0–1: WCAG 2.2, "relative luminance".
    public var luminance: Double {
        let light = light
        return 0.2126 * light[0] + 0.7152 * light[1] + 0.0722 * light[2]
    }

    /// How well one colour is read on the other, 1–21: WCAG 2.2, "contrast ratio". Text wants 4.5.
    public func contrast(with other: RGB) -> Double {
        let (one, two) = (luminance, other.luminance)
        return (max(one, two) + 0.05) / (min(one, two) + 0.05)
    }

    // x to the power of 2.4 for 0 … 1: x² times the fifth root of x², by Newton. Rooms like this one bring no maths library.
    private static func power(_ x: Double) -> Double {
        guard x > 0 else { return 0 }
        let square = x * x
        var root = 1.0
        for _ in 0..<60 { root -= (root * root * root * root * root - square) / (5 * root * root * root * root) }
        return square * root
    }
}
