import Testing
import Yarn

@testable import Conversation

@Suite("The table of rules")
struct ScenarioRuleTests {
    static let vocabulary = Vocabulary(
        moves: [
            Vocabulary.Move(id: "focusing-question", name: "Asking", helps: true, definition: "You ask."),
            Vocabulary.Move(id: "narrate-action", name: "Telling", helps: true, definition: "You tell."),
        ],
        emotions: ["anxious"], scolding: ["you should have"])

    private func said(_ text: String) -> [Diagnostic] {
        Scenario.review(
            slug: "x", files: [SourceFile(name: "scenario.yarn", text: text)], vocabulary: Self.vocabulary
        ).diagnostics
    }

    @Test("every wrong example breaks its rule and no other", arguments: ScenarioRule.allCases)
    func wrong(rule: ScenarioRule) {
        let found = said(rule.entry.wrong)
        let text = found.map { $0.rendered(in: [SourceFile(name: "scenario.yarn", text: rule.entry.wrong)]) }
        #expect(Set(found.map(\.code)) == [rule.rawValue], "\(text.joined(separator: "\n"))")
        #expect(found.allSatisfy { $0.severity == rule.severity })
    }

    @Test("every mended example is met with silence", arguments: ScenarioRule.allCases)
    func right(rule: ScenarioRule) {
        let found = said(rule.entry.right)
        let text = found.map { $0.rendered(in: [SourceFile(name: "scenario.yarn", text: rule.entry.right)]) }
        #expect(found.isEmpty, "\(text.joined(separator: "\n"))")
    }

    @Test("every rule is explained, and every message is whole sentences", arguments: ScenarioRule.allCases)
    func explained(rule: ScenarioRule) {
        #expect(!rule.entry.title.isEmpty)
        #expect(rule.entry.explanation.hasSuffix("."))
        for diagnostic in said(rule.entry.wrong) {
            for sentence in [diagnostic.message, diagnostic.hint].compactMap(\.self) {
                #expect(sentence.last.map { ".?".contains($0) } == true, "\(sentence)")
                #expect(sentence.first.map { !$0.isLowercase } == true, "\(sentence)")
            }
        }
    }
}
