import ArgumentParser
import Conversation
import Foundation
import Library
import Listening

/// `rapport hear [TEXT]`
struct HearCommand: ParsableCommand {
    /// How what was heard is written.
    enum Format: String, ExpressibleByArgument, CaseIterable {
        case text, json
    }

    static let configuration = CommandConfiguration(
        commandName: "hear", abstract: "Say what is heard in a reply: its moves, and the words that show them.",
        discussion: """
            The words are heard on this machine; nothing leaves it and nothing is kept. With - the text is read from \
            standard input. Up to 64 KiB of a text are heard.

            --batch takes JSON Lines, {"id", "text", "customer"?, "channel"?} each, from a file or with - from standard \
            input, and answers each line with one: {"id", "moves": [{"move", "confidence", "span": [start, end]} …]}, the \
            surest move first, six at least and all that count. A confidence is a number from 0 to 1; from 0.5 on a move \
            counts as heard. A span counts Unicode scalars from 0, its end behind the last one. A line that cannot be heard \
            is answered with its "id" and an "error" and named on standard error; the others go on, and the exit status \
            is 1 at the end.
            """)

    @Argument(help: "What was said; - reads it from standard input.")
    var text: String?

    @ArgumentParser.Option(help: ArgumentHelp("What the customer had said before.", valueName: "TEXT"))
    var customer: String?

    @ArgumentParser.Option(help: "Where it is said: chat, voice, email or social.")
    var channel: Channel?

    @ArgumentParser.Option(help: "How it is written: text or json.")
    var format = Format.text

    @ArgumentParser.Option(help: ArgumentHelp("Hear every line of a file of JSON Lines.", valueName: "FILE"))
    var batch: String?

    @OptionGroup var content: ContentOptions

    func validate() throws {
        guard text == nil || batch == nil else {
            throw ValidationError("Either a text or --batch, not both: what the batch hears stands in its file.")
        }
        guard text != nil || batch != nil else {
            throw ValidationError("Say what is to be heard: rapport hear \"I'm sorry the parcel is late.\"")
        }
        guard batch == nil || (customer == nil && channel == nil && format == .text) else {
            throw ValidationError(
                "--batch goes alone: customer and channel stand in each line, and the answers are JSON Lines.")
        }
    }

    func run() throws {
        let library = Surroundings(content).library
        let vocabulary: Vocabulary
        let ear: Ear
        do {
            vocabulary = try library.vocabulary()
            ear = Ear(table: try library.hearing(vocabulary).table())
        } catch {
            throw Words.failure("\(error)")
        }
        if let batch {
            guard try HearBatch(ear: ear).run(batch) else { throw ExitCode(1) }
            return
        }
        let said = text == "-" ? try Self.standardInput() : text ?? ""
        let hearing = ear.hear(said, context: HearingContext(customer: customer))
        let report = HearingReport(text: said, hearing: hearing, channel: channel, vocabulary: vocabulary)
        switch format {
        case .text: Words.say(report.words)
        case .json: try JSONOutput.say(report.json(table: ear.table.name))
        }
    }

    /// What stands in standard input: a little more than is heard, so that it is known when something was left out.
    private static func standardInput() throws -> String {
        var bytes = Data()
        while bytes.count <= Utterance.longest,
            let more = try FileHandle.standardInput.read(upToCount: Utterance.longest), !more.isEmpty
        { bytes += more }
        var text = String(decoding: bytes, as: UTF8.self)
        // The line's own end is no part of what was said.
        if text.last?.isNewline == true { text.removeLast() }
        return text
    }
}

extension Channel: ExpressibleByArgument {}
