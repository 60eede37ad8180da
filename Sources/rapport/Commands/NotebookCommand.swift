import ArgumentParser
import Journal

/// `rapport notebook [WORDS]`
struct NotebookCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "notebook", abstract: "List what you have written down, newest first.",
        discussion:
            "With words, only the notes that have them all, in their text, their moment or their session's title.")

    @Argument(help: "Words to look for.")
    var words: [String] = []

    @OptionGroup var places: PlaceOptions

    func run() throws {
        let surroundings = Surroundings(places)
        do {
            let notes = try Journal(surroundings.place)
                .notebook(owner: surroundings.owner, matching: words.joined(separator: " "), limit: 10_000)
            guard !notes.isEmpty else {
                return Words.say(
                    words.isEmpty
                        ? "Nothing yet. While you practise, n writes a note." : "No note has these words.")
            }
            for note in notes {
                let place = note.name.isEmpty ? note.title : "\(note.title), \(note.name)"
                Words.say(
                    "\(Surroundings.date(note.writtenAt))  \(note.isRule ? "rule" : "note")  \(place)  \(note.stream)")
                for line in note.text.split(whereSeparator: \.isNewline) { Words.say("    \(line)") }
            }
        } catch {
            throw Words.failure(error.description)
        }
    }
}
