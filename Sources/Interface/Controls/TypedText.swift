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
        var used = 0
        clusters.reserveCapacity(min(room, text.utf8.count))
        var rest = text.makeIterator()
        while clusters.count < room, let character = rest.next() {
            used += character.utf8.count
            if let cluster = Self.cluster(character, isSingleLine: isSingleLine) { clusters.append(cluster) }
        }
        let index = text.utf8.index(text.startIndex, offsetBy: used)
        left = index < text.endIndex ? Self.count(text[index...]) : 0
    }

    private static func cluster(_ character: Character, isSingleLine: Bool) -> LineEditor.Cluster? {
        let scalars = character.unicodeScalars
        guard let first = scalars.first else { return nil }
        let isAlone = scalars.index(after: scalars.startIndex) == scalars.endIndex
        if isAlone || first == "\r" {
            switch first.value {
            case 0x0A, 0x0D, 0x85, 0x2028, 0x2029:
                return isSingleLine
                    ? LineEditor.Cluster(text: " ", width: 1, kind: .space)
                    : LineEditor.Cluster(text: "\n", width: 0, kind: .newline)
            case 0x09, 0x20: return LineEditor.Cluster(text: " ", width: 1, kind: .space)
            case 0..<0x20, 0x7F..<0xA0: return nil
            // Letters that nobody measures differently: Latin; kana, Han and Hangul.
            case 0x21..<0x7F, 0xA1..<0xAD, 0xAE..<0x300:
                return LineEditor.Cluster(text: character, width: 1, kind: .simple)
            case 0x3041..<0x3097, 0x30A1..<0x30FB, 0x4E00..<0x9FFD, 0xAC00..<0xD7A4:
                return LineEditor.Cluster(text: character, width: 2, kind: .simple)
            default: break
            }
        }
        // A character can be endless, and a terminal shows two marks of it.
        let kept =
            character.utf8.count <= mostScalars
            ? String(character) : String(String.UnicodeScalarView(scalars.prefix(mostScalars)))
        guard let shown = kept.first else { return nil }
        return LineEditor.Cluster(
            text: shown, width: UInt8(clamping: DisplayText.width(of: String(shown))), kind: .composed)
    }

    private static func count(_ rest: Substring) -> Int {
        // Beyond this nobody needs the number to the character, and graphemes are slow to count.
        rest.utf8.count <= 20_000 ? rest.count : rest.unicodeScalars.count
    }
}
