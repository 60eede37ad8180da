import Conversation
import Terminal

// Stepping back: what one could say is looked at before it is said. Clocks go on; who stays was never away.
extension PracticeScreen {
    /// What can be done while the script is looked at.
    func scriptActions(_ script: ScriptPane) -> [ScreenAction] {
        let says = script.script.lines.indices.map {
            ScreenAction(.say($0 + 1), "", "Step back and say the line with that number.")
        }
        let accept =
            script.hasLines
            ? ScreenAction(.accept, "", "Step back and say the chosen line.")
            : ScreenAction(.accept, "step back", "Step back; somebody else takes over.")
        return says + [
            accept, ScreenAction(.back, "stay", "Stay in the conversation; nothing has happened."),
            ScreenAction(.stepBack, "", "Stay in the conversation; nothing has happened."),
            ScreenAction(.pause, "pause"),
        ] + ScreenAction.moving + [
            .help, ScreenAction(.leave, "", "Leave for now. The session waits in the journal, at this very moment."),
        ]
    }

    /// Looks what could be said, and shows it.
    mutating func openScript(at now: Uptime) -> [Effect] {
        do {
            let found = try engine.scriptAtHand(in: session, at: sessionTime(at: now))
            scriptsOpened += 1
            script = ScriptPane(found, opening: scriptsOpened)
            return []
        } catch {
            return [.notice(error.description)]
        }
    }

    /// Looks again, after something else has happened meanwhile. Where one cannot step back any more it goes.
    mutating func renewScript(at now: Uptime) {
        guard script != nil else { return }
        do {
            let found = try engine.scriptAtHand(in: session, at: sessionTime(at: now))
            script?.renew(found)
        } catch {
            script = nil
        }
    }

    mutating func performScript(_ action: Action, at now: Uptime) -> [Effect] {
        guard let script else { return [] }
        switch action {
        case .say(let number): return stepBack(saying: number - 1, of: script, at: now)
        case .accept where !script.hasLines: return ask(.stepBack, at: now)
        case .accept:
            guard let chosen = script.chosen else {
                return [.notice("Say one with its number, or choose with the arrows first.")]
            }
            return stepBack(saying: chosen, of: script, at: now)
        case .back, .stepBack: self.script = nil
        case .up, .down: self.script?.move(action)
        case .pageUp, .pageDown, .top, .bottom: scroll(action, at: now)
        case .pause:
            clock.set(.pause, true, at: now)
            return ask(.pause, at: now)
        case .leave: return leave(at: now)
        default: break
        }
        return []
    }

    private func stepBack(saying line: Int, of script: ScriptPane, at now: Uptime) -> [Effect] {
        let lines = script.script.lines
        guard lines.indices.contains(line) else { return [.notice("There is no line \(line + 1) here.")] }
        do {
            let events = try engine.stepBack(saying: lines[line].index, in: session, at: sessionTime(at: now))
            return events.isEmpty ? [] : [.keep(events, in: stream)]
        } catch {
            return [.notice(error.description)]
        }
    }

    /// What a press of the mouse means while the script is looked at.
    func action(of script: ScriptPane, at point: Point, at now: Uptime) -> Action? {
        let look = Look(theme: .monochrome, glyphs: .unicode)
        return script.action(at: point, in: box(in: layout(size, look: look, at: now)), glyphs: look.glyphs)
    }
}
