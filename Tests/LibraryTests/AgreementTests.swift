import Room
import Testing

@testable import Library

@Suite("Safety agreements")
struct AgreementTests {
    static let good = """
        title: The two of us
        summary: For two.
        points:
          - One.
          - Two.
          - Three.
        recording:
          kept: Kept.
          forgotten: Gone.
        never_seen:
          - What you practise alone.
        question: Shall we?

        """

    @Test("one is read with everything in it")
    func read() throws {
        let folder = try ContentFolder()
        try folder.write(Self.good, "agreements/us.yaml")
        let agreement = try Library(folders: [folder.path]).agreement("us")
        #expect(
            agreement
                == SafetyAgreement(
                    slug: "us", title: "The two of us", summary: "For two.", points: ["One.", "Two.", "Three."],
                    kept: "Kept.", forgotten: "Gone.", neverSeen: ["What you practise alone."], question: "Shall we?"))
    }

    @Test(
        "what is wrong is named with its place",
        arguments: [
            ("  - Three.\n", "", ":4:3: `points` has 2; it takes 3 to 7."),
            ("  forgotten: Gone.\n", "", ":8:3: `forgotten` is missing."),
            (
                "recording:\n  kept: Kept.\n  forgotten: Gone.\n", "",
                ":1:1: `recording` is missing. It has `kept`, `forgotten`."
            ),
            ("never_seen:\n  - What you practise alone.\n", "", ":1:1: `never_seen` is missing."),
            ("question: Shall we?\n", "", ":1:1: `question` is missing."),
            ("question: Shall we?", "asks: Shall we?", ":12:1: There is no `asks` here."),
        ])
    func wrong(old: String, new: String, complaint: String) throws {
        let folder = try ContentFolder()
        let path = try folder.write(Self.good.replacing(old, with: new), "agreements/bad.yaml")
        let shelf = Library(folders: [folder.path]).agreements()
        #expect(shelf.values.isEmpty)
        #expect(shelf.troubles.contains { $0.hasPrefix(path + complaint) }, "\(shelf.troubles)")
    }
}
