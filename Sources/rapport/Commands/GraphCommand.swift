import ArgumentParser
import Foundation
import Interface
import Library
import Terminal

import struct Conversation.ScenarioMap
import struct Yarn.SourceFile

/// `rapport graph FILE`
struct GraphCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "graph", abstract: "Draw the map of a scenario: its nodes and the ways between them.",
        discussion: """
            On a terminal the map is drawn as text; elsewhere it is written for Graphviz, so that
            `rapport graph FILE | dot -Tsvg > map.svg` makes a picture. A scenario with mistakes has a map too.
            """)

    /// What the map is written in.
    enum Format: String, ExpressibleByArgument, CaseIterable {
        case text, dot, mermaid
    }

    @Argument(help: "A scenario's folder or file, or the short name of one that `rapport list` shows.")
    var file: String

    @Option(name: .long, help: "How it is written: text, dot (Graphviz) or mermaid.")
    var format: Format?

    @OptionGroup var content: ContentOptions

    func run() throws {
        let files: [SourceFile]
        do {
            let entries = try Surroundings(content).library.entries(named: file)
            guard let entry = entries.first, entries.count == 1 else {
                throw Words.failure(
                    "\(file) holds \(entries.count) scenarios. Name one of them: "
                        + entries.map(\.slug).joined(separator: ", ") + ".")
            }
            files = try entry.files()
        } catch let failure as LibraryFailure {
            throw Words.failure("\(failure)")
        }
        let map = ScenarioMap(files: files)
        let isTerminal = isatty(STDOUT_FILENO) == 1
        switch format ?? (isTerminal ? .text : .dot) {
        case .dot: Words.say(String(map.dot.dropLast()))
        case .mermaid: Words.say(String(map.mermaid.dropLast()))
        case .text:
            let glyphs: Glyphs = TerminalSession.isUTF8 ? .unicode : .ascii
            let pane = MapPane(map, glyphs: glyphs)
            Words.say(pane.text(columns: Self.columns).joined(separator: "\n"))
        }
    }

    /// How wide the terminal is, up to 120 cells; 80 where nothing says so.
    private static var columns: Int {
        var size = winsize()
        guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return 80 }
        return max(40, min(120, Int(size.ws_col)))
    }
}
