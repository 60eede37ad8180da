import Conversation
import Foundation
import Journal
import Listening
import Testing

@testable import rapport

/// What somebody said was meant, listed and given away, and only when asked.
@Suite struct CorrectionsTests {
    private func keep(_ corrections: [(text: String, meant: String?)], in fixture: Fixture) throws {
        let folder = (fixture.journalFile as NSString).deletingLastPathComponent
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        let journal = try Journal(.file(fixture.journalFile))
        let stream = StreamID("one")
        try journal.open(
            NewStream(id: stream, owner: "", title: "Mini parcel", scenarioSlug: "mini", source: nil, openedAt: 1))
        let records = try corrections.map {
            try TimedEvent(
                time: 0, event: .hearingCorrected(HearingCorrected(text: $0.text, heard: [], meant: $0.meant))
            ).record()
        }
        try journal.append(
            records, to: stream, by: "", expecting: 0, term: 0, key: "1",
            wallTimes: Dictionary(uniqueKeysWithValues: records.indices.map { ($0, 1_795_262_400_000 + $0) }))
    }

    @Test func theyAreListedNewestFirstAndWrittenOnlyWhenAsked() throws {
        let fixture = try Fixture()
        defer { fixture.remove() }
        #expect(try fixture.run("listen", "corrections").output.hasPrefix("Nothing yet."))
        try keep(
            [
                ("which of the two\nis it", "clarify"), ("# not \u{1B}[31mthat ## rush", nil),
                ("is it this one", "clarify"),
            ],
            in: fixture)
        let listed = try fixture.run("listen", "corrections")
        #expect(listed.status == 0)
        let lines = listed.output.split(separator: "\n").map(String.init)
        #expect(
            lines.filter { $0.hasPrefix("    ") } == [
                "    is it this one", "    # not [31mthat ## rush", "    which of the two is it",
            ])
        #expect(!listed.output.contains("\u{1B}"))

        let file = fixture.root + "/own.txt"
        let written = try fixture.run("listen", "corrections", "--to", file)
        #expect(written.status == 0, "\(written.complaint)")
        let text = try String(contentsOfFile: file, encoding: .utf8)
        let read = try ExemplarFile.read(text, file: file, moves: ["clarify", "rush"])
        #expect(read.map(\.move) == ["clarify", "clarify", nil])
        #expect(read.map(\.text) == ["which of the two is it", "is it this one", "not [31mthat rush"])
        #expect(read.allSatisfy { $0.voice == "own" && $0.further.isEmpty })
        // What is there is never written over.
        #expect(try fixture.run("listen", "corrections", "--to", file).status != 0)
        #expect(try String(contentsOfFile: file, encoding: .utf8) == text)
    }

    @Test func theNewestHasTheLastWord() throws {
        let fixture = try Fixture()
        defer { fixture.remove() }
        try keep([("is it this one", "rush"), ("is it this one", "clarify")], in: fixture)
        let own = Surroundings.exemplars(of: "", in: try Journal(.file(fixture.journalFile)))
        #expect(own.map(\.move) == ["rush", "clarify"])
    }
}
