import Foundation
import Testing

@testable import Library

@Suite("Debrief guides")
struct DebriefGuideTests {
    private static let good = """
        name: Two questions
        for: alone
        summary: Short.
        agreement:
          - We stop when we like.
        prompts:
          - id: one
            text: What worked?
            seconds: 30
          - id: two
            text: A rule?
            seconds: 20
            keeps: heuristic

        """

    @Test("the shipped ones can be read, and each fits what it says it is for")
    func shipped() {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appendingPathComponent("Content").path
        let shelf = Library(folders: [root]).guides()
        #expect(shelf.troubles.isEmpty)
        #expect(
            shelf.guides.map(\.id) == ["after-a-hard-call", "alone", "calibration", "huddle", "one-to-one", "pair"])
        #expect(Set(shelf.guides.map(\.company)) == Set(DebriefGuide.Company.allCases))
        for guide in shelf.guides {
            let longest = [.oneToOne, .calibration].contains(guide.company) ? 30 : 15
            #expect(guide.lasting <= longest * 60_000, "\(guide.id) is longer than \(longest) minutes")
            #expect(guide.company == .alone || !guide.agreement.isEmpty, "\(guide.id) has no agreement")
        }
    }

    @Test("one is read with its agreement, timeboxes and what its answers are kept as")
    func read() throws {
        let folder = try ContentFolder()
        try folder.write(Self.good, "debriefs/mine.yaml")
        let guide = try #require(Library(folders: [folder.path]).guides().guides.first)
        #expect(guide.id == "mine")
        #expect(guide.agreement == ["We stop when we like."])
        #expect(guide.prompts.map(\.timebox) == [30_000, 20_000])
        #expect(guide.prompts.map(\.output) == [nil, .heuristic])
    }

    @Test(
        "one that is wrong is named with its line, and the others work",
        arguments: [
            (
                "for: alone", "for: everybody",
                ":2:6: `for` is one of alone, pair, huddle, one-to-one, calibration, care."
            ),
            ("seconds: 20", "seconds: soon", ":12:14: `seconds` is a whole number from 5 to 3600."),
            ("id: two", "id: one", ":10:5: There is a prompt `one` already."),
            (
                "keeps: heuristic", "keep: heuristic",
                ":13:5: There is no `keep` here; there is id, text, seconds, keeps."
            ),
            ("summary: Short.\n", "", ":1:1: `summary` is missing."),
            ("text: A rule?", "text: \"\"", ":11:11: `text` needs words."),
        ])
    func wrong(old: String, new: String, complaint: String) throws {
        let folder = try ContentFolder()
        let path = try folder.write(Self.good.replacing(old, with: new), "debriefs/bad.yaml")
        try folder.write(Self.good, "debriefs/good.yaml")
        let shelf = Library(folders: [folder.path]).guides()
        #expect(shelf.guides.map(\.id) == ["good"])
        #expect(shelf.troubles == [path + complaint])
    }
}
