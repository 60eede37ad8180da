import Room
import Yams
import Yarn

/// `rooms/<slug>.yaml` in the user's own folder, read and written. Docs/Cards.md says what stands in it.
enum RoomTemplateFile {
    static let names = [
        "name", "scenario", "cards", "customer", "people", "rounds", "minutes", "countdown", "recording", "agreement",
    ]

    static func read(_ source: SourceFile, slug: String) -> FileReading<RoomTemplate> {
        var walk = YAMLWalk(source, code: "room")
        let template = template(&walk)
        return FileReading(source: source, slug: slug, value: walk.isBroken ? nil : template, findings: walk.findings)
    }

    private static func template(_ walk: inout YAMLWalk) -> RoomTemplate? {
        guard let top = walk.top(knows: names) else { return nil }
        let play: RoomTemplate.Play
        switch (walk.slug("scenario", in: top), walk.slug("cards", in: top)) {
        case (let scenario?, nil): play = .scenario(scenario)
        case (nil, let cards?): play = .cards(cards)
        case (nil, nil):
            if !walk.isBroken { walk.tell("`scenario` or `cards` is missing: what the room plays.", at: top.node) }
            return nil
        case (_?, _?):
            walk.tell("A room plays a `scenario` or `cards`, and not both.", at: top.node)
            return nil
        }
        let usual: RoomTemplate.Customer = if case .scenario = play { .scenario } else { .person }
        let customer = walk.choice("customer", in: top, otherwise: usual)
        if case .cards = play, customer == .scenario, let node = top.mapping["customer"] {
            walk.tell("With `cards`, the customer is a `person`.", at: node)
        }
        return RoomTemplate(
            name: walk.words("name", in: top, limit: RoomTemplate.nameLength), play: play, customer: customer,
            people: people(top, &walk), rounds: walk.whole("rounds", in: top, RoomTemplate.rounds, otherwise: 0),
            minutes: walk.whole("minutes", in: top, RoomTemplate.minutes, otherwise: 4),
            countdown: walk.whole("countdown", in: top, RoomTemplate.countdown, otherwise: 10),
            recording: walk.choice("recording", in: top, otherwise: RoomPlan.Recording.forgotten),
            agreement: walk.slug("agreement", in: top))
    }

    private static func people(_ top: YAMLPart, _ walk: inout YAMLWalk) -> [RoomTemplate.Person] {
        var people: [RoomTemplate.Person] = []
        for node in walk.nodes("people", in: top, count: RoomTemplate.people, needed: false) {
            var person = RoomTemplate.Person("")
            if node.scalar != nil {
                person.name = walk.words(node, called: "people", limit: CardLimits.name)
            } else if let part = walk.part(node, called: "Somebody", knows: ["name", "role"]) {
                person.name = walk.words("name", in: part, limit: CardLimits.name)
                if part.mapping["role"] != nil {
                    person.role = walk.choice("role", in: part, otherwise: RoundRole.agent)
                }
            }
            if !person.name.isEmpty, people.contains(where: { $0.name == person.name }) {
                walk.tell("There is a \(person.name) already.", at: node, hint: "Give one of them an alias.")
            }
            people.append(person)
        }
        return people
    }

    // MARK: Writing

    /// The file of a template, in the order that people read it.
    static func text(_ template: RoomTemplate) -> String {
        var lines = ["name: \(quoted(template.name))"]
        switch template.play {
        case .scenario(let slug): lines.append("scenario: \(quoted(slug))")
        case .cards(let slug): lines.append("cards: \(quoted(slug))")
        }
        lines.append("customer: \(template.customer.rawValue)")
        if !template.people.isEmpty { lines.append("people:") }
        for person in template.people {
            guard let role = person.role else {
                lines.append("  - \(quoted(person.name))")
                continue
            }
            lines += ["  - name: \(quoted(person.name))", "    role: \(role.rawValue)"]
        }
        lines += [
            "rounds: \(template.rounds)", "minutes: \(template.minutes)", "countdown: \(template.countdown)",
            "recording: \(template.recording.rawValue)",
        ]
        if let agreement = template.agreement { lines.append("agreement: \(quoted(agreement))") }
        return lines.joined(separator: "\n") + "\n"
    }

    /// Words in YAML's double quotes, in which nothing is markup but `\` and `"`.
    private static func quoted(_ words: String) -> String {
        "\"" + words.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
    }
}
