import Yarn

/// Where a path stands: a place in the story and everything that what follows depends on.
///
/// What nothing reads any more is dropped (``WalkProgram/forget(_:)``), so that paths which differ only in it are one.
struct WalkState: Hashable, Sendable {
    /// A variable, a once flag, a move that was made: something that conditions read.
    enum Fact: Hashable, Sendable {
        case known(Value)
        /// It may be anything.
        case unknown
        /// Nobody reads it from here on.
        case forgotten
    }

    /// A promise. Story time is counted in what `<<later>>` jumps: the time that people take comes on top of it.
    struct Promise: Hashable, Sendable {
        /// How far story time must still jump for it to be due, ms; nil when it is not open.
        var remaining: Int?
        var isKept = false
        var isMissed = false
        /// It may be in any state.
        var isUnknown = false
    }

    /// Everything but trust, heat and effort.
    struct Key: Hashable, Sendable {
        /// The next step of the program.
        var place: Int
        /// Where detours come back to, the last one last.
        var returns: [Int] = []
        var facts: [Fact]
        var promises: [Promise]
        /// The command that set the clock for the next options; -1 for none.
        var clock = -1
        /// The ending that was last entered; -1 for none.
        var ending = -1
        var channel = Channel.chat
        /// Which conversation it is in: 0 for the main one, else its number among the others, from 1.
        var thread = 0
    }

    var key: Key
    /// The values that trust, heat and effort may have here.
    var trust: MeasureSet
    var heat: MeasureSet
    var effort: MeasureSet

    /// How many different states this stands for.
    var count: Int { trust.count * heat.count * effort.count }

    subscript(measure: Measure) -> MeasureSet {
        get {
            switch measure {
            case .trust: trust
            case .heat: heat
            case .effort: effort
            }
        }
        set {
            switch measure {
            case .trust: trust = newValue
            case .heat: heat = newValue
            case .effort: effort = newValue
            }
        }
    }

    /// Takes in the measures of a state with the same key.
    /// - Returns: whether that added any.
    mutating func merge(_ other: WalkState) -> Bool {
        var grew = trust.formUnion(other.trust)
        grew = heat.formUnion(other.heat) || grew
        return effort.formUnion(other.effort) || grew
    }

    /// The part of this state where a condition holds and the part where it does not; both where that is open.
    func split(by condition: WalkExpression) -> (holds: WalkState?, fails: WalkState?) {
        let measures = condition.measures.sorted { $0.rawValue < $1.rawValue }
        guard let first = measures.first else {
            switch condition.value(in: key, [:]) {
            case .bool(true): return (self, nil)
            case .bool(false): return (nil, self)
            default: return (self, self)
            }
        }
        // A third measure in one condition is left open.
        let second = measures.count > 1 ? measures[1] : nil
        var (holds, fails) = (self, self)
        for measure in [first, second].compactMap({ $0 }) {
            holds[measure] = MeasureSet()
            fails[measure] = MeasureSet()
        }
        for value in self[first].values {
            for other in second.map({ self[$0].values }) ?? [0] {
                var values = [first: value]
                if let second { values[second] = other }
                let truth = condition.value(in: key, values)
                if truth != .bool(false) { holds.insert(values) }
                if truth != .bool(true) { fails.insert(values) }
            }
        }
        return (holds[first].isEmpty ? nil : holds, fails[first].isEmpty ? nil : fails)
    }

    private mutating func insert(_ values: [Measure: Int]) {
        for (measure, value) in values { self[measure].insert(value) }
    }

    /// This state for each value that an expression may have.
    func split(byValueOf expression: WalkExpression) -> [(value: Value?, state: WalkState)] {
        let measures = expression.measures
        guard let measure = measures.first, measures.count == 1 else {
            return [(measures.isEmpty ? expression.value(in: key, [:]) : nil, self)]
        }
        var parts: [(value: Value?, state: WalkState)] = []
        for number in self[measure].values {
            let value = expression.value(in: key, [measure: number])
            if let index = parts.firstIndex(where: { $0.value == value }) {
                parts[index].state[measure].insert(number)
            } else {
                var state = self
                state[measure] = MeasureSet(number)
                parts.append((value, state))
            }
        }
        return parts
    }
}
