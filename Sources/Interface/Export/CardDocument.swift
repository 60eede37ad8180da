import Room
import Terminal

/// Role cards as a document: Markdown, or one HTML file that needs nothing else and prints a role on each sheet of A5.
///
/// A role's page holds what the role may know and nothing more, so that it can be handed over alone.
public struct CardDocument: Sendable {
    private let set: RoleCardSet
    private let roles: [CardRole]

    /// The cards of a set for some roles, in their usual order.
    public init(_ set: RoleCardSet, roles: [CardRole]) {
        self.set = set
        self.roles = CardRole.allCases.filter(roles.contains)
    }

    private static func name(_ role: CardRole) -> String {
        switch role {
        case .agent: "Agent"
        case .customer: "Customer"
        case .observer: "Observer"
        case .facilitator: "Facilitator"
        }
    }

    /// What stands above the faces of a role's card.
    private func lead(_ role: CardRole) -> String {
        switch role {
        case .customer: "For your eyes alone. Fold it, and use what you like of it."
        case .agent, .observer, .facilitator: set.summary
        }
    }

    /// What stands below them.
    private var foot: String {
        "\(set.minutes) \(set.minutes == 1 ? "minute" : "minutes") a round. “\(set.stopWord)” stops it at once."
    }

    // MARK: Markdown

    /// The document in Markdown (CommonMark); nothing in it is read as markup but ours.
    public var markdown: String {
        let escaped = { (text: String) in DebriefDocument.markdown(DisplayText.sanitised(text)) }
        return roles.map { role in
            var text = "# \(escaped(set.title)): \(Self.name(role).lowercased())\n\n\(escaped(lead(role)))\n"
            for part in set.faces(for: role).flatMap(\.parts) {
                text += "\n## \(escaped(part.heading))\n\n"
                for item in part.items {
                    text += "- \(escaped(item.words))\n"
                    for detail in item.details { text += "  - \(escaped(detail))\n" }
                }
            }
            return text + "\n\(escaped(foot))\n"
        }.joined(separator: "\n---\n\n")
    }

    // MARK: HTML

    /// The document as one HTML file: no script and nothing from elsewhere.
    public var html: String {
        let title = DebriefDocument.html(set.title)
        return """
            <!DOCTYPE html>
            <html lang="en-GB">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>\(title)</title>
            <style>\(Self.style)</style>
            </head>
            <body>
            \(roles.map(page).joined())</body>
            </html>

            """
    }

    private func page(_ role: CardRole) -> String {
        let escaped = DebriefDocument.html
        var text = "<article class=\"\(role.rawValue)\">\n"
        text += "<header><h1>\(escaped(set.title))</h1><p class=\"role\">\(Self.name(role))</p></header>\n"
        text += "<p class=\"lead\">\(escaped(lead(role)))</p>\n"
        for part in set.faces(for: role).flatMap(\.parts) {
            text += "<h2>\(escaped(part.heading))</h2>\n<ul>\n"
            for item in part.items {
                text += "<li>\(escaped(item.words))"
                for detail in item.details { text += "<span class=\"detail\">\(escaped(detail))</span>" }
                // A line to write times on: a printed checklist is marked by hand.
                if role == .observer, !item.details.isEmpty { text += "<span class=\"marks\"></span>" }
                text += "</li>\n"
            }
            text += "</ul>\n"
        }
        return text + "<footer>\(escaped(foot))</footer>\n</article>\n"
    }

    // On paper: 9 point at 1.2 gives 51 lines to the 198 mm of a sheet. CardLimits allows a card 44; title, lead, foot and the
    // space above headings take six and a half.
    private static let style = """

        @page { size: A5 portrait; margin: 6mm; }
        * { box-sizing: border-box; }
        body { font: 1rem/1.45 system-ui, sans-serif; color: #1d1d1f; background: #ececf1; margin: 0; padding: 1.5rem; }
        article { background: #fff; max-width: 37rem; margin: 0 auto 1.5rem; padding: 1.5rem; border-radius: .4rem; }
        header { display: flex; justify-content: space-between; align-items: baseline; gap: 1rem; border-bottom: 2px solid; }
        h1 { font-size: 1.25em; margin: 0; } .role { margin: 0; font-weight: 700; }
        h2 { font-size: 1em; margin: .7em 0 .1em; } ul { margin: 0; padding-left: 1.1em; }
        .lead { margin: .5em 0 0; } .detail { display: block; color: #4a4a4f; }
        .observer li { list-style: none; margin-left: -1.1em; }
        .marks { display: block; height: 1.3em; border-bottom: 1px dotted #8a8a90; }
        footer { margin-top: 1em; border-top: 1px solid #c8c8ce; padding-top: .3em; color: #4a4a4f; }
        @media print {
        body { font-size: 9pt; line-height: 1.2; background: #fff; color: #000; padding: 0; }
        article { max-width: none; margin: 0; padding: 0; border-radius: 0; break-after: page; }
        article:last-child { break-after: auto; }
        h2 { margin: .35em 0 0; break-after: avoid; } li { break-inside: avoid; } .detail, footer { color: #000; }
        .lead { margin-top: .2em; } footer { margin-top: .4em; }
        }

        """
}
