import Conversation
import Terminal

import struct Yarn.Diagnostic
import struct Yarn.Program
import struct Yarn.SourceFile

/// A scenario being tried by its author, beside their editor: it plays from any node, takes up every change of the file,
/// and shows what is wrong beside the last version that works.
public struct PreviewScreen: Screen {
    /// What the scenario is called until it has a title.
    let slug: String
    /// The last version that works, as far as it was played; nil while there was none.
    public internal(set) var preview: Preview?
    /// What is wrong with the file as it is now, or could be better, each as it is shown to people.
    private(set) var problems: [String] = []
    /// How many of the problems keep the file from being played.
    private(set) var errors = 0
    /// What the last change of the file was.
    private(set) var reload: Preview.Reload?
    /// Which choice the arrows point at, from 0.
    var chosen: Int?
    /// How many rows what was said is scrolled back.
    var scrolledBack = 0
    /// Choosing a node.
    var picker: NodePicker?
    /// What one could say who steps back, while it is looked at.
    var script: ScriptPane?, scriptsOpened = 0
    /// The screen is in front: clocks, where they run, run only then.
    private var isFront = true
    /// Since when the moment is open, while clocks run.
    var openedAt: Uptime?
    var clocksRun = false
    var size = Size(columns: 80, rows: 24)
    private let seed: UInt64
    private let firstNode: String?

    /// A preview of a scenario that is called `name` until it has a title.
    /// - Parameters:
    ///   - node: the node to begin in; nil for the first.
    ///   - seed: what chance begins with.
    public init(name: String, from node: String? = nil, seed: UInt64 = 1) {
        slug = name
        self.seed = seed
        firstNode = node
    }

    /// What it is called.
    public var name: String { picker == nil ? "Preview" : "Go to a node" }

    /// A node's name is being typed.
    public var isTyping: Bool { picker != nil }

    // MARK: The file

    /// Takes up the file as it is now. The last version that works stays when this one has errors.
    /// - Returns: what to say about it in the last row.
    public mutating func receive(_ loaded: LoadedScenario, at now: Uptime) -> String? {
        errors = loaded.errors.count
        problems = Self.rendered(loaded.diagnostics, loaded.files)
        guard let scenario = loaded.scenario else { return nil }
        defer { settle(at: now) }
        if var preview {
            let reload = preview.reload(scenario)
            self.preview = preview
            self.reload = reload
            return Self.words(reload)
        }
        preview = Preview(scenario, from: firstNode, seed: seed)
        return nil
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

    static func words(_ reload: Preview.Reload) -> String {
        if let obstacle = reload.obstacle { return "\(obstacle) \(reload.difference.summary)" }
        let count = reload.replayed
        let again = count == 0 ? "" : " \(count) choice\(count == 1 ? "" : "s") made again."
        return reload.difference.summary + again
    }

    // MARK: Time

    /// Every second while a clock runs.
    public func nextDeadline(after now: Uptime, motion: Look.Motion) -> Uptime? {
        guard let openedAt, let lasting = clockLasting, isFront, picker == nil else { return nil }
        let over = (now - openedAt) % 1_000
        return min(now + (1_000 - over), openedAt + Int64(lasting))
    }

    /// Lets the clock run out.
    public mutating func reach(_ now: Uptime) -> [Effect] {
        guard let lasting = clockLasting, let taken = taken(at: now), taken >= lasting, isFront, picker == nil
        else { return [] }
        return take(.timeout, at: now)
    }

    /// How long the clock on the moment runs, ms; nil where there is none.
    var clockLasting: Int? { preview?.offer == nil ? nil : preview?.session.front.clock?.lasting }

    /// How long the moment has been open, ms; nil while clocks stand.
    func taken(at now: Uptime) -> Int? { openedAt.map { Int(now - $0) } }

    /// Clocks, where they run, begin anew when it comes to the front.
    public mutating func becomeFront(_ isFront: Bool, at now: Uptime) {
        self.isFront = isFront
        if isFront { openedAt = clocksRun ? now : nil }
    }
}
