import Listening
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

    /// An ear for the examples: it knows their two moves, and four others to take them for.
    private static let ear = Result {
        let moves = ["focusing-question", "narrate-action", "a", "b", "c", "d"]
        let lines = """
            == focusing-question | x
            What has to be there on Saturday?
            Which day has to hold?
            Which one matters most on Saturday?
            == narrate-action | x
            I am looking for it now.
            I am opening your order now.
            I am looking at the list now.
            == a | x
            Which one would you rather have?
            Which of the two shall it be?
            == b | x
            Does that hold for you?
            Does that day suit you?
            == c | x
            Which bank is it, and which day?
            Which town has it, and which day?
            == d | x
            Could you say which day it was?
            Could you say what has to hold?
            == none | x
            Good morning.
            """
        let exemplars = try ExemplarFile.read(lines, file: "x", moves: Set(moves))
        let trainer = Trainer(
            moves: moves.map { HearingTable.Move(id: $0, harms: false) }, lore: WordLore(variants: [:], concepts: []))
        return Ear(table: trainer.table(from: exemplars, source: "x", seed: 1))
    }

    /// What is said about an example. Options are heard where the rule is about that.
    private func said(_ text: String, about rule: ScenarioRule) -> [Diagnostic] {
        Scenario.review(
            slug: "x", files: [SourceFile(name: "scenario.yarn", text: text)], vocabulary: Self.vocabulary,
            ear: rule == .soundsElse ? try? Self.ear.get() : nil
        ).diagnostics
    }

    @Test("every wrong example breaks its rule and no other", arguments: ScenarioRule.allCases)
    func wrong(rule: ScenarioRule) {
        let found = said(rule.entry.wrong, about: rule)
        let text = found.map { $0.rendered(in: [SourceFile(name: "scenario.yarn", text: rule.entry.wrong)]) }
        #expect(Set(found.map(\.code)) == [rule.rawValue], "\(text.joined(separator: "\n"))")
        #expect(found.allSatisfy { $0.severity == rule.severity })
    }

    @Test("every mended example is met with silence", arguments: ScenarioRule.allCases)
    func right(rule: ScenarioRule) {
        let found = said(rule.entry.right, about: rule)
        let text = found.map { $0.rendered(in: [SourceFile(name: "scenario.yarn", text: rule.entry.right)]) }
        #expect(found.isEmpty, "\(text.joined(separator: "\n"))")
    }

    @Test("every rule is explained, and every message is whole sentences", arguments: ScenarioRule.allCases)
    func explained(rule: ScenarioRule) {
        #expect(!rule.entry.title.isEmpty)
        #expect(rule.entry.explanation.hasSuffix("."))
        for diagnostic in said(rule.entry.wrong, about: rule) {
            for sentence in [diagnostic.message, diagnostic.hint].compactMap(\.self) {
                #expect(sentence.last.map { ".?".contains($0) } == true, "\(sentence)")
                #expect(sentence.first.map { !$0.isLowercase } == true, "\(sentence)")
            }
        }
    }
}
