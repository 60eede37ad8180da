import Conversation
import Terminal

/// The map of a scenario for a terminal: layer by layer from the first node, every way with where it leads.
///
/// A way that leads back to where one has been is marked; so are endings, and nodes that nothing leads to.
public struct MapPane {
    private let map: ScenarioMap
    private let glyphs: Glyphs
    private let reaches: [String: Set<String>]

    /// A drawing of a map.
    public init(_ map: ScenarioMap, glyphs: Glyphs) {
        self.map = map
        self.glyphs = glyphs
        reaches = map.reaches
    }

    /// The map in lines of at most `columns` cells.
    public func text(columns: Int) -> [String] {
        lines(columns: columns).map { line in
            String(repeating: " ", count: line.indent) + line.runs.map(\.text).joined()
        }
    }

    /// The same, in roles.
    func lines(columns: Int) -> [StyledLine] {
        let layers = map.layers
        let names = map.nodes.map { DisplayText.width(of: $0.name) }.max() ?? 0
        let room = min(names, max(12, columns / 3))
        var lines: [StyledLine] = []
        for (depth, layer) in layers.enumerated() {
            if depth > 0 { lines.append(rule("\(depth)", columns: columns)) }
            for (index, node) in layer.enumerated() {
                if index > 0 { lines.append(StyledLine()) }
                lines += self.lines(of: node, columns: columns, names: room)
            }
        }
        let strays = map.strays
        if !strays.isEmpty {
            lines.append(rule("nothing leads here", columns: columns))
            for (index, node) in strays.enumerated() {
                if index > 0 { lines.append(StyledLine()) }
                lines += self.lines(of: node, columns: columns, names: room)
            }
        }
        return lines
    }

    private func rule(_ title: String, columns: Int) -> StyledLine {
        let dash = String(glyphs.lines.horizontal)
        let head = "\(dash)\(dash) \(title) "
        let rest = max(0, columns - DisplayText.width(of: head))
        return StyledLine(head + String(repeating: dash, count: rest), .border)
    }

    private func lines(of node: ScenarioMap.Node, columns: Int, names: Int) -> [StyledLine] {
        var head = StyledLine(cut(node.name, names), .strong)
        func add(_ text: String, _ role: Role) {
            let room = columns - head.columns - 3
            guard room > 6 else { return }
            head = head.with(" \(glyphs.dot) ", .muted).with(cut(text, room), role)
        }
        if let moment = node.moment { add(moment, .text) }
        if node.isGroup { add("one of these", .muted) }
        if let ending = node.ending {
            let outcome = node.outcome.map { " (\($0.rawValue))" } ?? ""
            add("\(glyphs.ending) \(ending)\(outcome)", .warm)
        }
        let edges = map.edges(from: node.name)
        return [head]
            + edges.enumerated().map { index, edge in
                row(edge, isLast: index == edges.count - 1, columns: columns, names: names)
            }
    }

    private func row(_ edge: ScenarioMap.Edge, isLast: Bool, columns: Int, names: Int) -> StyledLine {
        let tee = isLast ? glyphs.lines.bottomLeft : glyphs.lines.leftTee
        let isBack = edge.to.map { $0 == edge.from || reaches[$0]?.contains(edge.from) == true } ?? false
        let sign = isBack ? glyphs.back : glyphs.arrow
        let width = columns - 4 - names - 3
        let words = cut(self.words(edge), width)
        let pad = String(repeating: " ", count: max(0, width - DisplayText.width(of: words)))
        let signPad = String(repeating: " ", count: max(0, 2 - DisplayText.width(of: sign)))
        return StyledLine("\(tee)\(glyphs.lines.horizontal) ", .border)
            .with(words + pad, edge.way == .option ? .text : .muted)
            .with(" \(sign)\(signPad) ", .border).with(cut(edge.to ?? "?", names), edge.to == nil ? .urgent : .agent)
    }

    private func words(_ edge: ScenarioMap.Edge) -> String {
        var words =
            switch edge.way {
            case .timeout: "the clock runs out"
            case .member: "when chosen"
            case .jump: edge.label.isEmpty ? "goes on" : edge.label
            case .detour: edge.label.isEmpty ? "goes aside, and back" : edge.label
            case .option, .pause, .stepBack: edge.label
            }
        if edge.isDetour, edge.way != .detour { words = "aside: \(words)" }
        if let condition = edge.condition {
            words = condition + (edge.way == .jump || edge.way == .member ? "" : ": \(words)")
        }
        return words
    }

    private func cut(_ text: String, _ columns: Int) -> String {
        DisplayText.truncated(text, columns: max(1, columns), ellipsis: glyphs.lines.ellipsis)
    }
}
