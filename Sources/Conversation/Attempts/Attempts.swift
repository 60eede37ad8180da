/// Every way in which every moment of a session was answered: a fold of its log, in which going back takes nothing away.
public struct Attempts: Equatable, Sendable {
    /// All attempts, in the order they were made.
    public private(set) var all: [Attempt] = []
    /// The places where something was answered, in the order they were first answered.
    public private(set) var places: [Attempt.Place] = []
    /// The session that the log makes.
    public private(set) var session = Session()
    /// By conversation, the attempt whose beat runs.
    private var running: [String: Int] = [:]
    /// The last attempt at each `optionsOffered`, by its sequence number.
    private var last: [Int: Int] = [:]

    /// The attempts in a log.
    public init(_ log: some Sequence<TimedEvent>) {
        for event in log { apply(event) }
        for moment in session.moments where moment.reply != nil {
            if let index = last[moment.sequence] { all[index].isStanding = true }
        }
    }

    /// The attempts at one moment, in order.
    public func at(_ place: Attempt.Place) -> [Attempt] { all.filter { $0.place == place } }

    /// The attempts on the way that the session stands on, in order.
    public var standing: [Attempt] { all.filter(\.isStanding) }

    /// The place of an `optionsOffered` that was answered; nil when it was not.
    public func place(ofOpened sequence: Int) -> Attempt.Place? { last[sequence].map { all[$0].place } }

    /// The place where the last attempt was made; nil before the first reply.
    public var latest: Attempt.Place? { all.last?.place }

    /// Where a session can go back to for another attempt at a place: the sequence number of the moment on the way it
    /// stands on; nil where that way does not come there.
    public func way(backTo place: Attempt.Place) -> Int? {
        let ways = Set(session.moments.map(\.sequence))
        return all.last { $0.place == place && ways.contains($0.opened) }?.opened
    }

    private mutating func apply(_ timed: TimedEvent) {
        session.apply(timed)
        let thread = timed.thread
        switch timed.event {
        case .replied(let replied): begin(in: thread, line: replied.line)
        case .steppedBack: begin(in: thread, line: nil)
        case .movesHeard, .shifted, .ruptured, .repaired:
            guard let index = running[thread], let moment = moment(in: thread), moment.sequence == all[index].opened,
                let reply = moment.reply
            else { return }
            all[index].reply = reply
        case .feedbackShown(let shown): change(in: thread) { $0.coach.append(shown) }
        case .lineSpoken(let line):
            change(in: thread) { $0.heard.append(Attempt.Heard(speaker: line.speaker, text: line.text)) }
        case .commitmentMade(let made), .commitmentRenegotiated(let made):
            change(in: thread) { $0.promised.append(made.words) }
        case .optionsOffered(let offered):
            change(in: thread) { $0.next = offered.moment }
            running[thread] = nil
        case .ended(let ended): end(ended.ending)
        case .rewound: running = [:]
        default: break
        }
    }

    private func moment(in thread: String) -> Moment? { session.moments.last { $0.thread == thread } }

    private mutating func change(in thread: String, _ change: (inout Attempt) -> Void) {
        if let index = running[thread] { change(&all[index]) }
    }

    private mutating func begin(in thread: String, line: String?) {
        guard let moment = moment(in: thread), let reply = moment.reply else { return }
        let visits = session.moments.count {
            $0.thread == thread && $0.key == moment.key && $0.sequence <= moment.sequence && !$0.isHeld
        }
        let place = Attempt.Place(thread: thread, key: moment.key, visit: visits)
        var attempt = Attempt(
            place: place, name: moment.name, opened: moment.sequence, answered: session.sequence,
            channel: moment.channel, trust: moment.trust, heat: moment.heat, line: line, reply: reply)
        attempt.number = 1 + all.count { $0.place == place }
        if attempt.number == 1 { places.append(place) }
        running[thread] = all.count
        last[moment.sequence] = all.count
        all.append(attempt)
    }

    private mutating func end(_ ending: String) {
        for moment in session.moments where moment.reply != nil {
            guard let index = last[moment.sequence], !all[index].endings.contains(ending) else { continue }
            all[index].endings.append(ending)
        }
    }
}
