import Interface
import Terminal

/// A program of screens: what the full-screen loop and plain mode run alike.
///
/// It performs what the screens want of the world. How they reach a person, drawn or told, is none of its business.
protocol ScreenProgram: TerminalApplication {
    /// The screens.
    var compositor: Compositor { get set }
    /// Does what the screens want.
    mutating func perform(_ effects: [Effect], at now: Uptime)
}

extension ScreenProgram {
    var styles: [Style] { compositor.look.theme.styles }

    mutating func receive(_ event: TerminalEvent, at now: Uptime) {
        perform(compositor.receive(event, at: now), at: now)
    }

    mutating func draw(into surface: inout Surface, at now: Uptime) {
        compositor.draw(into: &surface, at: now)
    }
}
