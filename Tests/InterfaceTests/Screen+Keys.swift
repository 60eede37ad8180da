import Terminal

@testable import Interface

extension Screen {
    /// Presses a key on this screen alone, as the compositor hands it over.
    mutating func press(_ key: Key, at now: Uptime, size: Size = Size(columns: 80, rows: 24)) -> [Effect] {
        var compositor = Compositor(look: Look(theme: .calm, glyphs: .unicode))
        _ = compositor.receive(.resized(size), at: now)
        compositor.push(self, at: now)
        let effects = compositor.receive(.key(key), at: now)
        if let screen = compositor.screens.first as? Self { self = screen }
        return effects
    }
}
