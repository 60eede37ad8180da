import Conversation
import Foundation
import PseudoTerminal
import Testing

/// Sessions of several conversations, from the first line to an ending, by keyboard alone, as their own test plans say.
///
/// Played here are runs in which no clock has to run out, one for each ending that such a run comes to, at two sizes.
@Suite(.serialized, .timeLimit(.minutes(15)), .enabled(if: PlannedPlay.shipped != nil))
struct WholeSessionTests {
    /// A run of a plan, from 1, in a window.
    struct Played: CustomTestStringConvertible {
        var slug: String, run: Int, rows: Int, columns: Int, ending: String
        var testDescription: String { "\(slug), run \(run), \(columns)×\(rows)" }
    }

    static let played = [
        Played(slug: "three-at-once", run: 1, rows: 24, columns: 80, ending: "all-held"),
        Played(slug: "three-at-once", run: 7, rows: 50, columns: 160, ending: "handed-one-over"),
        Played(slug: "launch-blocker", run: 1, rows: 24, columns: 80, ending: "launched-with-workaround"),
        Played(slug: "launch-blocker", run: 8, rows: 50, columns: 160, ending: "handed-over-warmly"),
    ]

    @Test(arguments: played) func isPlayedToItsEnding(_ played: Played) throws {
        let run = try #require(try PlannedPlay.runs(of: played.slug, number: played.run).first)
        #expect(run.ending == played.ending)
        #expect(run.steps.contains { if case .other("thread", _) = $0 { true } else { false } })
        var play = try PlannedPlay(run, rows: played.rows, columns: played.columns)
        defer { play.remove() }
        while try !play.advance() {}
    }
}
