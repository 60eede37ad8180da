/// A moment that a curveball came into: it opens again behind it.
public struct HeldMoment: Equatable, Sendable {
    /// What was on offer in it.
    public var offer: Offer
    /// The node that asked.
    public var node: String
    /// The channel it was in.
    public var channel: Channel
    /// How long the clock on it runs, ms; nil without one.
    public var clock: Int?
}

extension Session {
    /// A curveball comes into the moment that is open: it is not answered yet, and nobody waits for an answer meanwhile.
    mutating func hold(_ struck: CurveballStruck, in name: String, at now: Int) {
        guard struck.interrupts == true, let offer = thread(name).offer, let last = lastMoment(in: name) else { return }
        let node = moments[last].node
        moments[last].isHeld = true
        inThread(name) { thread in
            // The machine knows how many moments it comes back to; what lies beyond was left by a jump.
            let standing = thread.held.prefix(thread.machine?.heldChoices ?? 0)
            thread.held =
                standing + [HeldMoment(offer: offer, node: node, channel: thread.channel, clock: thread.clock?.lasting)]
            thread.crowd.hear(at: now + struck.after)
            thread.offer = nil
            thread.clock = nil
            thread.beat = Beat()
        }
    }
}
