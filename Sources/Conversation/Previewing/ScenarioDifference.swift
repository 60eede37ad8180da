import Yarn

/// What is different between two versions of a scenario, for their author: nodes by name, lines by id.
public struct ScenarioDifference: Hashable, Sendable {
    /// One thing that is different.
    public enum Change: Hashable, Sendable {
        case nodeAdded(String)
        case nodeRemoved(String)
        /// A line that was not there before.
        case lineAdded(id: String, text: String)
        /// A line that is not there any more.
        case lineRemoved(id: String, text: String)
        /// The words of a line.
        case lineReworded(id: String, from: String, to: String)
        /// The hashtags of a line.
        case lineRetagged(id: String, text: String)
        /// Headers, commands, conditions or the order of things; nothing that is said.
        case somethingElse
    }

    /// What is different, nodes first, then lines in the order of the new version, removed ones last.
    public let changes: [Change]

    /// Compares two versions.
    public init(from old: Scenario, to new: Scenario) {
        let names = (old: Self.nodes(of: old), new: Self.nodes(of: new))
        var changes: [Change] = names.new.filter { !names.old.contains($0) }.map { .nodeAdded($0) }
        changes += names.old.filter { !names.new.contains($0) }.map { .nodeRemoved($0) }
        changes += Self.lines(from: old.program.lines, to: new.program.lines)
        if changes.isEmpty, Self.texts(of: old) != Self.texts(of: new) { changes = [.somethingElse] }
        self.changes = changes
    }

    /// Nothing is different.
    public var isEmpty: Bool { changes.isEmpty }

    /// In one sentence: `1 line reworded (ld003), 2 lines added (ld014, ld015).`
    public var summary: String {
        guard !isEmpty else { return "Nothing changed." }
        if changes == [.somethingElse] { return "Commands, conditions or headers changed." }
        var groups: [(words: String, names: [String])] = []
        for change in changes {
            if let index = groups.firstIndex(where: { $0.words == change.words }) {
                groups[index].names.append(change.name)
            } else {
                groups.append((change.words, [change.name]))
            }
        }
        let parts = groups.map { group in
            let words = group.words.split(separator: " ", maxSplits: 1).map(String.init)
            let count = group.names.count
            let named = group.names.filter { !$0.isEmpty }
            let names = named.isEmpty || named.count > Self.namedAtMost ? "" : " (\(named.joined(separator: ", ")))"
            return "\(count) \(words[0])\(count == 1 ? "" : "s") \(words.last ?? "")\(names)"
        }
        return parts.joined(separator: ", ") + "."
    }

    /// More names than this are left to be read one by one.
    private static let namedAtMost = 3

    private static func nodes(of scenario: Scenario) -> [String] {
        scenario.program.nodes.filter { !$0.isHub }.map(\.name)
    }

    private static func texts(of scenario: Scenario) -> [String] { scenario.files.map(\.text) }

    private static func lines(from old: [Program.Line], to new: [Program.Line]) -> [Change] {
        // Lines that have no id of their own are known by their words, as often as these stand there.
        var unnamed: [String: Int] = [:]
        for line in old where line.isImplicit { unnamed[line.template, default: 0] += 1 }
        let named = Dictionary(old.filter { !$0.isImplicit }.map { ($0.id, $0) }) { first, _ in first }
        let ids = Set(new.filter { !$0.isImplicit }.map(\.id))
        var changes: [Change] = []
        for line in new {
            if line.isImplicit {
                if let left = unnamed[line.template], left > 0 {
                    unnamed[line.template] = left - 1
                } else {
                    changes.append(.lineAdded(id: "", text: line.template))
                }
            } else if let before = named[line.id] {
                if before.template != line.template {
                    changes.append(.lineReworded(id: short(line.id), from: before.template, to: line.template))
                } else if before.tags != line.tags {
                    changes.append(.lineRetagged(id: short(line.id), text: line.template))
                }
            } else {
                changes.append(.lineAdded(id: short(line.id), text: line.template))
            }
        }
        for line in old {
            if line.isImplicit {
                guard let left = unnamed[line.template], left > 0 else { continue }
                unnamed[line.template] = left - 1
                changes.append(.lineRemoved(id: "", text: line.template))
            } else if !ids.contains(line.id) {
                changes.append(.lineRemoved(id: short(line.id), text: line.template))
            }
        }
        return changes
    }

    /// `line:ld003` as authors call it: `ld003`.
    private static func short(_ id: String) -> String {
        id.hasPrefix("line:") ? String(id.dropFirst("line:".count)) : id
    }
}

extension ScenarioDifference.Change: CustomStringConvertible {
    /// The kind of change, to be counted.
    fileprivate var words: String {
        switch self {
        case .nodeAdded: "node added"
        case .nodeRemoved: "node removed"
        case .lineAdded: "line added"
        case .lineRemoved: "line removed"
        case .lineReworded: "line reworded"
        case .lineRetagged: "line with other hashtags"
        case .somethingElse: "thing changed"
        }
    }

    /// The node or line it is about; empty for a line without an id.
    fileprivate var name: String {
        switch self {
        case .nodeAdded(let name), .nodeRemoved(let name): name
        case .lineAdded(let id, _), .lineRemoved(let id, _), .lineRetagged(let id, _), .lineReworded(let id, _, _): id
        case .somethingElse: ""
        }
    }

    /// The change in words.
    public var description: String {
        func line(_ id: String) -> String { id.isEmpty ? "a line without an id" : id }
        return switch self {
        case .nodeAdded(let name): "The node \(name) is new."
        case .nodeRemoved(let name): "The node \(name) is gone."
        case .lineAdded(let id, let text): "New is \(line(id)): “\(text)”."
        case .lineRemoved(let id, let text): "Gone is \(line(id)): “\(text)”."
        case .lineReworded(let id, let from, let to): "Reworded is \(line(id)), from “\(from)” to “\(to)”."
        case .lineRetagged(let id, let text): "Other hashtags are on \(line(id)): “\(text)”."
        case .somethingElse: "Commands, conditions, headers or the order of things changed; no line did."
        }
    }
}
