import Testing

@testable import Interface
@testable import Terminal

/// A scene on paper: at four sizes what a person sees, what role each piece has, what ASCII changes.
///
/// Cells carry roles and no colours, so that a theme changes none of them: text and roles are kept once, and each role is
/// said with how monochrome shows it.
enum Sheet {
    static let sizes = [(60, 16), (80, 24), (120, 40), (200, 60)]

    static func text(_ scene: Scene) -> String {
        sizes.map { columns, rows in page(scene, columns: columns, rows: rows) }.joined()
    }

    private static func page(_ scene: Scene, columns: Int, rows: Int) -> String {
        let calm = scene.picture(columns: columns, rows: rows)
        let mono = scene.picture(columns: columns, rows: rows, theme: .monochrome)
        let ascii = scene.picture(columns: columns, rows: rows, theme: .monochrome, glyphs: .ascii)
        #expect(calm.surface == mono.surface, "\(scene) at \(columns)×\(rows): a theme changes more than colours")
        let changed = zip(calm.lines, ascii.lines).enumerated().filter { $1.0 != $1.1 }
        #expect(ascii.lines.allSatisfy { $0.utf8.allSatisfy { (0x20..<0x7F).contains($0) } }, "\(scene) in ASCII")
        return "════ \(columns)×\(rows) ════\n" + folded(calm.text) + "──── roles, and how monochrome shows them ────\n"
            + roles(calm.surface) + "──── the rows that ASCII changes ────\n"
            + gathered(changed.map { ($0, $1.1) })
    }

    /// Four or more rows alike are kept as the first of them and their number.
    private static func folded(_ text: String) -> String {
        var rows: [(text: String, count: Int)] = []
        for row in text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) {
            if rows.last?.text == row { rows[rows.count - 1].count += 1 } else { rows.append((row, 1)) }
        }
        return rows.flatMap { row, count in
            count < 4 ? Array(repeating: row, count: count) : [row, "⋮ and \(count - 1) rows more like it"]
        }.joined(separator: "\n")
    }

    /// Rows that follow each other and say the same are kept once: `12–33 border 0`.
    private static func gathered(_ rows: [(row: Int, words: String)]) -> String {
        var kept: [(from: Int, to: Int, words: String)] = []
        for (row, words) in rows {
            if let last = kept.last, last.words == words, last.to == row - 1 {
                kept[kept.count - 1].to = row
            } else {
                kept.append((row, row, words))
            }
        }
        return kept.map { from, to, words in
            (from == to ? pad(from) : "\(from)–\(to)") + " " + words + "\n"
        }.joined()
    }

    private static func pad(_ row: Int) -> String { (row < 10 ? " " : "") + String(row) }

    /// Row by row: `title 1–23` for each piece that is no plain text; then what monochrome makes of the roles.
    private static func roles(_ surface: Surface) -> String {
        var used: Set<UInt16> = []
        var rows: [(row: Int, words: String)] = []
        for row in 0..<surface.size.rows {
            var pieces: [(role: UInt16, from: Int, to: Int)] = []
            for column in 0..<surface.size.columns {
                let cell = surface[Point(column: column, row: row)]
                let role = cell.style.rawValue
                // A blank shows its role only where that is reversed or has a background of its own.
                guard role != 0, !cell.isBlank || role == Role.selected.rawValue || role >= Role.heat0.rawValue else {
                    continue
                }
                let isNear = pieces.last.map { $0.role == role && column - $0.to <= 2 } ?? false
                if isNear { pieces[pieces.count - 1].to = column } else { pieces.append((role, column, column)) }
                used.insert(role)
            }
            guard !pieces.isEmpty else { continue }
            let words = pieces.map { piece in
                "\(name(piece.role)) \(piece.from)" + (piece.to > piece.from ? "–\(piece.to)" : "")
            }
            rows.append((row, words.joined(separator: ", ")))
        }
        let shown = used.sorted().map { "\(name($0)) \(look($0))" }.joined(separator: ", ")
        return gathered(rows) + (shown.isEmpty ? "" : "(\(shown))\n")
    }

    private static func name(_ role: UInt16) -> String { Role(rawValue: role).map { "\($0)" } ?? "?" }

    private static func look(_ role: UInt16) -> String {
        let attributes = Theme.monochrome.styles[Int(role)].attributes
        let all: [(Attributes, String)] = [
            (.bold, "bold"), (.dim, "dim"), (.underline, "underlined"), (.reverse, "reversed"), (.italic, "slanted"),
        ]
        let words = all.filter { attributes.contains($0.0) }.map(\.1)
        return words.isEmpty ? "plain" : words.joined(separator: "+")
    }
}
