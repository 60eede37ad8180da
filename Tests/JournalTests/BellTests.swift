import Conversation
import Foundation
import SeededChance
import Testing

@testable import Journal

/// The bells of a journal file: sockets in a folder of the user's own.
@Suite(.serialized, .timeLimit(.minutes(5))) struct BellTests {
    private let folder: TestFolder
    private var bells: String { folder.path + "/bells" }

    init() throws { folder = try TestFolder() }

    private func journal(_ file: String? = nil) throws -> Journal {
        try Journal(.file(file ?? folder.file), patience: 60, bells: bells)
    }

    /// The sockets and folders of streams that hang there.
    private func hanging() throws -> [String] {
        let rooms = bells + "/rooms"
        return try (FileManager.default.subpathsOfDirectory(atPath: rooms)).sorted()
    }

    @Test func theFoldersAreTheXDGSpecificationsOrTheUsersOwn() {
        #expect(
            BellTower.standardFolders(runtime: "/run/user/7", user: 7) == ["/run/user/7/rapport", "/tmp/rapport-7"])
        #expect(
            BellTower.standardFolders(runtime: "/elsewhere", user: 7)
                == ["/elsewhere/rapport", "/run/user/7/rapport", "/tmp/rapport-7"])
        for runtime in [nil, "", "relative"] {
            #expect(
                BellTower.standardFolders(runtime: runtime, user: 0) == ["/run/user/0/rapport", "/tmp/rapport-0"])
        }
    }

    @Test func nobodyElseMayEnterAndNothingIsLeftBehind() throws {
        let mine = try journal()
        let stream = try mine.begin("a")
        let one = try mine.follow(stream, as: "")
        let two = try journal().follow(stream, as: "")
        #expect(try TestFolder.mode(bells) == 0o700)
        let names = try hanging()
        #expect(names.count == 3)
        for name in names {
            let isSocket = name.contains("/")
            #expect(try TestFolder.mode(bells + "/rooms/" + name) == (isSocket ? 0o600 : 0o700))
            // Neither a title nor an id is told by a name.
            #expect(!name.contains("a/") || name.count > 16)
        }
        one.close()
        #expect(try hanging().count == 2)
        two.close()
        #expect(try hanging().isEmpty)
    }

    @Test func aFolderThatIsNotOnesOwnAloneIsNotUsed() throws {
        let mine = try journal()
        let stream = try mine.begin("a")
        let elsewhere = folder.path + "/elsewhere"
        try FileManager.default.createDirectory(atPath: elsewhere, withIntermediateDirectories: false)
        try FileManager.default.createSymbolicLink(atPath: bells, withDestinationPath: elsewhere)
        func refused() throws {
            let failure = #expect(throws: JournalFailure.self) { _ = try mine.follow(stream, as: "") }
            guard case .noBell(bells, _)? = failure else {
                Issue.record("\(String(describing: failure))")
                return
            }
        }
        try refused()
        #expect(try FileManager.default.contentsOfDirectory(atPath: elsewhere).isEmpty)
        try FileManager.default.removeItem(atPath: bells)
        try FileManager.default.createDirectory(atPath: bells, withIntermediateDirectories: false)
        chmod(bells, 0o755)
        try refused()
        // Writing goes on without bells.
        try mine.append(lines("one"), to: stream, by: "", expecting: 0, term: 0, key: "1")
    }

    @Test func aPlaceWithTooLongANameIsSaid() throws {
        let long = folder.path + "/" + String(repeating: "long", count: 20)
        let mine = try Journal(.file(folder.file), bells: long)
        let stream = try mine.begin("a")
        let failure = #expect(throws: JournalFailure.self) { _ = try mine.follow(stream, as: "") }
        #expect(failure?.description.contains("short name") == true)
    }

    @Test func oneFileUnderTwoNamesHasOneBell() throws {
        let mine = try journal()
        let stream = try mine.begin("a")
        let link = folder.path + "/link"
        try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: folder.path)
        let bell = try journal(link + "/journal.sqlite").follow(stream, as: "")
        defer { bell.close() }
        try mine.append(lines("one"), to: stream, by: "", expecting: 0, term: 0, key: "1")
        #expect(try JournalConformance.wait(for: .news, on: bell) == [.news])
        // Another journal with a stream of the same name is none of its business.
        let other = try journal(folder.path + "/other.sqlite")
        try other.append(lines("one"), to: try other.begin("a"), by: "", expecting: 0, term: 0, key: "1")
        #expect(try bell.drain().isEmpty)
    }

    @Test func whatAFollowerThatWasKilledLeftIsTakenAwayByTheNextRing() throws {
        let mine = try journal()
        let stream = try mine.begin("a")
        let probe = try ProbeProcess("follow", folder.file, "a", bells)
        #expect(probe.line() == "ready")
        let stays = try journal().follow(stream, as: "")
        defer { stays.close() }
        probe.kill()
        #expect(probe.status() == SIGKILL)
        #expect(try hanging().count == 3)
        // Other people's files are left alone.
        let room = try #require(try hanging().first)
        let foreign = bells + "/rooms/" + room + "/notes.txt"
        try Data("mine".utf8).write(to: URL(fileURLWithPath: foreign))
        try mine.append(lines("one"), to: stream, by: "", expecting: 0, term: 0, key: "1")
        #expect(try hanging().count == 3)
        #expect(FileManager.default.fileExists(atPath: foreign))
        #expect(try JournalConformance.wait(for: .news, on: stays) == [.news])
        try FileManager.default.removeItem(atPath: foreign)
    }

    @Test func anotherProcessIsRungForEverythingInOrder() throws {
        let mine = try journal()
        let stream = try mine.begin("a")
        let probe = try ProbeProcess("follow", folder.file, "a", bells)
        defer { probe.kill() }
        #expect(probe.line() == "ready")
        for number in 0..<60 {
            try mine.append(lines("\(number)"), to: stream, by: "", expecting: number, term: 0, key: "\(number)")
            // One at a time, and then as fast as it goes.
            if number < 20 { #expect(probe.line() == "\(number + 1)") }
        }
        for number in 20..<60 { #expect(probe.line() == "\(number + 1)") }
    }

    /// Twenty times a program that lays something before the leader is killed, while another follows and is killed too.
    @Test func processesKilledAtAnyMomentLoseAndDoubleNothing() throws {
        var chance = Chance(seed: 7_2026)
        let mine = try journal()
        let stream = try mine.begin("a")
        let bell = try mine.follow(stream, as: "")
        defer { bell.close() }
        var acknowledged: [String] = []
        var followed: [StoredEvent] = []
        for round in 0..<20 {
            let follower = try ProbeProcess("follow", folder.file, "a", bells)
            #expect(follower.line() == "ready")
            let writer = try ProbeProcess("submit", folder.file, "a", "r\(round)", "100000", bells)
            #expect(writer.line() == "ready")
            for _ in 0..<Int.random(in: 1...12, using: &chance) { acknowledged.append(try #require(writer.line())) }
            if Bool.random(using: &chance) { follower.kill() }
            writer.kill()
            acknowledged += writer.remainingLines()
            #expect(writer.status() == SIGKILL)
            // Whoever follows by the bell alone has it all.
            #expect(try JournalConformance.wait(for: .news, on: bell).contains(.news))
            followed += try mine.events(of: stream, after: followed.last?.sequence ?? 0, reader: "")
            follower.kill()
            _ = follower.status()
        }
        let events = try mine.events(of: stream, reader: "")
        #expect(followed == events)
        #expect(events.map(\.sequence) == Array(1...events.count))
        #expect(Set(events.map(\.record.payload)).count == events.count)
        for line in acknowledged {
            let parts = line.split(separator: " ")
            let sequence = try #require(parts.count == 3 ? Int(parts[1]) : nil)
            #expect(events[sequence - 1].record.payload == #"{"key":"\#(parts[0])"}"#)
        }
        #expect(events.count - acknowledged.count <= 20)
        #expect(try hanging().count <= 3)
    }
}
