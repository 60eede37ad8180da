import Conversation
import Room
import Yams
import Yarn

/// A small YAML file, walked by whoever knows what should be in it: every mistake is noted at its place, and the walk goes on.
struct YAMLWalk {
    /// No file that is walked is longer than this, bytes.
    static let limit = 65_536

    /// The file, to show excerpts of.
    let source: SourceFile
    /// What mistakes are called in a report.
    let code: String
    /// Where one can read what belongs in the file, and what to do where something is too long.
    var manual = "Docs/Cards.md", tooLongHint = "A card is read between two rounds. Try one thing less."
    /// Characters of a word that is broken nowhere.
    var longestWord = CardLimits.word
    /// What is wrong, and what is worth a look.
    private(set) var findings: [Diagnostic] = []

    /// Whether nothing can be made of the file.
    var isBroken: Bool { findings.contains { $0.severity == .error } }

    init(_ source: SourceFile, code: String) {
        self.source = source
        self.code = code
    }

    /// The file's top, when it is a list of names with what belongs to each; nil when it is not, and then that is noted.
    mutating func top(knows names: [String]) -> YAMLPart? {
        let root: Node?
        do {
            root = try Yams.compose(yaml: source.text)
        } catch YamlError.scanner(_, let problem, let mark, _), YamlError.parser(_, let problem, let mark, _),
            YamlError.composer(_, let problem, let mark, _)
        {
            let isDeep = problem.contains("nesting")
            tell(
                isDeep ? "This is nested too deep." : "This is no YAML: \(problem).", line: mark.line,
                column: mark.column)
            return nil
        } catch YamlError.duplicatedKeysInMapping(let keys, let context) {
            let names = keys.map { "`\($0)`" }.sorted().joined(separator: ", ")
            tell("\(names) stands here twice.", line: context.mark.line, column: context.mark.column)
            return nil
        } catch {
            tell("This is no YAML.", line: 1, column: 1)
            return nil
        }
        guard let root else {
            tell("The file is empty.", line: 1, column: 1, hint: "\(manual) shows what stands in it.")
            return nil
        }
        return part(root, called: "The file", knows: names)
    }

    /// A node as names with what belongs to each. A misspelt name would be read by nobody, so it is noted.
    mutating func part(_ node: Node, called name: String, knows names: [String]) -> YAMLPart? {
        guard let mapping = node.mapping else {
            tell("\(name) has \(Self.list(names)), each on a line of its own.", at: node)
            return nil
        }
        for (key, _) in mapping where !names.contains(key.string ?? "") {
            let word = key.string.map { String($0.prefix(40)) } ?? "?"
            tell(
                "There is no `\(word)` here.", at: key,
                hint: Spelling.nearest(to: word, in: names).map { "Did you mean `\($0)`?" }
                    ?? "There is \(Self.list(names)).")
        }
        return YAMLPart(node: node, mapping: mapping)
    }

    // MARK: What belongs to a name

    /// Words on at most `limit` characters; empty, and noted, when there are none.
    mutating func words(_ key: String, in part: YAMLPart, limit: Int, optional: Bool = false) -> String {
        guard let node = part.mapping[Node(key)] else {
            if !optional { tell("`\(key)` is missing.", at: part.node) }
            return ""
        }
        return words(node, called: key, limit: limit)
    }

    /// Several of such words.
    mutating func list(
        _ key: String, in part: YAMLPart, count: ClosedRange<Int>, limit: Int, needed: Bool = true
    ) -> [String] {
        nodes(key, in: part, count: count, needed: needed).map { words($0, called: key, limit: limit) }
    }

    /// What is listed below a name.
    mutating func nodes(_ key: String, in part: YAMLPart, count: ClosedRange<Int>, needed: Bool = true) -> [Node] {
        guard let node = part.mapping[Node(key)] else {
            if needed { tell("`\(key)` is missing.", at: part.node) }
            return []
        }
        guard let sequence = node.sequence else {
            tell("`\(key)` is a list: a line each, with a dash before it.", at: node)
            return []
        }
        guard count.contains(sequence.count) else {
            let (least, most) = (count.lowerBound, count.upperBound)
            tell("`\(key)` has \(sequence.count); it takes \(least) to \(most).", at: node)
            return []
        }
        return Array(sequence)
    }

    /// Whether a name is there at all.
    func has(_ key: String, in part: YAMLPart) -> Bool { part.mapping[Node(key)] != nil }

