/// What outlives a machine: variables, what was seen, what was visited, and chance. Several machines may share one.
///
/// Everything is kept by slot, in arrays: equal histories encode to equal bytes.
public struct Memory: Hashable, Sendable {
    /// How line groups and node groups choose.
    public var saliency: SaliencyStrategy = .first
    var variables: [Value]
    var seen: [Bool]
    var visits: [Int]
    var views: [Int]
    var random: RandomGenerator

    /// The memory of a program nobody has run yet.
    public init(program: Program, seed: UInt64) {
        variables = program.variables.map(\.initial)
        seen = Array(repeating: false, count: program.onceCount)
        visits = Array(repeating: 0, count: program.nodes.count)
        views = Array(repeating: 0, count: program.viewCount)
        random = RandomGenerator(seed: seed)
    }

    /// The stored value of a variable; nil for an unknown name or a smart variable.
    public func read(_ name: String, in program: Program) -> Value? {
        guard let slot = program.variableSlots[name], slot < variables.count, !program.variables[slot].isSmart else {
            return nil
        }
        return variables[slot]
    }

    /// Writes a variable; false for an unknown name, a smart variable or a value of another type.
    @discardableResult
    public mutating func write(_ name: String, _ value: Value, in program: Program) -> Bool {
        guard let slot = program.variableSlots[name], slot < variables.count, !program.variables[slot].isSmart,
            variables[slot].type == value.type
        else { return false }
        variables[slot] = value
        return true
    }

    /// How often the node of this name was left; 0 for an unknown or untracked one.
    public func visits(of node: String, in program: Program) -> Int {
        guard let slot = program.nodeSlots[node], slot < visits.count else { return 0 }
        return visits[slot]
    }

    func fits(_ program: Program) -> Bool {
        variables.count == program.variables.count && seen.count == program.onceCount
            && visits.count == program.nodes.count && views.count == program.viewCount
    }
}

extension Memory: Codable {
    private enum Key: String, CodingKey {
        case saliency, variables, seen, visits, views, random
    }

    /// Reads what `encode` wrote; whether it belongs to a program is checked when a machine uses it.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: Key.self)
        saliency = try container.decode(SaliencyStrategy.self, forKey: .saliency)
        variables = try container.decode([Value].self, forKey: .variables)
        seen = try container.decode([Int].self, forKey: .seen).map { $0 != 0 }
        visits = try container.decode([Int].self, forKey: .visits)
        views = try container.decode([Int].self, forKey: .views)
        random = try container.decode(RandomGenerator.self, forKey: .random)
    }

    /// Writes arrays of whole numbers and values, by slot.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        try container.encode(saliency, forKey: .saliency)
        try container.encode(variables, forKey: .variables)
        try container.encode(seen.map { $0 ? 1 : 0 }, forKey: .seen)
        try container.encode(visits, forKey: .visits)
        try container.encode(views, forKey: .views)
        try container.encode(random, forKey: .random)
    }
}
