import Terminal

/// Questions one below the other, with what is wrong said in words beside each, and a way out at the end.
public struct Form: Sendable {
    /// What came of a key.
    public enum Outcome: Equatable, Sendable {
        /// It was the form's.
        case taken
        /// It was not the form's.
        case ignored
        /// All answers are right, and the person is done.
        case submitted
        /// The person wants out. The answers are still there.
        case cancelled
    }

    /// The questions.
    public private(set) var fields: [FormField]
    /// What stands on the last row: `Begin`.
    public var submitWords: String
    /// Which field keys go to; `fields.count` is the last row.
    public private(set) var focus = 0
    /// Fields whose problems are shown: those that were left, and all after a try to submit.
    private var visited: Set<Int> = []

    /// A form.
    public init(_ fields: [FormField], submitWords: String) {
        (self.fields, self.submitWords) = (fields, submitWords)
    }

    /// The answers by the fields' ids; what is not answered rightly is not there.
    public var values: [String: FormField.Value] {
        fields.reduce(into: [:]) { values, field in
            if field.problem == nil { values[field.id] = field.value }
        }
    }

    /// What is wrong, in words, as far as it is shown now.
    public var problems: [String] {
        visited.sorted().compactMap { fields.indices.contains($0) ? fields[$0].problem : nil }
    }

    /// True while letters are typed into a field.
    public var isTyping: Bool { fields.indices.contains(focus) && fields[focus].isTyped }

    // MARK: Input

    /// Enter begins a new line in the field with focus.
    public var hasLines: Bool { fields.indices.contains(focus) && fields[focus].hasLines }

    /// Takes a key: Tab and Shift-Tab move, Enter goes on and submits in the last row, Escape cancels, the rest goes to the
    /// field.
    public mutating func handle(_ key: Key) -> Outcome {
        switch (key.code, key.modifiers) {
        case (.tab, []): return move(1)
        case (.backTab, _): return move(-1)
        case (.escape, []), (.character("c"), .control), (.character("g"), .control): return .cancelled
        case (.enter, []):
            guard fields.indices.contains(focus) else { return submit() }
            guard fields[focus].hasLines else { return move(1) }
            return perform(.newLine)
        case (.character("s"), .control): return submit()
        default: break
        }
        guard fields.indices.contains(focus) else {
            if key.code == .up { return move(-1) }
            return key == .character(" ") ? submit() : .ignored
        }
        return handleInField(key)
    }

    private mutating func handleInField(_ key: Key) -> Outcome {
        if fields[focus].isTyped, key.typed != nil || Edit.edit(for: key) != nil {
            if let letter = key.typed {
                if case .number = fields[focus].content, letter != "-", !letter.isNumber { return .taken }
                _ = fields[focus].edit { $0.insert(String(letter), as: .typed) }
                return .taken
            }
            return Edit.edit(for: key).map { perform($0) } ?? .ignored
        }
        switch key.code {
        case .up: return move(-1)
        case .down: return move(1)
        case .left,
            .right where !fields[focus].isTyped:
            fields[focus].step(key.code == .left ? -1 : 1)
            return .taken
        default:
            guard let letter = key.typed else { return .ignored }
            return fields[focus].take(letter) ? .taken : .ignored
        }
    }

    /// Does an edit in the field that is typed into. Up and down leave a field at its first and last row.
    public mutating func perform(_ edit: Edit) -> Outcome {
        guard fields.indices.contains(focus) else { return .ignored }
        if case .number = fields[focus].content, edit == .up || edit == .down {
            fields[focus].step(edit == .up ? 1 : -1)
            return .taken
        }
        let outcome = fields[focus].edit { $0.perform(edit) }
        if outcome == .nothing, edit == .up || edit == .down { return move(edit == .up ? -1 : 1) }
        return outcome == nil ? .ignored : .taken
    }

    /// Puts pasted text into the field that is typed into.
    public mutating func paste(_ text: String) {
        guard fields.indices.contains(focus) else { return }
        _ = fields[focus].edit { $0.insert(text) }
    }

    /// Takes the width of the area it is drawn in, for moving in fields of several rows.
    public mutating func fit(columns: Int) {
        let answer = Self.answerColumns(of: columns, fields)
        for index in fields.indices {
            let area = Size(columns: answer, rows: fields[index].rows)
            _ = fields[index].edit { $0.fit(area) }
        }
    }

    /// Changes a field from outside: its answer where another one decides it, its words of help.
    mutating func change(_ id: String, _ edit: (inout FormField) -> Void) {
        if let index = fields.firstIndex(where: { $0.id == id }) { edit(&fields[index]) }
    }

    private mutating func move(_ by: Int) -> Outcome {
        if fields.indices.contains(focus) { visited.insert(focus) }
        focus = (focus + by + fields.count + 1) % (fields.count + 1)
        return .taken
    }

