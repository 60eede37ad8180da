import Yarn

/// What a walk has seen: where it came, and what went wrong there.
struct WalkFindings: Sendable {
    /// A place where the story does what no story should.
    struct Trouble: Hashable, Sendable {
        enum Kind: Hashable, Sendable {
            /// The conversation is over and no ending was entered.
            case deadEnd
            /// A moment opens in which nothing can be done.
            case nothingToDo
            /// The story runs in a circle and never comes to a moment.
            case loop(nodes: [String])
            /// The machine cannot go on.
            case fault(String)
            /// A clock runs and nothing answers it.
            case clockWithoutTimeout(step: Int)
        }

        var kind: Kind
        var step: Int
    }

    /// For each step whether some path comes to it.
    var reached: [Bool]
    /// For each group whether it was offered, and with a clock.
    var offered: [Bool]
    var offeredWithClock: [Bool]
    /// For each option whether it was taken.
    var chosen: [[Bool]]
    /// The endings that conversations ended with.
    var endings: Set<Int> = []
    /// For each line of the program, and for each group, the channels it was met in.
    var lineChannels: [Set<Channel>]
    var groupChannels: [Set<Channel>]
    /// In the order they were found.
    var troubles: [Trouble] = []
    private var known: Set<Trouble> = []
    /// The steps that keep or move a promise which is open then.
    var settling: Set<Int> = []
    /// The steps that change an audience where nothing is public.
    var offStage: Set<Int> = []
    /// How near each promise came to being due by jumps alone, ms; and whether any was made.
    var nearest: [Int?]

    init(_ program: WalkProgram) {
        reached = Array(repeating: false, count: program.steps.count)
        offered = Array(repeating: false, count: program.groups.count)
        offeredWithClock = offered
        chosen = program.groups.map { Array(repeating: false, count: $0.choices.count) }
        lineChannels = Array(repeating: [], count: program.lines.count)
        groupChannels = Array(repeating: [], count: program.groups.count)
        nearest = Array(repeating: nil, count: program.promises.count)
    }

    mutating func report(_ kind: Trouble.Kind, at step: Int) {
        let trouble = Trouble(kind: kind, step: step)
        if known.insert(trouble).inserted { troubles.append(trouble) }
    }

    mutating func note(_ promise: Int, remaining: Int) {
        nearest[promise] = min(nearest[promise] ?? remaining, remaining)
    }
}
