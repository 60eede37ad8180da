/// Where one conversation stands: a small value that can be kept, sent, compared and resumed at any event.
///
/// It holds no text: lines, options and commands are slots of the program, and the values that belong into them.
public struct Machine: Hashable, Sendable {
    /// What the machine is waiting for.
    enum Phase: Int, Codable, Sendable {
        case ready, asking, finished
        /// A fault came in the middle of a step; a copy from before it can go on, this one cannot.
        case failed
    }

    /// A node that waits for a detour to come back.
    struct Waiting: Hashable, Codable, Sendable {
        var node: Int
        var position: Int
        /// The choice that was asked for when the detour came between, and is asked for again behind it.
        var held: HeldChoice?
    }

    /// A choice that a detour came into: its options, as they stood, and the values for their texts.
    struct HeldChoice: Hashable, Codable, Sendable {
        var pending: [Pending]
        var values: [Value]
    }

    /// An option that is offered.
    struct Pending: Hashable, Sendable {
        var target: Int
        var isAvailable: Bool
        /// Its slot among the program's lines.
        var line: Int
        /// How many of the machine's values are for it.
        var values: Int
    }

    var phase = Phase.ready
    var node: Int
    var position: Int
    /// True until the node that was entered has been reported.
    var isArriving = true
    /// True while a choice is asked for once more, because a detour came into it.
    public internal(set) var isAskingAgain = false
    var waiting: [Waiting] = []
    var pending: [Pending] = []
    /// The values for the text that the machine stopped at, in order.
    var values: [Value] = []
    /// Instructions since the last line, options or command, and the nodes entered since then.
    var spent = 0
    var trail: [Int] = []
    var workings = Workings()

    /// A machine that is about to enter the named node, or node group.
    /// - Throws: `MachineFault` of kind `unknownNode` when the program has no such node.
    public init(startingAt node: String, in program: Program) throws(MachineFault) {
        guard let slot = program.nodeSlots[node] else {
            throw .unknownNode(node, in: program, span: nil)
        }
        self.node = slot
        self.position = program.nodes[slot].entry
    }

    /// A machine that only computes.
    init(at position: Int) {
        node = 0
        self.position = position
        isArriving = false
    }

    /// Goes through another node first, as a detour does, and then on from here. A choice that is asked for is asked for
    /// again when the detour comes back, with the options as they stand now; a detour that jumps elsewhere never does.
    /// - Throws: `MachineFault` when the program has no such node, too many nodes wait already, or the conversation is over.
    ///   Nothing has changed then.
    public mutating func detour(through node: String, in program: Program) throws(MachineFault) {
        guard let slot = program.nodeSlots[node] else { throw .unknownNode(node, in: program, span: nil) }
        guard phase == .ready || phase == .asking else {
            throw MachineFault(kind: .alreadyFinished, message: "The conversation is over: nothing comes between.")
        }
        let held = phase == .asking ? HeldChoice(pending: pending, values: values) : nil
        try detour(to: slot, program, holding: held)
        guard held != nil else { return }
        resume(at: position)
        values.removeAll(keepingCapacity: true)
    }

    /// True when the conversation is over.
    public var isFinished: Bool { phase == .finished }
    /// True when options were offered and none is chosen yet.
    public var isAskingForChoice: Bool { phase == .asking }
    /// How many nodes wait for a detour to come back.
    public var detourDepth: Int { waiting.count }
    /// How many choices wait to be asked for again when detours come back.
    public var heldChoices: Int { waiting.count { $0.held != nil } }
    /// While a choice is asked for: how many options there are.
    public var optionCount: Int { pending.count }

    /// While a choice is asked for: whether the option at an index, from 0, may be taken.
    public func isAvailable(_ option: Int) -> Bool {
        pending.indices.contains(option) && pending[option].isAvailable
    }

    /// The name of the node that is running.
    public func currentNode(in program: Program) -> String? {
        program.nodes.indices.contains(node) ? program.nodes[node].name : nil
    }
}

/// What a machine needs within a step. It is empty between steps, and kept only so that its room is used again.
struct Workings: Hashable, Sendable {
    /// One content that saliency may choose.
    struct Candidate: Sendable {
        var view: Int
        var complexity: Int
        var target: Int
    }

    var stack: [Value] = []
    /// Where smart variables and queries return to.
    var returns: [Int] = []
    var candidates: [Candidate] = []

    mutating func clear() {
        stack.removeAll(keepingCapacity: true)
        returns.removeAll(keepingCapacity: true)
        candidates.removeAll(keepingCapacity: true)
    }

    static func == (left: Workings, right: Workings) -> Bool { true }
    func hash(into hasher: inout Hasher) {}
}
