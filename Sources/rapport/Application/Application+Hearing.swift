import Conversation
import Journal
import Listening

// Hearing what somebody types.
extension Application {
    /// What hears typed words in a conversation that begins now: what was corrected in the last one counts in it.
    var renewedListener: Listener? {
        guard var listener else { return nil }
        listener.ear = Ear(table: listener.ear.table, own: exemplars)
        return listener
    }

    /// What the learner has corrected on this machine, the newest last.
    var exemplars: [OwnExemplar] {
        keeper.map { Surroundings.exemplars(of: surroundings.owner, in: $0.journal) } ?? []
    }
}
