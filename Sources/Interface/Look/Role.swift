import Terminal

/// What a piece of the screen is for; a ``Theme`` says what that looks like.
public enum Role: UInt16, CaseIterable, Sendable {
    case text, muted, strong, title, border, customer, agent, coach, quote, warm, cold, urgent, selected, key
    /// The border or name of what keys go to now.
    case focus
    /// What cannot be chosen; the reason stands beside it.
    case disabled
    /// A person's own note.
    case note
    /// A safety notice: to be read before anything else.
    case safety
    /// Letters that match what is looked for.
    case match
    /// The filled and the empty part of a gauge.
    case bar, track
    /// A cell of a heatmap, from least to most. The digit in it says the same.
    case heat0, heat1, heat2, heat3, heat4, heat5, heat6, heat7, heat8, heat9

    /// Its place in a theme's table.
    var index: StyleIndex { StyleIndex(rawValue: rawValue) }

    /// The role of a heatmap's cell, 0–9; numbers beyond count as the nearest.
    static func heat(_ level: Int) -> Role {
        Role(rawValue: heat0.rawValue + UInt16(min(9, max(0, level)))) ?? .heat0
    }

    /// How hot a heatmap's role is, 0–9; nil for every other role.
    var heat: Int? { rawValue >= Role.heat0.rawValue ? Int(rawValue - Role.heat0.rawValue) : nil }
}
