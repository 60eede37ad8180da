import Conversation
internal import GRDB

#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// Keeps what lists are read from in step with the log: called in the transaction that appends, and for every stream of
/// a journal that was written before there were such tables.
///
/// An event that cannot be read changes nothing here. The log has it, and says so when the session is opened.
struct Projection {
    let stream: String
    let db: Database

    /// The types that matter here; a list of them keeps the others from being read.
    private static let standing: Set<String> = ["began", "shifted", "replied", "rewound"]
    private static let written: Set<String> = ["noteWritten", "noteRemoved", "checkedIn", "hearingCorrected"]

    /// The events of a stream that are `Counted`.
    private static let counted = """
        FROM events JOIN streams ON streams.id = events.stream
        WHERE events.stream = ? AND \(Journal.meant(for: "streams.owner"))
        """

    /// A stream was opened.
    func open() throws {
        try db.cachedStatement(
            sql: """
                INSERT INTO history (stream, owner, kind, opened_at)
                SELECT id, owner, kind, opened_at FROM streams WHERE id = ?
                """
        ).execute(arguments: [stream])
        try findAgain()
    }

    /// An event that its stream's owner may read.
    struct Counted {
        var record: EventRecord
        var wallTime: Int?
        /// The owner wrote it. What others wrote changes nothing here: lists are the owner's.
        var isOwners: Bool
    }

    /// Events were appended, by sequence.
    /// - Parameter isMarked: how the stream stands has changed as well.
    func append(_ events: [Int: Counted], isMarked: Bool) throws {
        var isFoundOtherwise = isMarked
        var moments = 0
        var trust: Int?
        var hasRewound = false
        for (sequence, event) in events.sorted(by: { $0.key < $1.key }) where event.isOwners {
            let record = event.record
            if Self.written.contains(record.type) {
                isFoundOtherwise = true
                try write(record, at: sequence, wallTime: event.wallTime)
            } else if record.type == "rewound" {
                hasRewound = true
            } else if record.type == "replied" {
                moments += 1
            } else if record.type == "began" || record.type == "shifted" || record.type == "ended" {
                switch Self.event(record) {
                case .began(let began): trust = began.trust
                case .shifted(let shifted)
                where shifted.measure == .trust && record.thread == Conversation.mainThread:
                    trust = shifted.to
                case .ended(let ended):
                    try db.cachedStatement(sql: "UPDATE history SET outcome = ? WHERE stream = ?")
                        .execute(arguments: [ended.outcome?.rawValue, stream])
                    isFoundOtherwise = true
                default: break
                }
            }
        }
        if hasRewound {
            try standAgain()
        } else if moments > 0 || trust != nil {
            try db.cachedStatement(
                sql: "UPDATE history SET moments = moments + ?, trust = coalesce(?, trust) WHERE stream = ?"
            ).execute(arguments: [moments, trust, stream])
        }
        if isFoundOtherwise { try findAgain() }
    }

    /// Makes everything about the stream from its log.
    func rebuild() throws {
        try open()
        let types = Self.standing.union(Self.written).union(["ended"]).map { "'\($0)'" }.sorted().joined(separator: ",")
        let rows = try Row.fetchAll(
            db,
            sql: """
                SELECT thread, type, version, weight, time, payload, sequence, wall, coalesce(author, owner) = owner
                \(Self.counted)
                    AND type IN (\(types)) ORDER BY sequence
                """, arguments: [stream])
        for row in rows {
            let event = Counted(
                record: try Journal.record(row), wallTime: try row.optionalWhole(7), isOwners: try row.whole(8) == 1)
            try append([try row.whole(6): event], isMarked: false)
        }
        try rebuildComments()
    }

    // MARK: Where it stands

    /// Moments and trust after going back: as they were at the moment that was gone back to.
    private func standAgain() throws {
        let types = Self.standing.union(["ended"]).map { "'\($0)'" }.sorted().joined(separator: ",")
        let rows = try Row.fetchAll(
            db,
            sql: """
                SELECT thread, type, version, weight, time, payload, sequence \(Self.counted)
                    AND coalesce(author, owner) = owner AND type IN (\(types)) ORDER BY sequence
                """, arguments: [stream])
        var states: [(sequence: Int, moments: Int, trust: Int?, outcome: String?)] = [(0, 0, nil, nil)]
        for row in rows {
            let record = try Journal.record(row)
            var (_, moments, trust, outcome) = states[states.count - 1]
            switch Self.event(record) {
            case .began(let began): trust = began.trust
            case .shifted(let shifted) where shifted.measure == .trust && record.thread == Conversation.mainThread:
                trust = shifted.to
            case .replied: moments += 1
            case .ended(let ended): outcome = ended.outcome?.rawValue
            case .rewound(let rewound):
                if let earlier = states.last(where: { $0.sequence <= rewound.to }) {
                    (moments, trust, outcome) = (earlier.moments, earlier.trust, nil)
                }
            default: break
            }
            states.append((try row.whole(6), moments, trust, outcome))
        }
        let last = states[states.count - 1]
        try db.execute(
            sql: "UPDATE history SET moments = ?, trust = ?, outcome = ? WHERE stream = ?",
            arguments: [last.moments, last.trust, last.outcome, stream])
    }

