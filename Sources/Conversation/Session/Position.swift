import Yarn

/// Where the machine stands and what it remembers.
public struct Position: Codable, Hashable, Sendable {
    /// The machine's place in the program.
    public var machine: Machine
    /// Variables, visits and the generator of chance.
    public var memory: Memory
}
