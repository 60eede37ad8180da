/// Where one conversation stands: a small value that can be kept, sent and resumed at any event.
public struct Machine: Hashable, Codable, Sendable {
    /// What the machine is waiting for.
    enum Phase: Int, Codable, Sendable {
        case ready, asking, finished
    }

    /// A node that waits for a detour to come back.
    struct Waiting: Hashable, Codable, Sendable {
        var node: Int
        var position: Int
    }

    /// An option that may be chosen.
    struct Pending: Hashable, Codable, Sendable {
        var target: Int
        var isAvailable: Bool
    }

    var phase = Phase.ready
    var node: Int
    var position: Int
    /// True until `nodeEntered` has been reported for `node`.
    var isArriving = true
    var stack: [Value] = []
    var waiting: [Waiting] = []
    var pending: [Pending] = []
    /// Instructions since the last line, options or command, and the nodes entered since then.
    var spent = 0
    var trail: [Int] = []

    /// A machine that is about to enter the named node, or node group.
    /// - Throws: `MachineFault` of kind `unknownNode` when the program has no such node.
    public init(startingAt node: String, in program: Program) throws(MachineFault) {
        guard let slot = program.nodeSlots[node] else {
            throw .unknownNode(node, in: program, span: nil)
        }
        self.node = slot
        self.position = program.nodes[slot].entry
    }

    /// True when the conversation is over.
    public var isFinished: Bool { phase == .finished }
    /// True when options were offered and none is chosen yet.
    public var isAskingForChoice: Bool { phase == .asking }
    /// How many nodes wait for a detour to come back.
    public var detourDepth: Int { waiting.count }

    /// The name of the node that is running.
    public func currentNode(in program: Program) -> String? {
        program.nodes.indices.contains(node) ? program.nodes[node].name : nil
    }
}
