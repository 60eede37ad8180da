import Conversation
import Foundation
import Testing
import Yarn

@testable import Library

/// What the authoring guide shows is true: its files load without a word, its pieces are pieces of them, its plan passes.
@Suite("The authoring guide")
struct AuthoringGuideTests {
    /// The fenced blocks of a language, without their fences.
    static func blocks(_ language: String) throws -> [String] {
        let guide = try String(contentsOfFile: Checkout.folder + "/Docs/Authoring.md", encoding: .utf8)
        return guide.components(separatedBy: "\n```\(language)\n").dropFirst().compactMap {
            $0.components(separatedBy: "\n```").first
        }
    }

    /// A block is a whole file when it has the headers of a scenario.
    static func isWhole(_ block: String) -> Bool { block.hasPrefix("title:") && block.contains("\nscenario: ") }

    private func load(_ source: String) throws -> LoadedScenario {
        Scenario.load(
            slug: "lost-tent", files: [SourceFile(name: "scenario.yarn", text: source + "\n")],
            vocabulary: try Checkout.library.vocabulary())
    }

    @Test("every whole file in it loads without an error or a warning")
    func wholeFiles() throws {
        let files = try Self.blocks("yarn").filter(Self.isWhole)
        #expect(files.count == 2)
        for file in files {
            let loaded = try load(file)
            #expect(loaded.diagnostics.map { $0.rendered(in: loaded.files) } == [])
            #expect(loaded.scenario != nil)
        }
    }

    @Test("every piece in it is a piece of the whole, line by line")
    func pieces() throws {
        let blocks = try Self.blocks("yarn")
        let source = try #require(blocks.last(where: Self.isWhole))
        let whole = source.split(separator: "\n").map(String.init)
        let pieces = blocks.filter { !Self.isWhole($0) }
        #expect(pieces.count >= 5)
        for piece in pieces {
            for line in piece.split(separator: "\n") { #expect(whole.contains(String(line)), "\(line)") }
        }
    }

    @Test("its test plan passes and comes to every ending")
    func plan() throws {
        let blocks = try Self.blocks("yarn")
        let source = try #require(blocks.last(where: Self.isWhole))
        let loaded = try load(source)
        let scenario = try #require(loaded.scenario)
        let plans = try Self.blocks("testplan")
        let plan = TestPlan(parsing: SourceFile(name: "scenario.testplan", text: try #require(plans.first)))
        #expect(plan.diagnostics == [])
        let results = ScenarioTest(scenario: scenario, plan: plan).run()
        #expect(results.compactMap(\.failure) == [])
        #expect(results.map(\.ending) == ["tent-stands", "living-room"])
    }

    @Test("every command, and every step of a test plan, is in its tables")
    func isComplete() throws {
        let guide = try String(contentsOfFile: Checkout.folder + "/Docs/Authoring.md", encoding: .utf8)
        for form in ScenarioCommand.forms { #expect(guide.contains("<<\(form.name)"), "\(form.name)") }
    }
}
