import Conversation
import Interface
import Journal
import Terminal

// Playing a session again from one of its moments, also when it had ended.
extension Application {
    mutating func rerun(_ stream: StreamID, from moment: Int, at now: Uptime) {
        do {
            let vocabulary = try words()
            guard let restored = try keeper?.restore(stream, vocabulary: vocabulary) else { return }
            let engine = Engine(scenario: restored.scenario, curveballs: curveballs)
            let events = try engine.handle(.rewind(to: moment), in: restored.session, at: restored.session.time)
            let trouble = keeper?.keep(events, in: stream)
            var screen = practice(stream, restored.session, engine)
            screen.receive(events, trouble: trouble, at: now)
            push(screen, at: now)
        } catch {
            complain("This moment cannot be played again", "\(error)", at: now)
        }
    }

    /// A debrief that comes to the front again shows what has happened since.
    mutating func renewDebrief() {
        guard let debrief = compositor.front as? DebriefScreen, let session = try? keeper?.session(debrief.stream)
        else { return }
        compositor.update(DebriefScreen.self) { $0.renew(session) }
    }
}
