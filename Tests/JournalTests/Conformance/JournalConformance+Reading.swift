import Conversation
import Foundation
import Testing

@testable import Journal

/// Who may read what, and how they come to it.
extension JournalConformance {
    func restrictedEvents() throws {
        let mine = try store(ann)
        let theirs = try store(bea)
        let third = try store(cy)
        let stream = try begin(mine, audience: .shared(with: [bea, cy]))
        try mine.append(
            lines("for all", "for bea", "for bea and ann", "for all too", "for cy"), to: stream, by: ann, expecting: 0,
            term: 0, key: "1", wallTimes: [:], readers: [1: [bea], 2: [bea, ann], 4: [cy]], mark: nil)
        // Who wrote an event, and whose the stream is, makes no difference.
        #expect(try mine.events(of: stream, reader: ann).map(\.sequence) == [1, 3, 4])
        #expect(try theirs.events(of: stream, reader: bea).map(\.sequence) == [1, 2, 3, 4])
        #expect(try third.events(of: stream, reader: cy).map(\.sequence) == [1, 4, 5])
        #expect(try payloads(third, stream, cy) == ["for all", "for all too", "for cy"].map(text))
        #expect(try third.events(of: stream, after: 1, reader: cy).map(\.sequence) == [4, 5])
        #expect(try mine.events(of: stream, after: 4, reader: ann).isEmpty)
        // The sequence counts them for everybody, so that whoever leads next knows what to expect.
        for (reader, connection) in [(ann, mine), (bea, theirs), (cy, third)] {
            #expect(try connection.stream(stream, reader: reader)?.lastSequence == 5)
        }
        // Being named does not help who may not read the stream.
        try mine.setAudience(.shared(with: [bea]), of: stream, by: ann)
        #expect(try third.events(of: stream, reader: cy).isEmpty)
        #expect(try third.stream(stream, reader: cy) == nil)
    }

    func restrictedToNobody() throws {
        let mine = try store(ann)
        let stream = try shared(mine)
        try mine.append(
            lines("hidden", "seen"), to: stream, by: ann, expecting: 0, term: 0, key: "1", wallTimes: [:],
            readers: [0: [], 9: [bea]], mark: nil)
        #expect(try payloads(mine, stream, ann) == [text("seen")])
        #expect(try payloads(try store(bea), stream, bea) == [text("seen")])
    }

