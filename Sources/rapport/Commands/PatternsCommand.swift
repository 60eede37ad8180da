import ArgumentParser
import Interface
import Library
import Patterns
import Terminal

import enum Yarn.Spelling

/// `rapport patterns [NAME or WORDS]`
struct PatternsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "patterns",
        abstract: "Read what helps in hard conversations: patterns, moves, checklists, pathways, guides, stories.",
        discussion: """
            Without words, all there is is listed. A page's short name writes that page; other words list the pages that \
            have them all, wherever in the page they stand.

            In Rapport, p opens the same on Home, and while you practise the pattern for the moment you are in.
            """)

    @Argument(help: "A page's short name as the list shows it, or words to look for.")
    var words: [String] = []

    @Option(help: "Only one kind: pattern, move, checklist, rubric, pathway, guide or story.")
    var kind: PageKind?

    @OptionGroup var content: ContentOptions

    func run() throws {
        let shelf = Surroundings(content).library.patterns()
        let pages = shelf.pages.filter { kind == nil || $0.id.kind == kind }
        let query = words.joined(separator: " ")
        if let page = pages.first(where: { $0.id.description == query || $0.id.slug == query }) {
            return Words.say(PageDocument(page).text)
        }
        guard !pages.isEmpty || !shelf.troubles.isEmpty else {
            throw Words.failure("Nothing to read was found. It comes with Rapport; name its folder with --content.")
        }
        let found = PageSearch(pages).matches(query)
        guard !found.isEmpty else {
            let near = Spelling.nearest(to: query, in: pages.map(\.id.slug)).map { " Did you mean \($0)?" } ?? ""
            throw Words.failure("No page has these words.\(near) Fewer letters find more.")
        }
        let width = found.map { DisplayText.width(of: $0.id.slug) }.max() ?? 0
        var last: PageKind?
        for page in found {
            if page.id.kind != last { Words.say(page.id.kind.plural) }
            last = page.id.kind
            let pad = String(repeating: " ", count: width - DisplayText.width(of: page.id.slug))
            Words.say("  \(page.id.slug)\(pad)  \(page.title)")
        }
        guard shelf.troubles.isEmpty else { throw Words.failure(shelf.troubles.joined(separator: "\n")) }
    }
}

extension PageKind: ExpressibleByArgument {}
