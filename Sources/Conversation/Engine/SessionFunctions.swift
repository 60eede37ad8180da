import Yarn

/// The functions a scenario asks the session with.
struct SessionFunctions: FunctionHost {
    let session: Session
    /// The name of the conversation that asks.
    let thread: String
    /// Where what is true of earlier on is noted down; nil where nobody asks why.
    var recollection: Recollection?

    /// What the functions take and give.
    static let signatures: [FunctionSignature] = [
        FunctionSignature(name: "trust", parameters: [], result: .number),
        FunctionSignature(name: "heat", parameters: [], result: .number),
        FunctionSignature(name: "effort", parameters: [], result: .number),
        FunctionSignature(name: "difficulty", parameters: [], result: .number),
        FunctionSignature(name: "attempt", parameters: [], result: .number),
        FunctionSignature(name: "channel", parameters: [], result: .string),
        FunctionSignature(name: "said", parameters: [.string], result: .bool),
        FunctionSignature(name: "said_publicly", parameters: [.string], result: .bool),
        FunctionSignature(name: "said_privately", parameters: [.string], result: .bool),
        FunctionSignature(name: "audience", parameters: [], result: .number),
        FunctionSignature(name: "misreads", parameters: [], result: .number),
        FunctionSignature(name: "kept", parameters: [.string], result: .bool),
        FunctionSignature(name: "missed", parameters: [.string], result: .bool),
        FunctionSignature(name: "seconds_to_reply", parameters: [], result: .number),
        FunctionSignature(name: "clarified", parameters: [], result: .bool),
        FunctionSignature(name: "interrupted", parameters: [], result: .bool),
        FunctionSignature(name: "silent", parameters: [], result: .bool),
    ]

    func call(_ function: String, _ arguments: [Value]) throws(FunctionFault) -> Value {
        let answer = try answer(function, arguments)
        recollection?.note(function, arguments, answer)
        return answer
    }

    private func answer(_ function: String, _ arguments: [Value]) throws(FunctionFault) -> Value {
        let front = session.thread(thread)
        let name: String = if case .string(let text)? = arguments.first { text } else { "" }
        return switch function {
        case "trust": .number(Float(front.trust))
        case "heat": .number(Float(front.heat))
        case "effort": .number(Float(front.effort))
        case "difficulty": .number(Float(session.difficulty))
        case "attempt": .number(Float(attempt))
        case "channel": .string(front.channel.rawValue)
        case "said": .bool(session.moves.contains(name))
        case "said_publicly": .bool(session.hasMade(name, inPublic: true))
        case "said_privately": .bool(session.hasMade(name, inPublic: false))
        case "audience": .number(Float(front.crowd.told.onlookers))
        case "misreads": .number(Float(misreads))
        case "kept": .bool(session.hasKept(name))
        case "missed": .bool(session.hasMissed(name))
        case "seconds_to_reply": .number(Float(secondsToReply))
        case "clarified": .bool(hasClarified)
        case "interrupted": .bool(lastReply?.isInterruption ?? false)
        case "silent": .bool(lastReply.map { $0.role != .say } ?? false)
        default: throw FunctionFault("there is no function \(function)()")
        }
    }

    private var lastReply: Moment.Reply? { session.moments.last { $0.thread == thread && $0.reply != nil }?.reply }

    private var attempt: Int {
        guard let moment = session.moments.last(where: { $0.thread == thread }) else { return 1 }
        return 1 + session.undone[moment.key, default: 0]
    }

    /// Lines with a cue that were answered so that trust fell.
    private var misreads: Int {
        session.moments.count { $0.reply.map { $0.afterCue && $0.trust < 0 } ?? false }
    }

    /// Extra time is divided out, so that it changes no outcome.
    private var secondsToReply: Int {
        let extra = session.began?.extraTime ?? 100
        let taken = (lastReply?.taken ?? 0) / 1_000
        return extra > 0 ? taken * 100 / extra : 0
    }

    /// A question came before the first fix.
    private var hasClarified: Bool {
        for reply in session.moments.compactMap(\.reply) {
            if reply.moves.contains(where: { $0 == "clarify" || $0 == "focusing-question" }) { return true }
            if reply.isFix { return false }
        }
        return false
    }
}
