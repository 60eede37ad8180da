import Conversation
import Foundation
import Patterns
import Testing

@testable import Library

/// What is shipped to be read.
@Suite("Shipped pages")
struct PageContentTests {
    private let library = Checkout.library
    private let shelf = Checkout.library.patterns()

    @Test("every page is without a mistake or a warning")
    func clean() {
        #expect(shelf.troubles.isEmpty)
        #expect(library.pageFiles().flatMap(\.findings).map(\.message) == [])
    }

    @Test("there is a page for each of the 41 moves, and as many of the others as were promised")
    func counts() throws {
        #expect(Set(shelf.moves.map(\.slug)) == Set(try library.vocabulary().moves.map(\.id)))
        #expect(shelf.moves.count == 41)
        #expect(shelf.patterns.count >= 12)
        #expect(shelf.checklists.count == 8)
        #expect(shelf.rubrics.count == 4)
        #expect(shelf.stories.count == 12)
        #expect(shelf.pathways.count >= 4)
        #expect(Set(shelf.guides.map(\.slug)).isSuperset(of: ["groundwork", "one-to-one", "rollout"]))
    }

    @Test("every situation and every skill that moments are rehearsed for has its pattern")
    func covered() throws {
        for situation in Pattern.Situation.allCases {
            #expect(shelf.patterns.contains { $0.fits.contains(situation) }, "\(situation)")
        }
        for scenario in try Checkout.scenarios.get() {
            for node in scenario.program.nodes {
                guard let skill = scenario.details(of: node.name).micro else { continue }
                #expect(
                    shelf.patterns.contains { $0.skills.contains(skill) }, "\(scenario.slug), \(node.name): \(skill)")
            }
        }
    }

    @Test("every story is composed, by Rapport's authors, and paired with a moment that can be rehearsed")
    func stories() throws {
        for story in shelf.stories {
            #expect(story.author == "Rapport authors")
            #expect(story.origin == "composed; no real case")
            let scenario = try #require(try Checkout.scenario(story.practice.scenario))
            #expect(scenario.details(of: story.practice.node).micro != nil, "\(story.slug): \(story.practice.node)")
        }
        #expect(Set(shelf.stories.map(\.practice)).count == shelf.stories.count, "no two tell of one moment")
    }

    @Test("no two pages share a sentence of six words or more")
    func ownWords() {
        var seen: [[Substring]: PageID] = [:]
        for page in shelf.pages {
            // What every page of a kind has, as a heading, is nobody's sentence.
            let blocks = page.blocks.filter { if case .heading = $0 { false } else { true } }
            for text in [page.summary] + blocks.flatMap(\.texts) {
                for sentence in text.split(whereSeparator: { ".!?…;".contains($0) }) {
                    let words = sentence.lowercased().split { !$0.isLetter && !$0.isNumber && $0 != "'" }
                    guard words.count >= 6 else { continue }
                    let other = seen[words] ?? page.id
                    // A way to say something may stand on the page of its pattern and of its story only once.
                    #expect(other == page.id, "\(page.id) and \(other): \(sentence)")
                    seen[words] = page.id
                }
            }
        }
    }

    @Test("a line for a chat is no longer than a chat line, and what is said or posted fits as well")
    func lengths() {
        for page in shelf.pages {
            for case .phrasings(let channel?, let lines) in page.blocks {
                for line in lines where channel != .email {
                    #expect(channel.tooLong(line) == nil, "\(page.id): \(line)")
                }
            }
        }
    }
}
