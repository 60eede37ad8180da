import Terminal

/// Typed or pasted text as an editor keeps it: no more than there is room for, without controls.
struct TypedText {
    /// What fits.
    private(set) var clusters: [LineEditor.Cluster] = []
    /// How many characters did not fit.
    let left: Int

    /// One character of a text never needs more scalars than this, but for nonsense.
    private static let mostScalars = 32

    /// Looks only at as much of the text as could fit, so that a paste of any size costs no more than that.
    init(_ text: String, room: Int, isSingleLine: Bool) {
        let room = max(0, room)
        var index = text.startIndex
        var scalars = text.unicodeScalars[index...]
        clusters.reserveCapacity(min(room, text.utf8.count))
        while clusters.count < room, index < text.endIndex {
            let piece = Self.next(&scalars)
            index = scalars.startIndex
            if let cluster = Self.cluster(piece, isSingleLine: isSingleLine) { clusters.append(cluster) }
        }
        left = index < text.endIndex ? Self.count(text[index...]) : 0
    }

    /// Takes one character off the front: a grapheme, or the first part of one that is endless.
    private static func next(_ rest: inout Substring.UnicodeScalarView) -> Character? {
        guard let first = rest.first else { return nil }
        // Most of what people type; a carriage return with its newline is one character.
        let second = rest.index(after: rest.startIndex)
        if first.isASCII, second == rest.endIndex || rest[second].isASCII {
            let isPair = first == "\r" && second < rest.endIndex && rest[second] == "\n"
            rest = rest[(isPair ? rest.index(after: second) : second)...]
            return isPair ? "\n" : Character(first)
        }
        let bound = rest.index(rest.startIndex, offsetBy: mostScalars, limitedBy: rest.endIndex) ?? rest.endIndex
        guard let character = Substring(rest[..<bound]).first else { return nil }
        rest = rest.dropFirst(character.unicodeScalars.count)
        return character
    }

    private static func cluster(_ character: Character?, isSingleLine: Bool) -> LineEditor.Cluster? {
        switch character {
        case nil: return nil
        case "\n", "\r", "\r\n", "\u{85}", "\u{2028}", "\u{2029}":
            return LineEditor.Cluster(text: isSingleLine ? " " : "\n", width: isSingleLine ? 1 : 0)
        case "\t": return LineEditor.Cluster(text: " ", width: 1)
        case let character?:
            if let ascii = character.asciiValue {
                return (0x20..<0x7F).contains(ascii) ? LineEditor.Cluster(text: character, width: 1) : nil
            }
            // A control is always a character of its own.
            if character.unicodeScalars.allSatisfy({ $0.properties.generalCategory == .control }) { return nil }
            let width = DisplayText.width(of: String(character))
            return LineEditor.Cluster(text: character, width: UInt8(clamping: width))
        }
    }

    private static func count(_ rest: Substring) -> Int {
        // Beyond this nobody needs the number to the character, and graphemes are slow to count.
        rest.utf8.count <= 20_000 ? rest.count : rest.unicodeScalars.count
    }
}