    private mutating func submit() -> Outcome {
        visited = Set(fields.indices)
        guard let wrong = fields.firstIndex(where: { $0.problem != nil }) else { return .submitted }
        focus = wrong
        return .taken
    }

    // MARK: Drawing

    private static func labelColumns(of columns: Int, _ fields: [FormField]) -> Int {
        let widest = fields.map { DisplayText.width(of: $0.label) }.max() ?? 0
        return min(widest, max(0, columns * 2 / 5))
    }

    private static func answerColumns(of columns: Int, _ fields: [FormField]) -> Int {
        max(0, columns - labelColumns(of: columns, fields) - 4)
    }

    /// Draws the questions, scrolled so that the one with focus is there with what is wrong with it.
    public func draw(into surface: inout Surface, in area: Rect, look: Look, isFocused: Bool = true) {
        guard !area.isEmpty else { return }
        let names = Self.labelColumns(of: area.columns, fields)
        let words = fields.indices.map { note(of: $0, columns: area.columns - names - 4, look: look) }
        let labels = fields.indices.map { index in
            StyledLine.wrapped(fields[index].label, index == focus ? .focus : .muted, columns: max(1, names))
        }
        let heights = fields.indices.map { max(labels[$0].count, fields[$0].rows + words[$0].count) } + [2]
        // Whole fields are left out above, until the one with focus fits.
        var first = 0
        while first < focus, heights[first...focus].reduce(0, +) > area.rows { first += 1 }
        var rest = area
        for index in first..<fields.count where !rest.isEmpty {
            var place = rest.take(.top, heights[index])
            let isHere = index == focus
            let mark = place.take(.left, 2)
            surface.draw(StyledLine(isHere ? look.glyphs.pointer.description : " ", .key), at: mark.origin, columns: 2)
            surface.draw(labels[index], in: place.take(.left, names))
            _ = place.take(.left, 2)
            let answer = place.take(.top, fields[index].rows)
            draw(fields[index], into: &surface, in: answer, look: look, isFocused: isFocused && isHere)
            surface.draw(words[index], in: place)
        }
        guard rest.rows > 0 else { return }
        _ = rest.take(.top, rest.rows > 1 ? 1 : 0)
        let isHere = focus == fields.count
        let line = StyledLine(isHere ? "\(look.glyphs.pointer) " : "  ", .key)
            .with("[ \(submitWords) ]", isHere ? .focus : .strong)
        surface.draw(line, at: rest.origin, columns: rest.columns)
        if isHere, isFocused { surface.cursor = rest.origin }
    }

    private func note(of index: Int, columns: Int, look: Look) -> [StyledLine] {
        if visited.contains(index), let problem = fields[index].problem {
            return StyledLine.wrapped("! \(problem)", .urgent, columns: max(1, columns))
        }
        guard index == focus, !fields[index].help.isEmpty else { return [] }
        return StyledLine.wrapped(fields[index].help, .muted, columns: max(1, columns))
    }

    private func draw(
        _ field: FormField, into surface: inout Surface, in area: Rect, look: Look, isFocused: Bool
    ) {
        switch field.content {
        case .text(let editor, _), .number(let editor, _):
            editor.draw(into: &surface, in: area, look: look, isFocused: isFocused)
            if editor.isEmpty, editor.placeholder.isEmpty, !area.isEmpty {
                surface.put(
                    String(repeating: "_", count: min(area.columns, 20)), at: area.origin, style: Role.muted.index)
            }
        case .choice(let options, let chosen):
            draw(options, chosen, into: &surface, in: area, look: look, isFocused: isFocused)
        case .yesNo(let isYes):
            draw(["yes", "no"], isYes ? 0 : 1, into: &surface, in: area, look: look, isFocused: isFocused)
        }
    }

    private func draw(
        _ options: [String], _ chosen: Int, into surface: inout Surface, in area: Rect, look: Look, isFocused: Bool
    ) {
        guard !area.isEmpty, options.indices.contains(chosen) else { return }
        var line = StyledLine()
        var place = 0
        for (index, option) in options.enumerated() {
            if index == chosen { place = line.columns }
            let sign = index == chosen ? look.glyphs.chosen : look.glyphs.other
            line = line.with("\(sign) \(option)  ", index == chosen ? .strong : .muted)
        }
        if line.columns - 2 > area.columns {
            place = 0
            line = StyledLine("\(look.glyphs.left) ", .muted).with(options[chosen], .strong)
                .with(" \(look.glyphs.right) \(chosen + 1) of \(options.count)", .muted)
        }
        surface.draw(line, at: area.origin, columns: area.columns)
        if isFocused { surface.cursor = Point(column: area.column + min(place, area.columns - 1), row: area.row) }
    }
}
