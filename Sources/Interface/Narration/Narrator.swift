import Terminal

/// Tells what is new: it keeps what has been told of each screen, and turns a ``Narration`` into the lines to print.
///
/// The same narrations in the same order give the same lines. Nothing that was told is told again, unless one comes back
/// to a screen, where what can be chosen is told once more.
public struct Narrator: Sendable {
    /// A clock is told when it has so much left, ms, and when it starts; never else.
    static let marks = [60_000, 30_000, 10_000]

    /// What has been told of one screen.
    private struct Level: Sendable {
        var id: String
        var told: [String: String] = [:]
        var choices: String?
        var chosen: Int?
        /// What was left of each clock when it was last told or looked at, ms.
        var clocks: [String: Int] = [:]
    }

    private var levels: [Level] = []

    /// Nothing has been told.
    public init() {}

    /// The lines to print, now that the screen in front is so.
    /// - Parameter depth: how many screens there are, from 1, the one in front among them.
    public mutating func tell(_ narration: Narration, depth: Int) -> [String] {
        let isBack = depth < levels.count
        levels.removeLast(max(0, levels.count - depth))
        while levels.count < depth { levels.append(Level(id: "")) }
        guard var level = levels.last else { return [] }
        let isNew = level.id != narration.id
        if isNew { level = Level(id: narration.id) }
        var lines: [String] = []
        if isNew || isBack { lines += PlainText.lines(narration.heading) }
        lines += items(narration, &level, isNew: isNew)
        lines += choices(narration, &level, isBack: isBack)
        lines += clocks(narration, &level)
        levels[levels.count - 1] = level
        return lines
    }

    /// Everything of the screen in front once more.
    public mutating func forget() {
        if let last = levels.indices.last { levels[last] = Level(id: levels[last].id) }
    }

    // MARK: Once more, on demand

    /// The last things that were told, or all of them.
    public static func again(_ narration: Narration, last count: Int = .max) -> [String] {
        narration.items.suffix(count).flatMap { PlainText.lines($0.text) }
    }

    /// What can be chosen.
    public static func choices(_ narration: Narration) -> [String] {
        guard let choices = narration.choices else { return [] }
        return PlainText.lines(choices.heading)
            + choices.all.map { PlainText.line("\($0.label). \($0.text)") }
    }

    /// What every clock has left.
    public static func time(_ narration: Narration) -> [String] {
        guard !narration.clocks.isEmpty else { return ["No clock runs."] }
        return narration.clocks.map { PlainText.line("\(PlainText.duration($0.left)) left \($0.purpose).") }
    }

    // MARK: What is new

    private func items(_ narration: Narration, _ level: inout Level, isNew: Bool) -> [String] {
        var lines: [String] = []
        var past = 0
        for item in narration.items {
            if isNew, item.isPast {
                past += 1
                level.told[item.id] = item.text
                continue
            }
            if past > 0 {
                lines.append("\(past) lines came before this; top reads them.")
                past = 0
            }
            guard item.isOnce ? level.told[item.id] == nil : level.told[item.id] != item.text else { continue }
            level.told[item.id] = item.text
            lines += PlainText.lines(item.text)
        }
        // What went and comes again is new.
        let ids = Set(narration.items.map(\.id))
        level.told = level.told.filter { ids.contains($0.key) }
        return lines
    }

    private func choices(_ narration: Narration, _ level: inout Level, isBack: Bool) -> [String] {
        guard let choices = narration.choices, !choices.isQuiet else {
            level.choices = nil
            return []
        }
        defer { (level.choices, level.chosen) = (choices.id, choices.chosen) }
        if level.choices != choices.id || isBack { return Self.choices(narration) }
        guard let chosen = choices.chosen, chosen != level.chosen, choices.all.indices.contains(chosen) else {
            return []
        }
        let choice = choices.all[chosen]
        return [PlainText.line("\(choice.label). \(choice.text)")] + PlainText.lines(choice.detail)
    }

    private func clocks(_ narration: Narration, _ level: inout Level) -> [String] {
        var lines: [String] = []
        var left: [String: Int] = [:]
        for clock in narration.clocks {
            left[clock.id] = clock.left
            guard let before = level.clocks[clock.id] else {
                lines.append(PlainText.line("\(PlainText.duration(clock.left)) \(clock.purpose)."))
                continue
            }
            if let mark = Self.marks.last(where: { before > $0 && clock.left <= $0 }) {
                lines.append(PlainText.line("\(PlainText.duration(mark)) left \(clock.purpose)."))
            }
        }
        level.clocks = left
        return lines
    }
}
