/// Changes to a file that are made all at once: what is not changed stays byte for byte.
struct TextEdits {
    private var edits: [(range: Range<Int>, text: String)] = []

    var isEmpty: Bool { edits.isEmpty }

    /// Puts a text in the place of a range of bytes. Ranges do not overlap; of two at one place the first comes first.
    mutating func replace(_ range: Range<Int>, with text: String) {
        edits.append((range, text))
    }

    func applied(to bytes: [UInt8]) -> String {
        let order = edits.indices.sorted { left, right in
            let (first, second) = (edits[left].range.lowerBound, edits[right].range.lowerBound)
            return first == second ? left < right : first < second
        }
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count + edits.count * 16)
        var offset = 0
        for index in order {
            let edit = edits[index]
            guard edit.range.lowerBound >= offset else { continue }
            result += bytes[offset..<edit.range.lowerBound]
            result += edit.text.utf8
            offset = edit.range.upperBound
        }
        result += bytes[offset...]
        return String(decoding: result, as: UTF8.self)
    }
}

extension SourceText {
    /// The byte at a place; the inverse of `position(at:)`.
    func offset(of position: SourcePosition) -> Int {
        let line = lines[min(max(position.line - 1, 0), lines.count - 1)]
        let before = String(decoding: bytes[line], as: UTF8.self).prefix(position.column - 1)
        return line.lowerBound + before.utf8.count
    }
}

extension Program {
    /// Whether two programs do and say the same, wherever they were written; made-up line ids and, when asked, the ids and
    /// tags of lines may differ.
    func behaves(like other: Program, ignoringLineIDs: Bool = false) -> Bool {
        guard instructions == other.instructions, commands.map(\.pieces) == other.commands.map(\.pieces),
            texts == other.texts, hostFunctions == other.hostFunctions,
            onceCount == other.onceCount, viewCount == other.viewCount, lines.count == other.lines.count,
            nodes.count == other.nodes.count, variables.count == other.variables.count
        else { return false }
        func tags(_ line: Line) -> [String] {
            ignoringLineIDs ? line.tags.filter { !$0.hasPrefix("line:") } : line.tags
        }
        return zip(lines, other.lines).allSatisfy { line, twin in
            line.template == twin.template && line.pieces == twin.pieces && line.kind == twin.kind
                && line.node == twin.node && line.shadows == twin.shadows && tags(line) == tags(twin)
                && (ignoringLineIDs || line.id == twin.id)
        }
            && zip(nodes, other.nodes).allSatisfy { node, twin in
                node.name == twin.name && node.title == twin.title && node.isTracked == twin.isTracked
                    && node.isHub == twin.isHub && node.entry == twin.entry && node.query == twin.query
                    && node.headers.map { [$0.name, $0.value] } == twin.headers.map { [$0.name, $0.value] }
            }
            && zip(variables, other.variables).allSatisfy { variable, twin in
                variable.name == twin.name && variable.type == twin.type && variable.initial == twin.initial
                    && variable.isSmart == twin.isSmart && variable.entry == twin.entry
            }
    }
}
