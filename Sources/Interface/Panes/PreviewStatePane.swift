import Conversation
import Terminal

/// What a previewed story stands at, for its author: measures, promises, variables.
struct PreviewStatePane {
    let preview: Preview
    let glyphs: Glyphs

    private var front: Thread { preview.session.front }

    /// A column of its own.
    func column(columns: Int) -> [StyledLine] {
        var lines = [StyledLine("Where", .muted), StyledLine("  \(front.node)", .strong)]
        if preview.start != preview.scenario.start { lines.append(StyledLine("  begun at \(preview.start)", .muted)) }
        lines += [StyledLine(), StyledLine("Between them", .muted)]
        for (name, value, by) in measures {
            let pad = String(repeating: " ", count: 8 - name.count)
            lines.append(StyledLine("  \(name)\(pad)\(value)").with(Self.change(by), .strong))
        }
        let promises = preview.session.commitments
        if !promises.isEmpty { lines += [StyledLine(), StyledLine("Promises", .muted)] }
        for promise in promises { lines.append(StyledLine("  \(promise.id) \(word(promise))")) }
        if let queue = preview.session.queues.last?.waiting { lines.append(StyledLine("  queue \(queue)")) }
        let variables = preview.variables
        if !variables.isEmpty { lines += [StyledLine(), StyledLine("Variables", .muted)] }
        for variable in variables {
            let tail = variable.isChanged ? " (changed)" : ""
            lines += StyledLine.wrapped(
                "\(variable.name) = \(variable.value)\(tail)", variable.isChanged ? .warm : .text, columns: columns,
                indent: 2)
        }
        return lines
    }

    /// The same, folded into a few lines: what changed comes first.
    func folded(columns: Int, rows: Int) -> [StyledLine] {
        var parts: [(String, Role)] = measures.map { name, value, by in ("\(name) \(value)\(Self.change(by))", .text) }
        for promise in preview.session.commitments { parts.append(("\(promise.id) \(word(promise))", .text)) }
        let variables = preview.variables
        for variable in variables.filter(\.isChanged) + variables.filter({ !$0.isChanged }) {
            parts.append(("\(variable.name) = \(variable.value)", variable.isChanged ? .warm : .muted))
        }
        var lines = [StyledLine()]
        for (text, role) in parts {
            let last = lines[lines.count - 1]
            let isFirst = last.runs.isEmpty
            if last.columns + DisplayText.width(of: text) + (isFirst ? 0 : 3) > columns, !isFirst {
                guard lines.count < rows else { break }
                lines.append(StyledLine(text, role))
            } else {
                lines[lines.count - 1] = (isFirst ? last : last.with(" \(glyphs.dot) ", .muted)).with(text, role)
            }
        }
        return lines
    }

    private var measures: [(String, Int, Int)] {
        let beat = front.beat
        return [
            ("trust", front.trust, beat.trust), ("heat", front.heat, beat.heat), ("effort", front.effort, beat.effort),
        ]
    }

    private static func change(_ by: Int) -> String { by == 0 ? "" : " \(PreviewPane.signed(by))" }

    private func word(_ promise: Commitment) -> String {
        guard promise.state == .open else { return StandingPane.word(promise, glyphs) }
        let now = preview.session.local(preview.session.time)
        return "due in \(StoryDuration.clock(promise.due - preview.session.story(at: now)))"
    }
}
