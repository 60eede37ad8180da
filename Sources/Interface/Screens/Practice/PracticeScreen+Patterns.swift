import Conversation
import Patterns
import Terminal

// The pattern for the moment that is open.
extension PracticeScreen {
    /// What can be seen of the moment, without its replies.
    func signs(at now: Uptime) -> MomentSigns {
        let front = session.front
        let local = local(at: now)
        var situations: Set<Pattern.Situation> = []
        if front.openRupture != nil { situations.insert(.rupture) }
        if session.commitments.contains(where: { isPressing($0, at: local) }) { situations.insert(.promise) }
        if front.heat >= MomentSigns.hot { situations.insert(.heat) }
        switch front.channel(at: local) {
        case .social: situations.insert(.open)
        case .email: situations.insert(.mail)
        case .chat, .voice: break
        }
        if !session.moments.contains(where: { $0.thread == session.frontName && $0.reply != nil }) {
            situations.insert(.first)
        }
        return MomentSigns(skill: engine.scenario.details(of: front.node).micro, situations: situations)
    }

    /// A promise that was missed, or is nearer than a few minutes.
    private func isPressing(_ promise: Commitment, at local: Int) -> Bool {
        switch promise.state(at: local) {
        case .missed: true
        case .open: promise.due - session.story(at: local) <= 5 * 60_000
        case .kept, nil: false
        }
    }
}
