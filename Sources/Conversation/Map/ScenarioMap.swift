import Yarn

/// The map of a scenario: its nodes, and the ways between them. Made from the source, so that a scenario with mistakes has
/// one too.
public struct ScenarioMap: Hashable, Sendable {
    /// A place of the map.
    public struct Node: Hashable, Sendable {
        /// Its own name: the title, and for a member of a node group the title with what tells it apart.
        public var name: String
        /// The title that jumps know it by.
        public var title: String
        /// The name of its moment, for people.
        public var moment: String?
        /// The ending it is.
        public var ending: String?
        /// How that ending is for the customer.
        public var outcome: Outcome?
        /// When a member of a node group may run, as the source says it.
        public var condition: String?
        /// It is a node group: one of its members is chosen.
        public var isGroup = false
        /// Where it stands.
        public var span: SourceSpan
    }

    /// How a way is taken.
    public enum Way: String, Hashable, Sendable, CaseIterable {
        /// By saying an option.
        case option
        /// By waiting.
        case pause
        /// By letting the clock run out.
        case timeout
        /// Without a choice.
        case jump
        /// Without a choice, and back again.
        case detour
        /// By stepping back and handing over.
        case stepBack
        /// From a node group to a member.
        case member
    }

    /// A way from one place to another.
    public struct Edge: Hashable, Sendable {
        /// The name of the node it leaves.
        public var from: String
        /// The name of the node it comes to; nil when only the playing tells.
        public var to: String?
        /// How it is taken.
        public var way: Way
        /// The words of the option; for a jump that only the playing knows, its expression.
        public var label: String
        /// The conditions on it, as the source says them: `if trust() >= 50`, `otherwise`, `once`, `when always`.
        public var condition: String?
        /// It comes back.
        public var isDetour = false
    }

    /// The places in source order; a node group stands before its members.
    public internal(set) var nodes: [Node] = []
    /// The ways, in source order of where they leave.
    public internal(set) var edges: [Edge] = []

    /// The node it begins in.
    public var start: String? { nodes.first?.name }

    /// The map of a project.
    public init(files: [SourceFile]) {
        let trees = Compiler.compile(files, functions: SessionFunctions.signatures).trees
        self.init(trees: trees, files: files)
    }

    init(trees: [SyntaxTree], files: [SourceFile]) {
        var reader = MapReader(trees: trees, files: files)
        reader.read()
        nodes = reader.nodes
        edges = reader.edges
    }

    /// The ways that leave a node.
    public func edges(from name: String) -> [Edge] { edges.filter { $0.from == name } }

    /// The node with a name.
    public func node(_ name: String) -> Node? { nodes.first { $0.name == name } }

    /// The nodes by how many ways from the beginning they are, fewest first; within a layer in the order they are come
    /// to. Nodes that nothing leads to are in no layer.
    public var layers: [[Node]] {
        guard let start else { return [] }
        let byName = Dictionary(nodes.map { ($0.name, $0) }) { first, _ in first }
        let leaving = Dictionary(grouping: edges, by: \.from)
        var seen: Set<String> = [start]
        var layers: [[Node]] = []
        var layer = [start]
        while !layer.isEmpty {
            layers.append(layer.compactMap { byName[$0] })
            layer = layer.flatMap { leaving[$0] ?? [] }.compactMap(\.to).filter {
                byName[$0] != nil && seen.insert($0).inserted
            }
        }
        return layers
    }

    /// Every node that each node leads to, over any number of ways.
    public var reaches: [String: Set<String>] {
        let leaving = Dictionary(grouping: edges, by: \.from).mapValues { $0.compactMap(\.to) }
        var reaches: [String: Set<String>] = [:]
        for node in nodes {
            var seen: Set<String> = []
            var pending = leaving[node.name] ?? []
            while let next = pending.popLast() {
                if seen.insert(next).inserted { pending += leaving[next] ?? [] }
            }
            reaches[node.name] = seen
        }
        return reaches
    }

    /// The nodes that nothing leads to, in source order.
    public var strays: [Node] {
        let reached = Set(layers.flatMap { $0.map(\.name) })
        return nodes.filter { !reached.contains($0.name) }
    }
}
