import Conversation
import Terminal

// Stepping back in a preview: what could be said is looked at first, as in practice.
extension PreviewScreen {
    func scriptActions(_ script: ScriptPane) -> [ScreenAction] {
        let says = script.script.lines.indices.map {
            ScreenAction(.say($0 + 1), "", "Step back and say the line with that number.")
        }
        return says + [
            ScreenAction(
                .accept, script.hasLines ? "" : "step back", "Step back, with the chosen line where there is one."),
            ScreenAction(.back, "stay", "Stay; nothing has happened."),
            ScreenAction(.stepBack, "", "Stay; nothing has happened."),
        ] + ScreenAction.moving + [.help, ScreenAction(.leave, "quit", "Leave. Nothing of it is kept.")]
    }

    mutating func openScript(at now: Uptime) -> [Effect] {
        do throws(EngineRefusal) {
            guard let found = try preview?.scriptAtHand(after: taken(at: now) ?? 0) else { return [] }
            scriptsOpened += 1
            script = ScriptPane(found, opening: scriptsOpened)
            return []
        } catch {
            return [.notice(error.description)]
        }
    }

    mutating func performScript(_ action: Action, at now: Uptime) -> [Effect] {
        guard let script else { return [] }
        switch action {
        case .say(let number): return stepBack(saying: number - 1, of: script, at: now)
        case .accept where !script.hasLines: return stepBack(saying: nil, of: script, at: now)
        case .accept:
            guard let chosen = script.chosen else {
                return [.notice("Choose with a number, or with the arrows first.")]
            }
            return stepBack(saying: chosen, of: script, at: now)
        case .back, .stepBack: self.script = nil
        case .up, .down: self.script?.move(action)
        case .pageUp, .pageDown, .top, .bottom: scroll(action)
        case .leave: return [.quit]
        default: break
        }
        return []
    }

    private mutating func stepBack(saying line: Int?, of script: ScriptPane, at now: Uptime) -> [Effect] {
        let lines = script.script.lines
        if let line, !lines.indices.contains(line) { return [.notice("There is no line \(line + 1) here.")] }
        do throws(EngineRefusal) {
            let taken = taken(at: now) ?? 0
            try preview?.stepBack(after: taken)
            if let line { try preview?.choose(lines[line].index) }
            settle(at: now)
            return []
        } catch {
            settle(at: now)
            return [.notice(error.description)]
        }
    }
}
