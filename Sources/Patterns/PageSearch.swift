/// Pages found by words: whole pages are looked through, and letters are enough.
public struct PageSearch: Sendable {
    private struct Candidate: Sendable {
        var page: Page
        var title: String
        var text: String
    }

    private let candidates: [Candidate]

    /// A search through some pages.
    public init(_ pages: [Page]) {
        candidates = pages.map { page in
            Candidate(
                page: page, title: Self.folded(page.title + " " + page.id.slug),
                text: Self.folded(
                    ([page.summary, page.id.kind.plural] + page.about + page.blocks.flatMap(\.texts))
                        .joined(separator: " ")))
        }
    }

    /// The pages that have every word, in whatever case: those that have them all in their titles first, and otherwise in
    /// the order they were given in. Every page where there is no word.
    public func matches(_ query: String) -> [Page] {
        let words = Self.folded(query).split(separator: " ")
        let found = candidates.filter { candidate in
            words.allSatisfy { candidate.title.contains($0) || candidate.text.contains($0) }
        }
        let (named, others) = (
            found.filter { candidate in words.allSatisfy { candidate.title.contains($0) } },
            found.filter { candidate in !words.allSatisfy { candidate.title.contains($0) } }
        )
        return (named + others).map(\.page)
    }

    /// Small letters, and one kind of space, hyphen and apostrophe: `close with clarity` finds `close-with-clarity`.
    private static func folded(_ text: String) -> String {
        String(
            text.lowercased().map { character in
                character.isWhitespace || character == "-" ? " " : character == "’" ? "'" : character
            })
    }
}

extension Page.Block {
    /// The words in it.
    public var texts: [String] {
        switch self {
        case .heading(let words), .words(let words): [words]
        case .points(let items), .steps(let items), .phrasings(_, let items): items
        }
    }
}
