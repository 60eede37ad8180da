import ArgumentParser
import Library
import Yarn

/// `rapport format [PATH…] [--check]`
struct FormatCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "format", abstract: "Lay scripts out, and leave their words alone.",
        discussion: """
            Trailing white space goes; bodies of options and blocks are indented by four spaces; one blank line stands \
            between nodes. Comments and blank lines inside bodies stay. A script is compiled before and after, and is \
            only written when it is the same conversation. Exit status 1 when a script has an error, and with --check \
            when one would be changed.
            """)

    @Argument(help: "Short names, scenario folders, folders of scenarios or .yarn files; all scenarios without any.")
    var paths: [String] = []

    @Flag(name: .long, help: "Write nothing; list the files that would be changed.")
    var check = false

    @ArgumentParser.OptionGroup var content: ContentOptions

    func run() throws {
        var changed = 0
        var isUnreadable = false
        for project in try ScriptProject.named(paths, surroundings: Surroundings(content)) {
            do {
                let outcomes = try Yarn.Formatter().format(project.files)
                for (file, outcome) in zip(project.files, outcomes) {
                    if case .refused = outcome {
                        Words.say("\(file.name): left as it is, because any change would change what it means")
                    }
                    guard let result = outcome.file else { continue }
                    changed += 1
                    if !check { try FileReplacement.write(result.text, to: result.name) }
                    Words.say("\(file.name): \(check ? "would be changed" : "formatted")")
                }
            } catch let unreadable as UnreadableScript {
                project.complain(unreadable.diagnostics)
                isUnreadable = true
            }
        }
        if changed == 0, !isUnreadable { Words.say("Everything is laid out well.") }
        if isUnreadable || (check && changed > 0) { throw ExitCode(1) }
    }
}
