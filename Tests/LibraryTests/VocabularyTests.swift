import Conversation
import Testing

@testable import Library

@Suite("The vocabulary")
struct VocabularyTests {
    @Test("is read from the first folder that has one")
    func read() throws {
        let own = try ContentFolder()
        let shipped = try ContentFolder()
        try shipped.write(ContentFolder.vocabulary, "vocabulary.yaml")
        let vocabulary = try Library(folders: [own.path, shipped.path]).vocabulary()
        #expect(vocabulary.move("clarify")?.name == "Asking")
        #expect(vocabulary.move("clarify")?.helps == true)
        #expect(vocabulary.name(ofSkill: "clarify") == "Asking before fixing")
        #expect(vocabulary.name(ofSkill: "ask-permission") == "ask permission")
        #expect(vocabulary.emotions == ["calm"])
        #expect(vocabulary.tones == ["dry"])
        #expect(vocabulary.sounds == ["door"])
        try own.write(ContentFolder.vocabulary.replacing("Asking\n", with: "Mine\n"), "vocabulary.yaml")
        #expect(try Library(folders: [own.path, shipped.path]).vocabulary().move("clarify")?.name == "Mine")
    }

    @Test(
        "one that cannot be understood is named, with where it is wrong and what it should list",
        arguments: [
            ("", ""), ("just words", ""), ("moves: 7\n", ": `moves` has another form"),
            ("moves: []\nemotions: []\n", ": `skills` is missing"),
            ("moves:\n  - id: x\n    name: X\n    helps: true\n", ": `moves, entry 1, definition` is missing"),
            ("moves: [\n", ": line 2, column 1: did not find expected node content"),
            ("\t- x", ": line 1, column 1: found character that cannot start any token"),
        ])
    func invalid(text: String, reason: String) throws {
        let folder = try ContentFolder()
        let path = try folder.write(text, "vocabulary.yaml")
        let failure = #expect(throws: LibraryFailure.self) { try Library(folders: [folder.path]).vocabulary() }
        #expect(
            failure?.description
                == "\(path) cannot be understood\(reason). It lists moves, skills, emotions, tones and sounds.")
    }

    private static func costing(_ cost: String, helps: Bool = false) -> String {
        """
        skills: {}
        emotions: []
        tones: []
        sounds: []
        moves:
          - id: minimise
            name: Making it smaller
            helps: \(helps)
            definition: The reply makes it smaller.
            cost:
        \(cost)
        """
    }

    private static let good = """
              trust: 4
              heat: 5
              instead: "Say what it costs them."
              reactions:
                - "It is not small to me."
        """

    @Test("what a harm costs is read, and what cannot cost so is refused with its line")
    func costs() throws {
        let folder = try ContentFolder()
        let path = try folder.write(Self.costing(Self.good), "vocabulary.yaml")
        let cost = try Library(folders: [folder.path]).vocabulary().move("minimise")?.cost
        #expect(cost?.trust == 4 && cost?.heat == 5 && cost?.reactions == ["It is not small to me."])
        let wrong: [(String, Bool, String)] = [
            (Self.good, true, ":11:7: `minimise` helps, and what helps costs nothing. Take `cost` out."),
            (
                Self.good.replacing("trust: 4", with: "trust: -4"), false,
                ":11:14: `minimise` costs a `trust` that is no whole number from 0 to 100."
            ),
            (
                Self.good.replacing("heat: 5", with: "heat: much"), false,
                ":12:13: `minimise` costs a `heat` that is no whole number from 0 to 100."
            ),
            (Self.good.replacing("      heat: 5\n", with: ""), false, ":11:7: `minimise` has a `cost` without `heat`."),
            (
                Self.good.replacing("reactions:\n        - \"It is not small to me.\"", with: "reactions: []"), false,
                ":14:18: `minimise` has a `cost` without `reactions`, what a customer may say to it."
            ),
            (
                Self.good.replacing("It is not small to me.", with: " "), false,
                ":15:11: `minimise` has a reaction without words."
            ),
            (
                Self.good.replacing("Say what it costs them.", with: ""), false,
                ":13:16: `minimise` has a `cost` without `instead`, one thing to try."
            ),
        ]
        for (text, helps, says) in wrong {
            try folder.write(Self.costing(text, helps: helps), "vocabulary.yaml")
            let failure = #expect(throws: LibraryFailure.self) { try Library(folders: [folder.path]).vocabulary() }
            #expect(failure?.description == path + says)
        }
    }

    @Test("every harm of the shipped vocabulary costs something and is answered; asking back has words")
    func shipped() throws {
        let vocabulary = try Checkout.library.vocabulary()
        for move in vocabulary.moves {
            #expect((move.cost == nil) == move.helps, "\(move.id)")
            #expect((move.cost?.reactions.count ?? 2) >= 2, "\(move.id)")
        }
        #expect(vocabulary.unclear.count >= 2)
    }
}
