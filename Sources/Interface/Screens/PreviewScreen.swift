import Conversation
import Terminal

import struct Yarn.Diagnostic
import struct Yarn.Program
import struct Yarn.SourceFile

/// A scenario being tried by its author, beside their editor: it plays from any node, takes up every change of the file,
/// and shows what is wrong beside the last version that works.
public struct PreviewScreen: Screen {
    /// What the scenario is called until it has a title.
    let name: String
    /// The last version that works, as far as it was played; nil while there was none.
    public private(set) var preview: Preview?
    /// What is wrong with the file as it is now, or could be better, each as it is shown to people.
    private(set) var problems: [String] = []
    /// How many of the problems keep the file from being played.
    private(set) var errors = 0
    /// What the last change of the file was.
    private(set) var reload: Preview.Reload?
    /// A short word about what was just done.
    var notice: String?
    /// Which choice the arrows point at, from 0.
    var chosen: Int?
    /// How many rows what was said is scrolled back.
    var scrolledBack = 0
    /// Choosing a node.
    var picker: NodePicker?
    /// A text over the screen.
    var reading: ReadingScreen?
    /// Since when the moment is open, while clocks run.
    private var openedAt: Uptime?
    private(set) var clocksRun = false
    var size = Size(columns: 80, rows: 24)
    private let seed: UInt64
    private let firstNode: String?

    /// A preview of a scenario that is called `name` until it has a title.
    /// - Parameters:
    ///   - node: the node to begin in; nil for the first.
    ///   - seed: what chance begins with.
    public init(name: String, from node: String? = nil, seed: UInt64 = 1) {
        self.name = name
        self.seed = seed
        firstNode = node
    }

    /// The keys of a preview.
    public var keys: KeyTable { reading?.keys ?? (picker == nil ? .preview : .previewNodes) }

    // MARK: The file

    /// Takes up the file as it is now. The last version that works stays when this one has errors.
    public mutating func receive(_ loaded: LoadedScenario, at now: Uptime) {
        errors = loaded.errors.count
        problems = Self.rendered(loaded.diagnostics, loaded.files)
        guard let scenario = loaded.scenario else {
            notice = nil
            return
        }
        if var preview {
            let reload = preview.reload(scenario)
            self.preview = preview
            self.reload = reload
            notice = Self.words(reload)
        } else {
            preview = Preview(scenario, from: firstNode, seed: seed)
        }
        settle(at: now)
    }

    /// Takes what a review of the version that is played has found.
    public mutating func receive(_ review: ScenarioReview) {
        guard errors == 0 else { return }
        problems = Self.rendered(review.diagnostics, review.loaded.files)
    }

    /// Errors first, then warnings, as they are shown to people.
    private static func rendered(_ diagnostics: [Diagnostic], _ files: [SourceFile]) -> [String] {
        let sorted = diagnostics.filter { $0.severity == .error } + diagnostics.filter { $0.severity == .warning }
        return sorted.rendered(in: files)
    }

    /// The file cannot be read at all.
    public mutating func receive(trouble: String, at now: Uptime) {
        errors = 1
        problems = [trouble]
    }

    /// Says a short word in the last row, until the next key.
    public mutating func say(_ words: String) { notice = words }

    private static func words(_ reload: Preview.Reload) -> String {
        if let obstacle = reload.obstacle { return "\(obstacle) \(reload.difference.summary)" }
        let count = reload.replayed
        let again = count == 0 ? "" : " \(count) choice\(count == 1 ? "" : "s") made again."
        return reload.difference.summary + again
    }

    // MARK: Time

    /// Every second while a clock runs.
    public func nextDeadline(after now: Uptime) -> Uptime? {
        guard let openedAt, let lasting = clockLasting, reading == nil, picker == nil else { return nil }
        let over = (now - openedAt) % 1_000
        return min(now + (1_000 - over), openedAt + Int64(lasting))
    }

    /// Lets the clock run out.
    public mutating func reach(_ now: Uptime) -> [Effect] {
        guard let lasting = clockLasting, let taken = taken(at: now), taken >= lasting, reading == nil, picker == nil
        else { return [] }
        take(.timeout, at: now)
        return []
    }

    /// How long the clock on the moment runs, ms; nil where there is none.
    var clockLasting: Int? { preview?.offer == nil ? nil : preview?.session.front.clock?.lasting }

    /// How long the moment has been open, ms; nil while clocks stand.
    func taken(at now: Uptime) -> Int? { openedAt.map { Int(now - $0) } }

    // MARK: Keys

    /// Takes a key.
    public mutating func handle(_ event: TerminalEvent, at now: Uptime) -> [Effect] {
        if case .resized(let size) = event { self.size = size }
        if var text = reading {
            let effects = text.handle(event, at: now)
            reading = effects.contains(.close) ? nil : text
            if reading == nil { openedAt = clocksRun ? now : nil }
            return []
        }
        guard case .key(let key) = event else { return [] }
        if picker != nil { return pick(key, at: now) }
        notice = nil
        guard let action = keys.action(for: key) else { return [] }
        return perform(action, at: now)
    }

