import Conversation
import Foundation
import Journal
import Library
import PseudoTerminal
import Testing
import Yarn

/// The shipped scenario, from its first line to each of its endings, by keyboard alone, as its own test plan says.
@Suite(.serialized, .timeLimit(.minutes(6)), .enabled(if: PlannedPlay.shipped != nil))
struct LateDeliveryTests {
    @Test(arguments: [(24, 80), (50, 160)]) func everyEndingThatNeedsNoSilence(_ rows: Int, _ columns: Int) throws {
        for run in try PlannedPlay.runs() where !run.hasTime {
            var play = try PlannedPlay(run, rows: rows, columns: columns)
            defer { play.remove() }
            while try !play.advance() {}
        }
    }

    /// Where silence is the way, a reply clock of a minute really runs out. The runs are played beside each other.
    @Test func everyEndingThatNeedsSilence() throws {
        var plays: [PlannedPlay] = []
        for (index, run) in try PlannedPlay.runs().filter(\.hasTime).enumerated() {
            plays.append(try PlannedPlay(run, rows: index % 2 == 0 ? 24 : 50, columns: index % 2 == 0 ? 80 : 160))
        }
        defer { for play in plays { play.remove() } }
        while !plays.isEmpty {
            for index in plays.indices.reversed() where try plays[index].advance() { plays.remove(at: index).remove() }
        }
    }

    @Test func everyEndingHasARun() throws {
        let runs = try PlannedPlay.runs()
        let scenario = try #require(runs.first?.scenario)
        #expect(Set(runs.map(\.ending)) == Set(scenario.endings))
    }
}
