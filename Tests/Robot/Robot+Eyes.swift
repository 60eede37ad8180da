import Interface
import Terminal

extension Robot {
    /// Where to look.
    public enum Place: Sendable {
        /// Anywhere on the screen.
        case screen
        /// The title line.
        case firstRow
        /// Hints and short words.
        case lastRow
        /// What the coach last said, while it is on the screen.
        case coach
    }

    /// The frame as it would be drawn now.
    public var surface: Surface {
        var surface = Surface(size)
        var compositor = compositor
        compositor.draw(into: &surface, at: now)
        return surface
    }

    /// The rows of the screen, without blanks at their ends.
    public var lines: [String] {
        surface.text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    }

    /// What the screen says, whatever lines it is broken into; frames do not come between words.
    public var words: String {
        let frames: Set<Character> = ["│", "┃", "|"]
        let rows = lines.map { line in
            line.filter { !frames.contains($0) }.split(separator: " ").joined(separator: " ")
        }
        return rows.joined(separator: " ")
    }

    /// Looks for words.
    /// - Throws: ``RobotTrouble`` with the screen when they are not there.
    public func sees(_ words: String, on place: Place = .screen) throws {
        guard shows(words, on: place) else { throw trouble("“\(words)” is not on \(place).") }
    }

    /// Looks whether words are gone.
    /// - Throws: ``RobotTrouble`` with the screen when they are there.
    public func doesNotSee(_ words: String, on place: Place = .screen) throws {
        guard !shows(words, on: place) else { throw trouble("“\(words)” is on \(place).") }
    }

    /// Words are where they are looked for.
    public func shows(_ words: String, on place: Place = .screen) -> Bool {
        switch place {
        case .screen: self.words.contains(words)
        case .firstRow: lines.first?.contains(words) ?? false
        case .lastRow: lines.last?.contains(words) ?? false
        case .coach:
            self.words.contains(words) && (session?.front.feedback?.shown.text.contains(words) ?? false)
        }
    }

    func trouble(_ words: String) -> RobotTrouble {
        RobotTrouble(description: words + "\n" + lines.joined(separator: "\n"))
    }
}
