import Yarn

// Several conversations at once.

/// A curveball that struck.
public struct Curveball: Equatable, Sendable {
    /// The node that tells it.
    public var node: String
    /// Its name for people.
    public var label: String
    /// The conversation it struck in.
    public var thread: String
    /// The local time at which it is heard, ms.
    public var at: Int
}

/// A change of how demanding a session is.
public struct DifficultyShift: Equatable, Sendable {
    /// The local time, ms.
    public var at: Int
    /// What changed, and why.
    public var change: DifficultyChanged
    /// How many replies had been given by then.
    public var replies: Int
}

extension Session {
    /// The conversations that are not over, in the order they were opened.
    public var openThreads: [Thread] { threads.filter { !$0.isOver } }

    /// The short name of the person that the conversation in front is with.
    public var customer: String { front.customer.isEmpty ? began?.customer ?? "" : front.customer }

    /// The full name of that person.
    public var customerName: String { fullName(of: customer) }

    /// The full name of a person of the cast, or the name as given.
    public func fullName(of short: String) -> String { began?.cast.first { $0.short == short }?.full ?? short }

    /// The conversation to turn to next: one that waits for an answer before one that does not; nil where there is none.
    /// - Parameter isForward: the one behind the front one in the order they were opened; else the one before it.
    public func nextThread(at local: Int, isForward: Bool = true) -> Thread? {
        let begun = threads.filter { $0.opened <= local && ($0.name == frontName || !$0.isOver && !$0.isResting) }
        guard begun.count > 1, let index = begun.firstIndex(where: { $0.name == frontName }) else { return nil }
        return begun[(index + (isForward ? 1 : begun.count - 1)) % begun.count]
    }

    /// Whether there is, or was, more than one conversation.
    public var hasThreads: Bool { threads.count > 1 }

    /// Where the machine of a conversation stands, with what all of them remember; nil before its first checkpoint.
    public func position(of thread: String) -> Position? {
        guard let machine = self.thread(thread).machine, let memory else { return nil }
        return Position(machine: machine, memory: memory)
    }

    /// A plain word of the session itself, among what is said, once what was said before it has been heard.
    mutating func tell(_ words: String, in name: String, at now: Int) {
        let sequence = sequence
        let last = thread(name).transcript.map(\.heard).max() ?? now
        let heard = max(now, last)
        let entry = Entry(
            sequence: sequence, kind: .scene, channel: thread(name).channel, speaker: "", text: words, begins: heard,
            heard: heard, story: story(at: heard))
        inThread(name) { $0.transcript.append(entry) }
    }

    mutating func openThread(_ opened: ThreadOpened, named name: String, at now: Int) {
        let pace = began?.audiencePace ?? Crowd.usualPace
        let extraTime = began?.extraTime ?? 100
        inThread(name) { thread in
            thread.root = opened.node
            thread.customer = opened.customer
            thread.ticket = opened.ticket
            thread.persona = opened.persona
            thread.channel = opened.channel
            thread.journey = [opened.channel]
            thread.opened = now + opened.after
            (thread.trust, thread.heat, thread.effort) = (opened.trust, opened.heat, opened.effort)
            thread.crowd.pace = min(max(0, pace), Crowd.fastestPace)
            thread.crowd.extraTime = extraTime
            thread.readings = [
                Reading(time: now + opened.after, trust: opened.trust, heat: opened.heat, effort: opened.effort)
            ]
        }
        if !opened.ticket.isEmpty { notes.append(opened.ticket) }
    }

    mutating func closeThread(_ closed: ThreadClosed, named name: String, at now: Int) {
        inThread(name) { thread in
            thread.offer = nil
            thread.clock = nil
            thread.closed = now + closed.after
            thread.ending = closed.ending ?? thread.ending
            thread.outcome = closed.outcome ?? thread.outcome
        }
    }
}
