/// A test plan in the official format: what a conversation must do, run by run.
public struct TestPlan: Hashable, Sendable {
    /// One thing a run expects or does.
    public enum Step: Hashable, Sendable {
        /// The next event is a line with this text; nil is any line.
        case line(String?)
        /// The next option set has this option.
        case option(String, isDisabled: Bool)
        /// The next event is the option set collected so far; choose this option, from 1; 0 chooses none.
        case select(Int)
        /// The next event is this command.
        case command(String)
        /// The next event is the end.
        case stop
        /// Write a variable now.
        case set(String, Value)
        /// Go to this node now.
        case node(String)
        /// Choose candidates this way from now on.
        case saliency(SaliencyStrategy)
        /// Something this room does not know: `directive: argument`.
        case other(directive: String, argument: String)
    }

    /// A step with its place.
    public struct PlacedStep: Hashable, Sendable {
        /// The step.
        public var step: Step
        /// Its line in the file, from 1.
        public var line: Int
        /// Hashtags behind it, without `#`; read, never compared.
        public var tags: [String]
        /// Where it stands.
        public var span: SourceSpan
    }

    /// The runs in order, each a list of steps.
    public var runs: [[PlacedStep]]
    /// What could not be read.
    public var diagnostics: [Diagnostic]
}
