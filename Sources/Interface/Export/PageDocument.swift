import Conversation
import Patterns

/// A page as text to print or to pipe: Markdown that reads well as it stands.
public struct PageDocument: Sendable {
    private let page: Page

    /// A page to write.
    public init(_ page: Page) {
        self.page = page
    }

    /// The whole page.
    public var text: String {
        var parts = ["# \(page.title)", page.summary]
        for block in page.blocks {
            switch block {
            case .heading(let words): parts.append("## \(words)")
            case .words(let words): parts.append(words)
            case .points(let items): parts.append(items.map { "- \($0)" }.joined(separator: "\n"))
            case .steps(let items):
                parts.append(items.enumerated().map { "\($0 + 1). \($1)" }.joined(separator: "\n"))
            case .phrasings(let channel, let items):
                let lead = channel.map { "\($0.inWords):\n" } ?? ""
                parts.append(lead + items.map { "> \($0)" }.joined(separator: "\n"))
            }
        }
        if let practice = page.practice { parts.append("Try it: rapport practise \(practice.scenario)") }
        return parts.joined(separator: "\n\n")
    }
}

extension Channel {
    /// Where something is said, at the beginning of a line.
    var inWords: String {
        switch self {
        case .chat: "In a chat"
        case .voice: "In a call"
        case .email: "In a mail"
        case .social: "In public"
        }
    }
}
