/// How everything looks and moves.
public struct Look: Sendable {
    /// Whether anything moves that need not.
    public enum Motion: String, CaseIterable, Sendable {
        /// Words come at the pace they are said; indicators move.
        case full
        /// Lines come whole; nothing moves but clocks.
        case reduced
    }

    /// What each role looks like.
    public var theme: Theme
    /// The signs that are drawn.
    public var glyphs: Glyphs
    /// Whether anything moves that need not.
    public var motion: Motion
    /// The ground of the terminal, for themes that leave it as it is.
    public var ground = Theme.Ground.dark

    /// A look from a theme and signs.
    public init(theme: Theme, glyphs: Glyphs, motion: Motion = .full) {
        self.theme = theme
        self.glyphs = glyphs
        self.motion = motion
    }

    /// Changes to another theme, and to the lines that go with it.
    public mutating func change(to theme: Theme) {
        self.theme = theme
        if glyphs.lines != .ascii { glyphs = theme.glyphs(isUTF8: true) }
    }
}
