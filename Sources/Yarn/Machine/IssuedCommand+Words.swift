extension IssuedCommand {
    /// Splits at white space; double quotes keep what is between them together and may stand inside a word.
    static func words(of text: String) -> [String] {
        var words: [String] = []
        var word = ""
        var isQuoted = false
        var isStarted = false
        for character in text {
            if character == "\"" {
                isQuoted.toggle()
                isStarted = true
            } else if character.isWhitespace, !isQuoted {
                if isStarted { words.append(word) }
                word = ""
                isStarted = false
            } else {
                word.append(character)
                isStarted = true
            }
        }
        if isStarted { words.append(word) }
        return words
    }
}
