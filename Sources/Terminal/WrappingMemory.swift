import Synchronization

/// Text that was wrapped lately, by its words and width.
///
/// Frames wrap the same words again and again, and wrapping is the dearest part of one. What is kept depends on nothing
/// but the text and the width, so that it makes no frame another.
struct WrappingMemory: Sendable {
    private struct Key: Hashable {
        var text: String
        var columns: Int
    }

    /// Entries are dropped all together when there are so many: more than a screen with its transcript has.
    private static let most = 1_024
    /// Longer texts are rare, and would be kept at a price.
    private static let longestText = 4_096

    static let shared = Mutex(WrappingMemory())

    private var kept: [Key: [String]] = [:]

    mutating func lines(of text: String, columns: Int, wrap: (String, Int) -> [String]) -> [String] {
        guard text.utf8.count <= Self.longestText else { return wrap(text, columns) }
        let key = Key(text: text, columns: columns)
        if let lines = kept[key] { return lines }
        let lines = wrap(text, columns)
        if kept.count >= Self.most { kept.removeAll(keepingCapacity: true) }
        kept[key] = lines
        return lines
    }
}
