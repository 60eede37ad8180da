import Listening
import Yams

/// `moves/words.yaml`, read: `variants` (a spelling and how it is written out) and `concepts` (one word for many, in order).
enum WordLoreFile {
    static func read(_ text: String, path: String) throws(LibraryFailure) -> WordLore {
        let root: Node?
        do {
            root = try Yams.compose(yaml: text)
        } catch {
            throw LibraryFailure("\(path) is no YAML: \(error)")
        }
        guard let mapping = root?.mapping, let variants = mapping["variants"]?.mapping,
            let concepts = mapping["concepts"]?.mapping
        else { throw LibraryFailure("\(path) has `variants` and `concepts`, each a list of names and words.") }
        var spellings: [String: String] = [:]
        for (key, value) in variants {
            guard let written = key.scalar?.string, let words = value.scalar?.string, !words.isEmpty else {
                throw failure(value, "A variant is a spelling and the words it stands for.", path)
            }
            spellings[written] = words
        }
        var meanings: [(name: String, words: [String])] = []
        for (key, value) in concepts {
            guard let name = key.scalar?.string, let words = value.sequence else {
                throw failure(value, "A concept is a name and a list of words.", path)
            }
            var list: [String] = []
            for word in words {
                guard let word = word.scalar?.string, !word.isEmpty else {
                    throw failure(word, "A word stands here, in quotes where it is a number.", path)
                }
                list.append(word)
            }
            meanings.append((name, list))
        }
        return WordLore(variants: spellings, concepts: meanings)
    }

    private static func failure(_ node: Node, _ message: String, _ path: String) -> LibraryFailure {
        LibraryFailure("\(path):\(node.mark?.line ?? 1):\(node.mark?.column ?? 1): \(message)")
    }
}
