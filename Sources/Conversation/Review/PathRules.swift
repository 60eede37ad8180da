import Yarn

/// What a walk over every path shows: places nobody comes to, and places from where it does not go on.
struct PathRules {
    let walk: PathWalk
    let heading: ScenarioHeading
    private var program: WalkProgram { walk.program }

    init(walk: PathWalk, heading: ScenarioHeading) {
        self.walk = walk
        self.heading = heading
    }

    func diagnostics() -> [Diagnostic] {
        program.sites.indices.compactMap(missed) + lostEndings() + troubles() + promises() + publicRules()
    }

    // MARK: Out of reach

    private func isReached(_ index: Int) -> Bool {
        let site = program.sites[index]
        if case .option(let group, let option) = site.kind { return walk.reachable.chosen[group][option] }
        return walk.reachable.reached[site.step]
    }

    /// A place that no path comes to, unless one around it or before it says so already.
    private func missed(_ index: Int) -> Diagnostic? {
        let site = program.sites[index]
        guard !isReached(index), site.parent.map(isReached) ?? true, site.previous.map(isReached) ?? true else {
            return nil
        }
        switch site.kind {
        case .node(let slot):
            let node = program.nodes[slot]
            if let ending = node.ending, !walk.reachable.endings.contains(ending) {
                return ScenarioRule.lostEnding.diagnostic(
                    "Nobody can reach the ending `\(program.endings[ending])`.", at: site.span,
                    hint: "A `<<jump \(node.title)>>` that some path comes to leads there.")
            }
            let isMember = program.nodes.contains { $0.isHub && $0.title == node.title }
            return ScenarioRule.lostNode.diagnostic(
                isMember
                    ? "This member of the group `\(node.title)` is never chosen."
                    : "Nobody comes to the node `\(node.title)`.", at: site.span,
                hint: node.isCurveball
                    ? "A `<<curveball>>` that some path comes to lets it strike."
                    : isMember
                        ? "Of the members that may run, the first is chosen."
                        : "A `<<jump \(node.title)>>` that some path comes to leads there.")
        case .statement:
            return ScenarioRule.neverReached.diagnostic(
                "No path comes to this: the story has gone elsewhere before.", at: site.span,
                hint: "Remove it, or move it in front of the jump.")
        case .branch:
            return ScenarioRule.neverReached.diagnostic(
                "On no path does this condition hold.", at: site.span,
                hint: "Compare it with what the paths to this place can bring.")
        case .otherwise:
            return ScenarioRule.neverReached.diagnostic(
                "No path comes to this: on each one a condition above holds.", at: site.span)
        case .item, .conditionalLine:
            return ScenarioRule.neverReached.diagnostic(
                "This line is never said: on no path does its condition hold.", at: site.span,
                hint: "Compare it with what the paths to this place can bring.")
        case .option(let group, let option):
            let isSilent = program.groups[group].choices[option].tags.role == .timeout
            let hasClock = walk.reachable.offeredWithClock[group]
            return ScenarioRule.neverChosen.diagnostic(
                isSilent && !hasClock
                    ? "This option is never taken: no clock runs here."
                    : "This option can never be chosen: on no path does its condition hold.", at: site.span,
                hint: isSilent && !hasClock ? "Set one with `<<reply_within 60>>` above the options." : nil)
        }
    }

    /// Endings whose node some path enters, and with which no conversation ends.
    private func lostEndings() -> [Diagnostic] {
        program.nodes.indices.compactMap { slot in
            let node = program.nodes[slot]
            guard let ending = node.ending, !walk.reachable.endings.contains(ending),
                walk.reachable.reached[node.entry]
            else { return nil }
            return ScenarioRule.lostEnding.diagnostic(
                "No conversation ends with `\(program.endings[ending])`: the story goes on from here.", at: node.span,
                hint: "An ending's node runs to its own end, or to `<<stop>>`.")
        }
    }

    // MARK: Troubles

    private func troubles() -> [Diagnostic] {
        var circles: Set<Set<String>> = []
        var found: [Diagnostic] = []
        for trouble in walk.seen.troubles {
            if case .loop(let nodes) = trouble.kind, !circles.insert(Set(nodes)).inserted { continue }
            found.append(diagnostic(trouble))
        }
        let stuck = Set(walk.seen.troubles.filter { $0.kind == .nothingToDo }.map { program.owners[$0.step] })
        let lost = walk.lostNodes.subtracting(stuck).sorted()
        if let first = lost.first {
            let names = lost.map { "`\(program.nodes[$0].title)`" }
            found.append(
                ScenarioRule.noWayOut.diagnostic(
                    "From here the story comes to no ending.", at: program.nodes[first].span,
                    hint: names.count > 1
                        ? "It goes round in \(names.joined(separator: ", ")). Let one way lead out."
                        : "Let one way lead out."))
        }
        return found
    }