    /// A part below a name.
    mutating func part(_ key: String, in part: YAMLPart, knows names: [String]) -> YAMLPart? {
        guard let node = part.mapping[Node(key)] else {
            tell("`\(key)` is missing. It has \(Self.list(names)).", at: part.node)
            return nil
        }
        return self.part(node, called: "`\(key)`", knows: names)
    }

    /// A whole number; `otherwise` when the name is not there, and noted when there is no `otherwise`.
    mutating func whole(_ key: String, in part: YAMLPart, _ range: ClosedRange<Int>, otherwise: Int? = nil) -> Int {
        guard let node = part.mapping[Node(key)] else {
            if otherwise == nil { tell("`\(key)` is missing.", at: part.node) }
            return otherwise ?? range.lowerBound
        }
        guard let number = node.int, range.contains(number) else {
            tell("`\(key)` is a whole number from \(range.lowerBound) to \(range.upperBound).", at: node)
            return range.lowerBound
        }
        return number
    }

    /// One of several words; `otherwise` when the name is not there.
    mutating func choice<T: RawRepresentable<String> & CaseIterable>(
        _ key: String, in part: YAMLPart, otherwise: T
    ) -> T {
        guard let node = part.mapping[Node(key)] else { return otherwise }
        if let found = node.string.flatMap(T.init(rawValue:)) { return found }
        tell("`\(key)` is one of \(T.allCases.map(\.rawValue).joined(separator: ", ")).", at: node)
        return otherwise
    }

    /// The short name of something else in the library; nil when it is not there.
    mutating func slug(_ key: String, in part: YAMLPart) -> String? {
        guard let node = part.mapping[Node(key)] else { return nil }
        guard let slug = node.string, LibrarySlug.isSlug(slug) else {
            tell("`\(key)` is a short name: small letters, figures and hyphens.", at: node)
            return nil
        }
        return slug
    }

    private static func list(_ names: [String]) -> String { names.map { "`\($0)`" }.joined(separator: ", ") }
}

/// Names with what belongs to each, at a place of a file.
struct YAMLPart {
    let node: Node
    let mapping: Node.Mapping
}

// MARK: Words and places

extension YAMLWalk {
    /// Words as they are shown: on one line, short enough, and with nothing in them that a terminal would obey.
    mutating func words(_ node: Node, called name: String, limit: Int) -> String {
        guard let scalar = node.scalar else {
            tell("`\(name)` takes words.", at: node)
            return ""
        }
        let words = scalar.string.split(whereSeparator: \.isWhitespace)
        let text = words.joined(separator: " ")
        guard !text.isEmpty else {
            tell("`\(name)` needs words.", at: node)
            return ""
        }
        if let hidden = text.unicodeScalars.first(where: Self.isHidden) {
            let number = String(hidden.value, radix: 16, uppercase: true)
            tell("`\(name)` holds a character that shows nothing, U+\(number).", at: node, hint: "Take it out.")
            return ""
        }
        guard text.count <= limit else {
            tell(
                "`\(name)` has \(text.count) characters; there is room for \(limit).", at: node,
                hint: tooLongHint)
            return ""
        }
        if let long = words.first(where: { $0.count > longestWord }) {
            tell("`\(name)` has a word that is too long for a row: `\(long.prefix(30))…`.", at: node)
            return ""
        }
        findings += ScenarioRule.personalData(in: text, at: span(of: node))
        return text
    }

    /// Controls, marks of direction and what has no width: none of them belongs on paper either.
    private static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .surrogate, .unassigned: true
        default: false
        }
    }

    mutating func tell(_ message: String, at node: Node, hint: String? = nil) {
        findings.append(
            Diagnostic(code: code, severity: .error, message: message, span: span(of: node), hint: hint))
    }

    mutating func tell(_ message: String, line: Int, column: Int, hint: String? = nil) {
        findings.append(
            Diagnostic(
                code: code, severity: .error, message: message, span: span(line, column, length: 1), hint: hint))
    }

    private func span(of node: Node) -> SourceSpan {
        let length = node.scalar.map { $0.string.contains("\n") ? 1 : $0.string.count } ?? 1
        return span(node.mark?.line ?? 1, node.mark?.column ?? 1, length: length)
    }

    private func span(_ line: Int, _ column: Int, length: Int) -> SourceSpan {
        SourceSpan(
            file: source.name, start: SourcePosition(line: max(1, line), column: max(1, column)),
            end: SourcePosition(line: max(1, line), column: max(1, column) + max(1, length)))
    }
}
