/// A curveball that can be thrown now.
public struct CurveballAtHand: Hashable, Sendable {
    /// The node that tells it.
    public var node: String
    /// Its name for people.
    public var label: String
    /// The story has a place of its own for it, at which it may also come by itself.
    public var comesByItself: Bool
}

extension Engine {
    /// The curveballs that can be thrown into the moment that is open in front, in source order: those of this conversation
    /// that have not struck on this way. Empty where no moment is open.
    public func curveballsAtHand(in session: Session) -> [CurveballAtHand] {
        guard session.strikeRefusal == nil else { return [] }
        let struck = Set(session.curveballs.map(\.node))
        let here = scenario.curveballs.filter { scenario.conversation(ofCurveball: $0) == session.frontName }
        return here.filter { !struck.contains($0) }.map { node in
            let details = scenario.details(of: node)
            return CurveballAtHand(
                node: node, label: details.curveball ?? node,
                comesByItself: details.hasPlace && curveballs != .none)
        }
    }
}

extension Scenario {
    /// The conversation that a curveball may be thrown into: the one its node names, else the main one.
    func conversation(ofCurveball node: String) -> String { details(of: node).thread ?? Conversation.mainThread }
}

extension Session {
    /// Why no curveball at all can be thrown now, a whole sentence; nil where one can, if the scenario has any left.
    public var strikeRefusal: String? {
        guard case .open = status, !isReadOnly else { return "This conversation is over." }
        guard let offer = front.offer else {
            return "No moment is open here: a curveball is thrown while somebody has something to answer."
        }
        return offer.isSend
            ? "The mail is finished and waits to be sent: a curveball is thrown before or after that." : nil
    }
}
