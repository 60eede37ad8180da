import Conversation
import Foundation
import Testing

@testable import Journal

/// What the lists made from the log, the copies and the file itself tell of what is for some readers only.
@Suite struct SharingTests {
    private func record(_ event: SessionEvent) throws -> EventRecord { try TimedEvent(time: 0, event: event).record() }

    private func noteRecord(_ text: String) throws -> EventRecord {
        try Engine.note(text, isRule: true, in: Session()).record()
    }

    private func replied() -> EventRecord {
        EventRecord(type: "replied", version: 1, weight: .state, time: 0, payload: "{}")
    }

    @Test func listsTellNothingOfWhatTheOwnerMayNotRead() throws {
        let folder = try TestFolder()
        let journal = try Journal(.file(folder.file))
        let stream = try journal.begin("a", owner: "Ada", audience: .shared(with: ["Bo"]))
        try journal.append(
            [replied(), try noteRecord("a hidden card"), try noteRecord("an open word"), replied()], to: stream,
            by: "Ada", expecting: 0, term: 0, key: "1", wallTimes: [:], readers: [0: ["Bo"], 1: ["Bo"]], mark: nil)
        func check(_ journal: Journal) throws {
            #expect(try journal.notebook(owner: "Ada").map(\.text) == ["an open word"])
            #expect(try journal.rules(owner: "Ada").count == 1)
            #expect(try journal.history(owner: "Ada", matching: "hidden").total == 0)
            let entry = try #require(try journal.history(owner: "Ada").entries.first)
            #expect((entry.moments, entry.notes) == (1, 1))
            #expect(entry.summary.lastSequence == 4)
            #expect(try journal.notebook(owner: "Bo").isEmpty)
            #expect(try journal.events(of: stream, reader: "Ada").map(\.sequence) == [3, 4])
            // The third is a note that Ada wrote for herself.
            #expect(try journal.events(of: stream, reader: "Bo").map(\.sequence) == [1, 2, 4])
        }
        try check(journal)
        try journal.rebuildHistory()
        try check(journal)
        // Going back counts anew, from the log.
        let copy = folder.path + "/copy.sqlite"
        try journal.backup(to: copy)
        try check(try Journal(.file(copy)))
    }

    @Test func whatOthersLayBeforeOneDoesNotStandInOnesOwnLists() throws {
        let journal = try Journal(.memory)
        let stream = try journal.begin("a", owner: "Ada", audience: .shared(with: ["Bo"]))
        try journal.append([replied()], to: stream, by: "Ada", expecting: 0, term: 0, key: "1")
        let before = try journal.history(owner: "Ada")
        var ended = EventRecord(
            type: "ended", version: 1, weight: .note, time: 0, payload: #"{"after":0,"ending":"x","outcome":"lost"}"#)
        var note = try noteRecord("put there by Bo")
        note.weight = .note
        for (number, event) in [note, ended].enumerated() {
            try journal.submit(event, to: stream, by: "Bo", key: "\(number)", wallTime: 0)
        }
        ended.type = "replied"
        try journal.submit(ended, to: stream, by: "Bo", key: "2", wallTime: 0)
        func check() throws {
            #expect(try journal.notebook(owner: "Ada").isEmpty)
            #expect(try journal.notebook(owner: "Bo").isEmpty)
            let after = try journal.history(owner: "Ada").entries.first
            #expect(after?.moments == before.entries.first?.moments)
            #expect(after?.outcome == nil)
            #expect(after?.notes == 0)
        }
        try check()
        try journal.rebuildHistory()
        try check()
    }

    @Test func neitherCodesNorReadersOutliveAForgottenStream() throws {
        let folder = try TestFolder()
        let journal = try Journal(.file(folder.file))
        let stream = try journal.begin("a", owner: "Ada")
        let (code, name, words) = ("sunny-otter-42", "Bo-with-a-name", "the-customers-card")
        try journal.invite(to: stream, by: "Ada", code: code, until: 2_000)
        #expect(try journal.join(code: code, as: name, now: 1_000) == stream)
        try journal.append(
            lines(words), to: stream, by: "Ada", expecting: 0, term: 0, key: "1", wallTimes: [:], readers: [0: [name]],
            mark: nil)
        try journal.remove(name, from: stream, by: "Ada")
        #expect(try folder.files(holding: code).isEmpty)
        #expect(try folder.files(holding: name) != [])
        #expect(try folder.files(holding: words) != [])
        try journal.forget(stream, by: "Ada")
        #expect(try folder.files(holding: name).isEmpty)
        #expect(try folder.files(holding: words).isEmpty)
        try journal.checkIntegrity()
    }

    @Test func wrongCodesAreForgivenAfterAMinuteAndAClockThatIsPutBackLocksNobodyOut() throws {
        let journal = try Journal(.memory)
        let stream = try journal.begin("a", owner: "Ada")
        try journal.invite(to: stream, by: "Ada", code: "right", until: 1_000_000)
        for number in 0..<SubmissionLimits.wrongCodes {
            #expect(throws: JournalFailure.unknownCode) {
                try journal.join(code: "wrong", as: "Bo", now: 100_000 + number * 1_000)
            }
        }
        #expect(throws: JournalFailure.tooManyTries(wait: 50)) {
            try journal.join(code: "right", as: "Bo", now: 110_000)
        }
        #expect(throws: JournalFailure.tooManyTries(wait: 1)) {
            try journal.join(code: "right", as: "Bo", now: 159_999)
        }
        #expect(try journal.join(code: "right", as: "Cy", now: 110_000) == stream)
        #expect(try journal.join(code: "right", as: "Bo", now: 160_000) == stream)
        for _ in 0..<SubmissionLimits.wrongCodes {
            #expect(throws: JournalFailure.unknownCode) { try journal.join(code: "wrong", as: "Di", now: 500_000) }
        }
        #expect(try journal.join(code: "right", as: "Di", now: 400_000) == stream)
    }
}
