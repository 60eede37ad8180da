import Conversation
import Library
import Robot
import Terminal
import Testing
import Yarn

@testable import Interface

/// Every scenario that is shipped, through the screens to each of its endings, by keys alone, as its own test plan says.
@Suite("To every ending")
struct EveryEndingTests {
    /// An ending of a scenario.
    struct Way: CustomTestStringConvertible, Sendable {
        var slug: String, ending: String
        var testDescription: String { "\(slug): \(ending)" }
    }

    private static let library = Library(folders: [Robot.content])

    /// Every ending there is.
    static let ways: [Way] = {
        guard let vocabulary = try? library.vocabulary() else { return [] }
        return library.entries().flatMap { entry in
            ((try? entry.load(vocabulary: vocabulary))?.scenario?.endings ?? []).map {
                Way(slug: entry.slug, ending: $0)
            }
        }
    }()

    /// What a plan arranges and no key does.
    private static let arranged: Set<String> = ["interrupt", "difficulty", "seed", "throw", "type", "aside"]

    /// The numbers of the runs that come to an ending by keys: first those in which no clock has to run out.
    private static func runs(to way: Way) throws -> [Int] {
        let beside = try library.entry(way.slug)?.plan()
        let plan = try #require(beside).plan
        let runs = plan.runs.map { $0.map(\.step) }
        let fitting = runs.indices.filter { index in
            guard case .other("ending", way.ending)? = runs[index].last else { return false }
            return runs[index].allSatisfy { step in
                guard case .other(let name, let argument) = step else { return true }
                return !arranged.contains(name) && (name != "curveball" || argument == "none")
            }
        }
        func hasTime(_ index: Int) -> Bool {
            runs[index].contains { if case .other("time", _) = $0 { true } else { false } }
        }
        return (fitting.filter { !hasTime($0) } + fitting.filter(hasTime)).map { $0 + 1 }
    }

    /// What was answered where, to see where a run has left its plan.
    private static func way(of robot: Robot) -> String {
        (robot.session?.moments ?? []).map { "\($0.name): \($0.reply?.text ?? "open")" }.joined(separator: "\n")
    }

    @Test("is come to by numbers, w, b and silence, and the debrief names it", arguments: ways)
    func isComeTo(_ way: Way) throws {
        // Where people answer in several windows, a screen takes longer than a plan does: then another run comes to it.
        var ways: [String] = []
        for run in try Self.runs(to: way).prefix(4) {
            var robot = try Robot.atHome(columns: 80, rows: 24)
            do {
                try robot.plays(way.slug, run: run)
                guard case .ended(let ended)? = robot.session?.status, ended.ending == way.ending else {
                    ways.append(
                        "run \(run): \(robot.session.map { "\($0.status)" } ?? "no session")\n\(Self.way(of: robot))")
                    continue
                }
            } catch {
                ways.append("run \(run): \(error)\n\(Self.way(of: robot))")
                continue
            }
            robot.goesOn()
            return try robot.sees("Looking back", on: .firstRow)
        }
        Issue.record("\(way.slug) does not come to \(way.ending):\n\(ways.joined(separator: "\n"))")
    }

    @Test("no scenario is left out")
    func all() {
        let slugs = Set(Self.ways.map(\.slug))
        #expect(slugs == Set(Self.library.entries().map(\.slug)))
        #expect(slugs.count >= 14)
    }
}
