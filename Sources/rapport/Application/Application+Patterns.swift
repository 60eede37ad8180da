import Interface
import Patterns
import Terminal

// What there is to read.
extension Application {
    /// Opens everything there is to read; at the pattern for a moment, where there is one.
    mutating func openPatterns(for signs: MomentSigns?, at now: Uptime) {
        let shelf = patterns ?? surroundings.library.patterns()
        patterns = shelf
        let pattern = signs.flatMap { shelf.pattern(for: $0) }
        push(PatternsScreen(shelf, at: pattern?.page.id), at: now)
        if let trouble = shelf.troubles.first { compositor.say(trouble, at: now) }
    }
}
