import Conversation
import Terminal

/// A mail being typed: its subject and its paragraphs, each a field. Enter makes a paragraph, Tab goes to the next.
///
/// It is a value beside the session. ``edits`` says what is to be changed in the draft for it to be what stands here;
/// the screen asks the engine for that whenever a field is left, so that nothing typed is lost.
struct DraftEditor: Equatable, Sendable {
    /// A paragraph.
    struct Field: Equatable, Sendable {
        var editor: LineEditor
        /// The paragraph's words in the draft; nil while it is not in it.
        var kept: String?
    }

    /// The subject.
    private(set) var subject: LineEditor
    private var keptSubject: String
    /// The paragraphs, in order.
    private(set) var fields: [Field]
    /// Where one types: 0 is the subject, 1 the first paragraph.
    private(set) var focus: Int

    /// An editor of a draft, at its end.
    init(_ draft: Draft) {
        subject = Self.editor(draft.subject, isSingleLine: true, placeholder: "What it is about")
        keptSubject = draft.subject
        fields = draft.paragraphs.map { Field(editor: Self.editor($0.text), kept: $0.text) }
        if fields.isEmpty { fields = [Self.blank] }
        focus = draft.subject.isEmpty ? 0 : fields.count
    }

    private static var blank: Field { Field(editor: editor(""), kept: nil) }

    private static func editor(
        _ text: String, isSingleLine: Bool = false, placeholder: String = "A paragraph of your own"
    )
        -> LineEditor
    {
        var editor = LineEditor(
            limit: isSingleLine ? 200 : DraftEdit.longestText, isSingleLine: isSingleLine, placeholder: placeholder)
        editor.replaceAll(with: text)
        // What stood there before is no step that could be undone.
        editor.history = EditHistory()
        return editor
    }

    // MARK: What it comes to

    /// What is to be changed in the draft, in order.
    var edits: [DraftEdit] {
        var edits: [DraftEdit] = []
        if subject.value != keptSubject { edits.append(.subject(subject.value)) }
        var place = 0
        for field in fields {
            let text = field.editor.value
            switch (field.kept, text.isEmpty) {
            case (nil, true): continue
            case (nil, false): edits.append(.add(text, at: place))
            case (_?, true):
                edits.append(.remove(place))
                continue
            case (let kept?, false): if kept != text { edits.append(.rewrite(place, text)) }
            }
            place += 1
        }
        return edits
    }

    /// The draft as it would be with what is typed here.
    func applied(to draft: Draft) -> Draft { edits.reduce(draft) { $0.applying($1) } }

    /// Everything typed here is in the draft now.
    mutating func markKept() {
        keptSubject = subject.value
        for index in fields.indices {
            let text = fields[index].editor.value
            fields[index].kept = text.isEmpty ? nil : text
        }
    }

    /// The story has changed the draft meanwhile: what was typed and not kept becomes a paragraph of its own.
    mutating func rebase(on draft: Draft) {
        let typed = focus > 0 ? fields[focus - 1] : nil
        let old = kills
        self = DraftEditor(draft)
        kills = old
        guard let typed, typed.editor.value != typed.kept, !typed.editor.isEmpty else { return }
        fields.append(Field(editor: typed.editor, kept: nil))
        focus = fields.count
    }

    // MARK: Somebody's own editor

    private static let subjectMark = "Subject: "

    /// The whole mail as one text: the subject in its first line, a blank line before each paragraph.
    var whole: String {
        ([Self.subjectMark + subject.value] + fields.map(\.editor.value).filter { !$0.isEmpty }).joined(
            separator: "\n\n")
    }

    /// Takes a whole mail back. Each field changes as one step of undo; paragraphs that are not there any more are emptied.
    mutating func replaceAll(with text: String) {
        var lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map(String.init)
        if let first = lines.first, first.hasPrefix(Self.subjectMark.dropLast()) {
            subject.replaceAll(with: String(first.dropFirst(Self.subjectMark.count)))
            lines.removeFirst()
        }
        let paragraphs = lines.split { $0.allSatisfy(\.isWhitespace) }.map { $0.joined(separator: "\n") }
        for index in fields.indices {
            let text = index < paragraphs.count ? paragraphs[index] : ""
            if fields[index].editor.value != text { fields[index].editor.replaceAll(with: text) }
        }
        for text in paragraphs.dropFirst(fields.count).prefix(max(0, DraftEdit.mostParagraphs - fields.count)) {
            fields.append(Field(editor: Self.editor(text), kept: nil))
        }
        move(to: fields.count)
    }

    // MARK: Typing

