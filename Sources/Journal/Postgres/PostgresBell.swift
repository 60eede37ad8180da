internal import Postgres

/// The bell of a team's journal: a connection that listens, and whose socket wakes the follower.
///
/// When the connection is lost, `drain` throws `JournalFailure.away` once; from then on each call takes a step towards a
/// new one, waiting for a twentieth of a second at most, and the first after it is there answers `.news`.
final class PostgresBell: JournalBell {
    private enum State {
        case listening(PostgresConnection)
        case connecting(PostgresConnection, since: ContinuousClock.Instant)
        case lost(until: ContinuousClock.Instant)
        case closed
    }

    private let stream: StreamID
    private let journal: PostgresJournal
    private let channels: [String: JournalRing]
    private var state: State
    private let clock = ContinuousClock()

    /// How long to let a server be that was just not there, and how long connecting may take.
    private static let pause = Duration.milliseconds(500)
    private static let patience = Duration.seconds(3)

    init(_ stream: StreamID, of journal: PostgresJournal) throws(JournalFailure) {
        self.stream = stream
        self.journal = journal
        do throws(PostgresFailure) {
            let connection = try journal.client.connect()
            let rows = try connection.ask(
                PostgresStatement("SELECT news, beat FROM rapport.follow($1)"), [stream.rawValue])
            guard let row = rows.rows.first, row.count == 2, let news = row[0], let beat = row[1] else {
                throw .away(reason: "the server named no channel")
            }
            channels = [news: .news, beat: .beat]
            try Self.listen(connection, channels.keys)
            state = .listening(connection)
        } catch {
            throw JournalFailure(error, place: journal.place, PostgresContext(stream: stream))
        }
    }

    var descriptor: Int32 {
        if case .listening(let connection) = state { connection.socket } else { -1 }
    }

    func drain() throws(JournalFailure) -> Set<JournalRing> {
        do throws(PostgresFailure) {
            switch state {
            case .closed: return []
            case .listening(let connection):
                let own = journal.client.process
                return Set(
                    try connection.notifications().filter { $0.process != own }.compactMap { channels[$0.channel] })
            case .lost(let until):
                if clock.now < until { return [] }
                let connection = try journal.client.another()
                state = .connecting(connection, since: clock.now)
                return try goOn(connection, since: clock.now)
            case .connecting(let connection, let since):
                return try goOn(connection, since: since)
            }
        } catch {
            state = .lost(until: clock.now.advanced(by: Self.pause))
            throw JournalFailure(error, place: journal.place, PostgresContext(stream: stream))
        }
    }

    func ring(_ ring: JournalRing) throws(JournalFailure) {
        if case .closed = state { return }
        // Not over the connection that listens: rings that come with its answer would wake nobody.
        _ = try journal.ask(
            Self.ringing, [stream.rawValue, ring == .beat ? "b" : "n"], PostgresContext(stream: stream))
    }

    func close() { state = .closed }

    private static let ringing = PostgresStatement("SELECT rapport.ring($1, $2)", name: "ring")

    private func goOn(
        _ connection: PostgresConnection, since: ContinuousClock.Instant
    ) throws(PostgresFailure) -> Set<JournalRing> {
        guard try connection.advance(50) else {
            if since.duration(to: clock.now) > Self.patience { throw .away(reason: "there is no connection yet") }
            return []
        }
        try PostgresClient.prepare(connection)
        try Self.listen(connection, channels.keys)
        state = .listening(connection)
        return [.news]
    }

    /// A channel's name cannot be bound. The server made it, of letters, digits and underscores; it is checked.
    private static func listen(
        _ connection: PostgresConnection, _ channels: some Collection<String>
    ) throws(PostgresFailure) {
        for channel in channels {
            let isPlain = channel.utf8.allSatisfy { byte in
                (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) || byte == UInt8(ascii: "_")
                    || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
            }
            guard isPlain else { throw .away(reason: "the server named a strange channel") }
            try connection.run("LISTEN \(channel)")
        }
    }
}
