import Yarn

/// A settings file, read: what it sets, the keys it wishes for, and what of it does not count.
///
/// Nothing in a file stops the program. What can be understood counts; the rest is told with its place.
public struct SettingsFile: Sendable {
    /// No settings file is longer than this, bytes.
    static let limit = 65_536

    /// What it sets, by setting.
    public internal(set) var values: [Setting.Name: Settings.Value] = [:]
    /// The keys it wishes for.
    public internal(set) var keys: [KeyWish] = []
    /// Who is there after a hard call, a line each, as a team has put it.
    public internal(set) var support: [String] = []
    /// What does not count, and why.
    public internal(set) var troubles: [SettingTrouble] = []
    /// The file and its text, to show excerpts of.
    public let source: SourceFile
    /// Everything that can be set.
    let table: SettingTable

    /// Understands the text of a file.
    public init(_ source: SourceFile, table: SettingTable) {
        self.source = source
        self.table = table
        understand()
    }

    /// The file at a path.
    /// - Returns: nil when there is none there; a file that cannot be read is told about.
    public static func read(_ path: String, table: SettingTable) -> SettingsFile? {
        switch SmallFile.bytes(path, limit: limit) {
        case .found(let bytes): return SettingsFile(SourceFile(name: path, utf8: bytes), table: table)
        case .missing: return nil
        case .refused(let reason):
            var file = SettingsFile(SourceFile(name: path, text: ""), table: table)
            file.troubles = [SettingTrouble("The settings in \(path) are not used: \(reason)")]
            return file
        }
    }

    /// `$XDG_CONFIG_HOME/rapport/settings.yaml`, where settings are when nothing names another place; nil without a home.
    public static func usualPath(environment: [String: String]) -> String? {
        if let folder = environment["XDG_CONFIG_HOME"], folder.hasPrefix("/") {
            return folder + "/rapport/settings.yaml"
        }
        guard let home = environment["HOME"], !home.isEmpty else { return nil }
        return home + "/.config/rapport/settings.yaml"
    }

    mutating func tell(
        _ message: String, at span: SourceSpan, code: String = "settings", expected: String? = nil, hint: String? = nil
    ) {
        let diagnostic = Diagnostic(
            code: code, severity: .warning, message: message, span: span, expected: expected, hint: hint)
        troubles.append(SettingTrouble(diagnostic, in: source))
    }

    /// A stretch of one line, from a column on, both from 1.
    func span(line: Int, column: Int, length: Int = 1) -> SourceSpan {
        SourceSpan(
            file: source.name, start: SourcePosition(line: line, column: column),
            end: SourcePosition(line: line, column: column + max(1, length)))
    }
}