    // MARK: What was written

    private func write(_ record: EventRecord, at sequence: Int, wallTime: Int?) throws {
        switch Self.event(record) {
        case .noteWritten(let note):
            let words = Self.folded(
                [note.text, note.name, note.kind == .heuristic ? "rule" : "note"] + note.topics)
            try db.execute(
                sql: """
                    INSERT INTO notebook (stream, sequence, owner, kind, text, name, topics, written_at, words)
                    SELECT id, ?, owner, ?, ?, ?, ?, coalesce(?, opened_at), ? || ' ' || lower(title)
                    FROM streams WHERE id = ?
                    """,
                arguments: [
                    sequence, note.kind.rawValue, note.text, note.name, note.topics.joined(separator: "\n"), wallTime,
                    words, stream,
                ])
        case .noteRemoved(let removed):
            try db.execute(
                sql: "DELETE FROM notebook WHERE stream = ? AND sequence = ?", arguments: [stream, removed.note])
        case .checkedIn(let checked):
            try db.execute(
                sql: """
                    INSERT INTO check_ins (stream, sequence, owner, point, confidence, willingness, safety, at)
                    SELECT id, ?, owner, ?, ?, ?, ?, coalesce(?, opened_at) FROM streams WHERE id = ?
                    """,
                arguments: [
                    sequence, checked.point.rawValue, checked.confidence, checked.willingness, checked.safety,
                    wallTime, stream,
                ])
        case .hearingCorrected(let corrected):
            try db.execute(
                sql: """
                    INSERT INTO corrections (stream, sequence, owner, text, meant, at)
                    SELECT id, ?, owner, ?, ?, coalesce(?, opened_at) FROM streams WHERE id = ?
                    """,
                arguments: [sequence, Self.storable(corrected.text), corrected.meant, wallTime, stream])
        default: break
        }
    }

    /// SQLite reads a text up to its first NUL.
    private static func storable(_ text: String) -> String {
        text.utf8.contains(0) ? text.replacing("\0", with: " ") : text
    }

    /// Writes anew what the stream is found by: date, title, how it stands, and what was noted.
    private func findAgain() throws {
        let sql = "SELECT title, scenario_slug, opened_at, status, ending FROM streams WHERE id = ?"
        guard let row = try Row.fetchOne(try db.cachedStatement(sql: sql), arguments: [stream]) else { return }
        let notes = try String.fetchAll(
            try db.cachedStatement(sql: "SELECT text FROM notebook WHERE stream = ? ORDER BY sequence"),
            arguments: [stream])
        let status = try row.text(3)
        let standing = status == "setAside" ? "left" : status == "open" ? "open" : ""
        let words = Self.folded(
            [
                Self.date(try row.whole(2)), try row.text(0), try row.text(1), standing,
                try (row.optionalText(4) ?? "").split(separator: "-").joined(separator: " "),
            ] + notes)
        try db.cachedStatement(sql: "UPDATE history SET words = ?, notes = ? WHERE stream = ?")
            .execute(arguments: [words, notes.count, stream])
    }

    /// Lower case, in one line.
    static func folded(_ texts: [String]) -> String {
        texts.filter { !$0.isEmpty }.joined(separator: " \u{1F} ").lowercased()
    }

    /// A wall time as people may look for it: `2026-11-21 14:03 saturday 21 november 2026`.
    private static func date(_ wallTime: Int) -> String {
        var seconds = time_t(wallTime / 1_000)
        var parts = tm()
        localtime_r(&seconds, &parts)
        let months = [
            "january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
            "november", "december",
        ]
        let days = ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"]
        let month = months[min(11, max(0, Int(parts.tm_mon)))]
        let day = days[min(6, max(0, Int(parts.tm_wday)))]
        func two(_ number: Int32) -> String { (number < 10 ? "0" : "") + String(number) }
        let year = Int(parts.tm_year) + 1_900
        return "\(year)-\(two(parts.tm_mon + 1))-\(two(parts.tm_mday)) \(two(parts.tm_hour)):\(two(parts.tm_min)) "
            + "\(day) \(parts.tm_mday) \(month) \(year)"
    }

    private static func event(_ record: EventRecord) -> SessionEvent? { (try? TimedEvent(record))?.event }
}