    func audience() throws {
        let mine = try store(ann)
        let theirs = try store(bea)
        let third = try store(cy)
        let stream = try begin(mine)
        try mine.append(lines("words"), to: stream, by: ann, expecting: 0, term: 0, key: "1")
        func readers() throws -> [String] {
            try [(ann, mine), (bea, theirs), (cy, third)].filter { reader, connection in
                let isThere = try connection.stream(stream, reader: reader) != nil
                #expect(try connection.events(of: stream, reader: reader).isEmpty != isThere)
                let all = try connection.streams(readableBy: reader, kind: nil, limit: 10_000)
                #expect(all.contains { $0.id == stream } == isThere)
                return isThere
            }.map(\.0)
        }
        #expect(try readers() == [ann])
        #expect(throws: JournalFailure.unknownStream(stream)) {
            try theirs.setAudience(.room, of: stream, by: bea)
        }
        #expect(try readers() == [ann])
        try mine.setAudience(.shared(with: [bea]), of: stream, by: ann)
        #expect(try readers() == [ann, bea])
        try mine.setAudience(.shared(with: [cy]), of: stream, by: ann)
        #expect(try readers() == [ann, cy])
        try mine.setAudience(.room, of: stream, by: ann)
        #expect(try readers() == [ann, bea, cy])
        try mine.setAudience(.private, of: stream, by: ann)
        #expect(try readers() == [ann])
        #expect(try mine.streams(readableBy: ann, kind: "room", limit: 1).count == 1)
        #expect(try mine.streams(readableBy: ann, kind: "no such kind", limit: 10).isEmpty)
    }

    func invitations() throws {
        let mine = try store(ann)
        let theirs = try store(bea)
        let third = try store(cy)
        let stream = try begin(mine)
        try mine.append(lines("welcome"), to: stream, by: ann, expecting: 0, term: 0, key: "1")
        let (code, later) = (newCode(), newCode())
        try mine.invite(to: stream, by: ann, code: code, until: now + 600_000)
        #expect(try payloads(theirs, stream, bea).isEmpty)
        #expect(try theirs.join(code: code, as: bea, now: now) == stream)
        #expect(try payloads(theirs, stream, bea) == [text("welcome")])
        // Twice is once.
        #expect(try theirs.join(code: code, as: bea, now: now) == stream)
        #expect(try mine.join(code: code, as: ann, now: now) == stream)
        // Who may read it does not invite others, and who may not does not know of it.
        #expect(throws: JournalFailure.notYours(stream)) {
            try theirs.invite(to: stream, by: bea, code: newCode(), until: now + 600_000)
        }
        #expect(throws: JournalFailure.unknownStream(stream)) {
            try third.invite(to: stream, by: cy, code: newCode(), until: now + 600_000)
        }
        // A new code replaces the old one, and one whose time is over is as wrong as any.
        try mine.invite(to: stream, by: ann, code: later, until: now + 600_000)
        #expect(throws: JournalFailure.unknownCode) { try third.join(code: code, as: cy, now: now) }
        #expect(throws: JournalFailure.unknownCode) { try third.join(code: later.uppercased(), as: cy, now: now) }
        try mine.invite(to: stream, by: ann, code: later, until: now - 1_000)
        #expect(throws: JournalFailure.unknownCode) { try third.join(code: later, as: cy, now: now) }
        #expect(try payloads(third, stream, cy).isEmpty)
        // Whoever leads now invites too.
        _ = try theirs.takeTerm(of: stream, by: bea)
        try theirs.invite(to: stream, by: bea, code: code, until: now + 600_000)
        #expect(try third.join(code: code, as: cy, now: now) == stream)
        #expect(try payloads(third, stream, cy) == [text("welcome")])
    }

    func wrongCodes() throws {
        let mine = try store(ann)
        let third = try store(cy)
        let stream = try begin(mine)
        let code = newCode()
        try mine.invite(to: stream, by: ann, code: code, until: now + 600_000)
        // Other cases may have tried some within this minute.
        var failure: JournalFailure?
        for _ in 0...SubmissionLimits.wrongCodes {
            failure = #expect(throws: JournalFailure.self) { try third.join(code: newCode(), as: cy, now: now) }
            if failure != .unknownCode { break }
        }
        guard case .tooManyTries(let wait)? = failure, (1...60).contains(wait) else {
            Issue.record("\(String(describing: failure))")
            return
        }
        let right = #expect(throws: JournalFailure.self) { try third.join(code: code, as: cy, now: now) }
        guard case .tooManyTries? = right else {
            Issue.record("\(String(describing: right))")
            return
        }
        #expect(try third.stream(stream, reader: cy) == nil)
        // Who tried nothing wrong does not wait.
        #expect(try mine.join(code: code, as: ann, now: now) == stream)
    }

    func codesInUse() throws {
        let mine = try store(ann)
        let theirs = try store(bea)
        let stream = try shared(mine)
        let code = newCode()
        try mine.invite(to: stream, by: ann, code: code, until: now + 600_000)
        let own = try theirs.open(
            NewStream(id: StreamID("conformance-\(UUID().uuidString)"), owner: bea, kind: "room", openedAt: now))
        #expect(throws: JournalFailure.codeTaken) {
            try theirs.invite(to: own, by: bea, code: code, until: now + 600_000)
        }
        #expect(try mine.join(code: code, as: ann, now: now) == stream)
    }

    func removal() throws {
        let mine = try store(ann)
        let theirs = try store(bea)
        let stream = try begin(mine)
        let (code, another) = (newCode(), newCode())
        try mine.invite(to: stream, by: ann, code: code, until: now + 600_000)
        _ = try theirs.join(code: code, as: bea, now: now)
        #expect(throws: JournalFailure.notYours(stream)) { try theirs.remove(ann, from: stream, by: bea) }
        try mine.remove(bea, from: stream, by: ann)
        #expect(try theirs.stream(stream, reader: bea) == nil)
        #expect(throws: JournalFailure.unknownStream(stream)) {
            try theirs.submit(note("still here"), to: stream, by: bea, key: "1", wallTime: now)
        }
        // Not with the code they know; with a new one, or by name.
        #expect(throws: JournalFailure.unknownCode) { try theirs.join(code: code, as: bea, now: now) }
        try mine.invite(to: stream, by: ann, code: another, until: now + 600_000)
        #expect(try theirs.join(code: another, as: bea, now: now) == stream)
        try mine.remove(bea, from: stream, by: ann)
        try mine.setAudience(.shared(with: [bea]), of: stream, by: ann)
        #expect(try theirs.stream(stream, reader: bea) != nil)
        #expect(try theirs.join(code: another, as: bea, now: now) == stream)
        // The owner stays, whoever leads; and from what is for everybody nobody is taken.
        _ = try theirs.takeTerm(of: stream, by: bea)
        try theirs.remove(ann, from: stream, by: bea)
        #expect(try mine.stream(stream, reader: ann) != nil)
        try mine.setAudience(.room, of: stream, by: ann)
        #expect(throws: JournalFailure.readByAll(stream)) { try mine.remove(bea, from: stream, by: ann) }
    }

    func sources() throws {
        let mine = try store(ann)
        let source = ArchivedSource(
            hash: "hash-\(UUID().uuidString)",
            files: [.init(name: "scenario.yarn", text: "title: Start\n---\nÄ 👋\n===\n"), .init(name: "b", text: "")])
        let stream = try begin(mine, audience: .shared(with: [bea]), source: source)
        _ = try begin(mine, source: source)
        #expect(try mine.source(hash: source.hash) == source)
        #expect(try store(bea).source(hash: source.hash) == source)
        #expect(try mine.source(hash: "no such hash") == nil)
        #expect(try mine.stream(stream, reader: ann)?.scenarioHash == source.hash)
    }

    func forgetting() throws {
        let mine = try store(ann)
        let theirs = try store(bea)
        let source = ArchivedSource(hash: "hash-\(UUID().uuidString)", files: [.init(name: "a", text: "b")])
        let stream = try begin(mine, audience: .shared(with: [bea]), source: source)
        let code = newCode()
        try mine.append(
            lines("one", "two"), to: stream, by: ann, expecting: 0, term: 0, key: "1", wallTimes: [:],
            readers: [1: [bea]], mark: nil)
        try mine.invite(to: stream, by: ann, code: code, until: now + 600_000)
        #expect(throws: JournalFailure.unknownStream(stream)) { try theirs.forget(stream, by: bea) }
        #expect(try payloads(theirs, stream, bea).count == 2)
        try mine.forget(stream, by: ann)
        try mine.forget(stream, by: ann)
        for (reader, connection) in [(ann, mine), (bea, theirs)] {
            #expect(try connection.events(of: stream, reader: reader).isEmpty)
            #expect(try connection.stream(stream, reader: reader) == nil)
        }
        #expect(try mine.source(hash: source.hash) == nil)
        #expect(throws: JournalFailure.unknownCode) { try mine.join(code: code, as: ann, now: now) }
        #expect(throws: JournalFailure.forgotten(stream)) {
            try mine.append(lines("three"), to: stream, by: ann, expecting: 2, term: 0, key: "2")
        }
        #expect(throws: JournalFailure.forgotten(stream)) {
            try mine.open(NewStream(id: stream, owner: ann, openedAt: now))
        }
    }

    func unknownStreams() throws {
        let mine = try store(ann)
        let nowhere = StreamID("nowhere-\(UUID().uuidString)")
        let failure = JournalFailure.unknownStream(nowhere)
        #expect(throws: failure) {
            try mine.append(lines("x"), to: nowhere, by: ann, expecting: 0, term: 0, key: "1")
        }
        #expect(throws: failure) { try mine.submit(note("x"), to: nowhere, by: ann, key: "1", wallTime: 0) }
        #expect(throws: failure) { try mine.takeTerm(of: nowhere, by: ann) }
        #expect(throws: failure) { try mine.setAudience(.room, of: nowhere, by: ann) }
        #expect(throws: failure) { try mine.invite(to: nowhere, by: ann, code: newCode(), until: now + 1_000) }
        #expect(throws: failure) { try mine.remove(bea, from: nowhere, by: ann) }
        #expect(throws: failure) { _ = try mine.follow(nowhere, as: ann) }
        #expect(throws: failure) { try mine.forget(nowhere, by: ann) }
        #expect(try mine.events(of: nowhere, reader: ann).isEmpty)
        #expect(try mine.stream(nowhere, reader: ann) == nil)
        let stream = try begin(mine)
        #expect(throws: JournalFailure.streamExists(stream)) {
            try mine.open(NewStream(id: stream, owner: ann, openedAt: now))
        }
    }
}
