import Listening
import Yarn

// Typed words: they are heard, and taken for the reply that makes their moves.
extension Turn {
    /// Says something in the learner's own words.
    /// - Parameter meant: the move that the learner says was meant; nil to hear for oneself.
    mutating func say(_ words: String, meant: String?? = nil, taken: Int? = nil) throws(EngineRefusal) {
        guard let listener else {
            throw EngineRefusal(description: "Typed replies cannot be heard here: the hearing table is not there.")
        }
        guard let offer = here.offer, !offer.isSend, !offer.lines.isEmpty else {
            throw EngineRefusal(description: "There is nothing to answer just now.")
        }
        guard scenario.details(of: here.node).isTyped else {
            throw EngineRefusal(description: "Here one of the replies is said as it stands.")
        }
        let text = Prose.trimmed(Self.readable(words))
        guard text.contains(where: { $0.isLetter || $0.isNumber }) else {
            throw EngineRefusal(description: "There are no words in it yet.")
        }
        let customer = here.transcript.last { $0.kind == .customer }?.text
        let own = session.learner.corrections.map { OwnExemplar(text: $0.text, move: $0.meant) }
        var hearing = listener.ear.with(own: own).hear(text, context: HearingContext(customer: customer))
        hearing.isCut = hearing.isCut || words.utf8.count > Utterance.longest
        let typed = TypedReply(text: text, hearing: hearing, meant: meant)
        let match = ReplyMatch(text, confidences: typed.confidences, options: offer.lines, listener: listener)
        if case .none = match.outcome, isAskedAlready(offer) {
            throw EngineRefusal(
                description: "It is not heard as any of these yet. The nearest ones are marked; a number says one.")
        }
        let clock = here.clock
        let node = session.moments.last { $0.thread == thread }?.node ?? here.node
        let taken = taken ?? max(0, local - offer.opens)
        try takeTheFloor(with: Self.option(for: text))
        try restore()
        self.typed = typed
        said = (events.count, session.story(at: local))
        switch match.outcome {
        case .option(let index):
            answer(typed, taken: taken, option: index, offer.options[index])
            charge(typed, beside: offer.options[index].moves, listener)
            try run(.choose(index))
        case .harm(let move):
            answer(typed, taken: taken, option: nil, nil)
            wait(offer, node, clock?.lasting, match)
            react(to: move, typed, listener)
        case .none:
            answer(typed, taken: taken, option: nil, nil)
            wait(offer, node, clock?.lasting, match)
            try ask(listener)
        }
        self.typed = nil
    }

    /// The learner says that something else was meant by the words typed last: the moment opens again, and hears them so.
    mutating func hearAgain(as move: String?) throws(EngineRefusal) {
        guard let moment = session.moments.last(where: { $0.thread == session.frontName && $0.reply != nil }),
            let reply = moment.reply, reply.isTyped
        else { throw EngineRefusal(description: "The last reply here was not typed.") }
        try rewind(to: moment.sequence)
        emit(
            .hearingCorrected(
                HearingCorrected(text: reply.text, heard: reply.heard.filter(\.counts).map(\.move), meant: move)))
        let sofar = events.count
        do {
            try say(reply.text, meant: .some(move), taken: reply.taken)
        } catch  where events.count == sofar {
            // Meant so, the words are none of the replies, and were asked about before: the moment waits for others.
        }
    }

    // MARK: What was typed

    /// What is kept of typed words: as much as is heard, and no control characters but ends of lines.
    private static func readable(_ words: String) -> String {
        var kept = words
        if words.utf8.count > Utterance.longest {
            kept = String(decoding: words.utf8.prefix(Utterance.longest), as: UTF8.self)
            while kept.last == "\u{FFFD}" { kept.removeLast() }
        }
        guard kept.unicodeScalars.contains(where: { isControl($0) && $0 != "\n" }) else { return kept }
        kept = kept.replacing("\r\n", with: "\n")
        return String(
            String.UnicodeScalarView(
                kept.unicodeScalars.compactMap { scalar in
                    guard isControl(scalar), scalar != "\n" else { return scalar }
                    return scalar == "\r" ? "\n" : scalar == "\t" ? " " : nil
                }))
    }

