import ArgumentParser
import Foundation
import Journal
import Library

import struct Conversation.SharedSession

/// `rapport open FILE`
struct OpenCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "open", abstract: "Open a session that somebody shared, beside your own of that scenario.",
        discussion: """
            Nothing of the file comes into your journal. Without a session of your own it opens to look at.
            """)

    @Argument(help: "The file, as `rapport share` writes it.", completion: .file())
    var file: String

    @Option(
        name: .customLong("beside"),
        help: ArgumentHelp("Your session to compare with; your last one of that scenario otherwise.", valueName: "ID"))
    var own: String?

    @OptionGroup var screen: ScreenOptions

    func run() throws {
        let surroundings = screen.surroundings
        let shared: SharedSession
        do {
            shared = try SharedSession(reading: try UntrustedFile.bytes(file, limit: SharedSession.sizeLimit))
        } catch {
            throw Words.failure("\(file) cannot be opened. \(error)")
        }
        let sessions = (try? Journal(surroundings.place).streams(owner: surroundings.owner, kind: "session")) ?? []
        if let own, !sessions.contains(where: { $0.id == StreamID(own) && $0.scenarioSlug == shared.slug }) {
            throw Words.failure("\(own) is no session of yours of \(shared.slug). `rapport journal` lists them.")
        }
        let last = own.map { StreamID($0) } ?? sessions.first { $0.scenarioSlug == shared.slug }?.id
        try FullScreen.run(surroundings, opening: .shared(shared, beside: last), plain: screen.plain)
    }
}
