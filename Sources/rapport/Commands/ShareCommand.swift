import ArgumentParser
import Foundation
import Journal

import struct Conversation.Attempts
import struct Conversation.Session
import struct Conversation.SharedSession
import struct Conversation.SharingFailure
import struct Yarn.SourceFile

/// `rapport share ID`
struct ShareCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "share", abstract: "Write a session to a file that a colleague can open.",
        discussion: """
            The file holds what happened and the scenario it happened in, as text that anybody can read.
            Your notes, check-ins and answers stay behind unless you name them. Nothing is sent anywhere.
            """)

    @Argument(help: "The session, as `rapport journal` shows it.")
    var session: String

    @Option(name: .customLong("to"), help: ArgumentHelp("The file to write.", valueName: "FILE"), completion: .file())
    var file: String?

    @Option(
        name: .customLong("signed"),
        help: ArgumentHelp("The name your colleague sees; none is fine.", valueName: "NAME"))
    var signature = ""

    @Flag(help: "Share your notes too.")
    var notes = false

    @Flag(name: .customLong("check-ins"), help: "Share what you said about yourself before and after, too.")
    var checkIns = false

    @Flag(help: "Share your answers to questions for afterwards, and what you kept from the debrief, too.")
    var answers = false

    @Flag(help: "Replace the file if there is one of that name.")
    var force = false

    @OptionGroup var places: PlaceOptions

    func run() throws {
        let surroundings = Surroundings(places)
        do {
            let journal = try Journal(surroundings.place)
            var keeper = SessionKeeper(journal: journal, owner: surroundings.owner)
            let played = try keeper.session(StreamID(session))
            guard let began = played.began, let source = try journal.source(hash: began.hash) else {
                throw Words.failure("The journal does not have the scenario that session \(session) was played with.")
            }
            var consent = SharedSession.Consent()
            (consent.notes, consent.checkIns, consent.answers) = (notes, checkIns, answers)
            let shared = SharedSession(
                played.log, of: began.slug, title: began.title, hash: began.hash,
                files: source.files.map { SourceFile(name: $0.name, text: $0.text) }, by: signature, with: consent)
            let path = file ?? "\(began.slug)-\(session).rapport"
            guard force || !FileManager.default.fileExists(atPath: path) else {
                throw Words.failure(
                    "There is already a file \(path). Name another with --to, or replace it with --force.")
            }
            tell(shared, from: played)
            try FileReplacement.write(try shared.text(), to: path)
            Words.say("Written to \(path). `rapport open` reads it.")
        } catch let failure as JournalFailure {
            throw Words.failure(failure.description)
        } catch let trouble as SessionTrouble {
            throw Words.failure(trouble.description)
        } catch let failure as SharingFailure {
            throw Words.failure(failure.description)
        }
    }

    /// What is in the file, before it is written.
    private func tell(_ shared: SharedSession, from session: Session) {
        let attempts = Attempts(session.log)
        Words.say("\(shared.title), \(shared.name.isEmpty ? "without a name" : "by \(shared.name)"). In the file:")
        Words.say(
            "  every reply of this session, also those you went back from (\(attempts.all.count)), with their times")
        Words.say("  what the customer and the coach said, trust, heat and promises")
        if session.log.contains(where: { if case .draftEdited = $0.event { true } else { false } }) {
            Words.say("  what you typed into mails")
        }
        Words.say("  the scenario's text, so that it opens anywhere")
        let own = [("notes", notes), ("check-ins", checkIns), ("answers", answers)]
        let with = own.filter(\.1).map(\.0)
        if !with.isEmpty { Words.say("  your \(with.joined(separator: ", "))") }
        let without = own.filter { !$0.1 }.map(\.0)
        if !without.isEmpty {
            Words.say("Left out: your \(without.joined(separator: ", ")) (\(shared.withheld) in this session).")
        }
    }
}
