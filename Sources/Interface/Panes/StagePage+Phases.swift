import Conversation
import Room
import Terminal

// What the stage says in each phase of a room.
extension StagePage {
    /// The stage as a room is now.
    init(_ reader: StageReader) {
        let room = reader.room
        switch room.phase {
        case .gathering: self = .gathering(reader)
        case .cards: self = .cards(reader)
        case .countdown(let until): self = .countdown(reader, until: until)
        case .playing:
            self = room.isFrozen ? .frozen(reader) : Self.vote(reader) ?? .playing(reader)
        case .feedback: self = .feedback(reader)
        case .debrief: self = .debrief(reader)
        case .closed: self = .closed(reader)
        }
    }

    private init(_ id: String, _ heading: String) { (self.id, self.heading) = (id, heading) }

    /// A page that asks something.
    init(question: String) { self.init("question", question) }

    /// A clock in large figures.
    private mutating func run(_ left: Int, _ purpose: String) {
        large.append(StageLetters(StoryDuration.clock(left)))
        clock = (max(0, left), purpose)
    }

    private static func round(_ room: LiveRoom) -> String { "Round \(room.round) of \(max(room.round, room.rounds))" }

    // MARK: Before the play

    private static func gathering(_ reader: StageReader) -> StagePage {
        let room = reader.room
        var page = StagePage("gathering", room.plan?.title ?? "A live room")
        let code = reader.view.room.code
        if !code.isEmpty {
            page.large = [StageLetters(code)]
            page.texts.append(Text(id: "join", label: "Join:", words: "rapport join \(code)", role: .key, weight: 3))
        }
        let pages = agreement(room)
        if !pages.isEmpty {
            let shown = reader.turn % pages.count
            page.texts.append(
                Text(
                    id: "point-\(shown)", label: "\(shown + 1)/\(pages.count)", words: pages[shown], role: .coach,
                    most: 4, weight: 2))
        }
        let count = room.agreeing.count
        let here = count == 0 ? "Nobody is here yet." : count == 1 ? "One is here." : "\(count) are here."
        let waiting = room.unagreed.map(\.id)
        let yes =
            count == 0
            ? "" : waiting.isEmpty ? " Everybody has said yes." : " Still to say yes: \(reader.several(waiting))."
        page.texts.append(Text(id: "people", words: here + yes, most: 2, weight: 3))
        return page
    }

    /// What is agreed, a page each: the points, what is kept, what nobody ever sees.
    static func agreement(_ room: LiveRoom) -> [String] {
        guard let plan = room.plan else { return [] }
        let recording = plan.recording == .kept ? plan.agreement.kept : plan.agreement.forgotten
        let never = plan.agreement.neverSeen.map { "Never seen by a lead: \($0)" }
        return (plan.agreement.points + [recording] + never + [plan.agreement.question]).filter { !$0.isEmpty }
    }

    private static func cards(_ reader: StageReader) -> StagePage {
        let room = reader.room
        var page = StagePage("cards-\(room.round)", "\(round(room)): the cards")
        page.large = [StageLetters(StoryDuration.clock(room.plan?.lasting ?? 0))]
        page.spoken = ["\(PlainText.duration(room.plan?.lasting ?? 0)) to play."]
        page.texts = casting(reader)
        let facts = publicFacts(room)
        if !facts.isEmpty {
            let shown = reader.turn % facts.count
            page.texts.append(
                Text(
                    id: "fact-\(shown)", label: facts[shown].label, words: facts[shown].words, role: .coach, most: 3,
                    weight: 2))
        }
        page.texts.append(next(reader))
        return page
    }

    /// What everybody may know before the round: the agent's goal, and what stands on the agent's screen.
    static func publicFacts(_ room: LiveRoom) -> [(label: String, words: String)] {
        let agent = room.plan?.agent
        let known = agent?.knows ?? []
        let facts = (room.plan?.publicFacts ?? []).filter { !known.contains($0) }
        return [(label: "The agent's goal:", words: agent?.goal ?? "")].filter { !$0.words.isEmpty }
            + (known + facts).map { (label: "Known:", words: $0) }
    }

    private static func casting(_ reader: StageReader) -> [Text] {
        let casting = reader.room.casting
        var texts: [Text] = []
        if let agent = casting.agent {
            texts.append(Text(id: "agent", label: "Agent:", words: reader.who(agent), weight: 3))
        }
        let customer = casting.customer.map(reader.who) ?? "the scenario"
        texts.append(Text(id: "customer", label: "Customer:", words: customer, weight: 3))
        if !casting.observers.isEmpty {
            texts.append(
                Text(id: "observers", label: "Observing:", words: reader.several(casting.observers), weight: 2))
        }
        return texts
    }

