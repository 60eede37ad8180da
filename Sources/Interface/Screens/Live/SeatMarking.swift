import Room
import Terminal

/// A mark that was just made: which behaviour, when, and the words it is about. It is kept by itself soon, so that nobody
/// who observes has to look away.
struct SeatMarking: Equatable, Sendable {
    /// The behaviour's key on the checklist.
    let behaviour: String
    /// The session time, ms, at which the key was pressed.
    let pressed: Int
    /// When it is kept by itself.
    var keeps: Uptime
    /// The agent's replies as they were then, the newest first; empty where nothing was said yet.
    let replies: [String]
    /// Which reply it is about, from 0, the newest; as many as there are replies for none.
    private(set) var place = 0

    /// How long a mark waits for its words, ms.
    static let waits: Int64 = 8_000
    /// So much of a reply is quoted, characters.
    static let longest = 200

    init(_ behaviour: String, pressed: Int, replies: [String], at now: Uptime) {
        (self.behaviour, self.pressed, self.replies) = (behaviour, pressed, replies)
        keeps = now + Self.waits
    }

    /// An earlier reply, or a later one; behind the earliest, none.
    mutating func move(_ action: Action, at now: Uptime) {
        place = min(replies.count, max(0, place + (action == .up ? 1 : -1)))
        keeps = now + Self.waits
    }

    /// The words it is about; empty for none.
    ///
    /// What was typed narrows it to the sentence that has those words, of the newest reply that has one; words that were
    /// said aloud and stand nowhere are quoted as they were typed.
    func quote(typed: String = "") -> String {
        let words = typed.trimmed
        guard !words.isEmpty else { return replies.indices.contains(place) ? Self.cut(replies[place]) : "" }
        let found = replies.lazy.flatMap(Self.sentences).first { $0.lowercased().contains(words.lowercased()) }
        return Self.cut(found ?? words)
    }

    private static func cut(_ words: String) -> String { String(words.prefix(longest)) }

    /// A text in its sentences.
    private static func sentences(_ text: String) -> [String] {
        var sentences: [String] = [""]
        for character in text {
            sentences[sentences.count - 1].append(character)
            if ".!?;:".contains(character) { sentences.append("") }
        }
        return sentences.map(\.trimmed).filter { !$0.isEmpty }
    }
}

extension String {
    /// Without white space at its ends.
    fileprivate var trimmed: String {
        var text = Substring(self)
        while text.last?.isWhitespace == true { text.removeLast() }
        return String(text.drop(while: \.isWhitespace))
    }
}
