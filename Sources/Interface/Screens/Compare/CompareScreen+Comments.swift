import Conversation
import Terminal

// What people say about a moment, on its page.
extension CompareScreen {
    /// The page with what was said about its moments.
    func talked(about page: ComparisonPage) -> ComparisonPage {
        guard let discussion else { return page }
        var page = page
        for index in page.columns.indices {
            let opened = page.columns[index].opened
            let isFirst = page.columns.firstIndex { $0.opened == opened } == index
            // Several attempts can stand at one moment: what was said about it is read once.
            guard let opened, isFirst else { continue }
            let said = comments.at(opened)
            guard !said.isEmpty else { continue }
            let paragraphs = said.flatMap { comment in
                [
                    ComparisonPage.Paragraph(text: discussion.lead(comment, in: comments) + ":", role: .muted),
                    ComparisonPage.Paragraph(text: comment.written.text, role: .note),
                ]
            }
            page.columns[index].sections.append(ComparisonPage.Section(label: "Comments", paragraphs: paragraphs))
        }
        return page
    }

    /// The moment of the page: the one that the session stands on, or the last that was tried.
    private var moment: (sequence: Int, name: String)? {
        guard let shown else { return nil }
        return (shown.wayBack ?? shown.columns.last?.opened).map { ($0, shown.name) }
    }

    /// What a comment would be about: the moment of the page.
    public var commenting: CommentHeading {
        discussion?.heading(at: moment, answering: nil) ?? CommentHeading("", "A comment", "")
    }

    /// Takes a comment on the moment of the page.
    public mutating func receive(comment text: String, at now: Uptime) -> [Effect] {
        discussion.map { [.comment($0.stream, text, at: moment?.sequence ?? 0, answering: nil)] } ?? []
    }
}
