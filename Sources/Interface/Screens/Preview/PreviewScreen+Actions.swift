import Conversation
import Terminal

// What can be done in a preview.
extension PreviewScreen {
    /// Choosing, going, reading, or finding a node.
    public var actions: [ScreenAction] {
        guard picker == nil else {
            return [
                ScreenAction(.accept, "begin there", "Begin in the chosen node."), ScreenAction(.up),
                ScreenAction(.down), ScreenAction(.pageUp), ScreenAction(.pageDown),
                ScreenAction(.back, "back", "Back without choosing."),
            ]
        }
        if let script { return scriptActions(script) }
        let saying = (1...9).map {
            ScreenAction(.say($0), $0 == 1 ? "choose" : "", "Take the option with that number.")
        }
        return saying + [
            ScreenAction(.undo, "undo"), ScreenAction(.problems, "problems"),
            ScreenAction(.find, "go to", "Begin in another node, found by its name."),
            ScreenAction(.restart, "restart"), ScreenAction(.keepRun, "save run"), ScreenAction(.changes),
            ScreenAction(.map, "map"), ScreenAction(.wait, "", "Take the option tagged #pause."),
            ScreenAction(.timeout, "", "Let the clock run out: take the option tagged #timeout."),
            ScreenAction(.stepBack, "", "Step back: see what could be said, then say it or stay."),
            ScreenAction(.clocks),
            ScreenAction(.curveballs),
            ScreenAction(.accept, "", "Take the choice that the arrows point at."),
        ] + ScreenAction.moving + [.help, ScreenAction(.leave, "quit", "Leave. Nothing of it is kept.")]
    }

    /// Without a version that works there is nothing to play.
    public func refusal(of action: Action, at now: Uptime) -> String? {
        switch action {
        case .problems: return problems.isEmpty ? "Nothing is wrong with the file." : nil
        case .changes where reload == nil: return "The file has not changed since this began."
        case .undo where preview?.choices.isEmpty ?? false: return "Nothing has been chosen yet."
        case .restart where preview?.choices.isEmpty ?? false: return "It stands at its beginning."
        case .stepBack where script == nil && preview?.offer != nil: return preview?.stepBackRefusal
        case .leave, .help, .pageUp, .pageDown, .top, .bottom: return nil
        default: return preview == nil ? "There is nothing to play yet: mend the file and save it." : nil
        }
    }

    /// Takes a node's name, a paste or a new size.
    public mutating func handle(_ event: TerminalEvent, at now: Uptime) -> [Effect] {
        switch event {
        case .resized(let size): self.size = size
        case .key(let key): picker?.type(key)
        default: break
        }
        return []
    }

    /// Does an action.
    public mutating func perform(_ action: Action, at now: Uptime) -> [Effect] {
        if picker != nil { return pick(action, at: now) }
        if script != nil { return performScript(action, at: now) }
        switch action {
        case .leave: return [.quit]
        case .problems: return readProblems()
        case .pageUp, .pageDown, .top, .bottom: scroll(action)
        case .say(let number): return choose(number, at: now)
        case .accept:
            guard let chosen, choices.indices.contains(chosen) else {
                return [.notice("Choose with a number, or with the arrows first.")]
            }
            return take(choices[chosen].index, at: now)
        case .wait: return take(.pause, at: now)
        case .timeout: return take(.timeout, at: now)
        case .stepBack: return openScript(at: now)
        case .undo:
            preview?.undo()
            settle(at: now)
        case .restart:
            preview?.restart()
            settle(at: now)
        case .find: picker = NodePicker(nodes: preview?.nodes ?? [])
        case .keepRun: return keepRun()
        case .changes: return readChanges()
        case .map: return readMap()
        case .clocks:
            clocksRun.toggle()
            openedAt = clocksRun ? now : nil
            return [.notice(clocksRun ? "Clocks run." : "Clocks stand; T lets one run out.")]
        case .curveballs: return strike()
        case .up, .down: move(action)
        default: break
        }
        return []
    }

    /// Lets every curveball strike, or none, on the way that was chosen.
    private mutating func strike() -> [Effect] {
        guard var tried = preview, !tried.scenario.curveballs.isEmpty else {
            return [.notice("This scenario has no curveball.")]
        }
        let isOn = tried.curveballs == CurveballSource.none
        let obstacle = tried.strike(isOn)
        preview = tried
        chosen = nil
        scrolledBack = 0
        let words = isOn ? "Every curveball strikes at its first place." : "No curveball strikes."
        return [.notice(obstacle.map { "\(words) \($0)" } ?? words)]
    }

