import Foundation
import Interface
import Testing

@testable import Terminal

/// A screen as text: what a person sees, row by row, without styles.
struct Picture {
    let surface: Surface

    init(_ screen: any Screen, columns: Int, rows: Int, glyphs: Glyphs = .unicode, at now: Uptime) {
        var compositor = Compositor(look: Look(theme: .calm, glyphs: glyphs))
        compositor.push(screen, at: now)
        self.init(compositor, columns: columns, rows: rows, glyphs: glyphs, at: now)
    }

    init(_ compositor: Compositor, columns: Int, rows: Int, glyphs: Glyphs = .unicode, at now: Uptime) {
        var compositor = compositor
        compositor.look.glyphs = glyphs
        var surface = Surface(Size(columns: columns, rows: rows))
        compositor.draw(into: &surface, at: now)
        // What a terminal without UTF-8 gets.
        self.surface = glyphs == .ascii ? surface.transliterated() : surface
    }

    var lines: [String] {
        (0..<surface.size.rows).map { row in
            var line = ""
            for column in 0..<surface.size.columns { line += surface[Point(column: column, row: row)].text }
            while line.last == " " { line.removeLast() }
            return line
        }
    }

    /// The rows, and where the cursor stands.
    var text: String {
        let cursor = surface.cursor.map { "cursor \($0.column),\($0.row)" } ?? "no cursor"
        return lines.joined(separator: "\n") + "\n(\(cursor))\n"
    }

    func contains(_ words: String) -> Bool { lines.contains { $0.contains(words) } }

    /// Holds the picture against the one that is kept. With RAPPORT_UPDATE_SNAPSHOTS=1 it is kept anew, never in CI.
    func expectKept(as name: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
        try Kept.expect(text, as: name, sourceLocation: sourceLocation)
    }
}

/// Texts that are kept to be held against.
enum Kept {
    static func expect(_ text: String, as name: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
        let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Snapshots")
        let file = folder.appendingPathComponent(name + ".txt")
        let environment = ProcessInfo.processInfo.environment
        if environment["RAPPORT_UPDATE_SNAPSHOTS"] == "1", environment["CI"] == nil {
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            try Data(text.utf8).write(to: file)
        }
        let kept = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
        #expect(
            kept == text, "\(name)\n── kept ──\n\(kept)── now ──\n\(text)", sourceLocation: sourceLocation)
    }
}
