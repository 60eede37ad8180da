import Yarn

/// What a scenario holds, counted: for authors who look over a whole library.
public struct ScenarioBalance: Hashable, Sendable {
    /// Moments in which somebody answers, and the replies with a number in each, on average.
    public var moments = 0, repliesPerMoment = 0.0
    /// The endings, by how they are for the customer.
    public var endings: [Outcome: Int] = [:]
    /// How much trust a moment can win, and how much it can cost, on average.
    public var trustWon = 0.0, trustLost = 0.0
    /// The skills it practises, and those its moments can be rehearsed for, with how many of each.
    public var skills: [String] = [], micro: [String: Int] = [:]
    /// What can be guessed without reading.
    public var guesses = Guesses()
}

extension ScenarioReview {
    /// What the scenario holds, counted; nil while an error stands in it.
    public var balance: ScenarioBalance? {
        guard let scenario = loaded.scenario, let walk else { return nil }
        var balance = ScenarioBalance()
        let groups = walk.program.groups
        let moments = groups.map { MomentBalance($0.syntax) }
        balance.moments = groups.count
        let counted = moments.filter { !$0.effects.isEmpty }
        balance.repliesPerMoment = Self.mean(counted.map { Double($0.effects.count) })
        for ending in scenario.endings {
            let outcome = scenario.program.nodes.lazy.map { scenario.details(of: $0.name) }
                .first { $0.ending == ending }?.outcome
            if let outcome { balance.endings[outcome, default: 0] += 1 }
        }
        let trusts = groups.map { group in group.syntax.items.map { LanguageRules.trust(of: $0.body) } }
        balance.trustWon = Self.mean(trusts.compactMap { $0.max() }.map(Double.init))
        balance.trustLost = Self.mean(trusts.compactMap { $0.min() }.map(Double.init))
        balance.skills = scenario.heading.skills
        for node in scenario.program.nodes {
            if let skill = scenario.details(of: node.name).micro { balance.micro[skill, default: 0] += 1 }
        }
        balance.guesses = Guesses(moments)
        return balance
    }

    private static func mean(_ values: [Double]) -> Double {
        values.isEmpty ? 0 : values.reduce(0, +) / Double(values.count)
    }
}
