import Terminal

@testable import Interface

/// What lies on the terminal in a state that is worth a look.
struct Scene: Sendable, CustomStringConvertible {
    let description: String
    let compositor: Compositor
    let now: Uptime

    /// A screen alone.
    init(description: String, screen: any Screen, now: Uptime) {
        var compositor = Compositor(look: Look(theme: .calm, glyphs: .unicode))
        _ = compositor.receive(.resized(Size(columns: 80, rows: 24)), at: now)
        compositor.push(screen, at: now)
        self.init(description: description, compositor: compositor, now: now)
    }

    /// Screens, layers and a short word.
    init(description: String, compositor: Compositor, now: Uptime) {
        (self.description, self.compositor, self.now) = (description, compositor, now)
    }

    /// The front screen.
    var screen: any Screen { compositor.front ?? ReadingScreen(title: "Nothing", preformatted: "") }

    func picture(columns: Int, rows: Int, theme: Theme = .calm, glyphs: Glyphs = .unicode) -> Picture {
        var compositor = compositor
        compositor.look.theme = theme
        _ = compositor.receive(.resized(Size(columns: columns, rows: rows)), at: now)
        return Picture(compositor, columns: columns, rows: rows, glyphs: glyphs, at: now)
    }
}
