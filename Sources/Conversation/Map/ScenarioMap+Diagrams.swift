// The map for programs that draw.
extension ScenarioMap {
    /// How many characters of an option's words stand on an arrow.
    static let labelLength = 40

    /// The map in the DOT language of Graphviz. Source: graphviz.org/doc/info/lang.html
    public var dot: String {
        var lines = [
            "digraph scenario {", "  rankdir=TB;",
            "  node [shape=box, style=rounded, fontname=\"sans-serif\", fontsize=11];",
            "  edge [fontname=\"sans-serif\", fontsize=9];",
        ]
        for node in nodes {
            var attributes = ["label=\(Self.dotQuoted(Self.title(of: node)))"]
            if node.isGroup { attributes.append("shape=diamond") }
            if node.ending != nil { attributes += ["shape=doubleoctagon", "style=\"\""] }
            if node.name == start { attributes.append("penwidth=2") }
            lines.append("  \(Self.dotQuoted([node.name])) [\(attributes.joined(separator: ", "))];")
        }
        for (index, edge) in edges.enumerated() {
            var target = edge.to
            if target == nil {
                target = "?\(index + 1)"
                lines.append("  \(Self.dotQuoted(["?\(index + 1)"])) [label=\"?\", shape=plaintext];")
            }
            var attributes: [String] = []
            let label = Self.label(of: edge)
            if !label.isEmpty { attributes.append("label=\(Self.dotQuoted(label))") }
            switch edge.way {
            case .timeout, .pause: attributes.append("style=dotted")
            case .stepBack: attributes.append("style=dashed, constraint=false")
            case .detour: attributes.append("style=dashed, dir=both")
            case .option, .jump, .member: if edge.isDetour { attributes.append("style=dashed, dir=both") }
            }
            let tail = attributes.isEmpty ? "" : " [\(attributes.joined(separator: ", "))]"
            lines.append("  \(Self.dotQuoted([edge.from])) -> \(Self.dotQuoted([target ?? "?"]))\(tail);")
        }
        return (lines + ["}"]).joined(separator: "\n") + "\n"
    }

    /// The map as a Mermaid flow chart. Source: mermaid.js.org/syntax/flowchart.html
    public var mermaid: String {
        var lines = ["flowchart TD"]
        let ids = Dictionary(nodes.enumerated().map { ($1.name, "n\($0 + 1)") }) { first, _ in first }
        for node in nodes {
            let id = ids[node.name] ?? ""
            let text = Self.mermaidQuoted(Self.title(of: node))
            lines.append(
                node.isGroup
                    ? "  \(id){\(text)}" : node.ending != nil ? "  \(id)([\(text)])" : "  \(id)[\(text)]")
        }
        for (index, edge) in edges.enumerated() {
            let from = ids[edge.from] ?? ""
            let label = Self.label(of: edge)
            let words = label.isEmpty ? "" : "|\(Self.mermaidQuoted(label))|"
            let isDotted = edge.isDetour || [.timeout, .pause, .stepBack].contains(edge.way)
            let arrow = isDotted ? "-.->" : "-->"
            if let target = edge.to.flatMap({ ids[$0] }) {
                lines.append("  \(from) \(arrow)\(words) \(target)")
            } else {
                lines.append("  \(from) \(arrow)\(words) u\(index + 1)[\"?\"]")
            }
        }
        return lines.joined(separator: "\n") + "\n"
    }

    /// What stands on a node, line by line.
    static func title(of node: Node) -> [String] {
        var lines = [node.name]
        if let moment = node.moment { lines.append(moment) }
        if let ending = node.ending {
            lines.append("ending: \(ending)" + (node.outcome.map { " (\($0.rawValue))" } ?? ""))
        }
        return lines
    }

    /// What stands on an arrow, line by line.
    static func label(of edge: Edge) -> [String] {
        var lines: [String] = []
        switch edge.way {
        case .timeout: lines.append("the clock runs out")
        case .detour: lines.append(edge.label.isEmpty ? "and back" : shortened(edge.label))
        default: if !edge.label.isEmpty { lines.append(shortened(edge.label)) }
        }
        if let condition = edge.condition { lines.append(shortened(condition)) }
        return lines
    }

    static func shortened(_ text: String, to length: Int = labelLength, ellipsis: String = "…") -> String {
        let words = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        guard words.count > length else { return words }
        return String(words.prefix(max(0, length - ellipsis.count))) + ellipsis
    }

    /// Lines as a quoted string of DOT: quotes and backslashes are escaped, lines divided by `\n`.
    private static func dotQuoted(_ lines: [String]) -> String {
        let escaped = lines.map { line in
            visible(line).flatMap { $0 == "\"" || $0 == "\\" ? ["\\", $0] : [$0] }
        }
        return "\"" + escaped.map { String($0) }.joined(separator: "\\n") + "\""
    }

    /// Lines as a quoted string of Mermaid, which knows the entity codes of HTML without their ampersand. What could be
    /// taken for markup or for the end of the string is written as such a code.
    private static func mermaidQuoted(_ lines: [String]) -> String {
        let escaped = lines.map { line in
            visible(line).map { character in
                switch character {
                case "\"", "#", "<", ">", "&", "`", "[", "]", "{", "}", "|", "\\", ";":
                    "#\(character.unicodeScalars.first?.value ?? 63);"
                default: String(character)
                }
            }.joined()
        }
        return "\"" + escaped.joined(separator: "<br/>") + "\""
    }

    /// The text without control characters.
    private static func visible(_ text: String) -> String {
        String(text.map { $0.unicodeScalars.contains { $0.properties.generalCategory == .control } ? " " : $0 })
    }
}
