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
        try checkCosts(text, path: path)
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

    /// What harms may cost something, and says then how: whole numbers, one thing to try, what a customer answers.
    private static func checkCosts(_ text: String, path: String) throws(LibraryFailure) {
        // What is no YAML, or has another form, is found by whoever reads all of it.
        guard let root = try? Yams.compose(yaml: text), let moves = root.mapping?["moves"]?.sequence else { return }
        for move in moves {
            guard let move = move.mapping, let cost = move["cost"] else { continue }
            let id = move["id"]?.string ?? ""
            func fail(_ message: String, at node: Node?) -> LibraryFailure {
                let mark = (node ?? cost).mark ?? cost.mark
                return LibraryFailure("\(path):\(mark?.line ?? 1):\(mark?.column ?? 1): `\(id)` \(message)")
            }
            guard move["helps"]?.bool == false else {
                throw fail("helps, and what helps costs nothing. Take `cost` out.", at: nil)
            }
            guard let parts = cost.mapping else {
                throw fail("has a `cost` without `trust`, `heat`, `instead` and `reactions`.", at: nil)
            }
            for name in ["trust", "heat"] {
                guard let value = parts[name] else { throw fail("has a `cost` without `\(name)`.", at: nil) }
                guard let number = value.int, (0...100).contains(number) else {
                    throw fail("costs a `\(name)` that is no whole number from 0 to 100.", at: value)
                }
            }
            guard let instead = parts["instead"]?.string, !isBlank(instead) else {
                throw fail("has a `cost` without `instead`, one thing to try.", at: parts["instead"])
            }
            guard let reactions = parts["reactions"]?.sequence, !reactions.isEmpty else {
                throw fail("has a `cost` without `reactions`, what a customer may say to it.", at: parts["reactions"])
            }
            for reaction in reactions {
                guard let words = reaction.scalar?.string, !isBlank(words) else {
                    throw fail("has a reaction without words.", at: reaction)
                }
            }
        }
    }

    private static func isBlank(_ text: String) -> Bool { text.allSatisfy(\.isWhitespace) }

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
