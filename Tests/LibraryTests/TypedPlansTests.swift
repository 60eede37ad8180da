import Conversation
import Testing
import Yarn

@testable import Library

/// Every scenario can be finished by typing alone.
@Suite("Typed runs of everything that is shipped")
struct TypedPlansTests {
    @Test("every ending is reached by a run without a chosen reply, in words that are the learner's own")
    func everyEnding() throws {
        let ear = try HearingContentTests.ear.get()
        let vocabulary = try Checkout.library.vocabulary()
        let listener = Listener(ear: ear, vocabulary: vocabulary)
        for entry in Checkout.library.entries() {
            let scenario = try #require(try Checkout.scenario(entry.slug))
            let (plan, _) = try #require(try entry.plan())
            let results = ScenarioTest(scenario: scenario, plan: plan, listener: listener).run()
            let typed = zip(plan.runs, results).filter { steps, _ in
                !steps.contains { if case .select = $0.step { true } else { false } }
            }
            for (_, result) in typed {
                #expect(result.failure == nil, "\(entry.slug) run \(result.number)")
                compare(result.session, of: "\(entry.slug) run \(result.number)")
            }
            let reached = Set(typed.map(\.1.ending))
            #expect(reached.isSuperset(of: scenario.endings), "\(entry.slug) \(reached)")
        }
    }

    /// No typed line shares half of its words that tell something with a reply that was on offer.
    private func compare(_ session: Session, of run: String) {
        var offers: [String: [Option]] = [:]
        for timed in session.log {
            switch timed.event {
            case .optionsOffered(let offered): offers[timed.thread] = offered.options
            case .replied(let reply) where reply.isTyped == true:
                let own = Self.telling(reply.text)
                for option in offers[timed.thread] ?? [] where option.role == .say {
                    let shared = own.intersection(Self.telling(option.text))
                    #expect(shared.count * 2 < max(own.count, 1), "\(run): \(reply.text) | \(option.text)")
                }
            default: break
            }
        }
    }

    private static func telling(_ text: String) -> Set<String> {
        let words = text.lowercased().split { !($0.isLetter || $0.isNumber || $0 == "'" || $0 == "’") }
        return Set(words.map { word in String(word).replacing("’", with: "'") }).subtracting(small)
    }

    /// Words that hold a sentence together, and people.
    private static let small: Set<String> = [
        "a", "all", "am", "an", "and", "any", "are", "as", "at", "be", "been", "but", "by", "can", "can't", "could",
        "did", "do", "does", "don't", "for", "from", "get", "got", "had", "has", "have", "he", "her", "him", "his",
        "how",
        "i", "i'd", "i'll", "i'm", "i've", "if", "in", "into", "is", "isn't", "it", "it'll", "it's", "its", "let",
        "like",
        "may", "me", "more", "my", "no", "not", "of", "on", "one", "or", "our", "out", "please", "she", "so", "some",
        "than", "that", "that's", "the", "their", "them", "then", "there", "there's", "they", "this", "to", "up", "us",
        "was", "we", "we'll", "were", "what", "what's", "when", "where", "which", "who", "will", "with", "would", "yes",
        "you", "you'd", "you'll", "you're", "you've", "your",
    ]
}
