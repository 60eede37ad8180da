import Conversation
import Foundation
import Room
import Testing
import Yarn

@testable import Library

/// What is shipped to be played by people: cards of every scenario, and agreements.
@Suite("Shipped cards and agreements")
struct CardContentTests {
    private let library = Checkout.library

    @Test("every scenario has a set of cards, and every file is without a mistake or a warning")
    func complete() {
        let (cards, agreements) = (library.cardFiles(), library.agreementFiles())
        #expect((cards.flatMap(\.findings) + agreements.flatMap(\.findings)).map(\.message) == [])
        #expect(cards.compactMap(\.value).map(\.slug) == library.entries().map(\.slug))
        #expect(cards.allSatisfy { $0.value?.scenario == $0.slug })
        #expect(agreements.compactMap(\.value).map(\.slug) == ["after-a-hard-week", "huddle", "pair", "team-recorded"])
    }

    @Test("the customer is somebody of the scenario, and is called so")
    func customers() throws {
        for set in library.cards().values {
            let heading = try #require(library.entry(set.slug)).heading
            #expect(heading.cast.contains { $0.short == set.customer.name }, "\(set.slug)")
        }
    }

    @Test("no six words are shared between two sets, nor between two agreements")
    func ownWords() {
        func runs(_ text: [String]) -> Set<String> {
            var runs: Set<String> = []
            for part in text {
                let words = part.lowercased().split { !$0.isLetter && !$0.isNumber && $0 != "'" }
                for start in words.indices where start + 6 <= words.count {
                    runs.insert(words[start..<(start + 6)].joined(separator: " "))
                }
            }
            return runs
        }
        var all: [(String, Set<String>)] = library.cards().values.map { ($0.slug, runs(Self.words(of: $0))) }
        all += library.agreements().values.map {
            ($0.slug, runs($0.points + $0.neverSeen + [$0.summary, $0.kept, $0.forgotten, $0.question]))
        }
        for (index, one) in all.enumerated() {
            for other in all[(index + 1)...] {
                #expect(one.1.intersection(other.1).isEmpty, "\(one.0), \(other.0): \(one.1.intersection(other.1))")
            }
        }
    }

    @Test("a checklist names acts: no behaviour says what somebody is, and no word scolds")
    func acts() throws {
        let judging = [
            "empath", "friendly", "professional", "polite", "rude", "good", "bad", "better", "properly", "nice",
        ]
        let scolding = try library.vocabulary().scolding
        for set in library.cards().values {
            #expect(CardLimits.behaviours.contains(set.observer.behaviours.count))
            for behaviour in set.observer.behaviours {
                let words = (behaviour.name + " " + behaviour.looksLike).lowercased()
                for word in judging + scolding where words.contains(word.lowercased()) {
                    // "Said the bad half plainly" is about the news.
                    if word == "bad", words.contains("bad half") { continue }
                    Issue.record("\(set.slug), \(behaviour.key): \(word)")
                }
            }
        }
    }

    @Test("the word that stops a round is in no line of the play")
    func stopWord() {
        for set in library.cards().values {
            let play = (set.customer.lines + set.observer.behaviours.map(\.example) + set.envelopes.map(\.words))
            #expect(!play.contains { $0.lowercased().contains(set.stopWord) }, "\(set.slug)")
        }
    }

    @Test("no private fact is among what the agent has")
    func secrets() {
        for set in library.cards().values {
            let shown = "\(set.faces(for: .agent))\(set.faces(for: .observer))\(set.summary)"
            for secret in set.customer.privateFacts { #expect(!shown.contains(secret), "\(set.slug)") }
        }
    }

    static func words(of set: RoleCardSet) -> [String] {
        let customer = set.customer
        return [set.title, set.summary, set.agent.goal] + set.agent.knows + set.agent.mayDo + set.agent.mayNot
            + [customer.persona, customer.goal, customer.arc.startsAs] + customer.publicFacts + customer.privateFacts
            + (customer.arc.raises + customer.arc.calms).flatMap { [$0.when, $0.becomes] } + customer.mustNot
            + customer.lines + set.observer.behaviours.flatMap { [$0.name, $0.looksLike, $0.example] }
            + set.envelopes.flatMap { [$0.name, $0.when, $0.words] }
    }

    @Test("what Docs/Cards.md shows is read without a word, and its limits are those that count")
    func page() throws {
        let page = try String(contentsOfFile: Checkout.folder + "/Docs/Cards.md", encoding: .utf8)
        let blocks = page.components(separatedBy: "\n```yaml\n").dropFirst().compactMap {
            $0.components(separatedBy: "\n```").first.map { $0 + "\n" }
        }
        try #require(blocks.count == 3)
        func source(_ index: Int) -> SourceFile { SourceFile(name: "\(index).yaml", text: blocks[index]) }
        let cards = CardSetFile.read(source(0), slug: "tent")
        #expect(cards.value != nil && cards.findings.isEmpty, "\(cards.findings)")
        let agreement = AgreementFile.read(source(1), slug: "kitchen")
        #expect(agreement.value != nil && agreement.findings.isEmpty, "\(agreement.findings)")
        let room = RoomTemplateFile.read(source(2), slug: "thursday-huddle")
        #expect(room.value != nil && room.findings.isEmpty, "\(room.findings)")
        #expect(room.value?.slug == "thursday-huddle")
        let limits = [
            CardLimits.title, CardLimits.twoRows, CardLimits.row, CardLimits.name, CardLimits.when, CardLimits.becomes,
            CardLimits.behaviour, CardLimits.detail, CardLimits.detail - 2, CardLimits.twoDetails, CardLimits.word,
        ]
        for limit in limits { #expect(page.contains("\(limit)"), "\(limit)") }
        for name in RoomTemplateFile.names { #expect(page.contains("`\(name)`"), "\(name)") }
        for key in Behaviour.taken { #expect(page.contains("`\(key)`"), "\(key)") }
    }
}
