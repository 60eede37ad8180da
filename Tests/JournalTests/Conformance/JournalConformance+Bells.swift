import Conversation
import Foundation
import Testing

@testable import Journal

#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// Bells.
extension JournalConformance {
    /// What a bell says within some seconds, as an event loop hears it.
    static func wait(for ring: JournalRing, on bell: any JournalBell, seconds: Double = 10) throws -> Set<JournalRing> {
        let clock = ContinuousClock()
        let end = clock.now + .seconds(seconds)
        var heard: Set<JournalRing> = []
        while !heard.contains(ring), clock.now < end {
            var waiting = pollfd(fd: bell.descriptor, events: Int16(POLLIN), revents: 0)
            _ = poll(&waiting, 1, 100)
            heard.formUnion(try bell.drain())
        }
        return heard
    }

    /// Whether the bell's descriptor is readable now.
    private func isRung(_ bell: any JournalBell) -> Bool {
        var waiting = pollfd(fd: bell.descriptor, events: Int16(POLLIN), revents: 0)
        return poll(&waiting, 1, 0) > 0
    }

    func newsRings() throws {
        let mine = try store(ann)
        let theirs = try store(bea)
        let stream = try shared(mine)
        let other = try shared(mine)
        let bell = try theirs.follow(stream, as: bea)
        defer { bell.close() }
        #expect(bell.descriptor >= 0)
        #expect(try bell.drain().isEmpty)
        try mine.append(lines("elsewhere"), to: other, by: ann, expecting: 0, term: 0, key: "1")
        try mine.append(lines("one"), to: stream, by: ann, expecting: 0, term: 0, key: "1")
        #expect(try Self.wait(for: .news, on: bell) == [.news])
        #expect(try theirs.events(of: stream, reader: bea).count == 1, "what is rung for is there")
        #expect(try bell.drain().isEmpty)
        #expect(!isRung(bell))
        try mine.submit(note("two"), to: stream, by: ann, key: "2", wallTime: 0)
        #expect(try Self.wait(for: .news, on: bell) == [.news])
        // An answer that is given again is no news, and neither is what one wrote oneself.
        try mine.submit(note("two"), to: stream, by: ann, key: "2", wallTime: 0)
        try theirs.submit(note("three"), to: stream, by: bea, key: "3", wallTime: 0)
        #expect(try bell.drain().isEmpty)
    }

    func beats() throws {
        let mine = try store(ann)
        let theirs = try store(bea)
        let stream = try shared(mine)
        _ = try mine.takeTerm(of: stream, by: ann)
        let desk = try mine.follow(stream, as: ann)
        let bell = try theirs.follow(stream, as: bea)
        defer {
            desk.close()
            bell.close()
        }
        try desk.ring(.beat)
        #expect(try Self.wait(for: .beat, on: bell) == [.beat])
        #expect(try desk.drain().isEmpty)
        // A beat is never written down.
        #expect(try mine.stream(stream, reader: ann)?.lastSequence == 0)
        try desk.ring(.beat)
        try mine.append(lines("one"), to: stream, by: ann, expecting: 0, term: 1, key: "1")
        #expect(try Self.wait(for: .news, on: bell).isSubset(of: [.news, .beat]))
    }

    func closedBells() throws {
        let mine = try store(ann)
        let theirs = try store(bea)
        let stream = try shared(mine)
        let gone = try theirs.follow(stream, as: bea)
        let stays = try store(bea).follow(stream, as: bea)
        defer { stays.close() }
        gone.close()
        gone.close()
        #expect(gone.descriptor == -1)
        #expect(try gone.drain().isEmpty)
        try mine.append(lines("one"), to: stream, by: ann, expecting: 0, term: 0, key: "1")
        #expect(try Self.wait(for: .news, on: stays) == [.news])
        // Whoever left may come back.
        let back = try theirs.follow(stream, as: bea)
        defer { back.close() }
        try mine.append(lines("two"), to: stream, by: ann, expecting: 1, term: 0, key: "2")
        #expect(try Self.wait(for: .news, on: back) == [.news])
    }

    /// Somebody who does not look does not hold up the others, and learns of it all when they do.
    func ringStorm() throws {
        let mine = try store(ann)
        let theirs = try store(bea)
        let stream = try shared(mine)
        _ = try mine.takeTerm(of: stream, by: ann)
        let desk = try mine.follow(stream, as: ann)
        let asleep = try theirs.follow(stream, as: bea)
        defer {
            desk.close()
            asleep.close()
        }
        for _ in 0..<500 { try desk.ring(.beat) }
        for number in 0..<40 {
            try mine.append(lines("\(number)"), to: stream, by: ann, expecting: number, term: 1, key: "\(number)")
        }
        #expect(try Self.wait(for: .news, on: asleep).contains(.news))
        while try !asleep.drain().isEmpty {}
        try mine.append(lines("last"), to: stream, by: ann, expecting: 40, term: 1, key: "last")
        #expect(try Self.wait(for: .news, on: asleep).contains(.news))
        #expect(try theirs.events(of: stream, reader: bea).count == 41)
    }

    func bellsOfStrangers() throws {
        let stream = try shared(try store(ann))
        let stranger = try store(cy)
        #expect(throws: JournalFailure.unknownStream(stream)) { _ = try stranger.follow(stream, as: cy) }
    }

    func otherThingsRing() throws {
        let mine = try store(ann)
        let theirs = try store(bea)
        let stream = try shared(mine)
        let bell = try theirs.follow(stream, as: bea)
        defer { bell.close() }
        _ = try mine.takeTerm(of: stream, by: ann)
        #expect(try Self.wait(for: .news, on: bell) == [.news])
        try mine.remove(bea, from: stream, by: ann)
        #expect(try Self.wait(for: .news, on: bell) == [.news])
        #expect(try theirs.stream(stream, reader: bea) == nil)
    }
}