    private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.generalCategory == .control
    }

    private static func option(for text: String) -> Option {
        Option(
            line: "", text: text, role: .say, moves: [], isFix: false, isMacro: false, isDetour: false,
            isAvailable: true)
    }

    private mutating func answer(_ typed: TypedReply, taken: Int, option index: Int?, _ option: Option?) {
        let lasting = lasting(of: Self.option(for: typed.text))
        emit(
            .replied(
                Replied(
                    option: index ?? -1, line: option?.line ?? "", text: typed.text, role: .say, taken: taken,
                    lasting: lasting, isPrivate: option?.isPrivate, isTyped: true)))
        after = lasting ?? 0
        speech = (0, after)
        let remarks = typed.remarks(to: here.customer.isEmpty ? scenario.heading.customer : here.customer)
        emit(
            .movesHeard(
                MovesHeard(
                    moves: Self.moves(of: typed, option), isFix: option?.isFix ?? false, heard: typed.heard,
                    remarks: remarks.isEmpty ? nil : remarks, table: listener?.ear.table.name)))
    }

    /// What the reply is held to have done: what was heard, and of the option what may have been.
    private static func moves(of typed: TypedReply, _ option: Option?) -> [String] {
        let confidences = typed.confidences
        var moves = typed.hearing.moves.map(\.move).filter { confidences[$0] ?? 0 >= HeardMove.heardFrom }
        for move in option?.moves ?? [] where !moves.contains(move) && confidences[move] ?? 0 >= 0.2 {
            moves.append(move)
        }
        return moves.isEmpty ? option?.moves ?? [] : moves
    }

    // MARK: What no option has

    /// What harms beside what helps costs, too.
    private mutating func charge(_ typed: TypedReply, beside moves: [String], _ listener: Listener) {
        let costs = typed.heard.filter { $0.counts && $0.harms && !moves.contains($0.move) }
        guard let cost = costs.lazy.compactMap({ listener.vocabulary.move($0.move)?.cost }).first else { return }
        shift(.trust, by: -cost.trust)
        shift(.heat, by: cost.heat)
    }

    /// The moment waits to open again.
    private mutating func wait(_ offer: Offer, _ node: String, _ clock: Int?, _ match: ReplyMatch) {
        guard let machine else { return }
        // It is asked once what was meant, whatever is said in between.
        let nearest = match.outcome == .none ? match.nearest : offer.nearest
        waiting = (offer, node, clock, machine, nearest)
    }

    /// The customer has heard what harms, and answers it.
    private mutating func react(to move: String, _ typed: TypedReply, _ listener: Listener) {
        // Nobody has read a mail that is not sent yet: the coach alone says something.
        let isRead = here.channel != .email
        if let known = listener.vocabulary.move(move), let cost = known.cost {
            if isRead {
                shift(.trust, by: -cost.trust)
                shift(.heat, by: cost.heat)
            }
            let own = typed.heard.first { $0.move == move }?.words.in(typed.text) ?? typed.text
            let quote = TextRange(start: 0, length: own.count)
            let beat = here.beat
            emit(
                .feedbackShown(
                    FeedbackShown(
                        text: "\(own): \(known.definition) \(cost.instead)", quotes: [quote], look: .shift,
                        after: after,
                        trust: beat.trust, heat: beat.heat, effort: beat.effort)))
            if isRead { answer(with: cost.reactions) }
        }
        askAgain()
    }

    /// The customer asks what was meant: in the scenario's words, else in plain ones.
    private mutating func ask(_ listener: Listener) throws(EngineRefusal) {
        guard here.channel != .email else { return askAgain() }
        guard let node = scenario.details(of: waiting?.node ?? here.node).unclear else {
            answer(with: listener.vocabulary.unclear)
            return askAgain()
        }
        do {
            machine = try Machine(startingAt: node, in: scenario.program)
        } catch {
            throw EngineRefusal(description: error.message)
        }
        try run(.proceed)
    }

    /// The customer says one of some lines, not always the same.
    private mutating func answer(with lines: [String]) {
        guard !lines.isEmpty else { return }
        let text = lines[session.moments.count % lines.count]
        let speaker = here.customer.isEmpty ? scenario.heading.customer : here.customer
        if here.channel == .voice {
            let lasting = SpokenWords(text).lasting
            let ends = after + Pace.of(.voice).beforeTyping + lasting
            emit(
                .lineSpoken(
                    LineSpoken(line: "", speaker: speaker, text: text, after: ends, lasting: lasting)))
            after = ends
        } else {
            let pace = Pace.of(here.channel)
            let lasting = pace.typing(text.count)
            after += pace.beforeTyping + lasting
            emit(.lineSpoken(LineSpoken(line: "", speaker: speaker, text: text, after: after, lasting: lasting)))
        }
    }

    /// The same replies are on offer again, with the same clock.
    mutating func askAgain() {
        guard let waiting, let memory else { return }
        keepOwnPromise()
        self.waiting = nil
        reopen(
            waiting.offer, node: waiting.node, clock: waiting.clock, nearest: waiting.nearest, waiting.machine, memory)
    }

    /// The customer has asked in this moment what was meant.
    private func isAskedAlready(_ offer: Offer) -> Bool { !offer.nearest.isEmpty }

    // MARK: Promises of one's own

    /// A promise that was typed with a time is one, where the scenario did not make it one itself: called when the story
    /// has come to where the next moment opens.
    mutating func keepOwnPromise() {
        guard let typed, let said, thread == session.frontName else { return }
        self.typed = nil
        // Words that are none of the replies are not in the mail.
        guard here.channel != .email || waiting == nil, let promise = typed.hearing.promises.first else { return }
        let isMade = events.dropFirst(said.event).contains {
            switch $0.event {
            case .commitmentMade, .commitmentRenegotiated: true
            default: false
            }
        }
        // What the story leaps over before the next moment can be neither kept nor broken any more.
        let leapt = events.dropFirst(said.event).reduce(0) { sum, timed in
            if case .storyMoved(let moved) = timed.event { sum + moved.by } else { sum }
        }
        guard !isMade, let dueIn = length(until: promise.due, from: said.story), dueIn > leapt else { return }
        emit(
            .commitmentMade(
                CommitmentMade(
                    commitment: Self.own + String(session.sequence),
                    words: TextRange(scalars: promise.span, of: typed.text).in(typed.text), dueIn: dueIn, after: 0)))
    }

    private func length(until due: PromiseReading.Due, from story: Int) -> Int? {
        switch due {
        case .within(let length): return length > 0 ? length : nil
        case .at(let minutes):
            let now = scenario.heading.opens * 60_000 + story
            let day = 86_400_000
            let ahead = (minutes * 60_000 - now % day + day) % day
            return ahead > 0 ? ahead : nil
        case .day: return nil
        }
    }

    /// A promise of one's own to be back by a time is kept by speaking again before then, in the same conversation.
    func isKeptByTalking(_ commitment: Commitment) -> Bool {
        guard commitment.id.hasPrefix(Self.own), let place = Int(commitment.id.dropFirst(Self.own.count)),
            session.log.indices.contains(place)
        else { return false }
        let thread = session.log[place].thread
        return session.moments.contains {
            $0.thread == thread && ($0.reply?.at ?? 0) > commitment.heard && $0.reply?.role == .say
        }
    }

    /// What the ids of promises begin with that no scenario made.
    private static var own: String { "own-" }
}
