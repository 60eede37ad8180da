import Terminal

/// One thing that can be done to a text that is being typed.
public enum Edit: String, Hashable, Sendable, CaseIterable {
    case left, right, wordLeft, wordRight, lineStart, lineEnd, up, down, textStart, textEnd
    case selectLeft, selectRight, selectWordLeft, selectWordRight, selectToLineStart, selectToLineEnd
    case selectUp, selectDown, selectToTextStart, selectToTextEnd
    case selectAll, mark, copy
    case deleteBackward, deleteForward, killWordBackward, killWordForward, killToLineStart, killToLineEnd
    case yank, yankOlder, undo, redo, newLine

    /// The edit's keys, and its words for help and for a `:command`.
    public struct Binding: Hashable, Sendable {
        /// What is done.
        public var edit: Edit
        /// The keys that do it.
        public var keys: [Key]
        /// How the keys are written, for people.
        public var shown: String
        /// A sentence for help.
        public var long: String
    }

    /// Where a motion goes.
    enum Motion: Hashable {
        case left, right, wordLeft, wordRight, lineStart, lineEnd, up, down, textStart, textEnd
    }

    /// The motion of a motion, and whether it selects what it passes.
    var motion: (motion: Motion, selects: Bool)? {
        switch self {
        case .left: (.left, false)
        case .right: (.right, false)
        case .wordLeft: (.wordLeft, false)
        case .wordRight: (.wordRight, false)
        case .lineStart: (.lineStart, false)
        case .lineEnd: (.lineEnd, false)
        case .up: (.up, false)
        case .down: (.down, false)
        case .textStart: (.textStart, false)
        case .textEnd: (.textEnd, false)
        case .selectLeft: (.left, true)
        case .selectRight: (.right, true)
        case .selectWordLeft: (.wordLeft, true)
        case .selectWordRight: (.wordRight, true)
        case .selectToLineStart: (.lineStart, true)
        case .selectToLineEnd: (.lineEnd, true)
        case .selectUp: (.up, true)
        case .selectDown: (.down, true)
        case .selectToTextStart: (.textStart, true)
        case .selectToTextEnd: (.textEnd, true)
        default: nil
        }
    }
}
