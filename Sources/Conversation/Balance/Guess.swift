/// A way to guess without reading, tried on many moments: how often it hits, and how often chance would.
public struct Guess: Hashable, Sendable {
    /// How often it hits.
    public private(set) var hits = 0
    /// The chance of a blind hit in each moment it was tried on, 0–1.
    private(set) var chances: [Double] = []

    /// A guess that was never tried.
    public init() {}

    /// How many moments it was tried on.
    public var count: Int { chances.count }

    /// How often chance would hit, on average.
    public var expected: Double { chances.reduce(0, +) }

    /// The probability that chance alone hits at least so often: the upper tail of the sum of the moments' own chances.
    ///
    /// One-sided binomial test; since moments have different numbers of replies, each counts with its own chance (the
    /// Poisson binomial distribution, computed exactly by adding one moment after the other).
    public var probability: Double {
        var distribution = [1.0]
        for chance in chances {
            var next = Array(repeating: 0.0, count: distribution.count + 1)
            for (index, mass) in distribution.enumerated() {
                next[index] += mass * (1 - chance)
                next[index + 1] += mass * chance
            }
            distribution = next
        }
        return min(1, distribution.dropFirst(hits).reduce(0, +))
    }

    /// Whether it hits more often than chance would, at the level of five in a hundred.
    public var helps: Bool { probability <= 0.05 }

    mutating func tries(chance: Double, hits isHit: Bool) {
        chances.append(chance)
        if isHit { hits += 1 }
    }

    /// Takes in the tries of another place.
    public mutating func add(_ other: Guess) {
        hits += other.hits
        chances += other.chances
    }
}

/// What can be guessed about replies without reading them.
public struct Guesses: Hashable, Sendable {
    /// The longest is the best one.
    public private(set) var longest = Guess()
    /// The one at a place is the best one, from the first place on.
    public private(set) var places: [Guess] = []

    /// No guess.
    public init() {}

    init(_ moments: [MomentBalance]) {
        for moment in moments where !moment.best.isEmpty {
            longest.tries(chance: moment.chance, hits: moment.isLongestBest)
            for place in moment.effects.indices {
                if places.count <= place { places.append(Guess()) }
                places[place].tries(chance: moment.chance, hits: moment.best.contains(place))
            }
        }
    }

    /// Takes in the guesses of another scenario.
    public mutating func add(_ other: Guesses) {
        longest.add(other.longest)
        for (place, guess) in other.places.enumerated() {
            if places.count <= place { places.append(Guess()) }
            places[place].add(guess)
        }
    }

    /// Why it can be told which reply is the better without reading any, a sentence for each way; empty where it cannot.
    public var troubles: [String] {
        var found: [String] = []
        if longest.helps {
            found.append(
                "The longest reply is the best one in \(longest.hits) of \(longest.count) moments; chance would be "
                    + "\(Int(longest.expected.rounded())).")
        }
        for (place, guess) in places.enumerated() where guess.helps {
            found.append(
                "Reply \(place + 1) is the best one in \(guess.hits) of \(guess.count) moments; chance would be "
                    + "\(Int(guess.expected.rounded())).")
        }
        return found
    }
}
