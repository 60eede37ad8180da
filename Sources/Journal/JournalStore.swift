import Conversation

/// What every store of a journal does, whichever keeps it: streams of events that only grow, who may read them, who may
/// write them, and a bell for those that follow.
///
/// People are named by their account: the name after `--as` in an SQLite file, the login role in PostgreSQL, where the
/// server knows who asks and a name that is not theirs is refused with `JournalFailure.notYours`. To somebody who may
/// not read it, a stream looks as if it were not there.
public protocol JournalStore: Sendable {
    /// Where it is, for messages; never a password.
    var place: String { get }

    /// Opens a stream, and archives its scenario's source when the store does not hold it yet.
    ///
    /// - Throws: `JournalFailure.streamExists` or `.forgotten` when the id is taken, `.unstorable`.
    /// - Returns: The stream's id.
    @discardableResult
    func open(_ stream: NewStream) throws(JournalFailure) -> StreamID

    /// Appends events in one transaction, and marks how the stream stands: all of it or nothing, on the disk before this
    /// returns. Followers are rung then.
    ///
    /// - Parameters:
    ///   - events: What happened, in order; may be empty when there is a mark.
    ///   - stream: Where it belongs.
    ///   - author: Who appends: the holder of the term, or the owner while nobody has taken one.
    ///   - sequence: The last sequence of the stream that the appender knows of, 0 for one without events.
    ///   - term: The term the appender holds; 0 while nobody ever took one.
    ///   - key: Stands for this append of this author's. The same key again, after an answer that got lost, gives the
    ///     same answer and writes nothing.
    ///   - wallTimes: Wall times in milliseconds since 1970, by offset in `events`, for those that carry one.
    ///   - readers: Who may read an event, by offset in `events`; an offset that is absent: everybody who may read the
    ///     stream. Neither owner nor author reads one that does not name them.
    ///   - mark: How the stream stands from now on; nil: as before.
    /// - Throws: `JournalFailure.conflict` with the actual last sequence when others wrote meanwhile, `.staleTerm` when
    ///   the lead has gone elsewhere, `.notYours` for somebody else than the leader, `.keyTaken` when the key stands for
    ///   other events, `.unknownStream`, `.forgotten`, `.unstorable`.
    @discardableResult
    func append(
        _ events: [EventRecord], to stream: StreamID, by author: String, expecting sequence: Int, term: Int,
        key: String, wallTimes: [Int: Int], readers: [Int: Set<String>], mark: StreamMark?
    ) throws(JournalFailure) -> Appended

    /// Lays something before whoever leads the stream: no term, no expected sequence, the store gives the next one.
    /// Anybody who may read the stream may; everybody who may read it reads it. Followers are rung.
    ///
    /// - Parameters:
    ///   - event: What is laid before them, a note and no longer than `SubmissionLimits` allow.
    ///   - stream: Where.
    ///   - author: Who.
    ///   - key: As for `append`: one author's keys are apart from another's.
    ///   - wallTime: Milliseconds since 1970.
    /// - Throws: `JournalFailure.unknownStream` for one that the author may not read, `.notANote`, `.tooLong`,
    ///   `.keyTaken`, `.forgotten`, `.unstorable`.
    @discardableResult
    func submit(
        _ event: EventRecord, to stream: StreamID, by author: String, key: String, wallTime: Int
    ) throws(JournalFailure) -> Appended

    /// Takes the lead of a stream. From now on only appends under the returned term are accepted. Followers are rung.
    ///
    /// - Parameters:
    ///   - stream: Which.
    ///   - holder: Who leads now; they must be able to read it.
    ///   - term: Only when this is still the term, so that of several who try one succeeds; nil: whichever it is.
    /// - Throws: `JournalFailure.staleTerm` when another has taken it since, `.unknownStream`, `.forgotten`,
    ///   `.unstorable`.
    /// - Returns: The new term, one more than the last.
    func takeTerm(of stream: StreamID, by holder: String, after term: Int?) throws(JournalFailure) -> Int

    /// The events of a stream after a sequence, in order, as far as `reader` may read them. Sequences of events that are
    /// for others are left out. A stream that is not for this reader has none.
    func events(of stream: StreamID, after sequence: Int, reader: String) throws(JournalFailure) -> [StoredEvent]

