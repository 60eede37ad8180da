import Terminal

/// Text that is being typed: one line or many, with a cursor, a selection, undo, and a kill ring.
///
/// It is a value. Keys go to ``handle(_:)``, pastes to ``insert(_:)``, commands to ``perform(_:)``; tell it with
/// ``fit(_:)`` how large the area is that it is drawn in, because up and down go by the rows one sees. Enter is the
/// caller's to understand, and so is `$EDITOR`; ``replaceAll(with:)`` takes what comes back as one step of undo.
///
/// The text is the person's own, as typed. Only controls are taken out, when they come; what is drawn is made fit for a
/// terminal by the surface.
public struct LineEditor: Equatable, Sendable {
    /// One character as people count them, with what wrapping and drawing want to know of it.
    struct Cluster: Equatable, Sendable {
        /// What the character is to rows. Kept, because comparing characters outside ASCII is slow.
        enum Kind: UInt8, Equatable, Sendable {
            case newline, space
            /// One scalar that stands for itself: it may be drawn together with its neighbours.
            case simple
            /// Anything else: marks, sequences, what the surface shows otherwise.
            case composed
        }

        var text: Character
        var width: UInt8
        var kind: Kind

        var isNewline: Bool { kind == .newline }
        var isSimple: Bool { kind == .simple || kind == .space }
    }

    /// What came of a key or an edit.
    public enum Outcome: Equatable, Sendable {
        /// It happened.
        case done
        /// There was nothing to do: the cursor was at the end, nothing was left to undo.
        case nothing
        /// This text is to be put on the clipboard (OSC 52). The editor's own text stays as it is.
        case copied(String)
        /// So many characters found no room; the rest was taken.
        case overfull(Int)
    }

    /// What was typed, cluster by cluster.
    private(set) var clusters: [Cluster] = []
    /// Where the next character goes, 0 … ``count``.
    public internal(set) var cursor = 0
    /// The other end of the selection.
    var anchor: Int?
    /// Motions select until the mark is taken back.
    var isMarking = false
    /// No more than this many characters are taken.
    public var limit: Int
    /// True when it is one line: line ends become spaces.
    public let isSingleLine: Bool
    /// Shown muted while there is no text.
    public var placeholder: String
    /// What was killed. Hand it from one editor to the next to keep it.
    public var kills = KillRing()

    var history = EditHistory()
    /// What was done last, where the next edit depends on it.
    var last = Last.other
    /// The column that up and down keep to.
    var goal: Int?
    /// The area it is drawn in.
    var area = Size(columns: 78, rows: 8)
    /// The first row shown; in a single line, the first cluster.
    var first = 0

    /// What was done last.
    enum Last: Equatable, Sendable {
        case killedBackward, killedForward, other
        /// The piece with this number was put into the text at these clusters.
        case yanked(Int, Range<Int>)
    }

    /// An empty editor.
    public init(limit: Int = 2_000, isSingleLine: Bool = false, placeholder: String = "") {
        self.limit = limit
        self.isSingleLine = isSingleLine
        self.placeholder = placeholder
    }

    /// The whole text, as typed.
    public var text: String { String(clusters.map(\.text)) }

    /// The text without white space at its ends.
    public var value: String {
        var rest = clusters[...]
        while rest.first?.text.isWhitespace == true { rest.removeFirst() }
        while rest.last?.text.isWhitespace == true { rest.removeLast() }
        return String(rest.map(\.text))
    }

    /// Characters in the text.
    public var count: Int { clusters.count }

    /// True when there is no text.
    public var isEmpty: Bool { clusters.isEmpty }

    /// The selected characters, by their place; nil when nothing is selected.
    public var selection: Range<Int>? {
        guard let anchor, anchor != cursor else { return nil }
        return min(anchor, cursor)..<max(anchor, cursor)
    }

    /// Takes a key: types it, or does what ``Edit/bindings`` says.
    /// - Returns: what came of it; nil when the key is not the editor's.
    @discardableResult
    public mutating func handle(_ key: Key) -> Outcome? {
        if let typed = key.typed {
            let left = insert(String(typed), as: .typed)
            return left > 0 ? .overfull(left) : .done
        }
        return Edit.edit(for: key).map { perform($0) }
    }

    /// Puts pasted text where the cursor is, in the place of the selection, as one step of undo.
    ///
    /// Controls are taken out, tabs become spaces, every kind of line end a newline. Of a paste that is too long, only
    /// what fits is ever looked at.
    /// - Returns: how many characters found no room.
    @discardableResult
    public mutating func insert(_ pasted: String) -> Int { insert(pasted, as: .single) }

    /// Puts a new text in the place of the whole old one, as one step of undo; the cursor goes to its end.
    /// - Returns: how many characters found no room.
    @discardableResult
    public mutating func replaceAll(with text: String) -> Int {
        let fitting = TypedText(text, room: limit, isSingleLine: isSingleLine)
        replace(0..<count, with: fitting.clusters, as: .single)
        return fitting.left
    }

    mutating func insert(_ text: String, as kind: EditHistory.Kind) -> Int {
        var range = selection ?? cursor..<cursor
        var text = text
        // A mark that is typed after its letter is one character with it.
        if let mark = text.unicodeScalars.first, !mark.isASCII, range.lowerBound > 0 {
            let before = clusters[range.lowerBound - 1].text
            let both = String(before) + String(mark)
            if !before.isNewline, both.count == 1 {
                range = range.lowerBound - 1..<range.upperBound
                text = String(before) + text
            }
        }
        let fitting = TypedText(text, room: limit - count + range.count, isSingleLine: isSingleLine)
        replace(range, with: fitting.clusters, as: kind)
        return fitting.left
    }

    /// The only place where the text changes, but for undo.
    mutating func replace(_ range: Range<Int>, with new: [Cluster], as kind: EditHistory.Kind) {
        last = .other
        (goal, isMarking) = (nil, false)
        guard !range.isEmpty || !new.isEmpty else { return }
        history.add(
            EditHistory.Change(
                at: range.lowerBound, removed: Array(clusters[range]), inserted: new, cursor: cursor, anchor: anchor,
                kind: kind))
        clusters.replaceSubrange(range, with: new)
        cursor = range.lowerBound + new.count
        anchor = nil
        settle()
    }

    mutating func takeBack(_ change: EditHistory.Change) {
        clusters.replaceSubrange(change.at..<change.at + change.inserted.count, with: change.removed)
        (cursor, anchor) = (change.cursor, change.anchor)
    }

    mutating func doAgain(_ change: EditHistory.Change) {
        clusters.replaceSubrange(change.at..<change.at + change.removed.count, with: change.inserted)
        (cursor, anchor) = (change.at + change.inserted.count, nil)
    }
}
