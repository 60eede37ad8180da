import Conversation
import Foundation
import Testing
import Yarn

@testable import Library

@Suite("Mistakes in the shipped scenario are caught, each where it is")
struct MutationTests {
    private static let content = #filePath.replacing("Tests/LibraryTests/MutationTests.swift", with: "Content")

    private static let vocabulary = Result { try Library(folders: [content]).vocabulary() }

    private static func source() throws -> String {
        try String(contentsOfFile: content + "/scenarios/late-delivery/scenario.yarn", encoding: .utf8)
    }

    private func review(_ text: String) throws -> ScenarioReview {
        let vocabulary = try Self.vocabulary.get()
        return Scenario.review(
            slug: "late-delivery", files: [SourceFile(name: "scenario.yarn", text: text)], vocabulary: vocabulary)
    }

    @Test("as it is shipped, nothing is said about it, and every path is walked")
    func shipped() throws {
        let review = try review(try Self.source())
        #expect(review.diagnostics.map { $0.rendered(in: review.loaded.files) } == [])
        let walk = try #require(review.walk)
        guard case .everyPath = walk.mode else {
            Issue.record("it was sampled")
            return
        }
        for count in [walk.lines, walk.options, walk.nodes, walk.endings] { #expect(count.reached == count.total) }
    }

    @Test("there are enough of them")
    func enough() {
        #expect(Mutation.all.count >= 40)
        #expect(Set(Mutation.all.map(\.name)).count == Mutation.all.count)
    }

    @Test("a mistake is named with its code, at its line, and nothing else is", arguments: Mutation.all)
    func caught(mutation: Mutation) throws {
        let source = try Self.source()
        let (text, line) = try #require(mutation.applied(to: source), "the scenario no longer has this place")
        #expect(text != source)
        let review = try review(text)
        let said = review.diagnostics.map { $0.rendered(in: review.loaded.files) }.joined(separator: "\n")
        #expect(
            review.diagnostics.contains { $0.code == mutation.code && $0.span.start.line == line },
            "expected \(mutation.code) at line \(line), and this was said:\n\(said)")
        let others = review.diagnostics.filter { $0.code != mutation.code && !mutation.also.contains($0.code) }
        #expect(others.isEmpty, "besides \(mutation.code) at line \(line) this was said:\n\(said)")
    }
}
