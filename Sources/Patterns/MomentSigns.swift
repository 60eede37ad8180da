/// What can be seen of a moment without knowing its replies: by it, a pattern is offered, and never an answer.
public struct MomentSigns: Hashable, Sendable {
    /// The skill that the author says the moment is about; nil where nothing is said.
    public var skill: String?
    /// The situations it is in.
    public var situations: Set<Pattern.Situation>

    /// Heat at which how hot it is comes before everything else one could do, 0–100.
    public static let hot = 70

    /// Signs from their parts.
    public init(skill: String?, situations: Set<Pattern.Situation>) {
        self.skill = skill
        self.situations = situations
    }
}

extension PatternShelf {
    /// The pattern for a moment: one for the skill it is about, else for its situation, the most pressing first, else one
    /// that fits everywhere. Of several, the first by short name.
    public func pattern(for signs: MomentSigns) -> Pattern? {
        let patterns = patterns.sorted { $0.slug < $1.slug }
        if let skill = signs.skill {
            // The first skill of a pattern is what it is mainly about.
            if let main = patterns.first(where: { $0.skills.first == skill }) { return main }
            if let other = patterns.first(where: { $0.skills.contains(skill) }) { return other }
        }
        for situation in Pattern.Situation.allCases where signs.situations.contains(situation) || situation == .any {
            if let found = patterns.first(where: { $0.fits.contains(situation) }) { return found }
        }
        return nil
    }
}
