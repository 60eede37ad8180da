import Yarn

/// Why something that somebody set does not count. The program goes on without it.
public struct SettingTrouble: Hashable, Sendable, CustomStringConvertible {
    /// One line: where and what.
    public var short: String
    /// Everything: where, what, the line itself, what to do.
    public var description: String

    /// A trouble that stands in no file.
    public init(_ text: String) {
        (short, description) = (text, text)
    }

    /// A trouble at a place in a file.
    public init(_ diagnostic: Diagnostic, in file: SourceFile) {
        let name = file.name.split(separator: "/").last.map(String.init) ?? file.name
        short = "\(name), line \(diagnostic.span.start.line): \(diagnostic.message)"
        description = diagnostic.rendered(in: [file])
    }
}
