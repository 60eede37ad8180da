import Conversation
import Journal
import Library
import Yarn

/// Keeps sessions in the journal, and takes them up again.
///
/// Events are durable before anybody sees them. When the journal cannot keep them, practice goes on: they wait in
/// memory and are offered again with the next ones.
struct SessionKeeper {
    let journal: Journal
    let owner: String

    /// What the journal holds of a stream, and what it does not hold yet.
    private struct Ledger {
        var stored: Int
        var waiting: [TimedEvent] = []
        /// The term this window holds; nil until it writes to a session that it did not open.
        var term: Int?
        /// Another window has taken the session. What happens here is not part of it any more.
        var isElsewhere = false
    }

    /// What is said when another window has taken a session.
    static let goesOnElsewhere = "Goes on in another window; not kept here. Go on from Home to take it back."

    private var ledgers: [StreamID: Ledger] = [:]

    init(journal: Journal, owner: String) {
        self.journal = journal
        self.owner = owner
    }

    /// A session taken up from the journal.
    struct Restored {
        var session: Session
        var scenario: Scenario
    }

    /// Opens a stream for a new session of a scenario.
    mutating func open(_ scenario: Scenario) throws(JournalFailure) -> StreamID {
        let id = StreamID(String(UInt64.random(in: 1...UInt64.max), radix: 36))
        let source = ArchivedSource(
            hash: scenario.hash, files: scenario.files.map { ArchivedSource.File(name: $0.name, text: $0.text) })
        let stream = NewStream(
            id: id, owner: owner, title: scenario.heading.title, scenarioSlug: scenario.slug, source: source,
            openedAt: Surroundings.wallTime())
        ledgers[id] = Ledger(stored: 0, term: 0)
        return try journal.open(stream)
    }

    /// Appends events to a stream.
    /// - Returns: why they could not be kept, in people's words; nil when they were.
    mutating func keep(_ events: [TimedEvent], in stream: StreamID) -> String? {
        var ledger = ledgers[stream] ?? Ledger(stored: 0)
        guard !ledger.isElsewhere else { return Self.goesOnElsewhere }
        ledger.waiting += events
        defer { ledgers[stream] = ledger }
        do {
            let term = try ledger.term ?? take(stream)
            ledger.term = term
            let records = try ledger.waiting.map { try $0.record() }
            // What colleagues said meanwhile comes first; ``caughtUp(_:after:in:)`` brings it to screens. Where events
            // wait already, screens have them in another order.
            let isInOrder = ledger.waiting.count == events.count
            ledger.stored = try put(
                records, ledger.waiting, in: stream, behind: ledger.stored, term: term, isInOrder: isInOrder)
            ledger.waiting = []
            return nil
        } catch JournalFailure.staleTerm {
            ledger = Ledger(stored: ledger.stored, isElsewhere: true)
            return Self.goesOnElsewhere
        } catch let failure as JournalFailure {
            return "Not saved: \(failure) Practice goes on, and saving is tried again."
        } catch {
            return "Not saved: \(error)"
        }
    }

    /// Appends, behind what colleagues have said since; tried again as long as others are faster, within reason.
    /// - Returns: the last sequence.
    private func put(
        _ records: [EventRecord], _ events: [TimedEvent], in stream: StreamID, behind sequence: Int, term: Int,
        isInOrder: Bool
    ) throws -> Int {
        var stored = sequence
        var conflicts = 0
        while true {
            do {
                return try append(records, events, to: stream, expecting: stored, term: term).last
            } catch {
                guard case .conflict = error, isInOrder, conflicts < 8 else { throw error }
            }
            conflicts += 1
            stored += try comments(in: stream, after: stored).count
        }
    }

    /// What a screen has to take that knows a session up to a sequence: what was kept now, and before it what colleagues
    /// have said since.
    func caughtUp(_ events: [TimedEvent], after sequence: Int, in stream: StreamID) -> [TimedEvent] {
        guard let ledger = ledgers[stream], !ledger.isElsewhere,
            sequence + events.count != ledger.stored + ledger.waiting.count,
            let behind = try? journal.events(of: stream, after: sequence, reader: owner)
                .log(of: owner, after: sequence)
        else { return events }
        return behind + ledger.waiting
    }

