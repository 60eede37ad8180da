import Foundation
import SeededChance
import Testing

@testable import Journal

/// What holds when several programs use one journal, and when one of them is killed.
@Suite(.serialized, .timeLimit(.minutes(15))) struct ProcessTests {
    /// What the probe said was saved: a key and the two sequences it was given.
    private struct Acknowledged {
        var key: String
        var first: Int
        var last: Int

        init?(_ line: String) {
            let parts = line.split(separator: " ")
            guard parts.count == 3, let first = Int(parts[1]), let last = Int(parts[2]) else { return nil }
            key = String(parts[0])
            self.first = first
            self.last = last
        }
    }

    /// Checks that a stream is whole pairs in order, and holds each of the acknowledged exactly where it was said to be.
    private func check(_ journal: Journal, _ stream: StreamID, holds acknowledged: [Acknowledged]) throws {
        let events = try journal.events(of: stream, reader: "")
        #expect(events.map(\.sequence) == Array(1..<(events.count + 1)))
        try #require(events.count.isMultiple(of: 2))
        for first in stride(from: 0, to: events.count, by: 2) {
            #expect(events[first].record.payload == events[first + 1].record.payload)
            #expect(events[first].record.type == "said")
            #expect(events[first + 1].record.type == "heard")
        }
        let payloads = events.map(\.record.payload)
        #expect(Set(payloads).count == events.count / 2, "an append is there twice")
        for answer in acknowledged {
            try #require(answer.last <= events.count, "\(answer.key) was acknowledged and is lost")
            #expect(answer.last == answer.first + 1)
            #expect(payloads[answer.first - 1] == #"{"key":"\#(answer.key)"}"#)
        }
        #expect(try journal.stream(stream, reader: "")?.lastSequence == events.count)
    }

    @Test(arguments: [2, 4]) func processesAppendAtTheSameTimeAndLoseOrDoubleNothing(count: Int) throws {
        let folder = try TestFolder()
        let journal = try Journal(.file(folder.file))
        let stream = try journal.begin("a")
        let probes = try (0..<count).map { try ProbeProcess("append", folder.file, "a", "p\($0)", "150") }
        var acknowledged: [Acknowledged] = []
        for (number, probe) in probes.enumerated() {
            let lines = probe.remainingLines()
            #expect(probe.status() == 0)
            let answers = lines.compactMap(Acknowledged.init)
            #expect(answers.map(\.key) == (0..<150).map { "p\(number)-\($0)" }, "\(lines.suffix(1))")
            acknowledged += answers
        }
        #expect(Set(acknowledged.map(\.first)).count == 150 * count)
        try check(journal, stream, holds: acknowledged)
        #expect(try journal.events(of: stream, reader: "").count == 300 * count)
    }

    @Test func aProcessKilledAtAnyMomentLosesNothingItWasToldIsSaved() throws {
        var chance = Chance(seed: 20_240_611)
        let folder = try TestFolder()
        let stream = try Journal(.file(folder.file)).begin("a")
        var acknowledged: [Acknowledged] = []
        for round in 0..<30 {
            let probe = try ProbeProcess("append", folder.file, "a", "r\(round)", "1000000")
            #expect(probe.line() == "ready")
            for _ in 0..<Int.random(in: 0...40, using: &chance) {
                acknowledged.append(try #require(probe.line().flatMap(Acknowledged.init)))
            }
            spin(.microseconds(Int.random(in: 0...2_000, using: &chance)))
            probe.kill()
            acknowledged += probe.remainingLines().compactMap(Acknowledged.init)
            #expect(probe.status() == SIGKILL)
            try check(Journal(.file(folder.file)), stream, holds: acknowledged)
        }
        let journal = try Journal(.file(folder.file))
        try journal.checkIntegrity()
        // At most the one append in flight at each kill is there without having been acknowledged.
        let events = try journal.events(of: stream, reader: "")
        #expect(acknowledged.count > 30)
        #expect(events.count / 2 - acknowledged.count <= 30)
    }

    @Test func aProcessKilledWhileItMakesTheJournalLeavesOneThatOpens() throws {
        var chance = Chance(seed: 7)
        for _ in 0..<20 {
            let folder = try TestFolder()
            let probe = try ProbeProcess("start", folder.file)
            spin(.microseconds(Int.random(in: 0...20_000, using: &chance)))
            probe.kill()
            _ = probe.status()
            let journal = try Journal(.file(folder.file))
            try journal.begin("a")
            try journal.checkIntegrity()
            #expect(Set(try folder.bytes().keys).subtracting(["journal.sqlite", "journal.sqlite-wal"]).isEmpty)
        }
    }

    @Test func processesThatMakeTheSameJournalAtOnceAllGetIt() throws {
        for _ in 0..<5 {
            let folder = try TestFolder()
            let probes = try (0..<4).map { _ in try ProbeProcess("start", folder.path + "/new/journal.sqlite") }
            for probe in probes {
                let lines = probe.remainingLines()
                #expect(probe.status() == 0, "\(lines)")
            }
            try Journal(.file(folder.path + "/new/journal.sqlite")).begin("a")
        }
    }

    /// Lets a moment pass that no event marks.
    private func spin(_ duration: Duration) {
        let clock = ContinuousClock()
        let end = clock.now + duration
        while clock.now < end {}
    }
}
