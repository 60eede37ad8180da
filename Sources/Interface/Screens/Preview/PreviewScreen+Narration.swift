import Conversation
import Terminal

extension PreviewScreen {
    /// What was said with its hashtags and commands, what it stands at, and what can be chosen.
    public func narration(at now: Uptime) -> Narration {
        var narration = Narration("preview", "\(title).")
        if let picker { return told(picker) }
        if errors > 0 {
            let tail = preview == nil ? "Mend it and save; this looks again." : "The version before it is played on."
            narration.items.append(
                Narration.Item(
                    "errors",
                    "The file has \(errors == 1 ? "1 error" : "\(errors) errors"). \(tail)\n"
                        + problems.prefix(errors).joined(separator: "\n")))
        }
        guard let preview else {
            narration.prompt = "problems, or ? for help"
            return narration
        }
        let pane = PreviewPane(session: preview.session, program: preview.scenario.program, glyphs: PlainText.glyphs)
        let run = "\(preview.start)-\(preview.choices.count)"
        for (index, line) in pane.lines(columns: 100_000).enumerated() {
            let words = PlainText.line(line.runs.map(\.text).joined())
            narration.items.append(Narration.Item("said-\(index)", words))
        }
        let state = PreviewStatePane(preview: preview, glyphs: PlainText.glyphs).folded(columns: 100_000, rows: 1)
        for line in state {
            narration.items.append(Narration.Item("state", "State: " + line.runs.map(\.text).joined()))
        }
        tell(&narration, run: run, at: now)
        return narration
    }

    private func tell(_ narration: inout Narration, run: String, at now: Uptime) {
        if let script {
            narration.choices = script.choices
            narration.prompt = script.prompt
            return
        }
        guard preview?.offer != nil else {
            narration.items.append(Narration.Item("over-\(run)", "The story is over here."))
            narration.prompt = "undo, restart, or ? for help"
            return
        }
        let choices = choices
        let all = choices.map { choice in
            let action: Action? =
                switch choice.key {
                case "w": .wait
                case "T": .timeout
                case let key?: Int(key).map { .say($0) }
                case nil: nil
                }
            let label =
                switch action {
                case .wait: "wait"
                case .timeout: "timeout"
                default: choice.key ?? "not now"
                }
            return Narration.Choice(label, choice.option.text, does: action.map { [$0] } ?? [])
        }
        narration.choices = Narration.Choices(
            "\(run)-\(preview?.session.sequence ?? 0)", "Options:", all, chosen: chosen)
        if let openedAt, let lasting = clockLasting {
            narration.clocks = [
                Narration.Clock("reply-\(run)", "to reply", left: max(0, lasting - Int(now - openedAt)))
            ]
        }
        narration.prompt = "A number, or ? for help"
    }

    private func told(_ picker: NodePicker) -> Narration {
        var narration = Narration("nodes", "Go to a node.")
        let all = picker.found.enumerated().map { index, node in
            let moment = node.header("moment").map { ", \($0)" } ?? ""
            let ending = node.header("ending").map { ", ends: \($0)" } ?? ""
            return Narration.Choice(
                String(index + 1), "\(node.name)\(moment)\(ending)",
                does: Array(repeating: .up, count: picker.found.count) + Array(repeating: .down, count: index) + [
                    .accept
                ])
        }
        narration.choices = Narration.Choices(
            "nodes:\(picker.field.value)",
            all.isEmpty ? "No node has that in its name." : "Type part of a name, or a number:", all)
        narration.typing = .search
        narration.prompt = "Name or number"
        return narration
    }
}
