internal import CNcurses

/// ncurses numbers every pair of colours that is used; this makes the numbers on demand and keeps them.
struct ColourPairs {
    private struct Pair: Hashable {
        var foreground: Int32
        var background: Int32
    }

    /// How many colours the terminal has; 0 for none.
    let colours: Int32
    private let most: Int32
    private var known: [Pair: Int32] = [:]

    /// Call once a screen, after `newterm`.
    init() {
        if has_colors(), start_color() != ERR, use_default_colors() != ERR {
            colours = nc_colours()
            most = nc_colour_pairs()
        } else {
            (colours, most) = (0, 0)
        }
    }

    /// What ncurses is to be told for a style: attributes and the number of a pair, 0 for the user's own colours.
    mutating func look(_ style: Style) -> (attributes: attr_t, pair: Int32) {
        var attributes: attr_t = 0
        if style.attributes.contains(.bold) { attributes |= nc_bold() }
        if style.attributes.contains(.dim) { attributes |= nc_dim() }
        if style.attributes.contains(.italic) { attributes |= nc_italic() }
        if style.attributes.contains(.underline) { attributes |= nc_underline() }
        if style.attributes.contains(.reverse) { attributes |= nc_reverse() }
        let pair = Pair(
            foreground: Self.number(style.foreground, of: colours),
            background: Self.number(style.background, of: colours))
        return (attributes, number(pair))
    }

    private mutating func number(_ pair: Pair) -> Int32 {
        if pair.foreground < 0, pair.background < 0 { return 0 }
        if let number = known[pair] { return number }
        let number = Int32(known.count + 1)
        guard number < most, nc_init_pair(number, pair.foreground, pair.background) != ERR else { return 0 }
        known[pair] = number
        return number
    }

    /// The nearest colour a terminal of so many colours has; -1 for the user's own.
    static func number(_ colour: Color, of colours: Int32) -> Int32 {
        guard case .indexed(let index) = colour, colours >= 8 else { return -1 }
        let wanted = Int32(index)
        if wanted < colours { return wanted }
        if wanted < 16 { return wanted - 8 }
        // The cube's levels and the greys, as xterm sets them; then one bit a primary.
        let primaries: [Int32]
        if wanted >= 232 {
            primaries = Array(repeating: 8 + (wanted - 232) * 10, count: 3)
        } else {
            primaries = [36, 6, 1].map { (wanted - 16) / $0 % 6 }.map { $0 == 0 ? 0 : 55 + $0 * 40 }
        }
        let strongest = primaries.max() ?? 0
        if strongest < 80 { return 0 }
        // Against its own strongest primary, so that a dark orange is still no grey.
        return zip(primaries, [1, 2, 4] as [Int32]).reduce(0) { $1.0 * 3 >= strongest * 2 ? $0 | $1.1 : $0 }
    }
}
