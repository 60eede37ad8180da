import Yarn

// Running the story: lines, options and commands become events.
extension Turn {
    /// More than this is not said and done between two moments; a story that does goes round in a circle.
    private static var longestTurn: Int { 1_000 }

    /// Runs the story of this conversation, then those that it opened, and wakes one that waited for others to end.
    mutating func run(_ input: MachineInput) throws(EngineRefusal) {
        let first = thread
        try runHere(input)
        while case .open = session.status {
            if !opening.isEmpty {
                try begin(opening.removeFirst())
            } else if let resting = session.openThreads.first, session.openThreads.allSatisfy(\.isResting) {
                thread = resting.name
                try restore()
                try runHere(.proceed)
            } else {
                break
            }
        }
        thread = first
    }

    /// Runs the machine until a moment opens, a mail waits to be sent, or the story ends.
    mutating func runHere(_ input: MachineInput) throws(EngineRefusal) {
        guard var machine, var memory else { return }
        var input = input
        recollection = Recollection()
        var steps = 0
        var nodes: [String] = []
        while true {
            steps += 1
            guard steps <= Self.longestTurn else {
                let names = nodes.map { "\"\($0)\"" }.joined(separator: ", ")
                throw EngineRefusal(
                    description: "The scenario cannot go on: it talks in a circle without a moment to answer, "
                        + "through \(names).")
            }
            let event: MachineEvent
            do {
                event = try machine.step(
                    input, in: scenario.program, memory: &memory,
                    host: SessionFunctions(session: session, thread: thread, recollection: recollection))
            } catch {
                throw EngineRefusal(description: "The scenario cannot go on: \(error.message)")
            }
            input = .proceed
            switch event {
            case .nodeEntered(let node):
                if nodes.count < 8, !nodes.contains(node) { nodes.append(node) }
                enter(node)
            case .line(let line): speak(line)
            case .command(let command):
                if try perform(command) {
                    checkpoint(machine, memory)
                    if here.offer == nil { emit(.threadRested(ThreadRested(after: after))) }
                    return
                }
                if let node = striking {
                    striking = nil
                    do {
                        try machine.detour(through: node, in: scenario.program)
                    } catch {
                        throw EngineRefusal(description: "The scenario cannot go on: \(error.message)")
                    }
                }
            case .options where machine.isAskingAgain && reopenHeld(machine, memory): return
            case .options(let options):
                guard options.contains(where: \.isAvailable) else {
                    input = .chooseNone
                    continue
                }
                waiting = nil
                offer(options)
                checkpoint(machine, memory)
                return
            case .finished where waiting != nil && here.ending == nil:
                self.memory = memory
                askAgain()
                return
            case .finished:
                // What it has set is read by the others.
                if thread != Conversation.mainThread { checkpoint(machine, memory) }
                finish()
                return
            }
        }
    }

    mutating func checkpoint(_ machine: Machine, _ memory: Memory) {
        self.machine = machine
        self.memory = memory
        emit(.checkpointed(Checkpointed(position: Position(machine: machine, memory: memory))))
    }

    private mutating func enter(_ node: String) {
        let details = scenario.details(of: node)
        emit(
            .nodeEntered(
                NodeEntered(
                    node: node, moment: details.moment, ending: details.ending, outcome: details.outcome,
                    care: details.needsCare ? true : nil)))
    }

    // MARK: Lines

    private mutating func speak(_ line: SpokenLine) {
        let tags = LineTags(line.tags)
        let text = line.text.string
        switch line.speaker {
        case "Coach"?: coach(line, tags)
        case "Reflect"?:
            emit(.reflectionAsked(ReflectionAsked(line: line.id, text: text, timebox: tags.timebox)))
        case "Subject"?: emit(.drafted(Drafted(part: .subject, text: text)))
        case "Paragraph"?: emit(.drafted(Drafted(part: .paragraph, text: text)))
        default: say(line, tags)
        }
    }

    private mutating func say(_ line: SpokenLine, _ tags: LineTags) {
        let pace = Pace.of(here.channel)
        let speaker = line.speaker ?? "Scene"
        let isPerson = scenario.heading.isCast(speaker)
        if here.channel == .voice, isPerson || speaker == "You" {
            sayAloud(line, tags, by: speaker)
            return noticeRupture(tags)
        }
        // A scene, a note and one's own words are there at once; a person takes their time.
        let lasting = isPerson ? pace.typing(line.text.string.count) : 0
        after += tags.pause + (isPerson ? pace.beforeTyping + lasting : 0)
        emit(
            .lineSpoken(
                LineSpoken(
                    line: line.id, speaker: speaker, text: line.text.string, after: after, lasting: lasting,
                    emotion: tags.emotion, cue: tags.cue, tone: tags.tone, sound: tags.sound,
                    isPrivate: tags.isPrivate ? true : nil, confirms: isPerson && tags.confirms ? true : nil,
                    recalls: recalled(by: isPerson, tags))))
        noticeRupture(tags)
    }

    /// What of earlier on made the line be said: only people remember.
    func recalled(by isPerson: Bool, _ tags: LineTags) -> [Recall]? {
        let recalls = recollection?.take(tags.recalls)
        return isPerson ? recalls : nil
    }

    private mutating func noticeRupture(_ tags: LineTags) {
        if tags.isRupture, !here.beat.hasRupture {
            emit(.ruptured(Ruptured(isTagged: true, after: after)))
        }
    }

    private mutating func coach(_ line: SpokenLine, _ tags: LineTags) {
        var quotes = line.text.attributes.filter { $0.name == "quote" }
            .map { TextRange(start: $0.start, length: $0.length) }
        var text = line.text.string
        if let typed { (text, quotes) = typed.coached(text, quoting: quotes, vocabulary: listener?.vocabulary) }
        let beat = here.beat
        emit(
            .feedbackShown(
                FeedbackShown(
                    text: text, quotes: quotes, look: tags.look, after: after, trust: beat.trust,
                    heat: beat.heat,
                    effort: beat.effort)))
    }