    // MARK: Choosing

    /// A choice as it stands on the screen.
    struct Choice {
        /// Its place among the offered options.
        var index: Int
        var option: Option
        /// The key that takes it; nil when it cannot be taken.
        var key: String?
    }

    /// Every option of the moment in source order. Those that are said are numbered as in practice.
    var choices: [Choice] {
        var number = 0
        return (preview?.offer?.options ?? []).enumerated().map { index, option in
            guard option.isAvailable else { return Choice(index: index, option: option, key: nil) }
            switch option.role {
            case .pause: return Choice(index: index, option: option, key: "w")
            case .timeout: return Choice(index: index, option: option, key: "T")
            case .say:
                number += 1
                return Choice(index: index, option: option, key: String(number))
            }
        }
    }

    private mutating func choose(_ number: Int, at now: Uptime) -> [Effect] {
        guard let choice = choices.first(where: { $0.key == String(number) }) else {
            return [.notice(preview?.offer == nil ? over : "There is no option \(number) here.")]
        }
        return take(choice.index, at: now)
    }

    mutating func take(_ role: Option.Role, at now: Uptime) -> [Effect] {
        guard let index = preview?.offer?.index(of: role) else {
            return [.notice(preview?.offer == nil ? over : "No option here is tagged #\(role.rawValue).")]
        }
        return take(index, at: now)
    }

    private mutating func take(_ index: Int, at now: Uptime) -> [Effect] {
        let taken = min(taken(at: now) ?? 0, max(0, (clockLasting ?? .max) - 1))
        do {
            try preview?.choose(index, after: taken)
            settle(at: now)
            return []
        } catch {
            return [.notice(error.description)]
        }
    }

    private var over: String { "The story is over here. u takes the last choice back, R begins again." }

    mutating func settle(at now: Uptime) {
        chosen = nil
        script = nil
        scrolledBack = 0
        openedAt = clocksRun ? now : nil
    }

    private mutating func move(_ action: Action) {
        let rows = choices.indices.filter { choices[$0].key != nil }
        guard !rows.isEmpty else { return }
        let place = chosen.flatMap(rows.firstIndex(of:))
        let next = action == .up ? (place ?? rows.count) - 1 : (place ?? -1) + 1
        chosen = rows[(next + rows.count) % rows.count]
    }

    private mutating func pick(_ action: Action, at now: Uptime) -> [Effect] {
        switch action {
        case .accept:
            guard let name = picker?.chosen?.name else { return [] }
            preview?.go(to: name)
            picker = nil
            settle(at: now)
        case .back:
            picker = nil
            openedAt = clocksRun ? now : nil
        case .typing(let edit): picker?.edit(edit)
        default: picker?.move(action)
        }
        return []
    }

    // MARK: Saving and reading

    private func keepRun() -> [Effect] {
        guard let preview else { return [] }
        guard preview.start == preview.scenario.start else {
            return [.notice("A test plan begins in the first node, and this began in \(preview.start).")]
        }
        guard !preview.choices.isEmpty else {
            return [.notice("Nothing has been chosen yet.")]
        }
        do {
            let run = try RecordedRun(preview.session).plan(for: preview.scenario)
            let ending = if case .ended(let ended) = preview.session.status { ended.ending } else { "" }
            return [.keepRun(run, comment: ending.isEmpty ? "From a preview." : "From a preview: \(ending).")]
        } catch {
            return [.notice(error.description)]
        }
    }

    private func readProblems() -> [Effect] {
        let title = errors > 0 ? "What is wrong with the file" : "What could be better"
        return [.read(title: title, text: problems.joined(separator: "\n\n"))]
    }

    private func readChanges() -> [Effect] {
        guard let reload else { return [] }
        let lines = reload.difference.changes.map(\.description)
        let words = [Self.words(reload), ""] + lines
        return [.read(title: "What the last change has changed", text: words.joined(separator: "\n"))]
    }

    private func readMap() -> [Effect] {
        guard let files = preview?.scenario.files else { return [] }
        let pane = MapPane(ScenarioMap(files: files), glyphs: .unicode)
        return [.read(title: "Map", text: pane.text(columns: max(20, size.columns - 4)).joined(separator: "\n"))]
    }
}
