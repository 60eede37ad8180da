import Yams
import Yarn

// The tree of a settings file, taken for what it says.
extension SettingsFile {
    mutating func take(_ root: Node) {
        // A file of nothing but comments is an empty text.
        if case .scalar(let scalar) = root, scalar.string.isEmpty { return }
        guard case .mapping(let mapping) = root else {
            tell(
                "A settings file is a list of lines such as `theme: dark`.", at: place(of: root),
                hint: "`rapport settings --example` prints one to begin with.")
            return
        }
        for (key, value) in mapping {
            guard case .scalar(let scalar) = key else {
                tell("A setting has a name of letters.", at: place(of: key), hint: "Write it as `name: value`.")
                continue
            }
            if scalar.string == "keys" {
                takeKeys(value)
            } else if scalar.string == "support" {
                takeSupport(value)
            } else if let name = Setting.Name(rawValue: scalar.string), let row = table[name] {
                take(value, for: row)
            } else {
                let names = table.rows.map(\.name.rawValue) + ["support", "keys"]
                let near = Spelling.nearest(to: scalar.string, in: names)
                tell(
                    "There is no setting `\(scalar.string.prefix(40))`.", at: place(of: key),
                    hint: near.map { "Did you mean `\($0)`?" } ?? "There are \(names.joined(separator: ", ")).")
            }
        }
    }

    private mutating func take(_ value: Node, for row: Setting) {
        let at = place(of: value)
        guard case .scalar(let scalar) = value else {
            tell("`\(row.name.rawValue)` takes one value.", at: at, expected: row.wanted)
            return
        }
        guard !scalar.string.isEmpty else {
            tell("`\(row.name.rawValue)` has no value.", at: at, expected: row.wanted)
            return
        }
        guard let accepted = row.accepted(scalar.string) else {
            var hint: String?
            if case .words(let words) = row.values {
                hint = Spelling.nearest(to: scalar.string, in: words).map { "Did you mean `\($0)`?" }
            }
            tell(
                "`\(row.name.rawValue)` cannot be `\(scalar.string.prefix(40))`.", at: at, expected: row.wanted,
                hint: hint)
            return
        }
        values[row.name] = Settings.Value(accepted, .file(source.name, line: at.start.line))
    }

    /// Lines of text: a name, and how to reach them.
    private mutating func takeSupport(_ value: Node) {
        if case .scalar(let scalar) = value {
            if !scalar.string.isEmpty { support = [scalar.string] }
            return
        }
        let contacts = value.sequence?.compactMap(\.scalar?.string) ?? []
        guard let sequence = value.sequence, sequence.count == contacts.count else {
            tell(
                "`support` lists people, a line each.", at: place(of: value),
                hint: "Write one a line, indented: `- Mira, on the floor until six`.")
            return
        }
        support = contacts.filter { !$0.isEmpty }
    }

    private mutating func takeKeys(_ value: Node) {
        if case .scalar(let scalar) = value, scalar.string.isEmpty { return }
        guard case .mapping(let mapping) = value else {
            tell(
                "`keys` lists commands with their keys.", at: place(of: value),
                hint: "Write one a line, indented: `retry: Ctrl-R`. `rapport --keys` lists the commands.")
            return
        }
        for (command, wanted) in mapping {
            guard case .scalar(let name) = command else {
                tell("A command has a name of letters.", at: place(of: command), code: "keys")
                continue
            }
            guard let names = keyNames(wanted) else { continue }
            keys.append(KeyWish(command: name.string, keys: names, span: place(of: command)))
        }
    }

    /// One key, or a list of them; an empty list takes all keys away.
    private mutating func keyNames(_ node: Node) -> [String]? {
        switch node {
        case .scalar(let scalar) where !scalar.string.isEmpty: return [scalar.string]
        case .sequence(let sequence):
            var names: [String] = []
            for item in sequence {
                guard case .scalar(let scalar) = item, !scalar.string.isEmpty else {
                    tell("A key is a word such as Ctrl-R.", at: place(of: item), code: "keys")
                    return nil
                }
                names.append(scalar.string)
            }
            return names
        default:
            tell(
                "A command takes a key, or a list of keys.", at: place(of: node), code: "keys",
                hint: "Write `retry: Ctrl-R` or `retry: [Ctrl-R, F5]`; `[]` takes its keys away.")
            return nil
        }
    }

    private func place(of node: Node) -> SourceSpan {
        let length = node.scalar?.string.count ?? 1
        guard let mark = node.mark else { return span(line: 1, column: 1, length: length) }
        return span(line: mark.line, column: mark.column, length: length)
    }
}
