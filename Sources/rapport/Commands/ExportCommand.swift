import ArgumentParser
import Foundation
import Interface
import Journal
import Library

import struct Conversation.Vocabulary

/// `rapport export SESSION`
struct ExportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "Write a session's debrief as Markdown, or as one HTML file with its pictures.",
        discussion: """
            What is written holds what the debrief holds, your own notes and answers among it. It is written for you
            alone to read; whom you give it to is yours to decide.
            """)

    /// What it is written in.
    enum Format: String, ExpressibleByArgument, CaseIterable {
        case markdown, html
    }

    @Argument(help: "The session, as `rapport journal` shows it.")
    var session: String

    @Option(name: .long, help: "How it is written: markdown or html. By the file's name where you do not say.")
    var format: Format?

    @Option(name: .long, help: "The file to write; without it, the text goes to standard output.")
    var to: String?

    @OptionGroup var places: PlaceOptions

    func run() throws {
        let surroundings = Surroundings(places)
        let text: String
        do {
            var keeper = SessionKeeper(journal: try Journal(surroundings.place), owner: surroundings.owner)
            let session = try keeper.session(StreamID(session))
            let document = DebriefDocument(
                session, vocabulary: (try? surroundings.library.vocabulary()) ?? Vocabulary())
            let isPage = to.map { $0.hasSuffix(".html") || $0.hasSuffix(".htm") } ?? false
            text = (format ?? (isPage ? .html : .markdown)) == .html ? document.html : document.markdown
        } catch let failure as JournalFailure {
            throw Words.failure(failure.description)
        } catch let failure as SessionTrouble {
            throw Words.failure(failure.description)
        }
        guard let to else { return Words.say(String(text.dropLast())) }
        let isNew = !FileManager.default.fileExists(atPath: to)
        try FileReplacement.write(text, to: to)
        if isNew { try? FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: to) }
        Words.say("Written to \(to).")
    }
}