    private var kills: KillRing {
        get { focus == 0 ? subject.kills : fields[focus - 1].editor.kills }
        set { change { $0.kills = newValue } }
    }

    private mutating func change(_ change: (inout LineEditor) -> Void) {
        if focus == 0 { change(&subject) } else { change(&fields[focus - 1].editor) }
    }

    /// Takes typed text or a paste. Blank lines in a paste stay inside the paragraph.
    /// - Returns: false when the end of a paste found no room.
    mutating func take(_ event: TerminalEvent) -> Bool {
        var left = 0
        switch event {
        case .key(let key): change { $0.handle(key) }
        case .paste(let text): change { left = $0.insert(text) }
        default: break
        }
        return left == 0
    }

    /// Does an edit in the field one types in, seen in so many columns. Up and down go on in the next field.
    mutating func perform(_ edit: Edit, columns: Int) {
        var outcome = LineEditor.Outcome.nothing
        change { editor in
            editor.fit(Size(columns: columns, rows: 200))
            outcome = editor.perform(edit)
        }
        guard outcome == .nothing else { return }
        switch edit {
        case .up where focus > 0: move(to: focus - 1)
        case .down where focus < fields.count: move(to: focus + 1)
        case .deleteBackward where focus > 1 && fields[focus - 1].editor.isEmpty: dropBlank()
        default: break
        }
    }

    /// To the next field, or the one before.
    mutating func moveFocus(by step: Int) {
        move(to: (focus + step + fields.count + 1) % (fields.count + 1))
    }

    /// Begins a paragraph behind the one one types in; behind the subject goes to the first.
    mutating func beginParagraph() {
        if focus == 0 { return move(to: 1) }
        guard !fields[focus - 1].editor.isEmpty, fields.count < DraftEdit.mostParagraphs else { return }
        if focus < fields.count, fields[focus].editor.isEmpty { return move(to: focus + 1) }
        let old = kills
        fields.insert(Self.blank, at: focus)
        focus += 1
        kills = old
    }

    private mutating func move(to place: Int) {
        let old = kills
        focus = min(max(0, place), fields.count)
        kills = old
    }

    private mutating func dropBlank() {
        // A paragraph that is in the draft stays a field until that is kept.
        if fields[focus - 1].kept == nil { fields.remove(at: focus - 1) }
        move(to: focus - 1)
    }
}

extension DraftEditor {
    /// Draws the fields, scrolled so that the one that is typed in can be seen.
    func draw(into surface: inout Surface, in area: Rect, look: Look) {
        let width = Self.textColumns(area.columns)
        guard area.rows > 0, width > 0 else { return }
        var blocks = [(rows: 1, editor: subject)]
        blocks += fields.map { (max(1, $0.editor.rowCount(columns: width)), $0.editor) }
        // A blank row between two blocks.
        var starts: [Int] = []
        var next = 0
        for block in blocks {
            starts.append(next)
            next += block.rows + 1
        }
        let end = starts[focus] + min(blocks[focus].rows, area.rows)
        let first = min(starts[focus], max(0, end - area.rows))
        for (index, block) in blocks.enumerated() {
            let row = area.row + starts[index] - first
            let isFocused = index == focus
            guard row + block.rows > area.row, row < area.endRow else { continue }
            if row >= area.row {
                let head = index == 0 ? "Subject  " : "  "
                surface.put(
                    isFocused && index > 0 ? "\(look.glyphs.pointer) " : head,
                    at: Point(column: area.column, row: row), style: (isFocused ? Role.key : .muted).index)
            }
            let indent = index == 0 ? 9 : 2
            let rows = min(block.rows, area.endRow - max(row, area.row))
            guard row >= area.row else {
                // Its last rows, of the text that is above.
                let hidden = area.row - row
                let lines = block.editor.text.split(separator: "\n", omittingEmptySubsequences: false).flatMap {
                    DisplayText.wrapped(String($0), columns: max(1, width - 1))
                }
                for (offset, line) in lines.dropFirst(hidden).enumerated() where offset < rows {
                    surface.put(line, at: Point(column: area.column + 2, row: area.row + offset), columns: width)
                }
                continue
            }
            let inside = Rect(column: area.column + indent, row: row, columns: area.columns - indent, rows: rows)
            var editor = block.editor
            editor.fit(Size(columns: index == 0 ? inside.columns : width, rows: rows))
            editor.draw(into: &surface, in: inside, look: look, isFocused: isFocused)
        }
    }

    /// The columns that the words of a paragraph have in an area of so many.
    static func textColumns(_ columns: Int) -> Int { max(8, columns - 2) }
}
