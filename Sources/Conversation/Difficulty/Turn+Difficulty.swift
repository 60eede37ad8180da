import Yarn

// What makes a session more demanding, or less: curveballs, and the level that moves by what was shown.
extension Turn {
    /// The level that the author had in mind.
    var ownDifficulty: Int { scenario.heading.difficulty.level }

    // MARK: Curveballs

    /// Decides what strikes here; each curveball strikes once a session at most.
    mutating func strike(among named: [String]) {
        // Nothing strikes in the middle of a curveball.
        guard scenario.details(of: here.node).curveball == nil else { return }
        let scenario = scenario
        let struck = Set(session.curveballs.map(\.node))
        let possible = (named.isEmpty ? scenario.curveballs : named).filter {
            scenario.details(of: $0).curveball != nil && !struck.contains($0)
        }
        let label = { (node: String) in scenario.details(of: node).curveball ?? node }
        let node: String?
        var cause = CurveballStruck.Cause.chance
        switch curveballs {
        case .none: node = nil
        case .named(let wanted):
            node = possible.first { wanted.contains($0) || wanted.contains(label($0)) }
            cause = .facilitator
        case .chance: node = draw(possible)
        }
        guard let node else { return }
        striking = node
        emit(.curveballStruck(CurveballStruck(node: node, label: label(node), cause: cause, after: after)))
    }

    /// The draw of a place: the same for the same seed, place and level, however often somebody goes back.
    private func draw(_ possible: [String]) -> String? {
        guard !possible.isEmpty else { return nil }
        // FNV-1a over the place, so that two places of one session do not draw alike.
        var mixed = (session.began?.seed ?? 0) ^ 0xcbf2_9ce4_8422_2325
        for byte in here.node.utf8 { mixed = (mixed ^ UInt64(byte)) &* 0x100_0000_01b3 }
        for byte in possible.joined(separator: " ").utf8 { mixed = (mixed ^ UInt64(byte)) &* 0x100_0000_01b3 }
        var chance = WalkChance(state: mixed)
        guard UInt64(chance.next(below: 100)) < CurveballSource.percent(at: session.difficulty) else { return nil }
        return possible[chance.next(below: possible.count)]
    }

    // MARK: The level

    /// Moves the level where what was shown since it last moved asks for it.
    mutating func adapt() {
        guard session.began?.adapts == true || session.isDifficultyLeftToSession, !session.isDifficultyKept,
            let finding = DifficultyRule.finding(in: session)
        else { return }
        change(to: session.difficulty + finding.step, finding.cause, finding.count)
    }

    /// Begins at another level than the scenario's own.
    mutating func begin(at start: DifficultyStart) {
        guard start.level != session.difficulty else { return }
        change(to: start.level, .earlier, start.count)
    }

    /// The learner's own choice; nil leaves it to the session again.
    mutating func choose(difficulty level: Int?) {
        change(to: min(3, max(1, level ?? session.difficulty)), .chosen, level == nil ? 0 : 1)
    }

    private mutating func change(to level: Int, _ cause: DifficultyChanged.Cause, _ count: Int) {
        var change = DifficultyChanged(from: session.difficulty, to: level, cause: cause, count: count, words: "")
        change.words = DifficultyRule.words(change, in: session, own: ownDifficulty)
        emit(.difficultyChanged(change))
    }

    /// Detours for those who want more are not on offer when it is to be simpler than the scenario is, as long as
    /// something else can be said.
    func withholdingDetours(_ options: [Option]) -> [Option] {
        guard session.difficulty < ownDifficulty,
            options.contains(where: { $0.isAvailable && !$0.isDetour && $0.role == .say })
        else { return options }
        return options.map { option in
            var option = option
            if option.isDetour { option.isAvailable = false }
            return option
        }
    }
}
