import ArgumentParser
import Foundation
import Interface
import Library
import Room
import Terminal

/// `rapport cards`
struct CardsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "cards", abstract: "List the role cards there are, or write a set of them to read and print.",
        discussion: """
            The customer's card has facts that only whoever plays the customer may know. With --for you write one \
            role's card, which can be handed over alone; HTML prints each role on its own sheet of A5.

            Docs/Cards.md says how to write cards of your own.
            """)

    /// Whose cards are written.
    enum Reader: String, ExpressibleByArgument, CaseIterable {
        case all, agent, customer, observer, facilitator

        var roles: [CardRole] { CardRole(rawValue: rawValue).map { [$0] } ?? CardRole.allCases }
    }

    @Argument(help: ArgumentHelp("The set of cards, as the list shows it.", valueName: "slug"))
    var slug: String?

    @Option(name: .customLong("for"), help: "Whose card: agent, customer, observer, facilitator or all.")
    var reader = Reader.all

    @Option(help: "How it is written: markdown or html. By the file's name where you do not say.")
    var format: ExportCommand.Format?

    @Option(help: ArgumentHelp("The file to write; without it, the text goes to standard output.", valueName: "FILE"))
    var to: String?

    @OptionGroup var content: ContentOptions

    func validate() throws {
        guard slug != nil || (to == nil && format == nil && reader == .all) else {
            throw ValidationError("Name the set of cards to write; `rapport cards` lists them.")
        }
    }

    func run() throws {
        let library = Surroundings(content).library
        guard let slug else { return try list(library.cards()) }
        let set: RoleCardSet
        do {
            set = try library.cards(slug)
        } catch {
            throw Words.failure(error.description)
        }
        let document = CardDocument(set, roles: reader.roles)
        let isPage = to.map { $0.hasSuffix(".html") || $0.hasSuffix(".htm") } ?? false
        let text = (format ?? (isPage ? .html : .markdown)) == .html ? document.html : document.markdown
        guard let to else { return Words.say(String(text.dropLast())) }
        try FileReplacement.write(text, to: to)
        Words.say("Written to \(to).")
    }

    private func list(_ shelf: Shelf<RoleCardSet>) throws {
        guard !shelf.values.isEmpty || !shelf.troubles.isEmpty else {
            throw Words.failure("No role cards were found. They are the files in `cards` of a content folder.")
        }
        let width = shelf.values.map { DisplayText.width(of: $0.slug) }.max() ?? 0
        for set in shelf.values {
            let pad = String(repeating: " ", count: width - DisplayText.width(of: set.slug))
            let story = set.scenario.map { $0 == set.slug ? "" : ", scenario \($0)" } ?? ", a story of its own"
            Words.say("\(set.slug)\(pad)  \(set.title) (\(set.minutes) min a round\(story))")
        }
        guard shelf.troubles.isEmpty else { throw Words.failure(shelf.troubles.joined(separator: "\n")) }
    }
}
