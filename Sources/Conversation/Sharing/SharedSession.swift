import Yarn

/// A session that somebody has agreed to share: its events, and the very scenario they belong to.
public struct SharedSession: Equatable, Sendable {
    /// Who shared it, as they call themselves; empty where they do not say.
    public var name: String
    /// The scenario's title and its short name.
    public var title: String, slug: String
    /// The hash of the scenario's source.
    public var hash: String
    /// That source.
    public var files: [SourceFile]
    /// What happened, in order.
    public var log: [TimedEvent]

    /// What of a learner's own words goes along. Everything is left out unless it is asked for.
    public struct Consent: Hashable, Sendable {
        /// Notes and heuristics.
        public var notes = false
        /// What was said about oneself before and after.
        public var checkIns = false
        /// Answers to questions and prompts for afterwards, and what was kept from a debrief.
        public var answers = false

        /// Nothing of one's own.
        public init() {}
    }

    /// Shares a session.
    /// - Parameters:
    ///   - log: everything that happened.
    ///   - consent: what of the learner's own words goes along. What stays behind leaves an empty place, so that
    ///     everything that refers to a number still finds it.
    public init(
        _ log: [TimedEvent], of slug: String, title: String, hash: String, files: [SourceFile], by name: String,
        with consent: Consent
    ) {
        (self.slug, self.title, self.hash, self.files) = (slug, title, hash, files)
        self.name = Self.plain(name, atMost: Self.longestName)
        self.log = log.map { Self.isAgreed($0.event, consent) ? $0 : .withheld(thread: $0.thread, time: $0.time) }
    }

    init(name: String, title: String, slug: String, hash: String, files: [SourceFile], log: [TimedEvent]) {
        (self.name, self.title, self.slug, self.hash) = (name, title, slug, hash)
        (self.files, self.log) = (files, log)
    }

    /// How many things of the learner's own stayed behind.
    public var withheld: Int {
        log.count { if case .unknown(let record) = $0.event { record.type == TimedEvent.withheldType } else { false } }
    }

    static let longestName = 40

    private static func isAgreed(_ event: SessionEvent, _ consent: Consent) -> Bool {
        switch event {
        case .noteWritten, .noteRemoved: consent.notes
        case .checkedIn: consent.checkIns
        // What somebody meant stays with them.
        case .hearingCorrected: false
        case .reflected, .promptAnswered, .outputKept: consent.answers
        // Nobody agreed to an event that this version cannot read.
        case .unknown(let record): record.weight == .state
        // Colleagues wrote for whoever may read the session here, not for a file.
        case .commented, .commentRemoved: false
        default: true
        }
    }

    /// A name on one line, without anything that could steer a terminal.
    static func plain(_ text: String, atMost count: Int) -> String {
        let visible = text.unicodeScalars.filter {
            switch $0.properties.generalCategory {
            case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator, .paragraphSeparator: false
            default: true
            }
        }
        return String(String(String.UnicodeScalarView(visible)).prefix(count))
    }
}

/// Why a shared session cannot be read or written, in people's words.
public struct SharingFailure: Error, Hashable, Sendable, CustomStringConvertible {
    /// What is wrong, with its line where there is one, and what to do.
    public var description: String

    init(_ description: String) { self.description = description }
}
