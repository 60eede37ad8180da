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
}