    /// Who plays next: it is always to be seen.
    private static func next(_ reader: StageReader, isShort: Bool = false) -> Text {
        let room = reader.room
        guard room.round < room.rounds, let agent = room.next.agent else {
            return Text(id: "next", label: "Next:", words: "we look back together", role: .muted, weight: 2)
        }
        var words = "\(reader.who(agent)) is the agent"
        if !isShort, let customer = room.next.customer { words += ", \(reader.who(customer)) the customer" }
        return Text(id: "next", label: "Next:", words: words, role: .muted, most: 2, weight: 2)
    }

    private static func countdown(_ reader: StageReader, until: Int) -> StagePage {
        let room = reader.room
        var page = StagePage("countdown-\(room.round)", "\(round(room)) begins")
        let left = max(0, until - reader.view.roomTime(at: reader.now))
        page.large = [StageLetters("\((left + 999) / 1_000)")]
        page.clock = (left, "until the round begins")
        page.texts = casting(reader)
        if let word = room.plan?.stopWord, !word.isEmpty {
            page.texts.append(
                Text(id: "stop", words: "Whoever says “\(word)” stops the round at once.", role: .safety, most: 2))
        }
        return page
    }

    // MARK: The play

    private static func playing(_ reader: StageReader) -> StagePage {
        let room = reader.room
        let left = reader.view.left(at: reader.now)
        var page = StagePage("round-\(room.round)", round(room))
        page.run(left, "in this round")
        if left <= 0 { page.heading = "The time is up; finish the sentence" }
        page.feelings = reader.feelings
        page.texts = exchange(reader)
        if let curveball = reader.curveball {
            page.texts.insert(
                Text(
                    id: "curveball-\(curveball)", label: "Curveball:", words: curveball, role: .urgent, most: 2,
                    weight: 3),
                at: 0)
        }
        if let envelope = reader.handedIn {
            page.texts.insert(
                Text(
                    id: "handed-\(envelope)", label: "Handed in:", words: envelope, role: .urgent, most: 2, weight: 3),
                at: 0)
        }
        if let hint = room.hint {
            page.texts.append(Text(id: "hint-\(hint)", label: "A hint:", words: hint, role: .coach, most: 2, weight: 2))
        }
        if case .ended = room.play.status, reader.room.play.front.transcript.allSatisfy({ $0.heard <= reader.local }) {
            page.texts.append(Text(id: "over", words: "The conversation has come to its end.", weight: 2))
        }
        page.texts.append(next(reader, isShort: true))
        return page
    }

    /// The reply heard and the customer's line; who speaks, where a person is the customer.
    private static func exchange(_ reader: StageReader) -> [Text] {
        let said = reader.exchange
        var texts = said.map { said in
            Text(
                id: "said-\(said.at)-\(said.isAgent ? "a" : "c")", label: said.speaker + ":", words: said.words,
                role: said.isAgent ? .agent : .customer, most: 3, weight: 2)
        }
        // The newest is what the room listens to.
        if !texts.isEmpty { texts[texts.count - 1].weight = 3 }
        if let customer = reader.room.casting.customer, said.last?.isAgent ?? true {
            texts.append(
                Text(
                    id: "speaks-\(said.last?.at ?? 0)", words: "\(reader.atStart(customer)) speaks as the customer.",
                    role: .customer, most: 2, weight: 3))
        }
        return texts
    }

    private static func frozen(_ reader: StageReader) -> StagePage {
        let room = reader.room
        var page = StagePage("frozen-\(room.round)", round(room))
        let left = max(0, reader.view.left(at: reader.now))
        page.large = [
            StageLetters(StoryDuration.clock(left), role: .muted), StageLetters("\(StageLetters.pause) FROZEN"),
        ]
        page.spoken = ["Frozen. Everything stands still, with \(PlainText.duration(left)) left in this round."]
        page.texts = [Text(id: "still", words: "Everything stands still.", weight: 3)] + exchange(reader)
        for index in page.texts.indices.dropFirst() { page.texts[index].most = 2 }
        return page
    }

    /// The replies with the hands for each, while the room votes and until one is said.
    private static func vote(_ reader: StageReader) -> StagePage? {
        guard let vote = reader.room.vote, let offer = reader.room.play.front.offer, offer.sequence == vote.moment
        else { return nil }
        var page = StagePage(
            "vote-\(vote.moment)", vote.isOpen ? "Which reply comes next?" : "The vote is over")
        page.run(reader.view.left(at: reader.now), "in this round")
        let options = vote.options.filter(offer.options.indices.contains)
        let whole = max(6, options.map(vote.count).max() ?? 0)
        // As many as fit with their bars; the others follow, one screen after the other.
        let fit = 3
        let pages = max(1, (options.count + fit - 1) / fit)
        let first = reader.turn % pages * fit
        for (place, option) in options.enumerated().dropFirst(first).prefix(fit) {
            page.texts.append(
                Text(
                    id: "option-\(option)", label: "\(place + 1).", words: offer.options[option].text, role: .agent,
                    most: 3, bar: Bar(part: vote.count(of: option), whole: whole), weight: 2))
        }
        if pages > 1 {
            page.heading += " (\(reader.turn % pages + 1) of \(pages))"
        }
        return page
    }

