import ArgumentParser
import Library
import Yarn

/// `rapport tag [PATH…]`
struct TagCommand: ParsableCommand {
    /// What new ids look like.
    enum Style: String, ExpressibleByArgument, CaseIterable {
        case numbered, random, descriptive
    }

    static let configuration = CommandConfiguration(
        commandName: "tag", abstract: "Give every line and option an id, and change nothing else.",
        discussion: """
            An id stands at the end of its line and is never given again. Numbered ids go on behind the highest one: \
            after ld041 comes ld042. Descriptive ids are node and number, such as Start_100; random ones are seven \
            hexadecimal digits. Exit status 1 when a script cannot be read, and with --check when a line has no id.
            """)

    @Argument(help: "Short names, scenario folders, folders of scenarios or .yarn files; all scenarios without any.")
    var paths: [String] = []

    @Option(name: .long, help: ArgumentHelp("What new ids look like.", valueName: "STYLE"))
    var style = Style.numbered

    @Flag(name: .long, help: "Write nothing; list the lines without an id.")
    var check = false

    @ArgumentParser.OptionGroup var content: ContentOptions

    func run() throws {
        var given = 0
        var isUnreadable = false
        for project in try ScriptProject.named(paths, surroundings: Surroundings(content)) {
            let tagged: LineTagger.Tagged
            do {
                tagged = try tag(project)
            } catch {
                project.complain(error.diagnostics)
                isUnreadable = true
                continue
            }
            given += tagged.insertions.count
            if check {
                for insertion in tagged.insertions { Words.say("\(insertion.file):\(insertion.line): no id") }
                continue
            }
            for (old, new) in zip(project.files, tagged.files) where old.text != new.text {
                try FileReplacement.write(new.text, to: new.name)
                let count = tagged.insertions.count { $0.file == new.name }
                Words.say("\(new.name): \(count) id\(count == 1 ? "" : "s") given")
            }
        }
        if given == 0, !isUnreadable { Words.say("Every line has an id.") }
        if isUnreadable || (check && given > 0) { throw ExitCode(1) }
    }

    private func tag(_ project: ScriptProject) throws(UnreadableScript) -> LineTagger.Tagged {
        let form: LineTagger.Style =
            switch style {
            case .numbered: .numbered(fallback: project.initials)
            case .random: .random
            case .descriptive: .descriptive
            }
        var generator = SystemRandomNumberGenerator()
        return try LineTagger(style: form).tagged(project.files, using: &generator)
    }
}
