import Interface
import Terminal

/// A program of screens: what the full-screen loop and plain mode run alike.
///
/// It performs what the screens want of the world. How they reach a person, drawn or told, is none of its business.
protocol ScreenProgram: TerminalApplication {
    /// The screens.
    var compositor: Compositor { get set }
    /// What somebody wishes for how it looks and behaves.
    var preferences: Preferences { get }
    /// Does what the screens want.
    mutating func perform(_ effects: [Effect], at now: Uptime)
}

extension ScreenProgram {
    func styles(colours: Int) -> [Style] { compositor.worn.theme.styles(colours: colours) }

    mutating func receive(_ event: TerminalEvent, at now: Uptime) {
        settle(event)
        perform(compositor.receive(event, at: now), at: now)
    }

    /// A terminal that tells its background gets the theme for it.
    mutating func settle(_ event: TerminalEvent) {
        if case .answered(.background(let colour)) = event { preferences.settle(&compositor, on: colour) }
    }

    mutating func draw(into surface: inout Surface, at now: Uptime) {
        surface.modes.mouse = preferences.settings.isOn(.mouse) ? .buttons : .off
        compositor.draw(into: &surface, at: now)
    }
}
