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
        /// What colleagues said meanwhile: it stands before what is kept next, and screens have not heard of it.
        var arrived: [TimedEvent] = []
    }

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
        ledgers[id] = Ledger(stored: 0)
        return try journal.open(stream)
    }

    /// Appends events to a stream.
    /// - Returns: why they could not be kept, in people's words; nil when they were.
    mutating func keep(_ events: [TimedEvent], in stream: StreamID) -> String? {
        var ledger = ledgers[stream] ?? Ledger(stored: 0)
        ledger.waiting += events
        defer { ledgers[stream] = ledger }
        do {
            let records = try ledger.waiting.map { try $0.record() }
            for attempt in 1... {
                do {
                    let appended = try append(records, ledger.waiting, to: stream, expecting: ledger.stored)
                    ledger.stored = appended.last
                    break
                } catch JournalFailure.conflict where attempt <= Self.mostConflicts {
                    let comments = try comments(in: stream, after: ledger.stored)
                    ledger.stored += comments.count
                    ledger.arrived += comments
                }
            }
            ledger.waiting = []
            return nil
        } catch let failure as JournalFailure {
            return "Not saved: \(failure) Practice goes on, and saving is tried again."
        } catch {
            return "Not saved: \(error)"
        }
    }

    /// What colleagues said in a stream before the events that were kept last; screens take it before those.
    mutating func arrivals(in stream: StreamID) -> [TimedEvent] {
        defer { ledgers[stream]?.arrived = [] }
        return ledgers[stream]?.arrived ?? []
    }

    private func append(_ records: [EventRecord], _ events: [TimedEvent], to stream: StreamID, expecting stored: Int)
        throws(JournalFailure) -> Appended
    {
        let key = "\(stored + 1)-\(stored + records.count)"
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
        if let mark {
            return try journal.mark(
                mark, with: records, to: stream, expecting: stored, term: 0, key: key, wallTimes: wallTimes)
        }
        return try journal.append(records, to: stream, expecting: stored, term: 0, key: key, wallTimes: wallTimes)
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
        let session = Session(replaying: try stored.log() + waiting)
        ledgers[stream] = Ledger(stored: stored.last?.sequence ?? 0, waiting: waiting)
        return session
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
