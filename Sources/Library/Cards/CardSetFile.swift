import Room
import Yams
import Yarn

/// `cards/<slug>.yaml`, read. Docs/Cards.md says what stands in it.
struct CardSetFile {
    private var walk: YAMLWalk

    static func read(_ source: SourceFile, slug: String) -> FileReading<RoleCardSet> {
        var file = CardSetFile(walk: YAMLWalk(source, code: "cards"))
        let set = file.set(slug)
        return FileReading(
            source: source, slug: slug, value: file.walk.isBroken ? nil : set, findings: file.walk.findings)
    }

    private mutating func set(_ slug: String) -> RoleCardSet? {
        let names = [
            "title", "scenario", "summary", "minutes", "stop", "agent", "customer", "observer", "envelopes",
        ]
        guard let top = walk.top(knows: names) else { return nil }
        let scenario = walk.slug("scenario", in: top)
        let title = walk.words("title", in: top, limit: CardLimits.title)
        let summary = walk.words("summary", in: top, limit: CardLimits.twoRows)
        let minutes = walk.whole("minutes", in: top, CardLimits.minutes)
        let stop = walk.words("stop", in: top, limit: CardLimits.name)
        guard let agent = agent(top), let customer = customer(top) else { return nil }
        return RoleCardSet(
            slug: slug, scenario: scenario, title: title, summary: summary, minutes: minutes, stopWord: stop,
            agent: agent, customer: customer, observer: observer(top), envelopes: envelopes(top))
    }

    private mutating func agent(_ top: YAMLPart) -> AgentCard? {
        guard let part = walk.part("agent", in: top, knows: ["goal", "knows", "may", "may_not"]) else { return nil }
        return AgentCard(
            goal: walk.words("goal", in: part, limit: CardLimits.twoRows),
            knows: walk.list("knows", in: part, count: CardLimits.knows, limit: CardLimits.twoRows),
            mayDo: walk.list("may", in: part, count: CardLimits.mayDo, limit: CardLimits.row),
            mayNot: walk.list("may_not", in: part, count: CardLimits.mayNot, limit: CardLimits.row))
    }

    private mutating func customer(_ top: YAMLPart) -> CustomerCard? {
        let names = ["name", "persona", "public", "private", "goal", "begins", "worse", "better", "must_not", "lines"]
        guard let part = walk.part("customer", in: top, knows: names) else { return nil }
        return CustomerCard(
            name: walk.words("name", in: part, limit: CardLimits.name),
            persona: walk.words("persona", in: part, limit: CardLimits.twoRows),
            publicFacts: walk.list("public", in: part, count: CardLimits.publicFacts, limit: CardLimits.twoRows),
            privateFacts: walk.list("private", in: part, count: CardLimits.privateFacts, limit: CardLimits.twoRows),
            goal: walk.words("goal", in: part, limit: CardLimits.twoRows),
            arc: CustomerCard.Arc(
                startsAs: walk.words("begins", in: part, limit: CardLimits.row), raises: turns("worse", in: part),
                calms: turns("better", in: part)),
            mustNot: walk.list("must_not", in: part, count: CardLimits.mustNot, limit: CardLimits.row),
            lines: walk.list("lines", in: part, count: CardLimits.lines, limit: CardLimits.row))
    }

    private mutating func turns(_ key: String, in part: YAMLPart) -> [CustomerCard.Arc.Turn] {
        var turns: [CustomerCard.Arc.Turn] = []
        for node in walk.nodes(key, in: part, count: CardLimits.turns) {
            guard let turn = walk.part(node, called: "A turn", knows: ["when", "becomes"]) else { continue }
            turns.append(
                CustomerCard.Arc.Turn(
                    when: walk.words("when", in: turn, limit: CardLimits.when),
                    becomes: walk.words("becomes", in: turn, limit: CardLimits.becomes)))
        }
        return turns
    }

    private mutating func observer(_ top: YAMLPart) -> ObserverCard {
        var behaviours: [Behaviour] = []
        for node in walk.nodes("observer", in: top, count: CardLimits.behaviours) {
            let names = ["key", "name", "looks_like", "example"]
            guard let part = walk.part(node, called: "A behaviour", knows: names) else { continue }
            let behaviour = Behaviour(
                key: walk.words("key", in: part, limit: 1),
                name: walk.words("name", in: part, limit: CardLimits.behaviour),
                looksLike: walk.words("looks_like", in: part, limit: CardLimits.detail),
                example: walk.words("example", in: part, limit: CardLimits.detail - 2))
            if let node = part.mapping["key"], !behaviour.key.isEmpty {
                if !Behaviour.isKey(behaviour.key) {
                    walk.tell(
                        "`\(behaviour.key)` cannot mark anything.", at: node,
                        hint: "A key is one small letter, and not \(Behaviour.taken.sorted().joined(separator: ", ")).")
                } else if behaviours.contains(where: { $0.key == behaviour.key }) {
                    walk.tell("`\(behaviour.key)` marks another behaviour already.", at: node)
                }
            }
            behaviours.append(behaviour)
        }
        return ObserverCard(behaviours: behaviours)
    }

    private mutating func envelopes(_ top: YAMLPart) -> [Envelope] {
        var envelopes: [Envelope] = []
        for node in walk.nodes("envelopes", in: top, count: CardLimits.envelopes, needed: false) {
            guard let part = walk.part(node, called: "An envelope", knows: ["name", "when", "words"]) else { continue }
            envelopes.append(
                Envelope(
                    name: walk.words("name", in: part, limit: CardLimits.title),
                    when: walk.words("when", in: part, limit: CardLimits.detail),
                    words: walk.words("words", in: part, limit: CardLimits.twoDetails)))
        }
        return envelopes
    }
}
