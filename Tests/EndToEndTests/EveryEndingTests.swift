import Foundation
import PseudoTerminal
import Testing

/// Every scenario that is shipped, on a terminal, to each of its endings, by keys alone, as its own test plan says.
@Suite(.serialized, .timeLimit(.minutes(20)), .enabled(if: PlannedPlay.shipped != nil)) struct EveryEndingTests {
    /// A run of a plan that comes to an ending.
    struct Way: CustomTestStringConvertible, Sendable {
        var slug: String, ending: String
        var testDescription: String { "\(slug): \(ending)" }
    }

    /// What a plan can say and keys cannot do at the same time every time.
    private static let arranged: Set<String> = ["interrupt", "difficulty", "seed", "curveball", "throw"]

    static let ways: [Way] = PlannedPlay.slugs.flatMap { slug in
        ((try? PlannedPlay.runs(of: slug).first?.scenario.endings) ?? []).map { Way(slug: slug, ending: $0) }
    }

    /// The shortest run to an ending that keys can play; one in which no clock has to run out, where there is one.
    private static func run(_ way: Way) throws -> PlannedPlay.Run? {
        let runs = try PlannedPlay.runs(of: way.slug).filter { run in
            run.ending == way.ending && run.names.isDisjoint(with: arranged)
        }
        return runs.min { one, other in
            one.hasTime != other.hasTime ? !one.hasTime : one.steps.count < other.steps.count
        }
    }

    @Test(arguments: ways) func isComeTo(_ way: Way) throws {
        let run = try #require(try Self.run(way), "no run of \(way.slug) that keys can play comes to \(way.ending)")
        var play = try PlannedPlay(run, rows: 24, columns: 80, hurries: true)
        defer { play.remove() }
        for _ in 0..<2_000 where try play.advance() { return }
        Issue.record("\(way.slug) does not come to \(way.ending)")
    }

    @Test func nothingIsLeftOut() {
        #expect(PlannedPlay.slugs.allSatisfy { slug in Self.ways.contains { $0.slug == slug } })
    }
}
