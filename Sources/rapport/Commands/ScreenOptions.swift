import ArgumentParser

/// What every command that shows the screens takes.
struct ScreenOptions: ParsableArguments {
    @OptionGroup var plain: PlainOptions
    @OptionGroup var places: PlaceOptions

    @OptionGroup var look: LookOptions

    /// The outside world that these options name.
    var surroundings: Surroundings { Surroundings(places, look: look) }
}
