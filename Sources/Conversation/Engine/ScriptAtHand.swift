/// What somebody could say who steps back here: a look ahead, of which nothing has happened and nothing is kept.
public struct ScriptAtHand: Equatable, Sendable {
    /// The node that tells the stepping back.
    public var node: String
    /// The replies that this node begins with; nil where its story begins before the agent has a word.
    public var offer: Offer?
    /// The channel they would be said in.
    public var channel: Channel

    /// What could be said, in order, each with the index of its option.
    public var lines: [(index: Int, option: Option)] { offer?.lines ?? [] }
}

extension Engine {
    /// Why the conversation in front cannot be handed over, neither alone nor with all the others; nil where it can.
    public func stepBackRefusal(in session: Session) -> String? {
        let main = session.thread(Conversation.mainThread)
        guard let node = scenario.stepBack(in: session.front) ?? scenario.stepBack(in: main) else {
            return "There is no one to hand over to here. Space pauses, q leaves."
        }
        return session.hasSteppedBack(to: node) ? "You are stepping back already. Space pauses, q leaves." : nil
    }

    /// What could be said who steps back at a session time, ms.
    /// - Throws: ``EngineRefusal`` where one cannot step back then.
    public func scriptAtHand(in session: Session, at time: Int) throws(EngineRefusal) -> ScriptAtHand {
        let ahead = try steppingBack(in: session, at: time)
        guard let stepped = ahead.stepped else {
            throw EngineRefusal(description: "The clock ran out just then. Try again in a moment.")
        }
        let offer = ahead.session.front.offer
        let isFirst = offer.map { !$0.isSend && !$0.lines.isEmpty && $0.opens <= ahead.session.local(time) } ?? false
        return ScriptAtHand(
            node: stepped.node, offer: isFirst && !ahead.isTold ? offer : nil, channel: ahead.session.front.channel)
    }

    /// Steps back and says one of the lines at hand: the two inputs one after the other at the same time.
    ///
    /// When something was due first (a clock ran out), only that happens.
    /// - Throws: ``EngineRefusal`` where one cannot step back then, or that line is not at hand.
    public func stepBack(saying index: Int, in session: Session, at time: Int) throws(EngineRefusal) -> [TimedEvent] {
        let ahead = try steppingBack(in: session, at: time)
        guard ahead.stepped != nil else { return ahead.events }
        return ahead.events + (try handle(.reply(index), in: ahead.session, at: time))
    }

    /// A stepping back that nobody has decided on yet.
    private struct Ahead {
        var events: [TimedEvent]
        var session: Session
        /// The stepping back; nil when something else came first.
        var stepped: SteppedBack?
        /// Somebody says something before the agent can.
        var isTold = false
    }

    private func steppingBack(in session: Session, at time: Int) throws(EngineRefusal) -> Ahead {
        var ahead = Ahead(events: try handle(.stepBack, in: session, at: time), session: session)
        for event in ahead.events {
            ahead.session.apply(event)
            switch event.event {
            case .steppedBack(let stepped): ahead.stepped = stepped
            case .lineSpoken, .drafted, .feedbackShown, .emailSent:
                if ahead.stepped != nil, event.thread == ahead.session.frontName { ahead.isTold = true }
            default: break
            }
        }
        return ahead
    }
}
