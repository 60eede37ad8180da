import ArgumentParser

/// Where things are, and whose they are: options of every command that has to do with sessions.
struct PlaceOptions: ParsableArguments {
    @OptionGroup var content: ContentOptions

    @Option(name: .long, help: ArgumentHelp("Keep sessions in this journal file.", valueName: "FILE"))
    var journal: String?

    @Flag(name: .customLong("private"), help: "Keep nothing: the journal lives and dies with this run.")
    var isPrivate = false

    @Option(
        name: .customLong("as"),
        help: ArgumentHelp("Practise under this name, apart from other people here.", valueName: "NAME"))
    var name = ""
}