    private mutating func perform(_ action: Action, at now: Uptime) -> [Effect] {
        switch action {
        case .quit: return [.quit]
        case .help: reading = ReadingScreen(help: .preview)
        case .problems: readProblems()
        case .option, .accept, .wait, .timeout, .stepBack, .undo, .goTo, .restart, .keepRun, .changes, .map, .clocks,
            .up, .down:
            guard preview != nil else {
                notice = "There is nothing to play yet: mend the file and save it."
                return []
            }
            return play(action, at: now)
        case .pageUp, .pageDown, .top, .bottom: scroll(action)
        default: break
        }
        reading?.resize(to: size, at: now)
        return []
    }

    private mutating func play(_ action: Action, at now: Uptime) -> [Effect] {
        switch action {
        case .option(let number): choose(number, at: now)
        case .accept:
            if let chosen, choices.indices.contains(chosen) {
                take(choices[chosen].index, at: now)
            } else {
                notice = "Choose with a number, or with the arrows first."
            }
        case .wait: take(.pause, at: now)
        case .timeout: take(.timeout, at: now)
        case .stepBack: stepBack(at: now)
        case .undo:
            let hadOne = preview?.undo() ?? false
            settle(at: now)
            if !hadOne { notice = "Nothing has been chosen yet." }
        case .restart:
            preview?.restart()
            settle(at: now)
        case .goTo: picker = NodePicker(nodes: preview?.nodes ?? [])
        case .keepRun: return keepRun()
        case .changes: readChanges()
        case .map: readMap()
        case .clocks:
            clocksRun.toggle()
            openedAt = clocksRun ? now : nil
            notice = clocksRun ? "Clocks run." : "Clocks stand; t lets one run out."
        case .up, .down: move(action)
        default: break
        }
        reading?.resize(to: size, at: now)
        return []
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
            case .timeout: return Choice(index: index, option: option, key: "t")
            case .say:
                number += 1
                return Choice(index: index, option: option, key: String(number))
            }
        }
    }

    private mutating func choose(_ number: Int, at now: Uptime) {
        guard let choice = choices.first(where: { $0.key == String(number) }) else {
            notice = preview?.offer == nil ? over : "There is no option \(number) here."
            return
        }
        take(choice.index, at: now)
    }

    private mutating func take(_ role: Option.Role, at now: Uptime) {
        guard let index = preview?.offer?.index(of: role) else {
            notice = preview?.offer == nil ? over : "No option here is tagged #\(role.rawValue)."
            return
        }
        take(index, at: now)
    }

    private mutating func take(_ index: Int, at now: Uptime) {
        let taken = min(taken(at: now) ?? 0, max(0, (clockLasting ?? .max) - 1))
        do {
            try preview?.choose(index, after: taken)
            settle(at: now)
        } catch {
            notice = error.description
        }
    }

    private mutating func stepBack(at now: Uptime) {
        let taken = taken(at: now) ?? 0
        do {
            try preview?.stepBack(after: taken)
            settle(at: now)
        } catch {
            notice = error.description
        }
    }

    private var over: String { "The story is over here. u takes the last choice back, r begins again." }

    private mutating func settle(at now: Uptime) {
        chosen = nil
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

    private mutating func pick(_ key: Key, at now: Uptime) -> [Effect] {
        switch KeyTable.previewNodes.action(for: key) {
        case .accept?:
            guard let name = picker?.chosen?.name else { return [] }
            preview?.go(to: name)
            picker = nil
            settle(at: now)
        case .back?:
            picker = nil
            openedAt = clocksRun ? now : nil
        case let action?: picker?.move(action)
        case nil: picker?.type(key)
        }
        return []
    }

    // MARK: Saving and reading

    private mutating func keepRun() -> [Effect] {
        guard let preview else { return [] }
        guard preview.start == preview.scenario.start else {
            notice = "A test plan begins in the first node, and this began in \(preview.start)."
            return []
        }
        guard !preview.choices.isEmpty else {
            notice = "Nothing has been chosen yet."
            return []
        }
        do {
            let run = try RecordedRun(preview.session).plan(for: preview.scenario)
            let ending = if case .ended(let ended) = preview.session.status { ended.ending } else { "" }
            return [.keepRun(run, comment: ending.isEmpty ? "From a preview." : "From a preview: \(ending).")]
        } catch {
            notice = error.description
            return []
        }
    }

    private mutating func readProblems() {
        guard !problems.isEmpty else {
            notice = "Nothing is wrong with the file."
            return
        }
        let title = errors > 0 ? "What is wrong with the file" : "What could be better"
        reading = ReadingScreen(title: title, preformatted: problems.joined(separator: "\n\n"))
    }

    private mutating func readChanges() {
        guard let reload else {
            notice = "The file has not changed since this began."
            return
        }
        let lines = reload.difference.changes.map(\.description)
        let words = [Self.words(reload), ""] + lines
        reading = ReadingScreen(title: "What the last change has changed", preformatted: words.joined(separator: "\n"))
    }

    private mutating func readMap() {
        guard let files = preview?.scenario.files else { return }
        let pane = MapPane(ScenarioMap(files: files), glyphs: .unicode)
        reading = ReadingScreen(
            title: "Map", preformatted: pane.text(columns: max(20, size.columns - 4)).joined(separator: "\n"))
    }
}
