import Conversation
import Terminal

// How demanding a conversation is, set by the learner and kept.
extension PracticeScreen {
    /// Gentle, steady, stretching, and then as the conversation goes.
    mutating func setDifficulty(at now: Uptime) -> [Effect] {
        let next: Int? =
            session.isDifficultyKept ? (session.difficulty < 3 ? session.difficulty + 1 : nil) : 1
        do {
            let events = try engine.handle(.difficulty(next), in: session, at: sessionTime(at: now))
            guard !events.isEmpty else { return [] }
            let words = events.compactMap { timed in
                if case .difficultyChanged(let change) = timed.event { change.words } else { nil }
            }
            return [.keep(events, in: stream)] + words.map { .notice($0) }
        } catch {
            return [.notice(error.description)]
        }
    }
}