    private func diagnostic(_ trouble: WalkFindings.Trouble) -> Diagnostic {
        let node = program.nodes[program.owners[trouble.step]]
        switch trouble.kind {
        case .deadEnd:
            if case .offer = program.steps[trouble.step] {
                return ScenarioRule.deadEnd.diagnostic(
                    "Where none of these options is available, the conversation is over without an ending.",
                    at: groupSpan(at: trouble.step),
                    hint: "Leave one option without a condition, or go on behind them.")
            }
            let option = program.groups.flatMap(\.choices).first { $0.target == trouble.step }
            if let option {
                return ScenarioRule.deadEnd.diagnostic(
                    "After this option the conversation is over, and no ending was reached.", at: option.line.textSpan,
                    expected: "a `<<jump …>>` at the end of its body")
            }
            let isExplicit = if case .leave = program.steps[trouble.step] { false } else { true }
            let span = program.spans[trouble.step]
            return ScenarioRule.deadEnd.diagnostic(
                "The conversation can be over in `\(node.title)` without an ending.",
                at: isExplicit || span.start != span.end ? span : node.span,
                expected: "`ending:` in the headers, or a `<<jump …>>` at the end of each way through it")
        case .nothingToDo:
            return ScenarioRule.nothingToDo.diagnostic(
                "A moment can open here in which nothing can be done.",
                at: groupSpan(at: trouble.step),
                hint: "Leave one option without a condition.")
        case .loop(let nodes):
            let names = nodes.map { "`\($0)`" }.joined(separator: ", ")
            return ScenarioRule.loop.diagnostic(
                "The story runs in a circle here and never comes to a moment.", at: program.spans[trouble.step],
                hint: "It goes through \(names). A circle needs options in it, or a way out.")
        case .fault(let message):
            return ScenarioRule.fault.diagnostic(message, at: program.spans[trouble.step])
        case .clockWithoutTimeout(let step):
            return ScenarioRule.clock.diagnostic(
                "This clock has nothing to do when it runs out.", at: program.spans[step],
                expected: "an option tagged #timeout in `\(node.title)`, where it runs",
                hint: "Add `-> … #timeout` with what the customer does then.")
        }
    }

    private func groupSpan(at step: Int) -> SourceSpan {
        guard case .offer(let group) = program.steps[step], let first = program.groups[group].choices.first else {
            return program.spans[step]
        }
        return first.line.textSpan
    }

    // MARK: Promises

    private func promises() -> [Diagnostic] {
        var found: [Diagnostic] = []
        let session = max(10, heading.minutes) * 60_000
        let asked = askedPromises()
        for (index, id) in program.promises.enumerated() {
            let made = program.steps.indices.filter { step in
                if case .command(.promise(id, _)) = program.steps[step] { true } else { false }
            }
            guard let nearest = walk.reachable.nearest[index], let first = made.first else { continue }
            if !asked.contains(index) {
                found.append(
                    ScenarioRule.neverAsked.diagnostic(
                        "The promise `\(id)` is made, and the story never comes back to it.", at: program.spans[first],
                        expected:
                            "`<<keep \(id)>>` where it is kept, or a condition with kept(\"\(id)\") or missed(\"\(id)\")"
                    ))
            } else if nearest > session, asks(index) || !isSettled(id) {
                found.append(
                    ScenarioRule.neverDue.diagnostic(
                        "The promise `\(id)` never falls due: on every path the story is over before.",
                        at: program.spans[first],
                        hint: "Give it less time, or let story time pass with `<<later 15m>>`."))
            }
        }
        for step in program.steps.indices where walk.reachable.reached[step] && !walk.reachable.settling.contains(step)
        {
            guard case .command(let command) = program.steps[step] else { continue }
            switch command {
            case .keep(let id), .renegotiate(let id, _):
                guard !walk.mode.isSampled else { continue }
                found.append(
                    ScenarioRule.notPromised.diagnostic(
                        "The promise `\(id)` is not open here on any path.", at: program.spans[step],
                        hint: "It is made later, on other paths, or has been kept or missed before."))
            default: continue
            }
        }
        return found
    }

    /// Whether some condition asks if a promise was missed.
    private func asks(_ promise: Int) -> Bool {
        var asks = false
        for expression in program.conditions {
            expression.walk { if case .missed(promise) = $0 { asks = true } }
        }
        return asks
    }

    /// Whether some path keeps a promise or gives it a new time.
    private func isSettled(_ id: String) -> Bool {
        walk.reachable.settling.contains { step in
            switch program.steps[step] {
            case .command(.keep(id)), .command(.renegotiate(id, _)): true
            default: false
            }
        }
    }

    /// The promises that are kept, moved or asked about.
    private func askedPromises() -> Set<Int> {
        var asked: Set<Int> = []
        for expression in program.conditions {
            expression.walk { part in
                switch part {
                case .kept(let promise), .missed(let promise): asked.insert(promise)
                default: break
                }
            }
        }
        for step in program.steps {
            switch step {
            case .command(.keep(let id)), .command(.renegotiate(let id, _)):
                if let index = program.promises.firstIndex(of: id) { asked.insert(index) }
            default: break
            }
        }
        return asked
    }
}

extension PathWalk.Mode {
    /// Not every path was walked.
    var isSampled: Bool { if case .sampled = self { true } else { false } }
}