    /// One stream, when it is there and `reader` may read it. Its last sequence counts every event, also those that are
    /// not for this reader.
    func stream(_ id: StreamID, reader: String) throws(JournalFailure) -> StreamSummary?

    /// The streams somebody may read, their own and those others let them, newest first.
    func streams(readableBy reader: String, kind: String?, limit: Int) throws(JournalFailure) -> [StreamSummary]

    /// The archived source of a scenario, when the store holds it and whoever asks may read it.
    func source(hash: String) throws(JournalFailure) -> ArchivedSource?

    /// Lets others read a stream, or no longer. Its owner alone decides that.
    ///
    /// - Throws: `JournalFailure.unknownStream` when there is no such stream of this owner's.
    func setAudience(_ audience: Audience, of stream: StreamID, by owner: String) throws(JournalFailure)

    /// Gives out a code that lets people join a stream. Only a hash of it is kept. A new code replaces the old one, and
    /// whoever was removed may join with it.
    ///
    /// - Parameters:
    ///   - stream: Which.
    ///   - owner: Its owner, or the holder of its term.
    ///   - code: The code, as `join` will be given it: the caller takes care of case and spaces.
    ///   - end: Until when it holds, milliseconds since 1970.
    /// - Throws: `JournalFailure.codeTaken` when it stands for another stream, `.notYours`, `.unknownStream`.
    func invite(to stream: StreamID, by owner: String, code: String, until end: Int) throws(JournalFailure)

    /// Finds the stream of a code and lets `reader` read it from now on.
    ///
    /// - Parameters:
    ///   - code: The code.
    ///   - reader: Who joins.
    ///   - now: Wall time in milliseconds since 1970. A server goes by its own clock.
    /// - Throws: `JournalFailure.unknownCode` for one that is wrong or over, or whose stream the reader was removed
    ///   from; `.tooManyTries` after ten wrong ones within a minute, also for a right one.
    func join(code: String, as reader: String, now: Int) throws(JournalFailure) -> StreamID

    /// Takes a reader out of a stream's audience. They do not come back with the same code. Followers are rung.
    ///
    /// - Parameters:
    ///   - reader: Whom. Nothing happens when they are not in it; the owner stays.
    ///   - stream: Which.
    ///   - owner: Its owner, or the holder of its term.
    /// - Throws: `JournalFailure.readByAll` when the stream is for everybody, `.notYours`, `.unknownStream`.
    func remove(_ reader: String, from stream: StreamID, by owner: String) throws(JournalFailure)

    /// A bell that rings when something is written to the stream.
    ///
    /// - Throws: `JournalFailure.unknownStream` for one that the reader may not read, `.noBell` when there is no place
    ///   for one.
    func follow(_ stream: StreamID, as reader: String) throws(JournalFailure) -> any JournalBell

    /// Forgets a stream for good: everything but its id, which is never used again. Forgetting a forgotten stream again
    /// is allowed.
    ///
    /// - Throws: `JournalFailure.unknownStream` when there is no such stream of this owner's; `.tracesRemain`.
    func forget(_ stream: StreamID, by owner: String) throws(JournalFailure)
}

extension JournalStore {
    /// Appends events that are for everybody who may read the stream.
    @discardableResult
    public func append(
        _ events: [EventRecord], to stream: StreamID, by author: String, expecting sequence: Int, term: Int,
        key: String, wallTimes: [Int: Int] = [:], mark: StreamMark? = nil
    ) throws(JournalFailure) -> Appended {
        try append(
            events, to: stream, by: author, expecting: sequence, term: term, key: key, wallTimes: wallTimes,
            readers: [:], mark: mark)
    }

    /// Takes the lead of a stream from whoever has it.
    public func takeTerm(of stream: StreamID, by holder: String) throws(JournalFailure) -> Int {
        try takeTerm(of: stream, by: holder, after: nil)
    }

    /// All the events of a stream that `reader` may read, in order.
    public func events(of stream: StreamID, reader: String) throws(JournalFailure) -> [StoredEvent] {
        try events(of: stream, after: 0, reader: reader)
    }

    /// The newest hundred streams that somebody may read.
    public func streams(readableBy reader: String) throws(JournalFailure) -> [StreamSummary] {
        try streams(readableBy: reader, kind: nil, limit: 100)
    }
}
