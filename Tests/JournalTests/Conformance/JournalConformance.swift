import Conversation
import Foundation
import Testing

@testable import Journal

/// What every store of a journal must do, tried on one of them.
///
/// A store is made by a closure, so that the same cases run against an SQLite file and against a server: each call is a
/// new connection of that account's to the same journal. The accounts are ``ann``, ``bea`` and ``cy``. Streams and codes
/// have new names in every case, so that cases may share a journal.
struct JournalConformance {
    /// Whoever opens the streams.
    let ann = "ann"
    /// Whom they are shared with.
    let bea = "bea"
    /// Whom they are not shared with.
    let cy = "cy"

    /// A new connection of an account's to the journal.
    let store: @Sendable (String) throws -> any JournalStore

    /// What is tried.
    enum Case: String, CaseIterable, Sendable {
        case ordering, keys, keysOfOthers, conflicts, terms, racesForTheTerm, leadersAlone, submissions
        case submissionsAmongAppends, restrictedEvents, restrictedToNobody, audience, invitations, wrongCodes
        case codesInUse, removal, marks, sources, forgetting, unstorableText, limits, unknownStreams
        case newsRings, beats, closedBells, ringStorm, bellsOfStrangers, otherThingsRing
    }

    func run(_ item: Case) throws {
        switch item {
        case .ordering: try ordering()
        case .keys: try keys()
        case .keysOfOthers: try keysOfOthers()
        case .conflicts: try conflicts()
        case .terms: try terms()
        case .racesForTheTerm: try racesForTheTerm()
        case .leadersAlone: try leadersAlone()
        case .submissions: try submissions()
        case .submissionsAmongAppends: try submissionsAmongAppends()
        case .restrictedEvents: try restrictedEvents()
        case .restrictedToNobody: try restrictedToNobody()
        case .audience: try audience()
        case .invitations: try invitations()
        case .wrongCodes: try wrongCodes()
        case .codesInUse: try codesInUse()
        case .removal: try removal()
        case .marks: try marks()
        case .sources: try sources()
        case .forgetting: try forgetting()
        case .unstorableText: try unstorableText()
        case .limits: try limits()
        case .unknownStreams: try unknownStreams()
        case .newsRings: try newsRings()
        case .beats: try beats()
        case .closedBells: try closedBells()
        case .ringStorm: try ringStorm()
        case .bellsOfStrangers: try bellsOfStrangers()
        case .otherThingsRing: try otherThingsRing()
        }
    }

    // MARK: What the cases need

    /// A new stream of Ann's.
    func begin(
        _ store: any JournalStore, audience: Audience = .private, source: ArchivedSource? = nil
    ) throws -> StreamID {
        try store.open(
            NewStream(
                id: StreamID("conformance-\(UUID().uuidString)"), owner: ann, audience: audience, kind: "room",
                title: "A room", scenarioSlug: "late", source: source, openedAt: now))
    }

    /// A stream that Bea may read.
    func shared(_ store: any JournalStore) throws -> StreamID {
        try begin(store, audience: .shared(with: [bea]))
    }

    func note(_ text: String, type: String = "room.asked") -> EventRecord {
        EventRecord(type: type, version: 1, weight: .note, time: 0, payload: #"{"text":"\#(text)"}"#)
    }

    func newCode() -> String { "code-\(UUID().uuidString)" }

    /// Milliseconds since 1970, by the real clock: a server goes by its own.
    var now: Int { Int(Date().timeIntervalSince1970 * 1_000) }

    func payloads(_ store: any JournalStore, _ stream: StreamID, _ reader: String) throws -> [String] {
        try store.events(of: stream, reader: reader).map(\.record.payload)
    }

    func text(_ text: String) -> String { #"{"text":"\#(text)"}"# }
}
