extension Ear {
    /// How much two texts share of what they speak about, 0–1: the words that tell something, as they are heard, counted
    /// once each (Dice 1945).
    public func likeness(of text: String, to other: String) -> Double {
        let left = contentWords(text)
        let right = contentWords(other)
        guard !left.isEmpty, !right.isEmpty else { return 0 }
        return 2 * Double(left.intersection(right).count) / Double(left.count + right.count)
    }

    /// The words of a text that tell something, as they are heard: no small words.
    public func contentWords(_ text: String) -> Set<String> {
        let words = table.lexicon.heard(Utterance(text, spelling: table.spelling).words)
        return Set(words.lazy.map(\.form).filter { $0 != Lexicon.unknown && !FeatureReader.small.contains($0) })
    }
}
