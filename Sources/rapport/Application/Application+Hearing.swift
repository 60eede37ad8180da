import Conversation
import Journal
import Listening

// Hearing what somebody types.
extension Application {
    /// What typed replies are heard with, read when somebody first types and kept from then on, with what the learner has
    /// corrected on this machine; nil where the content has no hearing table that can be read.
    mutating func listening() -> Listener? {
        if let listener { return listener }
        guard let vocabulary = (try? vocabulary ?? surroundings.library.vocabulary()) else { return nil }
        listener = surroundings.listener(vocabulary, own: exemplars)
        return listener
    }

    /// What hears typed words in a conversation that begins now: what was corrected in the last one counts in it.
    var renewedListener: Listener? {
        guard var listener else { return nil }
        listener.ear = Ear(table: listener.ear.table, own: exemplars)
        return listener
    }

    private var exemplars: [OwnExemplar] {
        keeper.map { Surroundings.exemplars(of: surroundings.owner, in: $0.journal) } ?? []
    }
}