    // MARK: After the play

    private static func feedback(_ reader: StageReader) -> StagePage {
        let room = reader.room
        var page = StagePage("feedback-\(room.round)", "After round \(room.round)")
        let wins = room.wins.filter { $0.round == room.round }
        guard let feedback = room.feedback, feedback.turns.indices.contains(feedback.index) else {
            page.texts = [Text(id: "all", words: "Everybody has spoken.", weight: 3)] + self.wins(wins, reader, most: 4)
            page.texts.append(next(reader))
            page.way = reader.way(columns: columns)
            return page
        }
        let turn = feedback.turns[feedback.index]
        let left = feedback.since + turn.lasting - reader.view.roomTime(at: reader.now)
        page.run(left, "for this turn")
        page.texts = [
            Text(
                id: "turn-\(feedback.index)", label: Self.name(of: turn.role) + ":",
                words: "\(reader.who(turn.person)) speaks", weight: 3),
            Text(
                id: "asks-\(turn.role)", words: question(for: turn.role), role: .coach, most: 2, isTight: true,
                weight: 2),
        ]
        if feedback.turns.indices.contains(feedback.index + 1) {
            let following = feedback.turns[feedback.index + 1]
            page.texts.append(
                Text(id: "following", label: "Then:", words: reader.who(following.person), role: .muted, weight: 1))
        }
        if let win = wins.last { page.texts += self.wins([win], reader, most: 2) }
        page.way = reader.way(columns: columns)
        page.texts += reader.marked.enumerated().map { place, behaviour in
            Text(id: "mark-\(behaviour.key)", label: behaviour.key, words: behaviour.name, isTight: place > 0)
        }
        return page
    }

    private static func name(of role: RoundRole) -> String { StageReader.capital(role.rawValue) }

    private static func question(for role: RoundRole) -> String {
        switch role {
        case .agent: "What did you notice, and what would you keep?"
        case .customer: "Where did it become easier, and where not?"
        case .observer: "One thing that you saw or heard, as it was."
        }
    }

    private static func wins(_ wins: [Win], _ reader: StageReader, most: Int) -> [Text] {
        var seen: Set<String> = []
        let named = wins.reversed().filter { seen.insert($0.behaviour + ($0.person ?? "")).inserted }.reversed()
        return named.suffix(most).map { win in
            let whose = win.person.map { ", \(reader.who($0))" } ?? ""
            let words = win.words.isEmpty ? "" : ": “\(win.words)”"
            return Text(
                id: "win-\(win.behaviour)-\(win.person ?? "")", label: "Small win:",
                words: win.behaviour + whose + words,
                role: .warm, most: 2, weight: 2)
        }
    }

    private static func debrief(_ reader: StageReader) -> StagePage {
        let room = reader.room
        var page = StagePage("debrief", "Looking back together")
        if let asked = room.prompt {
            page.id = "debrief-\(asked.since)"
            if asked.prompt.lasting > 0 {
                page.run(asked.since + asked.prompt.lasting - reader.view.roomTime(at: reader.now), "for this question")
            }
            page.texts.append(
                Text(id: "prompt-\(asked.since)", words: asked.prompt.text, role: .coach, most: 5, weight: 3))
        } else {
            page.texts.append(
                Text(id: "prompts", words: "One question at a time; nobody has to answer.", most: 2, weight: 3))
        }
        page.texts += kept(room).suffix(2)
        page.texts += wins(room.wins, reader, most: 2)
        return page
    }

    /// What was kept of looking back, in the words it was kept in.
    private static func kept(_ room: LiveRoom) -> [Text] {
        let learner = room.play.learner
        let rules = learner.notes.filter { $0.written.kind == .heuristic }.map(\.written.text)
        return (rules + learner.outputs.map(\.title)).map { words in
            Text(id: "kept-\(words)", label: "Kept:", words: words, most: 2, weight: 2)
        }
    }

    private static func closed(_ reader: StageReader) -> StagePage {
        let room = reader.room
        var page = StagePage("closed", room.plan?.title ?? "")
        page.large = [StageLetters("Thank you")]
        page.spoken = ["Thank you. The room is closed."]
        let agreement = room.plan?.agreement
        page.texts.append(
            Text(
                id: "kept", words: (room.isKept ? agreement?.kept : agreement?.forgotten) ?? "", role: .coach, most: 3,
                weight: 3))
        page.texts += wins(room.wins, reader, most: 3)
        return page
    }
}
