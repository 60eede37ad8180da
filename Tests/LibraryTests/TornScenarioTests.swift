import Conversation
import Foundation
import Testing
import Yarn

@testable import Library

/// Whatever an author's hand slips into, a review ends and says something that can be read.
@Suite("The shipped scenario, torn at random")
struct TornScenarioTests {
    private static let content = #filePath.replacing("Tests/LibraryTests/TornScenarioTests.swift", with: "Content")
    private static let vocabulary = Result { try Library(folders: [content]).vocabulary() }
    private static let rounds = ProcessInfo.processInfo.environment["RAPPORT_TORN_ROUNDS"].flatMap(Int.init) ?? 8

    @Test("a review ends, with every place inside the file", arguments: 1...rounds)
    func torn(round: Int) throws {
        let path = Self.content + "/scenarios/late-delivery/scenario.yarn"
        var tearing = Tearing(
            lines: try String(contentsOfFile: path, encoding: .utf8).components(separatedBy: "\n"),
            state: UInt64(round))
        for _ in 0..<(1 + round % 5) { tearing.tear() }
        let text = tearing.lines.joined(separator: "\n")
        let review = Scenario.review(
            slug: "torn", files: [SourceFile(name: "scenario.yarn", text: text)],
            vocabulary: try Self.vocabulary.get(), budget: PathWalk.Budget(states: 2_000, seed: 1))
        #expect(review.walk != nil || !review.errors.isEmpty)
        for diagnostic in review.diagnostics {
            #expect((1...tearing.lines.count).contains(diagnostic.span.start.line), "\(diagnostic)")
            #expect(!diagnostic.rendered(in: review.loaded.files).isEmpty)
        }
    }
}

/// Does to a text what hands do to texts.
private struct Tearing {
    var lines: [String]
    var state: UInt64

    private mutating func roll(_ count: Int) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int(state >> 33) % max(1, count)
    }

    mutating func tear() {
        let at = roll(lines.count)
        switch roll(10) {
        case 0: lines.remove(at: at)
        case 1: lines.insert(lines[at], at: at)
        case 2: lines.swapAt(at, roll(lines.count))
        case 3: lines[at] = String(lines[at].drop { $0 == " " })
        case 4: lines[at] = String(lines[at].prefix(roll(lines[at].count + 1)))
        case 5, 6, 7: lead(from: at)
        case 8: change(from: at, "<<if ", to: "<<if not ")
        default: change(from: at, ">= ", to: ">= 9")
        }
    }

    /// Sends the next jump to some other node.
    private mutating func lead(from at: Int) {
        let titles = lines.filter { $0.hasPrefix("title: ") }.map { $0.dropFirst("title: ".count) }
        let title = titles[roll(titles.count)]
        guard let index = lines[at...].firstIndex(where: { $0.contains("<<jump ") }) else { return }
        lines[index] = lines[index].prefix { $0 == " " } + "<<jump \(title)>>"
    }

    private mutating func change(from at: Int, _ piece: String, to other: String) {
        guard let index = lines[at...].firstIndex(where: { $0.contains(piece) }) else { return }
        lines[index] = lines[index].replacing(piece, with: other)
    }
}
