internal import GRDB

extension Journal {
    /// The sessions of an owner that have all the words of a query in their date, title, ending or notes, newest first.
    ///
    /// - Parameters:
    ///   - owner: Whose.
    ///   - query: Words, in any order and case; empty for every session.
    ///   - offset: How many to leave out.
    ///   - limit: At most so many.
    public func history(
        owner: String, matching query: String = "", offset: Int = 0, limit: Int = 200
    ) throws(JournalFailure) -> HistoryPage {
        try reading { db in
            let words = Self.words(of: query)
            let condition = Self.condition(words, "owner = ? AND kind = 'session'")
            let arguments = StatementArguments([owner] + words)
            let total =
                try Int.fetchOne(
                    try db.cachedStatement(sql: "SELECT count(*) FROM history WHERE \(condition)"),
                    arguments: arguments) ?? 0
            let start = min(max(0, offset), max(0, total - 1))
            let statement = try db.cachedStatement(
                sql: """
                    SELECT \(Self.summaryColumns), page.moments, page.trust, page.outcome, page.notes
                    FROM (SELECT stream, moments, trust, outcome, notes, opened_at, rowid AS place FROM history
                        WHERE \(condition) ORDER BY opened_at DESC, rowid DESC LIMIT ? OFFSET ?) AS page
                    JOIN streams ON streams.id = page.stream ORDER BY page.opened_at DESC, page.place DESC
                    """)
            let rows = try Row.fetchAll(
                statement, arguments: arguments + StatementArguments([max(0, limit), start]))
            return HistoryPage(
                query: query, total: total, offset: start,
                entries: try rows.map { row in
                    HistoryPage.Entry(
                        summary: try Self.summary(row), moments: try row.whole(13), trust: try row.optionalWhole(14),
                        outcome: try row.optionalText(15), notes: try row.whole(16))
                })
        }
    }

    /// The endings an owner has come to, by scenario.
    public func endingsSeen(owner: String) throws(JournalFailure) -> [String: Set<String>] {
        try reading { db in
            let statement = try db.cachedStatement(
                sql: """
                    SELECT DISTINCT scenario_slug, ending FROM streams WHERE owner = ? AND ending IS NOT NULL
                    """)
            var seen: [String: Set<String>] = [:]
            for row in try Row.fetchAll(statement, arguments: [owner]) {
                let ending = try row.text(1)
                if !ending.isEmpty { seen[try row.text(0), default: []].insert(ending) }
            }
            return seen
        }
    }

    /// The notes of an owner that have all the words of a query, newest first.
    public func notebook(
        owner: String, matching query: String = "", limit: Int = 500
    ) throws(JournalFailure) -> [NotebookEntry] {
        try notes("", owner: owner, matching: query, limit: limit)
    }

    /// The rules of their own that an owner has written, newest first.
    public func rules(owner: String, limit: Int = 500) throws(JournalFailure) -> [NotebookEntry] {
        try notes(" AND notebook.kind = 'heuristic'", owner: owner, matching: "", limit: limit)
    }

    /// How an owner was before conversations and after them, newest first.
    public func checkIns(owner: String, limit: Int = 200) throws(JournalFailure) -> [CheckIn] {
        try reading { db in
            let statement = try db.cachedStatement(
                sql: """
                    SELECT stream, point, confidence, willingness, safety, at FROM check_ins WHERE owner = ?
                    ORDER BY at DESC, rowid DESC LIMIT ?
                    """)
            return try Row.fetchAll(statement, arguments: StatementArguments([owner]) + [max(0, limit)]).map { row in
                CheckIn(
                    stream: StreamID(try row.text(0)), isAfter: try row.text(1) == "after",
                    confidence: try row.optionalWhole(2), willingness: try row.optionalWhole(3),
                    safety: try row.optionalWhole(4), at: try row.whole(5))
            }
        }
    }

    /// What an owner said was meant by words that they typed, newest first.
    public func corrections(owner: String, limit: Int = 200) throws(JournalFailure) -> [Correction] {
        try reading { db in
            let statement = try db.cachedStatement(
                sql: """
                    SELECT stream, sequence, text, meant, at FROM corrections WHERE owner = ?
                    ORDER BY at DESC, rowid DESC LIMIT ?
                    """)
            return try Row.fetchAll(statement, arguments: StatementArguments([owner]) + [max(0, limit)]).map { row in
                Correction(
                    stream: StreamID(try row.text(0)), sequence: try row.whole(1), text: try row.text(2),
                    meant: try row.optionalText(3), at: try row.whole(4))
            }
        }
    }

    /// Makes everything that lists are read from anew, out of the log.
    public func rebuildHistory() throws(JournalFailure) {
        try writing { db in try JournalSchema.rebuild(db) }
    }

    private func notes(
        _ kind: String, owner: String, matching query: String, limit: Int
    ) throws(JournalFailure) -> [NotebookEntry] {
        try reading { db in
            let words = Self.words(of: query)
            let condition = Self.condition(words, "notebook.owner = ?\(kind)")
            let statement = try db.cachedStatement(
                sql: """
                    SELECT stream, sequence, notebook.kind, text, name, topics, written_at, title
                    FROM notebook JOIN streams ON streams.id = notebook.stream
                    WHERE \(condition) ORDER BY written_at DESC, notebook.rowid DESC LIMIT ?
                    """)
            let arguments = StatementArguments([owner] + words) + StatementArguments([max(0, limit)])
            return try Row.fetchAll(statement, arguments: arguments).map { row in
                NotebookEntry(
                    stream: StreamID(try row.text(0)), sequence: try row.whole(1),
                    isRule: try row.text(2) == "heuristic", text: try row.text(3), name: try row.text(4),
                    topics: try row.text(5).split(separator: "\n").map(String.init), writtenAt: try row.whole(6),
                    title: try row.text(7))
            }
        }
    }

    /// At most eight words; nobody types more, and each costs a look at every row.
    private static func words(of query: String) -> [String] {
        query.lowercased().split { $0.isWhitespace || $0 == "\0" }.prefix(8).map(String.init)
    }

    private static func condition(_ words: [String], _ first: String) -> String {
        ([first] + words.map { _ in "instr(words, ?) > 0" }).joined(separator: " AND ")
    }
}
