import Conversation
import Foundation
import Testing
import Yarn

@testable import Library

/// The content that is shipped, and the documents beside it.
enum Checkout {
    static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().path
    static let library = Library(folders: [folder + "/Content"])

    /// Every shipped scenario, by slug; compiled once for all tests.
    static let scenarios: Result<[Scenario], any Error> = Result {
        let vocabulary = try library.vocabulary()
        return try library.entries().compactMap { try $0.load(vocabulary: vocabulary).scenario }
    }

    /// One of them.
    static func scenario(_ slug: String) throws -> Scenario? { try scenarios.get().first { $0.slug == slug } }
}

@Suite("The scenario to start from")
struct ScenarioTemplateTests {
    @Test(
        "it is played, checked and tested without a word of complaint, under any slug",
        arguments: ["late-parcel", "x", "a-1"])
    func isGood(slug: String) throws {
        let files = try Checkout.library.template().files(for: slug)
        let source = try #require(files.first { $0.name == "scenario.yarn" })
        let loaded = Scenario.load(slug: slug, files: [source], vocabulary: try Checkout.library.vocabulary())
        #expect(loaded.diagnostics.map { $0.rendered(in: loaded.files) } == [])
        let scenario = try #require(loaded.scenario)
        let plan = TestPlan(parsing: try #require(files.first { $0.name == "scenario.testplan" }))
        #expect(plan.diagnostics == [])
        let results = ScenarioTest(scenario: scenario, plan: plan).run()
        #expect(results.compactMap(\.failure) == [])
        #expect(Set(results.map(\.ending)) == Set(scenario.endings))
    }

    @Test("its title is the slug in words, and its line ids begin with the slug's initials")
    func isNamed() throws {
        let template = try Checkout.library.template()
        let text = try #require(template.files(for: "late-parcel").first?.text)
        #expect(text.contains("\nscenario: Late parcel\n"))
        #expect(text.contains("#line:lp010"))
        #expect(!text.contains("#line:fs"))
        #expect(ScenarioTemplate.initials(of: "parcel") == "pa")
        #expect(ScenarioTemplate.initials(of: "a-b-3") == "ab3")
    }

    @Test(
        "a short name that cannot be a folder is refused with what would do",
        arguments: [
            ("Late Parcel", "Try late-parcel."), ("late_parcel", "Try late-parcel."), ("-x", "Try x."),
            ("a--b", "Try a-b."), ("../etc", "Try etc."), ("7days", "begins with a letter"),
            ("", "at least one letter"),
            ("é", "small letters a to z"), (String(repeating: "a", count: 61), "longer than 60"),
        ])
    func refuses(slug: String, words: String) {
        #expect(ScenarioTemplate.problem(withSlug: slug)?.contains(words) == true)
    }

    @Test("names that are fine are fine", arguments: ["a", "late-parcel", "day-33-of-30"])
    func accepts(slug: String) {
        #expect(ScenarioTemplate.problem(withSlug: slug) == nil)
    }

    @Test("a content folder without templates says what is missing and where it comes from")
    func missing() throws {
        let folder = try ContentFolder()
        #expect(throws: LibraryFailure.self) { try Library(folders: [folder.path]).template() }
    }
}
