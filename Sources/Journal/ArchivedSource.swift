/// A scenario's source text, kept once in the journal under its content hash, so that an old session can be run again
/// exactly as it was worded.
public struct ArchivedSource: Hashable, Sendable {
    /// One file of a scenario.
    public struct File: Hashable, Sendable {
        /// The file's name within the scenario's folder.
        public var name: String
        /// The whole text.
        public var text: String

        /// A file called `name` holding `text`.
        public init(name: String, text: String) {
            self.name = name
            self.text = text
        }
    }

    /// The content hash. The journal takes the caller's word for it: of two sources under one hash the first is kept.
    public var hash: String
    /// The files, in the order they are to be compiled.
    public var files: [File]

    /// The files known under `hash`.
    public init(hash: String, files: [File]) {
        self.hash = hash
        self.files = files
    }
}
