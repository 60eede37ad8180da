import Yarn

/// Finds, for each step of a walk's program, what is still read at it or behind it.
///
/// The usual backward flow: what a step reads is live before it; what it overwrites is not; everything else is live
/// before it when it is live behind it.
enum WalkLiveness {
    static func compute(_ program: WalkProgram) -> [FactSet] {
        let measures = program.facts.count + program.promises.count
        let capacity = measures + Measure.allCases.count
        var live = Array(repeating: FactSet(capacity: capacity), count: program.steps.count)
        let returns = returns(program)
        let everywhere = program.nodes.map(\.entry)
        var changed = true
        while changed {
            changed = false
            for index in program.steps.indices.reversed() {
                var set = FactSet(capacity: capacity)
                let next = program.steps.indices.contains(index + 1) ? index + 1 : index
                var written: Int?
                var read: [WalkExpression] = []
                switch program.steps[index] {
                case .line, .join, .command, .openCommand: _ = set.formUnion(live[next])
                case .set(let fact, let value):
                    _ = set.formUnion(live[next])
                    if set.contains(fact) { read.append(value) }
                    written = fact
                case .mark(let fact):
                    _ = set.formUnion(live[next])
                    written = fact
                case .branch(let condition, let other):
                    _ = set.formUnion(live[next])
                    _ = set.formUnion(live[other])
                    read.append(condition)
                case .goTo(let target): _ = set.formUnion(live[target])
                case .offer(let group):
                    for choice in program.groups[group].choices {
                        _ = set.formUnion(live[choice.target])
                        if let condition = choice.condition { read.append(condition) }
                    }
                    _ = set.formUnion(live[program.groups[group].otherwise])
                    let node = program.owners[index]
                    for back in program.stepBacks(from: node) { _ = set.formUnion(live[program.nodes[back].entry]) }
                    if let unclear = program.nodes[node].unclear.flatMap({ program.nodeSlots[$0] }) {
                        _ = set.formUnion(live[program.nodes[unclear].entry])
                    }
                case .jump(let node), .detour(let node):
                    _ = set.formUnion(live[program.nodes[node].entry])
                    if case .detour = program.steps[index] { _ = set.formUnion(live[next]) }
                case .jumpBy(let expression), .detourBy(let expression):
                    read.append(expression)
                    for entry in everywhere { _ = set.formUnion(live[entry]) }
                    _ = set.formUnion(live[next])
                case .leave: for place in returns[program.owners[index]] { _ = set.formUnion(live[place]) }
                case .stop: break
                }
                if case .command(.send) = program.steps[index],
                    let back = program.stepBack(from: program.owners[index])
                {
                    _ = set.formUnion(live[program.nodes[back].entry])
                }
                Self.readPromises(program.steps[index], program, into: &set)
                if let written { set.remove(written) }
                for expression in read { Self.read(expression, program, into: &set) }
                if live[index].formUnion(set) { changed = true }
            }
        }
        return live
    }

    /// For each node where its end may lead back to: behind the detours to it. A jump forgets who waits, so that only
    /// the node of a detour itself comes back.
    private static func returns(_ program: WalkProgram) -> [[Int]] {
        var returns: [[Int]] = Array(repeating: [], count: program.nodes.count)
        for index in program.steps.indices {
            switch program.steps[index] {
            case .detour(let node): returns[node].append(index + 1)
            case .detourBy: for node in program.nodes.indices { returns[node].append(index + 1) }
            case .offer:
                if let node = program.nodes[program.owners[index]].unclear.flatMap({ program.nodeSlots[$0] }) {
                    returns[node].append(index)
                }
            default: break
            }
        }
        return returns
    }

    /// What settles promises needs to know how they stand, also where no condition asks.
    private static func readPromises(_ step: WalkProgram.Step, _ program: WalkProgram, into set: inout FactSet) {
        guard case .command(let command) = step else { return }
        for (index, promise) in program.promises.enumerated() {
            switch command {
            case .later: set.insert(program.facts.count + index)
            case .keep(promise), .renegotiate(promise, _): set.insert(program.facts.count + index)
            default: break
            }
        }
    }

    private static func read(_ expression: WalkExpression, _ program: WalkProgram, into set: inout FactSet) {
        expression.walk { part in
            switch part {
            case .fact(let slot): set.insert(slot)
            case .kept(let promise), .missed(let promise): set.insert(program.facts.count + promise)
            case .measure(let measure):
                let offset = Measure.allCases.firstIndex(of: measure) ?? 0
                set.insert(program.facts.count + program.promises.count + offset)
            default: break
            }
        }
    }
}
