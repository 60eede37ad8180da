import Testing

@testable import Conversation

/// What can be guessed about replies without reading them.
struct GuessTests {
    private func moment(_ lengths: [Int], _ effects: [Int]) -> MomentBalance {
        MomentBalance(lengths: lengths, effects: effects)
    }

    @Test("the probability is the exact upper tail: seven of ten by thirds is 1161 in 59049")
    func tail() {
        var guess = Guess()
        for index in 0..<10 { guess.tries(chance: 1.0 / 3, hits: index < 7) }
        #expect(abs(guess.probability - 1_161.0 / 59_049) < 1e-9)
        #expect(guess.helps)
        #expect(guess.hits == 7 && guess.count == 10)
        var fair = Guess()
        for index in 0..<10 { fair.tries(chance: 1.0 / 3, hits: index < 4) }
        #expect(!fair.helps)
    }

    @Test("moments with different numbers of replies each count with their own chance")
    func mixed() {
        var guess = Guess()
        guess.tries(chance: 0.5, hits: true)
        guess.tries(chance: 0.25, hits: true)
        #expect(abs(guess.probability - 0.125) < 1e-12)
        #expect(Guess().probability == 1)
    }

    @Test("a moment in which all are equally good has no best one and is not counted; several best count together")
    func best() {
        #expect(moment([10, 20, 30], [4, 4, 4]).best.isEmpty)
        #expect(moment([10, 20, 30], [9, 4, 9]).best == [0, 2])
        #expect(abs(moment([10, 20, 30], [9, 4, 9]).chance - 2.0 / 3) < 1e-12)
        #expect(moment([10, 20, 30], [9, 4, 9]).isLongestBest)
        #expect(!moment([10, 20, 30], [9, 4, 1]).isLongestBest)
        #expect(Guesses([moment([10, 20], [4, 4])]).longest.count == 0)
    }

    @Test("length and each place are told apart, and only what helps somebody who does not read is said")
    func troubles() {
        let longest =
            Array(repeating: moment([40, 20, 10], [9, 1, 0]), count: 3)
            + Array(repeating: moment([20, 40, 10], [1, 9, 0]), count: 3)
            + Array(repeating: moment([20, 10, 40], [1, 0, 9]), count: 3)
        #expect(
            Guesses(longest).troubles == ["The longest reply is the best one in 9 of 9 moments; chance would be 3."])
        let first = Array(repeating: moment([10, 20, 30], [9, 1, 0]), count: 9)
        #expect(Guesses(first).troubles == ["Reply 1 is the best one in 9 of 9 moments; chance would be 3."])
        var all = Guesses(first)
        all.add(Guesses(Array(repeating: moment([30, 10, 20], [0, 5, 9]), count: 18)))
        #expect(all.places[0].count == 27 && all.places[0].hits == 9)
        #expect(all.troubles == ["Reply 3 is the best one in 18 of 27 moments; chance would be 9."])
    }

    @Test("a reply strikes that is longer than the next by three fifths and by 25 characters")
    func striking() {
        #expect(moment([30, 80], [0, 0]).striking == 1)
        #expect(moment([60, 80], [0, 0]).striking == nil)
        #expect(moment([10, 30], [0, 0]).striking == nil)
        #expect(moment([100], [0]).striking == nil)
    }
}