    private func append(
        _ records: [EventRecord], _ events: [TimedEvent], to stream: StreamID, expecting stored: Int, term: Int
    )
        throws(JournalFailure) -> Appended
    {
        // With the term: another window's append to the same place is another append.
        let key = "\(term):\(stored + 1)-\(stored + records.count)"
        let now = Surroundings.wallTime()
        var wallTimes: [Int: Int] = [:]
        var mark: StreamMark?
        for (offset, event) in events.enumerated() {
            switch event.event {
            case .began, .resumed, .noteWritten, .checkedIn, .hearingCorrected, .commented: wallTimes[offset] = now
            case .ended(let ended):
                wallTimes[offset] = now
                mark = StreamMark(.ended, ending: ended.ending)
            case .setAside: mark = StreamMark(.setAside)
            case .rewound: mark = StreamMark(.open)
            default: break
            }
        }
        return try journal.append(
            records, to: stream, by: owner, expecting: stored, term: term, key: key, wallTimes: wallTimes, mark: mark)
    }

    /// Takes the lead of a session, whoever had it.
    private func take(_ stream: StreamID) throws(JournalFailure) -> Int {
        try journal.takeTerm(of: stream, by: owner)
    }

    /// The session of a stream, folded from its events: those that the journal holds, and those that wait for it.
    /// - Throws: `SessionTrouble` when there is no such stream of one's own or an event is damaged, `JournalFailure`.
    mutating func session(_ stream: StreamID) throws -> Session {
        if let summary = try journal.stream(stream, reader: owner), summary.owner != owner {
            throw SessionTrouble(
                "This is somebody else's session, shared with you to read and comment on. `rapport journal \(stream)` "
                    + "opens it.")
        }
        return try readable(stream)
    }

    /// The session of a stream that one may read, one's own or somebody else's.
    mutating func readable(_ stream: StreamID) throws -> Session {
        let stored = try journal.events(of: stream, reader: owner)
        let waiting = ledgers[stream]?.waiting ?? []
        guard !stored.isEmpty || !waiting.isEmpty else {
            throw SessionTrouble("There is no session \(stream) here. `rapport journal` lists the ones there are.")
        }
        let whose = try journal.stream(stream, reader: owner)?.owner ?? owner
        let session = Session(replaying: try stored.log(of: whose) + waiting)
        var ledger = ledgers[stream] ?? Ledger(stored: 0)
        ledger.stored = stored.last?.sequence ?? 0
        ledgers[stream] = ledger
        return session
    }

    /// Takes up a session to go on with it here; a window that has it so far keeps nothing more of it.
    /// - Throws: as ``restore(_:vocabulary:)``.
    mutating func takeUp(_ stream: StreamID, vocabulary: Vocabulary) throws -> Restored {
        // First: one that this version cannot play stays where it is.
        let scenario = try restore(stream, vocabulary: vocabulary).scenario
        let term = try take(stream)
        if let held = ledgers[stream]?.term, term != held + 1 { ledgers[stream]?.waiting = [] }
        ledgers[stream]?.term = term
        ledgers[stream]?.isElsewhere = false
        return Restored(session: try session(stream), scenario: scenario)
    }

    /// A session is looked at anew, from what is kept of it; writing to it takes it.
    mutating func lookAnew(at stream: StreamID) {
        if ledgers[stream]?.isElsewhere == true { ledgers[stream] = nil }
    }

    /// The session of a stream with the very scenario it was played against.
    /// - Throws: `SessionTrouble` when the scenario cannot be played by this version any more, `JournalFailure`.
    mutating func restore(_ stream: StreamID, vocabulary: Vocabulary) throws -> Restored {
        let session = try session(stream)
        guard let began = session.began, let source = try journal.source(hash: began.hash) else {
            throw SessionTrouble("The journal does not have the scenario that session \(stream) was played with.")
        }
        let files = source.files.map { SourceFile(name: $0.name, text: $0.text) }
        let loaded = Scenario.load(slug: began.slug, files: files, vocabulary: vocabulary)
        guard let scenario = loaded.scenario else {
            throw SessionTrouble(
                "This version cannot play the scenario that session \(stream) was begun with:\n"
                    + loaded.errors.rendered(in: files).joined(separator: "\n"))
        }
        return Restored(session: session, scenario: scenario)
    }
}

/// What stands in the way of a session, in people's words.
struct SessionTrouble: Error, CustomStringConvertible {
    var description: String

    init(_ description: String) {
        self.description = description
    }
}
