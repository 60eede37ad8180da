import ArgumentParser

/// Where scenarios are: the option of every command that reads them.
struct ContentOptions: ParsableArguments {
    @Option(
        name: .customLong("content"), help: ArgumentHelp("Read scenarios from this folder alone.", valueName: "DIR"))
    var folder: String?
}
