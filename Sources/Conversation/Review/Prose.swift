/// Text as people read it: words, sentences, and how hard they are.
enum Prose {
    /// What a line says, without the speaker and the markup.
    static func said(_ template: String) -> String {
        let text = template.firstIndex(of: ":").map { template[template.index(after: $0)...] } ?? template[...]
        return plain(String(text))
    }

    /// A text without markup, and with one word for each value.
    static func plain(_ text: String) -> String {
        var result = ""
        var depth = 0
        var isEscaped = false
        for character in text {
            if isEscaped {
                result.append(character)
                isEscaped = false
            } else if character == "\\" {
                isEscaped = true
            } else if character == "[" {
                depth += 1
            } else if character == "]", depth > 0 {
                depth -= 1
            } else if depth == 0, character != "{", character != "}" {
                result.append(character)
            }
        }
        return trimmed(result)
    }

    /// A coach's line without the words it quotes, which are not the coach's.
    static func withoutQuotes(_ template: String) -> String {
        var result = ""
        var rest = template[...]
        while let open = rest.firstRange(of: "[quote]") {
            result += rest[..<open.lowerBound]
            rest = rest[open.upperBound...]
            if let close = rest.firstRange(of: "[/quote]") { rest = rest[close.upperBound...] }
        }
        var inner = said(result + rest)
        // Words that the coach proposes stand between quotation marks: their full stops end no sentence of the coach.
        for mark in ["\"", "“"] where inner.contains(mark) {
            var parts = inner.split(separator: mark == "“" ? "“" : "\"", omittingEmptySubsequences: false).map(
                String.init)
            for index in parts.indices where index % 2 == 1 {
                parts[index] = parts[index].filter { !".!?…".contains($0) }
            }
            inner = parts.joined(separator: " ")
        }
        return inner
    }

    /// The words of a text: runs of letters, digits and apostrophes.
    static func words(_ text: String) -> [Substring] {
        text.split { !($0.isLetter || $0.isNumber || $0 == "'" || $0 == "’") }
    }

    /// The sentences of a text; at least one when there is any word in it.
    static func sentences(_ text: String) -> [String] {
        var sentences: [String] = []
        var current = ""
        var isOver = false
        for character in text {
            if ".!?…".contains(character) {
                isOver = true
            } else if isOver, character.isWhitespace {
                sentences.append(current)
                current = ""
                isOver = false
            } else if character.isLetter || character.isNumber {
                isOver = false
            }
            current.append(character)
        }
        sentences.append(current)
        return sentences.filter { !words($0).isEmpty }
    }

    /// Whether a text has a phrase in it, as whole words, in whatever case.
    static func contains(_ phrase: String, in text: String) -> Bool {
        let wanted = words(phrase.lowercased())
        let there = words(text.lowercased())
        guard !wanted.isEmpty, there.count >= wanted.count else { return false }
        return (0...(there.count - wanted.count)).contains { start in
            there[start..<(start + wanted.count)].elementsEqual(wanted)
        }
    }

    /// The Flesch–Kincaid grade of some texts: 0.39 · words a sentence + 11.8 · syllables a word − 15.59.
    ///
    /// Source: Kincaid, Fishburne, Rogers and Chissom, "Derivation of new readability formulas for Navy enlisted
    /// personnel", 1975. It is made for English.
    static func grade(_ texts: [String]) -> Double {
        var (sentenceCount, wordCount, syllableCount) = (0, 0, 0)
        for text in texts {
            sentenceCount += sentences(text).count
            for word in words(text) {
                wordCount += 1
                syllableCount += syllables(word)
            }
        }
        guard wordCount > 0, sentenceCount > 0 else { return 0 }
        return 0.39 * Double(wordCount) / Double(sentenceCount) + 11.8 * Double(syllableCount) / Double(wordCount)
            - 15.59
    }

    /// About how many syllables an English word has: its groups of vowels, less a silent e.
    static func syllables(_ word: some StringProtocol) -> Int {
        let letters = Array(word.lowercased())
        var count = 0
        var wasVowel = false
        for letter in letters {
            let isVowel = "aeiouyäöüéèêáóúí".contains(letter)
            if isVowel, !wasVowel { count += 1 }
            wasVowel = isVowel
        }
        if letters.count > 2, letters.last == "e", !"aeiouyl".contains(letters[letters.count - 2]), count > 1 {
            count -= 1
        }
        return max(1, count)
    }

    /// A text without white space at its ends.
    static func trimmed(_ text: String) -> String {
        var text = text[...]
        while text.first?.isWhitespace == true { text.removeFirst() }
        while text.last?.isWhitespace == true { text.removeLast() }
        return String(text)
    }
}
