import Yarn

/// Something to practise: a compiled program and what its headers declare.
///
/// A scenario is known by the hash of its source, so that a record always says which wording it was played against.
public struct Scenario: Sendable {
    /// What a node's headers say beyond the language's own.
    public struct NodeDetails: Hashable, Sendable {
        /// The ending it is.
        public var ending: String?
        /// How that ending is for the customer.
        public var outcome: Outcome?
        /// The name of its moment, for people.
        public var moment: String?
        /// The skill it can be rehearsed for, alone.
        public var micro: String?
        /// The node that tells how the agent hands over from here.
        public var stepBack: String?
        /// The conversation that begins in it, beside the others: its name, and whom it is with.
        public var thread: String?, customer: String?, ticket: String?, persona: String?
        /// The channel that conversation is in.
        public var channel: Channel?
        /// Where trust, heat and effort begin in it, 0–100.
        public var trust: Int?, heat: Int?, effort: Int?
        /// The name of the curveball it is.
        public var curveball: String?
        /// A place in the story lets that curveball strike.
        public var hasPlace = false
        /// The agent is treated badly in it, and is looked after when the conversation is over.
        public var needsCare = false
        /// It is no dilemma, on purpose.
        public var isEasy = false
        /// Words of one's own are not taken in it: one of its replies is said as it stands.
        public var isTyped = true
        /// The node in which the customer asks what was meant.
        public var unclear: String?
    }

    /// Its folder's name.
    public let slug: String
    /// What its first node says about it.
    public let heading: ScenarioHeading
    /// The files it was made from.
    public let files: [SourceFile]
    /// SHA-256 of the files, in lower-case hexadecimal.
    public let hash: String
    /// The compiled program.
    public let program: Program
    /// The title of the first node.
    public internal(set) var start: String
    let nodes: [String: NodeDetails]

    init(
        slug: String, heading: ScenarioHeading, files: [SourceFile], program: Program, start: String,
        nodes: [String: NodeDetails]
    ) {
        self.slug = slug
        self.heading = heading
        self.files = files
        self.program = program
        self.start = start
        self.nodes = nodes
        hash = Self.hash(of: files)
    }

    /// The hash of a scenario's files: SHA-256 over each name and text with their lengths, so that no two sets of
    /// files are taken for each other.
    public static func hash(of files: [SourceFile]) -> String {
        var digest = ContentHash()
        for file in files.sorted(by: { $0.name < $1.name }) {
            for part in [file.name, file.text] {
                digest.update("\(part.utf8.count):".utf8)
                digest.update(part.utf8)
            }
        }
        return digest.hexadecimal()
    }

    /// What a node's headers say.
    public func details(of node: String) -> NodeDetails { nodes[node] ?? NodeDetails() }

    /// Every ending's id, in source order of the nodes that tell them.
    public var endings: [String] {
        var seen: Set<String> = []
        return program.nodes.compactMap { nodes[$0.name]?.ending }.filter { seen.insert($0).inserted }
    }

    /// The nodes that are curveballs, in source order.
    public var curveballs: [String] { program.nodes.map(\.name).filter { nodes[$0]?.curveball != nil } }

    /// Other conversations can begin beside the first one.
    public var hasSeveralConversations: Bool { nodes.values.contains { $0.thread != nil } }

    /// The customer's full name.
    public var customerName: String { heading.fullName(of: heading.customer) }

    /// The node that tells how the agent hands over from a node: its own, else the scenario's.
    public func stepBack(from node: String) -> String? { nodes[node]?.stepBack ?? heading.stepBack }

    /// The node that tells how the agent hands over from where a conversation stands: the node's own, else what the
    /// conversation says where it begins; nil where only the whole session can be handed over.
    func stepBack(in thread: Thread) -> String? {
        guard let root = thread.root else { return stepBack(from: thread.node) }
        return nodes[thread.node]?.stepBack ?? nodes[root]?.stepBack
    }

    func beginning(seed: UInt64, settings: SessionSettings) -> Began {
        Began(
            slug: slug, title: heading.title, hash: hash, seed: seed, difficulty: settings.difficulty,
            extraTime: settings.extraTime, hearing: "", cast: heading.cast, customer: heading.customer,
            ticket: heading.ticket, opens: heading.opens, trust: heading.trust, heat: heading.heat,
            effort: heading.effort,
            audiencePace: heading.channels.contains(.social) ? heading.audiencePace ?? Crowd.usualPace : nil,
            adapts: settings.adapts ? true : nil)
    }
}
