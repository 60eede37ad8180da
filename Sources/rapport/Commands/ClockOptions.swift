import ArgumentParser

/// How much time there is to reply.
struct ClockOptions: ParsableArguments {
    /// Time on every reply clock.
    enum Time: String, ExpressibleByArgument, CaseIterable {
        case usual = "100"
        case half = "150"
        case double = "200"
        case off

        /// In percent; 0 for no clocks.
        var percent: Int { Int(rawValue) ?? 0 }
    }

    @Option(
        name: .long,
        help: ArgumentHelp(
            "Time on reply clocks, in percent, or no clocks at all. It changes no outcome.",
            valueName: "100|150|200|off"))
    var time = Time.usual
}
