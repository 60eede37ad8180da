internal import Postgres

/// What a question to a team's journal is about, for the words of a refusal.
struct PostgresContext {
    var stream = StreamID("")
    var key = ""
    var sequence = 0
    var term = 0
    var type = ""
}

extension JournalFailure {
    /// Reads a failure out of what PostgreSQL said.
    init(_ failure: PostgresFailure, place: String, _ context: PostgresContext = PostgresContext()) {
        switch failure {
        case .noLibrary(let reason): self = .noClientLibrary(reason: reason)
        case .badAddress(let reason): self = .badAddress(reason: reason)
        case .away(let reason): self = .away(place: place, reason: reason)
        case .refused(let state, let message, let detail):
            self.init(state: state, message: message, detail: detail, place: place, context)
        }
    }

    /// Reads a failure out of an SQLSTATE: the journal's own begin with RP, the others are PostgreSQL's (manual,
    /// appendix A).
    private init(state: String, message: String, detail: String, place: String, _ context: PostgresContext) {
        let number = Int(detail.prefix { $0.isNumber }) ?? 0
        switch state {
        case "RP001": self = .conflict(expected: context.sequence, actual: number)
        case "RP002": self = .staleTerm(given: context.term, current: number)
        case "RP003": self = .keyTaken(key: context.key)
        case "RP004": self = .unknownStream(context.stream)
        case "RP005": self = .forgotten(context.stream)
        case "RP006": self = .streamExists(context.stream)
        case "RP007": self = .notYours(context.stream)
        case "RP008": self = .notANote(type: context.type)
        case "RP009": self = .tooLong(what: String(detail.drop { $0.isNumber }.dropFirst()), limit: number)
        case "RP012": self = .readByAll(context.stream)
        case "3F000", "42883", "42P01":
            self = .unprepared(place: place, reason: "there is no journal in this database yet")
        case "42501":
            self = .unprepared(place: place, reason: "this login is not a member of its journal")
        case "40001", "40P01", "55P03", "57014": self = .locked(path: place)
        case "53100": self = .diskFull(path: place)
        case "22021", "22P05": self = .unstorable(what: "text")
        default: self = .ioFailed(path: place, reason: message)
        }
    }
}
