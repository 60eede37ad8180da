import Terminal

extension Theme {
    /// Ten backgrounds from dark to light, from blue over grey to yellow: each lighter than the one before, and apart from
    /// it to people who see fewer colours.
    static let ramp: [UInt8] = [17, 19, 24, 241, 243, 246, 179, 214, 221, 228]
    /// The same where a digit must stand out at 7 to 1.
    static let strongRamp: [UInt8] = [16, 17, 19, 238, 240, 247, 179, 214, 221, 228]

    /// A heatmap's cell: the digit black or white, whichever is read better. More is further from the ground's colour.
    static func heat(_ level: Int, ramp: [UInt8], ground: Ground, attributes: Attributes = []) -> Ink {
        let place = ground == .dark ? level : ramp.count - 1 - level
        let behind = ramp[min(max(0, place), ramp.count - 1)]
        let isLight = RGB(indexed: behind).contrast(with: .black) >= RGB(indexed: behind).contrast(with: .white)
        return Ink(isLight ? 16 : 231, attributes, on: behind)
    }

    /// Where there are too few colours for ten steps: three, by weight. The digit says the rest.
    static func heat(_ level: Int, ink: UInt8? = nil) -> Ink {
        Ink(ink, level < 4 ? [] : level < 7 ? .bold : .reverse)
    }
}
