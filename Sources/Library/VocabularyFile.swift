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
            var cost: Cost?
        }

        struct Cost: Decodable {
            var trust: Int
            var heat: Int
            var instead: String
            var reactions: [String]
        }

        var moves: [Move]
        var skills: [String: String]
        var emotions: [String]
        var tones: [String]
        var sounds: [String]
        var scolding: [String]?
        var unclear: [String]?
    }

    static func read(_ text: String, path: String) throws(LibraryFailure) -> Vocabulary {
        let contents: Contents
        do {
            contents = try YAMLDecoder().decode(Contents.self, from: text)
        } catch {
            throw LibraryFailure(
                "\(path) cannot be understood\(reason(error)). It lists moves, skills, emotions, tones and sounds.")
        }
        return Vocabulary(
            moves: contents.moves.map {
                Vocabulary.Move(
                    id: $0.id, name: $0.name, helps: $0.helps, definition: $0.definition,
                    cost: $0.cost.map {
                        Vocabulary.Cost(trust: $0.trust, heat: $0.heat, instead: $0.instead, reactions: $0.reactions)
                    })
            },
            skills: contents.skills, emotions: Set(contents.emotions), tones: Set(contents.tones),
            sounds: Set(contents.sounds), scolding: contents.scolding ?? [], unclear: contents.unclear ?? [])
    }

    /// What is wrong and where, in words that need no knowledge of the decoder.
    private static func reason(_ error: any Error) -> String {
        func place(_ keys: [any CodingKey]) -> String {
            keys.map { key in key.intValue.map { "entry \($0 + 1)" } ?? key.stringValue }.joined(separator: ", ")
        }
        switch error {
        case DecodingError.keyNotFound(let key, let context):
            return ": `\(place(context.codingPath + [key]))` is missing"
        case DecodingError.typeMismatch(_, let context), DecodingError.valueNotFound(_, let context):
            return context.codingPath.isEmpty ? "" : ": `\(place(context.codingPath))` has another form"
        case DecodingError.dataCorrupted(let context):
            return context.underlyingError.map(reason) ?? ""
        case YamlError.scanner(_, let problem, let mark, _), YamlError.parser(_, let problem, let mark, _),
            YamlError.composer(_, let problem, let mark, _):
            return ": line \(mark.line), column \(mark.column): \(problem)"
        default: return ""
        }
    }
}
