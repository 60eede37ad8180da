import Conversation
import Foundation
import GRDB
import Testing

@testable import Journal

@Suite("What lists are read from") struct HistoryTests {
    private func record(_ event: SessionEvent, at time: Int = 0) throws -> EventRecord {
        try TimedEvent(time: time, event: event).record()
    }

    private func raw(_ type: String, _ payload: String) -> EventRecord {
        EventRecord(
            thread: Conversation.mainThread, type: type, version: 1,
            weight: type.hasPrefix("note") || type == "checkedIn" ? .note : .state, time: 0, payload: payload)
    }

    private func shifted(to trust: Int) -> EventRecord {
        raw("shifted", #"{"by":5,"measure":"trust","to":\#(trust)}"#)
    }

    private func note(_ text: String, rule: Bool = false) throws -> EventRecord {
        try Engine.note(text, isRule: rule, skills: ["validate"], in: Session()).record()
    }

    private func replied() -> EventRecord {
        raw(
            "replied",
            #"{"afterCue":false,"isFix":false,"line":"a","moves":[],"option":0,"role":"say","taken":1,"text":"x"}"#)
    }

    @Test func aPageTellsMomentsTrustAndNotesAndIsFoundByThem() throws {
        let journal = try Journal(.memory)
        let first = try journal.begin("first", owner: "Ada", at: 1_795_262_400_000)
        try journal.begin("second", owner: "Ada", at: 1_795_262_500_000)
        try journal.begin("other", owner: "Bo", at: 1)
        try journal.append(
            [shifted(to: 40), replied(), shifted(to: 62), replied(), try note("Ask about SATURDAY first")], to: first,
            expecting: 0, term: 0, key: "1")
        try journal.mark(
            StreamMark(.ended, ending: "all-there-on-Sunday"), with: [], to: first, expecting: 5, term: 0, key: "2")
        let page = try journal.history(owner: "Ada")
        #expect(page.total == 2)
        #expect(page.entries.map(\.summary.id.rawValue) == ["second", "first"])
        let entry = try #require(page.entries.last)
        #expect(entry.trust == 62)
        #expect(entry.moments == 2)
        #expect(entry.notes == 1)
        for query in ["saturday", "Ask SUNDAY", "there on", "title of first", "november 2026", "2026-11-21"] {
            #expect(try journal.history(owner: "Ada", matching: query).entries.contains { $0.summary.id == first })
        }
        #expect(try journal.history(owner: "Ada", matching: "monday tuesday").total == 0)
        #expect(try journal.history(owner: "Ada", matching: "%").total == 0)
        #expect(try journal.history(owner: "Ada", offset: 1, limit: 1).entries.map(\.summary.id) == [first])
        #expect(try journal.endingsSeen(owner: "Ada") == ["late": ["all-there-on-Sunday"]])
    }

    @Test func goingBackTakesMomentsAndTrustBack() throws {
        let journal = try Journal(.memory)
        let stream = try journal.begin("one")
        try journal.append(
            [shifted(to: 40), replied(), raw("optionsOffered", "{}"), replied(), shifted(to: 10)], to: stream,
            expecting: 0, term: 0, key: "1")
        #expect(try journal.history(owner: "").entries.first?.trust == 10)
        try journal.append([raw("rewound", #"{"to":3}"#)], to: stream, expecting: 5, term: 0, key: "2")
        let entry = try #require(try journal.history(owner: "").entries.first)
        #expect(entry.trust == 40)
        #expect(entry.moments == 1)
    }

    @Test func theNotebookGathersNotesAndLosesThemWhenTheyAreTakenOut() throws {
        let journal = try Journal(.memory)
        let one = try journal.begin("one", at: 10)
        let two = try journal.begin("two", at: 20)
        try journal.append(
            [try note("older")], to: one, expecting: 0, term: 0, key: "1", wallTimes: [0: 100])
        try journal.append(
            [try note("Name the loss", rule: true)], to: two, expecting: 0, term: 0, key: "1", wallTimes: [0: 200])
        #expect(try journal.notebook(owner: "").map(\.text) == ["Name the loss", "older"])
        #expect(try journal.rules(owner: "").map(\.topics) == [["validate"]])
        #expect(try journal.notebook(owner: "", matching: "LOSS rule").map(\.stream) == [two])
        #expect(try journal.notebook(owner: "Bo").isEmpty)
        try journal.append([raw("noteRemoved", #"{"note":1}"#)], to: one, expecting: 1, term: 0, key: "2")
        #expect(try journal.notebook(owner: "").map(\.text) == ["Name the loss"])
        #expect(try journal.history(owner: "", matching: "older").total == 0)
    }

    @Test func checkInsAreThereNewestFirst() throws {
        let journal = try Journal(.memory)
        let stream = try journal.begin("one")
        try journal.append(
            [
                try Engine.checkIn(.before, confidence: 40, in: Session()).record(),
                try Engine.checkIn(.after, confidence: 160, safety: 70, in: Session()).record(),
            ], to: stream, expecting: 0, term: 0, key: "1", wallTimes: [0: 1, 1: 2])
        let all = try journal.checkIns(owner: "")
        #expect(all.map(\.confidence) == [100, 40])
        #expect(all.map(\.isAfter) == [true, false])
        #expect(all.first?.safety == 70)
    }

    @Test func aJournalFromBeforeIsMadeReadyOnce() throws {
        let folder = try TestFolder()
        do {
            let journal = try Journal(.file(folder.file))
            let stream = try journal.begin("old", at: 5)
            try journal.append(
                [shifted(to: 33), replied(), try note("from before")], to: stream, expecting: 0, term: 0, key: "1")
            try journal.mark(StreamMark(.ended, ending: "fine"), with: [], to: stream, expecting: 3, term: 0, key: "2")
        }
        let before = try Journal(.file(folder.file)).history(owner: "")
        try folder.bareConnection().write { db in
            try Form.three(db)
            try db.execute(
                sql: """
                    DROP TABLE history; DROP TABLE notebook; DROP TABLE check_ins; DROP TABLE corrections; DROP INDEX streams_left_open;
                    DROP INDEX streams_by_ending; PRAGMA user_version = 1;
                    DELETE FROM grdb_migrations WHERE identifier IN ('v2', 'v3');
                    """)
        }
        let journal = try Journal(.file(folder.file))
        #expect(try journal.history(owner: "") == before)
        #expect(try journal.history(owner: "", matching: "from before fine").total == 1)
        #expect(try journal.notebook(owner: "").map(\.text) == ["from before"])
        try journal.rebuildHistory()
        #expect(try journal.history(owner: "") == before)
    }

    @Test func nothingOfAForgottenNoteIsLeftInTheFiles() throws {
        let folder = try TestFolder()
        let journal = try Journal(.file(folder.file))
        let secret = "I-was-afraid-of-that-caller"
        let stream = try journal.begin("gone")
        try journal.begin("kept")
        try journal.append([try note(secret, rule: true)], to: stream, expecting: 0, term: 0, key: "1")
        #expect(try !folder.files(holding: secret).isEmpty)
        try journal.forget(stream)
        #expect(try folder.files(holding: secret).isEmpty)
        #expect(try folder.files(holding: secret.lowercased()).isEmpty)
        #expect(try journal.notebook(owner: "").isEmpty)
        #expect(try journal.history(owner: "").total == 1)
    }

    // MARK: Corrections

    private func correction(_ text: String, meant: String?) throws -> EventRecord {
        try record(.hearingCorrected(HearingCorrected(text: text, heard: ["rush"], meant: meant)))
    }

    @Test func correctionsAreThereNewestFirstForTheirOwnerAlone() throws {
        let journal = try Journal(.memory)
        let one = try journal.begin("one", owner: "Ada", at: 10)
        let two = try journal.begin("two", owner: "Ada", at: 20)
        let other = try journal.begin("other", owner: "Bo", at: 30)
        try journal.append(
            [shifted(to: 40), try correction("is it you", meant: "clarify")], to: one, expecting: 0, term: 0, key: "1",
            wallTimes: [1: 100])
        try journal.append(
            [try correction("nothing\u{0} much", meant: nil)], to: two, expecting: 0, term: 0, key: "1",
            wallTimes: [0: 200])
        try journal.append([try correction("mine", meant: "rush")], to: other, expecting: 0, term: 0, key: "1")
        let all = try journal.corrections(owner: "Ada")
        #expect(all.map(\.text) == ["nothing  much", "is it you"])
        #expect(all.map(\.meant) == [nil, "clarify"])
        #expect(all.map(\.stream) == [two, one])
        #expect(all.map(\.sequence) == [1, 2])
        #expect(all.map(\.at) == [200, 100])
        #expect(try journal.corrections(owner: "Ada", limit: 1).count == 1)
        #expect(try journal.corrections(owner: "Bo").map(\.text) == ["mine"])
        #expect(try journal.corrections(owner: "").isEmpty)
        // Going back in the session leaves what was said about hearing as it is.
        try journal.append([raw("rewound", #"{"to":1}"#)], to: one, expecting: 2, term: 0, key: "2")
        #expect(try journal.corrections(owner: "Ada") == all)
        try journal.rebuildHistory()
        #expect(Set(try journal.corrections(owner: "Ada")) == Set(all))
    }

    @Test func aJournalWithoutThemGetsThemFromItsLog() throws {
        let folder = try TestFolder()
        do {
            let journal = try Journal(.file(folder.file))
            let stream = try journal.begin("old", at: 5)
            try journal.append(
                [try correction("from before", meant: "rush")], to: stream, expecting: 0, term: 0, key: "1")
        }
        try folder.bareConnection().write { db in
            try Form.three(db)
            try db.execute(
                sql: """
                    DROP TABLE corrections; PRAGMA user_version = 2;
                    DELETE FROM grdb_migrations WHERE identifier = 'v3';
                    """)
        }
        #expect(try Journal(.file(folder.file)).corrections(owner: "").map(\.text) == ["from before"])
    }

    @Test func correctionsAreForgottenWithTheirSessionAndAreInABackup() throws {
        let folder = try TestFolder()
        let journal = try Journal(.file(folder.file))
        let secret = "words-only-I-would-say"
        let stream = try journal.begin("gone")
        try journal.append([try correction(secret, meant: "rush")], to: stream, expecting: 0, term: 0, key: "1")
        let copy = folder.path + "/copy.sqlite"
        try journal.backup(to: copy)
        let restored = folder.path + "/restored.sqlite"
        _ = try Journal.restore(from: copy, to: restored)
        #expect(try Journal(.file(restored)).corrections(owner: "").map(\.text) == [secret])
        for name in ["copy.sqlite", "restored.sqlite"] {
            try FileManager.default.removeItem(atPath: folder.path + "/" + name)
        }
        try journal.forget(stream)
        #expect(try journal.corrections(owner: "").isEmpty)
        #expect(try folder.files(holding: secret).filter { $0.hasPrefix("journal") }.isEmpty)
    }

    @Test func aCorrectionAfterTheEndThatEndsAgainIsToldAsItEnded() throws {
        let journal = try Journal(.memory)
        let stream = try journal.begin("one")
        let ended = raw("ended", #"{"after":0,"ending":"fine","outcome":"kept"}"#)
        try journal.append([raw("optionsOffered", "{}"), replied()], to: stream, expecting: 0, term: 0, key: "1")
        try journal.mark(
            StreamMark(.ended, ending: "fine"), with: [ended], to: stream, expecting: 2, term: 0, key: "2")
        #expect(try journal.history(owner: "").entries.first?.outcome == "kept")
        try journal.mark(
            StreamMark(.ended, ending: "fine"),
            with: [
                raw("rewound", #"{"to":1}"#), try correction("hm", meant: nil), replied(), shifted(to: 12), ended,
            ], to: stream, expecting: 3, term: 0, key: "3")
        let entry = try #require(try journal.history(owner: "").entries.first)
        #expect(entry.outcome == "kept")
        #expect(entry.moments == 1)
        #expect(entry.trust == 12)
        try journal.append([raw("rewound", #"{"to":1}"#)], to: stream, expecting: 8, term: 0, key: "4")
        #expect(try journal.history(owner: "").entries.first?.outcome == nil)
    }
}
