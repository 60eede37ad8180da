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
    /// The curveballs that can be thrown into the moment that is open in front, in source order: those that have not struck
    /// on this way. Empty where no moment is open.
    public func curveballsAtHand(in session: Session) -> [CurveballAtHand] {
        guard session.strikeRefusal == nil else { return [] }
        let struck = Set(session.curveballs.map(\.node))
        return scenario.curveballs.filter { !struck.contains($0) }.map { node in
            let details = scenario.details(of: node)
            return CurveballAtHand(
                node: node, label: details.curveball ?? node,
                comesByItself: details.hasPlace && curveballs != .none)
        }
    }
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
