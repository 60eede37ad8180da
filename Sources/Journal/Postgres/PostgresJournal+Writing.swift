import Conversation
internal import Postgres

extension PostgresJournal {
    /// Opens a stream. See ``JournalStore``. Its owner is the account. Of a source the account's own text is kept under
    /// its hash; what others archived under the same hash stays theirs.
    @discardableResult
    public func open(_ stream: NewStream) throws(JournalFailure) -> StreamID {
        try checkAccount(stream.owner, stream.id)
        let files = stream.source?.files
        for name in stream.audience.names { try checkStorable(name, "name") }
        for file in files ?? [] {
            try checkStorable(file.name, "name of a scenario's file")
            try checkStorable(file.text, "scenario's file \(file.name)")
        }
        _ = try ask(
            PostgresStatement("SELECT rapport.open($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)"),
            [
                stream.id.rawValue, stream.audience.word, PostgresList.written(stream.audience.names), stream.kind,
                stream.title, stream.scenarioSlug, stream.scenarioHash, String(stream.openedAt),
                files.map { PostgresList.written($0.map(\.name)) }, files.map { PostgresList.written($0.map(\.text)) },
            ], PostgresContext(stream: stream.id), isRepeatable: false)
        return stream.id
    }

    /// Appends events, and marks how the stream stands. See ``JournalStore``.
    @discardableResult
    public func append(
        _ events: [EventRecord], to stream: StreamID, by author: String, expecting sequence: Int, term: Int,
        key: String, wallTimes: [Int: Int], readers: [Int: Set<String>], mark: StreamMark?
    ) throws(JournalFailure) -> Appended {
        try checkAccount(author, stream)
        for event in events { try check(event) }
        for name in readers.values.joined() { try checkStorable(name, "name") }
        var list = JSONList()
        for (offset, event) in events.enumerated() {
            list.add(event, wallTime: wallTimes[offset], readers: readers[offset])
        }
        let rows = try ask(
            Self.appending,
            [
                stream.rawValue, String(sequence), String(term), key, list.text, mark?.status.rawValue, mark?.ending,
            ], PostgresContext(stream: stream, key: key, sequence: sequence, term: term))
        return try appended(rows)
    }

    /// Lays something before whoever leads the stream. See ``JournalStore``.
    @discardableResult
    public func submit(
        _ event: EventRecord, to stream: StreamID, by author: String, key: String, wallTime: Int
    ) throws(JournalFailure) -> Appended {
        try checkAccount(author, stream)
        try SubmissionLimits.check(event, key: key)
        try check(event)
        let rows = try ask(
            Self.submitting,
            [
                stream.rawValue, key, event.thread, event.type, String(event.version), event.weight.rawValue,
                String(event.time), event.payload, String(wallTime),
            ], PostgresContext(stream: stream, key: key, type: event.type))
        return try appended(rows)
    }

    /// Takes the lead of a stream. See ``JournalStore``.
    public func takeTerm(of stream: StreamID, by holder: String, after term: Int?) throws(JournalFailure) -> Int {
        try checkAccount(holder, stream)
        let rows = try ask(
            PostgresStatement("SELECT rapport.take_term($1, $2)"), [stream.rawValue, term.map { String($0) }],
            PostgresContext(stream: stream, term: term ?? 0), isRepeatable: term == nil)
        return try whole(rows.value)
    }

    /// Forgets a stream for good. See ``JournalStore``. Every reader has lost it when this returns; the server's disk
    /// holds its bytes until it has cleaned up after itself, and copies of its backups keep what they have.
    public func forget(_ stream: StreamID, by owner: String) throws(JournalFailure) {
        try checkAccount(owner, stream)
        _ = try ask(
            PostgresStatement("SELECT rapport.forget($1)"), [stream.rawValue], PostgresContext(stream: stream))
    }

    private static let appending = PostgresStatement(
        "SELECT first, last, was_known FROM rapport.append($1, $2, $3, $4, $5, $6, $7)", name: "append")
    private static let submitting = PostgresStatement(
        "SELECT first, last, was_known FROM rapport.submit($1, $2, $3, $4, $5, $6, $7, $8, $9)", name: "submit")

    private func check(_ event: EventRecord) throws(JournalFailure) {
        try checkStorable(event.thread, "event's thread")
        try checkStorable(event.type, "event's type")
        try checkStorable(event.payload, "payload of an event \(event.type)")
    }

    private func appended(_ rows: PostgresRows) throws(JournalFailure) -> Appended {
        guard let row = rows.rows.first, row.count == 3 else { throw .corrupt(path: place) }
        return Appended(first: try whole(row[0]), last: try whole(row[1]), wasKnown: row[2] == "t")
    }

    func whole(_ value: String?) throws(JournalFailure) -> Int {
        guard let number = value.flatMap({ Int($0) }) else { throw .corrupt(path: place) }
        return number
    }
}

/// Events as the JSON that the server takes them in.
private struct JSONList {
    private(set) var text = "[]"

    mutating func add(_ event: EventRecord, wallTime: Int?, readers: Set<String>?) {
        var object = #"{"thread":\#(quoted(event.thread)),"type":\#(quoted(event.type)),"version":\#(event.version)"#
        object += #","weight":"\#(event.weight.rawValue)","time":\#(event.time),"payload":\#(quoted(event.payload))"#
        if let wallTime { object += #","wall":\#(wallTime)"# }
        if let readers { object += #","readers":[\#(readers.sorted().map(quoted).joined(separator: ","))]"# }
        text.removeLast()
        text += (text == "[" ? "" : ",") + object + "}]"
    }

    /// A text as JSON writes it (RFC 8259, 7).
    private func quoted(_ text: String) -> String {
        var quoted = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": quoted += "\\\""
            case "\\": quoted += "\\\\"
            case "\u{00}"..."\u{1F}":
                let digits = String(scalar.value, radix: 16)
                quoted += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: quoted.unicodeScalars.append(scalar)
            }
        }
        return quoted + "\""
    }
}
