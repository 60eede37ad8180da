import Conversation
import Yams

/// `vocabulary.yaml`, read.
enum VocabularyFile {
    private struct Contents: Decodable {
        struct Move: Decodable {
            var id: String
            var name: String
            var helps: Bool
            var definition: String
        }

        var moves: [Move]
        var skills: [String: String]
        var emotions: [String]
        var tones: [String]
        var sounds: [String]
    }

    static func read(_ text: String, path: String) throws(LibraryFailure) -> Vocabulary {
        let contents: Contents
        do {
            contents = try YAMLDecoder().decode(Contents.self, from: text)
        } catch {
            throw LibraryFailure(
                "\(path) cannot be understood: \(error). It lists moves, skills, emotions, tones and sounds.")
        }
        return Vocabulary(
            moves: contents.moves.map {
                Vocabulary.Move(id: $0.id, name: $0.name, helps: $0.helps, definition: $0.definition)
            },
            skills: contents.skills, emotions: Set(contents.emotions), tones: Set(contents.tones),
            sounds: Set(contents.sounds))
    }
}
