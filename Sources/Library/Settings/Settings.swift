import Yarn

/// What is set, and who set it: a flag before the environment, the environment before the file, the file before what is
/// usual. What somebody set wrongly does not count, and is told about.
public struct Settings: Sendable {
    /// Where a value comes from.
    public enum Source: Hashable, Sendable, CustomStringConvertible {
        /// Nobody set it.
        case usual
        /// A line of the settings file, from 1.
        case file(String, line: Int)
        /// A variable of the environment.
        case environment(String)
        /// An option of the command line.
        case flag(String)

        /// For people: `default`, `settings.yaml:3`, `RAPPORT_THEME`, `--theme`.
        public var description: String {
            switch self {
            case .usual: "default"
            case .file(let path, let line): "\(path):\(line)"
            case .environment(let name), .flag(let name): name
            }
        }
    }

    /// A value and where it comes from.
    public struct Value: Hashable, Sendable {
        /// The value, one that the setting takes.
        public var text: String
        /// Where it comes from.
        public var source: Source

        /// A value of a source.
        public init(_ text: String, _ source: Source) { (self.text, self.source) = (text, source) }
    }

    /// What can be set.
    public let table: SettingTable
    /// The keys that the file wishes for.
    public private(set) var keys: [KeyWish] = []
    /// Who is there after a hard call, a line each, as a team has put it into the file.
    public private(set) var support: [String] = []
    /// What does not count, and why.
    public var troubles: [SettingTrouble] = []
    private var values: [Setting.Name: Value] = [:]

    /// Everything as it is unless somebody says otherwise.
    public init(table: SettingTable) {
        self.table = table
        for row in table.rows { values[row.name] = Value(row.usual, .usual) }
    }

    /// Settles what counts.
    /// - Parameters:
    ///   - file: the settings file, if there is one.
    ///   - environment: variables such as `RAPPORT_THEME`; an empty one says nothing.
    ///   - flags: what the command line has said, each already one that its setting takes.
    public init(
        table: SettingTable, file: SettingsFile?, environment: [String: String], flags: [Setting.Name: Value] = [:]
    ) {
        self.init(table: table)
        if let file {
            values.merge(file.values) { $1 }
            keys = file.keys
            support = file.support
            troubles = file.troubles
        }
        for row in table.rows {
            guard let text = environment[row.variable], !text.isEmpty else { continue }
            if let value = row.accepted(text) {
                values[row.name] = Value(value, .environment(row.variable))
            } else {
                troubles.append(
                    SettingTrouble("\(row.variable) is “\(text.prefix(40))”; \(row.name.rawValue) takes \(row.wanted).")
                )
            }
        }
        values.merge(flags) { $1 }
    }

    /// What a setting is, and who says so.
    public subscript(name: Setting.Name) -> Value { values[name] ?? Value("", .usual) }

    /// Whether a setting that is on or off is on.
    public func isOn(_ name: Setting.Name) -> Bool { self[name].text == "on" }

    /// The percentage of reply clocks, as sessions keep it: 0 is no clock at all.
    public var extraTime: Int { Int(self[.time].text) ?? 0 }

    /// How fast the machine speaks, words a minute; nil for as fast as the speaker is.
    public var voiceRate: Int? { Int(self[.voiceRate].text) }
}
