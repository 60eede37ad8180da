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
        let own = keeper.map { Surroundings.exemplars(of: surroundings.owner, in: $0.journal) } ?? []
        listener = surroundings.listener(vocabulary, own: own)
        return listener
    }
}
