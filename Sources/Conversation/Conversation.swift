/// **Conversation**: the shared engine under every channel.
///
/// A conversation is a log of events. ``Engine`` decides: an input and a time in, events out. ``Session`` is the fold
/// of those events, and the only state there is: practising, resuming after a crash, testing a scenario and drawing a
/// debrief all apply the same events to it. ``Scenario`` is what is played: a compiled Yarn program and what its
/// headers declare.
///
/// Folders: `Events` (what can happen, and how it is written down), `Session` (the fold), `Engine` (the rules),
/// `Scenario` (what is played, and its checks), `Review` and `Walking` (what can be said about it before anybody plays it),
/// `Testing` (test plans, and recording them), `Previewing` (a scenario tried by its author), `Map` (its nodes and the ways
/// between them), `Exchange` (scenarios made of other forms).
///
/// This room has no clock, no file and no terminal. Time is a value handed in, in milliseconds of session time.
public enum Conversation {
    /// The thread every session begins with.
    public static let mainThread = "main"
}
