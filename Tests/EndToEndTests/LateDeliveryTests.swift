import Conversation
import Foundation
import Journal
import Library
import PseudoTerminal
import Testing
import Yarn

/// The shipped scenario, from its first line to each of its endings, by keyboard alone, as its own test plan says.
///
/// Runs in which a reply clock of a minute has to run out take their real time, and are played on request:
///
///     RAPPORT_REAL_TIME=1 swift test --filter LateDeliveryTests
@Suite(.serialized, .timeLimit(.minutes(15)), .enabled(if: PlannedPlay.shipped != nil))
struct LateDeliveryTests {
    @Test(arguments: [(24, 80), (50, 160)]) func itIsPlayedToEachEnding(_ rows: Int, _ columns: Int) throws {
        let runs = try PlannedPlay.runs().filter { !$0.hasTime }
        for run in runs {
            var play = try PlannedPlay(run, rows: rows, columns: columns)
            defer { play.remove() }
            while try !play.advance() {}
        }
        let scenario = try #require(runs.first?.scenario)
        #expect(Set(runs.map(\.ending)) == Set(scenario.endings))
    }

    /// The runs are played beside each other, so that the longest one says how long it takes.
    @Test(.enabled(if: ProcessInfo.processInfo.environment["RAPPORT_REAL_TIME"] != nil))
    func silenceTakesItsTime() throws {
        var plays: [PlannedPlay] = []
        for (index, run) in try PlannedPlay.runs().filter(\.hasTime).enumerated() {
            plays.append(try PlannedPlay(run, rows: index % 2 == 0 ? 24 : 50, columns: index % 2 == 0 ? 80 : 160))
        }
        #expect(!plays.isEmpty)
        defer { for play in plays { play.remove() } }
        while !plays.isEmpty {
            for index in plays.indices.reversed() where try plays[index].advance() { plays.remove(at: index).remove() }
        }
    }
}