    // MARK: Moments

    private mutating func offer(_ options: [OfferedOption]) {
        closeBeat()
        adapt()
        let node = here.node
        let details = scenario.details(of: node)
        let offered = withholdingDetours(options.map(Option.init))
        let attempt = 1 + session.undone[offered.first?.line ?? node, default: 0]
        emit(
            .optionsOffered(
                OptionsOffered(
                    after: after, moment: details.moment ?? node, node: node, attempt: attempt, options: offered)))
        let extra = session.began?.extraTime ?? 100
        if let nextClock, extra > 0 {
            let eased = nextClock * DifficultyRule.clockPercent(session.difficulty, own: ownDifficulty) / 100
            emit(.clockStarted(ClockStarted(lasting: eased * extra / 100, after: after)))
        }
        nextClock = nil
    }

    private mutating func finish() {
        closeBeat()
        guard thread == Conversation.mainThread else {
            return emit(.threadClosed(ThreadClosed(ending: here.ending, outcome: here.outcome, after: after)))
        }
        for other in session.openThreads where other.name != thread { close(other.name) }
        emit(.ended(Ended(ending: here.ending ?? "", outcome: here.outcome, after: after)))
    }

    /// Notices what the whole beat amounts to: a rupture nobody tagged, a repair.
    mutating func closeBeat() {
        keepOwnPromise()
        let beat = here.beat
        if beat.trust <= -10, !beat.hasRupture {
            emit(.ruptured(Ruptured(isTagged: false, after: 0)))
        } else if beat.trust > 0, let open = here.openRupture,
            let move = beat.moves.first(where: Self.repairs.contains)
        {
            emit(.repaired(Repaired(rupture: open.sequence, move: move)))
        }
    }

    /// The moves that mend when trust rises with them.
    static let repairs: Set<String> = [
        "repair-rupture", "specific-apology", "acknowledge-impact", "own-without-blame", "name-emotion", "validate",
        "summarise",
    ]

    // MARK: Commands

    /// Performs a command.
    /// - Returns: whether the story waits for the agent now.
    private mutating func perform(_ issued: IssuedCommand) throws(EngineRefusal) -> Bool {
        let command: ScenarioCommand
        do {
            command = try ScenarioCommand(name: issued.name, arguments: issued.arguments)
        } catch {
            throw EngineRefusal(description: "\(issued.span): \(error.message)")
        }
        switch command {
        case .channel(let channel): emit(.channelChanged(ChannelChanged(channel: channel, after: after)))
        case .shift(let measure, let by): shift(measure, by: by)
        case .replyWithin(let lasting): nextClock = lasting
        case .wait(let pause): after += pause
        case .later(let jump):
            emit(.storyMoved(StoryMoved(by: jump, after: after)))
            missDuePromises()
        case .promise(let id, let dueIn):
            emit(.commitmentMade(commitment(id, dueIn)))
        case .renegotiate(let id, let dueIn):
            emit(.commitmentRenegotiated(commitment(id, dueIn)))
        case .keep(let id): emit(.commitmentKept(CommitmentChanged(commitment: id, after: after)))
        case .queue(.to(let number)): emit(.queueChanged(QueueChanged(waiting: max(0, number), after: after)))
        case .queue(.by(let number)):
            emit(
                .queueChanged(QueueChanged(waiting: max(0, (session.queues.last?.waiting ?? 0) + number), after: after))
            )
        case .audience(let likes, let shares):
            emit(.audienceGrew(AudienceGrew(likes: likes, shares: shares, after: after)))
        case .attach(let name): emit(.attached(Attached(name: name)))
        case .send:
            closeBeat()
            emit(.sendOffered(SendOffered(after: after)))
            return true
        case .hold(let isOn): emit(.holdChanged(CallSwitched(isOn: isOn, after: after)))
        case .mute(let isOn): emit(.muteChanged(CallSwitched(isOn: isOn, after: after)))
        case .curveball(let nodes): strike(among: nodes)
        case .thread(.open(let name, let node)): opening.append(Opening(name: name, node: node, after: after))
        case .thread(.close(let name)):
            guard session.openThreads.contains(where: { $0.name == name }) else { break }
            guard name != thread else {
                throw EngineRefusal(description: "\(issued.span): A conversation ends by coming to its own end.")
            }
            close(name)
        case .thread(.rest):
            guard session.openThreads.count > 1 || !opening.isEmpty else { break }
            closeBeat()
            return true
        }
        return false
    }

    mutating func shift(_ measure: Measure, by: Int) {
        let to = min(100, max(0, here.value(of: measure) + by))
        emit(.shifted(Shifted(measure: measure, by: by, to: to)))
    }

    private func commitment(_ id: String, _ dueIn: Int) -> CommitmentMade {
        let said = session.moments.last { $0.thread == thread }?.reply?.text
        return CommitmentMade(commitment: id, words: said ?? "", dueIn: dueIn, after: after)
    }
}

extension Option {
    /// An offered option as an event keeps it.
    init(_ offered: OfferedOption) {
        let tags = OptionTags(offered.line.tags)
        self.init(
            line: offered.line.id, text: offered.line.fullText, role: tags.role, moves: tags.moves, isFix: tags.isFix,
            isMacro: tags.isMacro, isDetour: tags.isDetour, isAvailable: offered.isAvailable, silence: tags.pause,
            isPrivate: tags.isPrivate ? true : nil, variant: tags.variant)
    }
}
