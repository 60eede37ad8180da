import Terminal

import struct Yarn.Program

/// A list of nodes, narrowed by what is typed.
struct NodePicker: Sendable {
    let nodes: [Program.Node]
    private(set) var field = LineEditor(isSingleLine: true)
    private(set) var selection = ListSelection()

    init(nodes: [Program.Node]) {
        self.nodes = nodes
    }

    /// The nodes whose name or moment has the typed letters in it, whatever their case.
    var found: [Program.Node] {
        let wanted = field.value.lowercased()
        guard !wanted.isEmpty else { return nodes }
        return nodes.filter { node in
            [node.name, node.header("moment") ?? "", node.header("ending") ?? ""].contains {
                $0.lowercased().contains(wanted)
            }
        }
    }

    /// The node that the arrows point at.
    var chosen: Program.Node? {
        let found = found
        return found.indices.contains(selection.row) ? found[selection.row] : nil
    }

    mutating func move(_ action: Action) { selection.move(action, count: found.count) }

    mutating func edit(_ edit: Edit) {
        let before = field.value
        field.perform(edit)
        if field.value != before { selection = ListSelection() }
    }

    mutating func type(_ key: Key) {
        guard field.handle(key) != nil else { return }
        selection = ListSelection()
    }

    /// The list in lines, the chosen one among them.
    func lines(rows: Int, glyphs: Glyphs) -> [StyledLine] {
        let found = found
        guard !found.isEmpty else { return [StyledLine("No node has that in its name.", .muted)] }
        let first = selection.first(fitting: rows, of: found.count)
        return found.indices.dropFirst(first).prefix(rows).map { index in
            let node = found[index]
            let isChosen = index == selection.row
            var line = StyledLine(isChosen ? "\(glyphs.pointer) " : "  ", .key)
                .with(node.name, isChosen ? .selected : .text)
            if let moment = node.header("moment") { line = line.with(" \(glyphs.dot) \(moment)", .muted) }
            if let ending = node.header("ending") { line = line.with(" \(glyphs.ending) \(ending)", .warm) }
            return line
        }
    }
}
