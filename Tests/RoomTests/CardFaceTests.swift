import Foundation
import Testing

@testable import Room

@Suite("The faces of cards")
struct CardFaceTests {
    /// As many characters as there is room for, in words as long as one may be: the worst that wraps.
    static func full(_ characters: Int) -> String {
        let word = String(repeating: "m", count: CardLimits.word)
        return String(
            Array(repeating: word, count: 1 + characters / word.count).joined(separator: " ").prefix(characters)
        )
        .replacing(" ", with: " ").trimmingCharacters(in: .whitespaces)
    }

    static func fullest(_ count: ClosedRange<Int>, _ characters: Int) -> [String] {
        Array(repeating: full(characters), count: count.upperBound)
    }

    /// A set in which everything is as long, and as often there, as it may be.
    static var fullest: RoleCardSet {
        let turns = Array(
            repeating: CustomerCard.Arc.Turn(when: full(CardLimits.when), becomes: full(CardLimits.becomes)),
            count: CardLimits.turns.upperBound)
        let letters = "abcdef".map(String.init)
        return RoleCardSet(
            slug: "full", title: full(CardLimits.title), summary: full(CardLimits.twoRows),
            minutes: CardLimits.minutes.upperBound, stopWord: full(CardLimits.name),
            agent: AgentCard(
                goal: full(CardLimits.twoRows), knows: fullest(CardLimits.knows, CardLimits.twoRows),
                mayDo: fullest(CardLimits.mayDo, CardLimits.row), mayNot: fullest(CardLimits.mayNot, CardLimits.row)),
            customer: CustomerCard(
                name: full(CardLimits.name), persona: full(CardLimits.twoRows),
                publicFacts: fullest(CardLimits.publicFacts, CardLimits.twoRows),
                privateFacts: fullest(CardLimits.privateFacts, CardLimits.twoRows), goal: full(CardLimits.twoRows),
                arc: CustomerCard.Arc(startsAs: full(CardLimits.row), raises: turns, calms: turns),
                mustNot: fullest(CardLimits.mustNot, CardLimits.row), lines: fullest(CardLimits.lines, CardLimits.row)),
            observer: ObserverCard(
                behaviours: letters.map {
                    Behaviour(
                        key: $0, name: full(CardLimits.behaviour), looksLike: full(CardLimits.detail),
                        example: full(CardLimits.detail - 2))
                }),
            envelopes: Array(
                repeating: Envelope(
                    name: full(CardLimits.title), when: full(CardLimits.detail), words: full(CardLimits.twoDetails)),
                count: CardLimits.envelopes.upperBound))
    }

    /// Rows of words in so many columns, broken between words.
    static func rows(_ words: String, columns: Int) -> Int {
        var (rows, used) = (1, 0)
        for word in words.split(separator: " ") {
            if used > 0, used + 1 + word.count > columns {
                rows += 1
                used = 0
            }
            used += (used > 0 ? 1 : 0) + word.count
        }
        return rows
    }

    static func rows(_ face: CardFace) -> Int {
        face.parts.reduce(0) { sum, part in
            sum + 1
                + part.items.reduce(0) { sum, item in
                    sum + rows(item.words, columns: CardLimits.columns)
                        + item.details.reduce(0) { $0 + rows($1, columns: CardLimits.columns - 3) }
                }
        }
    }

    @Test("even the fullest card fits a terminal of 80 × 24, face by face", arguments: CardRole.allCases)
    func fits(role: CardRole) {
        for (index, face) in Self.fullest.faces(for: role).enumerated() {
            let rows = Self.rows(face)
            #expect(rows <= CardLimits.rows, "\(role), face \(index + 1): \(rows) rows")
        }
    }

    @Test("nothing of the customer's own is on anybody else's card, nor in what the room may read")
    func secrets() throws {
        var set = Self.fullest
        set.customer.privateFacts = ["secret one"]
        set.customer.goal = "secret two"
        set.customer.arc = CustomerCard.Arc(
            startsAs: "secret three", raises: [.init(when: "secret four", becomes: "secret")], calms: [])
        set.customer.mustNot = ["secret five"]
        set.customer.lines = ["secret six"]
        for role in [CardRole.agent, .observer, .facilitator] {
            #expect(!"\(set.faces(for: role))".contains("secret"), "\(role)")
        }
        #expect("\(set.faces(for: .customer))".contains("secret one"))
        let sent = String(decoding: try JSONEncoder().encode(set.publicPart), as: UTF8.self)
        #expect(!sent.contains("secret"))
        #expect(sent.contains(set.customer.name))
    }

    @Test("a customer's card comes back from JSON as it was")
    func coding() throws {
        let card = Self.fullest.customer
        #expect(try JSONDecoder().decode(CustomerCard.self, from: JSONEncoder().encode(card)) == card)
    }

    @Test("a mark's key is one small letter that no screen has taken")
    func keys() {
        for key in ["a", "z", "x"] { #expect(Behaviour.isKey(key)) }
        for key in ["", "q", "j", "A", "1", "é", "ab", "?"] { #expect(!Behaviour.isKey(key), "\(key)") }
    }
}
