/// Where a crash leaves what is known, and what the person in front of the terminal reads then.
///
/// Written by the signal handler, after the terminal is restored: what the program is, the signal, the address, the last
/// words on standard error and the addresses of the calls. Nothing that was typed or practised is in it.
public struct CrashReport: Hashable, Sendable {
    /// The file, in a folder that exists; replaced by each crash. At most 1,023 bytes.
    public var path: String
    /// The first line: program, version, machine. At most 511 bytes.
    public var about: String
    /// One sentence for the terminal; the path follows it. At most 511 bytes.
    public var farewell: String

    /// A report for the file at `path`.
    public init(path: String, about: String, farewell: String) {
        (self.path, self.about, self.farewell) = (path, about, farewell)
    }
}
