import ArgumentParser
import Journal

/// `rapport listen corrections`
struct ListenCorrectionsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "corrections", abstract: "List what you said was meant by words that you typed.",
        discussion: """
            Each one changes how these words are heard on this machine, and stays here. With --to they are written as \
            exemplars, as in moves/lines of the content folder, to give away or to learn from; nothing else ever carries \
            them.
            """)

    @Option(
        name: .customLong("to"),
        help: ArgumentHelp("Write them into this file, which must not be there yet.", valueName: "FILE"))
    var file: String?

    @OptionGroup var places: PlaceOptions

    func run() throws {
        let surroundings = Surroundings(places)
        let corrections: [Correction]
        do {
            corrections = try Journal(surroundings.place).corrections(owner: surroundings.owner, limit: 100_000)
        } catch {
            throw Words.failure(error.description)
        }
        guard !corrections.isEmpty else {
            return Words.say("Nothing yet. After a reply that you typed, you can say that something else was meant.")
        }
        if let file { return try write(corrections, to: file) }
        let vocabulary = try? surroundings.library.vocabulary()
        for correction in corrections {
            let meant = correction.meant.map { vocabulary?.name(ofMove: $0) ?? $0 } ?? "none of these"
            Words.say("\(Surroundings.date(correction.at))  \(meant)  \(correction.stream)")
            Words.say("    \(OwnExemplarFile.oneLine(correction.text))")
        }
    }

    private func write(_ corrections: [Correction], to file: String) throws {
        guard FileReplacement.free(file) == file else {
            throw Words.failure("\(file) is there already, and nothing was changed. Name another.")
        }
        try FileReplacement.write(OwnExemplarFile.text(corrections), to: file)
        Words.say("Written: \(file), \(corrections.count == 1 ? "1 line" : "\(corrections.count) lines") of your own.")
    }
}

/// Corrections as a file of exemplars: a block a move, in the order of their names, the oldest line first.
enum OwnExemplarFile {
    static func text(_ corrections: [Correction]) -> String {
        let blocks = Dictionary(grouping: corrections.reversed()) { $0.meant ?? "none" }
        return blocks.sorted { $0.key < $1.key }.map { move, lines in
            (["== \(move) | own"] + lines.map { exemplar($0.text) }).joined(separator: "\n")
        }.joined(separator: "\n\n") + "\n"
    }

    /// A line that is read as these words and nothing else.
    private static func exemplar(_ text: String) -> String {
        var line = oneLine(text)
        // What begins so is a comment, a block or the customer's words; what stands behind ` ## ` names moves.
        while let first = line.first, "#=<".contains(first) || first == " " { line.removeFirst() }
        while let marks = line.firstRange(of: " ## ") { line.replaceSubrange(marks, with: " ") }
        return line
    }

    /// Text on one line, without anything that could steer a terminal.
    static func oneLine(_ text: String) -> String {
        let plain = text.unicodeScalars.map { scalar -> Character in
            switch scalar.properties.generalCategory {
            case .control, .lineSeparator, .paragraphSeparator, .surrogate: " "
            default: Character(scalar)
            }
        }
        return String(plain).split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
}
