import PseudoTerminal

/// What a practice screen waits for.
enum Stage: Equatable {
    /// A line is on its way.
    case waiting
    /// The coach's word is being read.
    case popUp
    /// Replies can be said.
    case open
    /// A mail can be sent.
    case send
    /// The conversation has ended.
    case over
    /// Something else is on the screen.
    case elsewhere
}

extension PtySession {
    /// What the screen waits for.
    var stage: Stage {
        let text = screen.text
        if text.contains("Enter go on") { return .popUp }
        if text.contains("Enter brings the next line at once.") && !text.contains("Let it arrive") { return .waiting }
        if text.contains("Enter sends it.") { return .send }
        if text.contains("This conversation is over.") { return .over }
        let footer = screen.lines.last ?? ""
        if footer.contains("1-9 say") || footer.contains("Say one with its number") { return .open }
        return .elsewhere
    }

    /// The reply clock on the screen, in seconds; nil while none is shown.
    var clockShown: Int? { Self.clock(after: ["reply ", "Reply   "], in: screen.text) }

    /// The first `m:ss` that stands after one of these words, in seconds.
    static func clock(after words: [String], in text: String) -> Int? {
        for word in words {
            for tail in text.split(separator: word, omittingEmptySubsequences: false).dropFirst() {
                let parts = tail.prefix { $0.isNumber || $0 == ":" }.split(separator: ":").compactMap { Int($0) }
                if parts.count == 2 { return parts[0] * 60 + parts[1] }
            }
        }
        return nil
    }

    /// Takes in the frame that is being written, to its end.
    func settle() {
        while true {
            let before = raw.count
            if !wait(timeout: 0.02, until: { $0.raw.count > before }) { return }
        }
    }

    /// Waits until a text is on the screen, and the frame it came with is whole.
    func see(_ text: String, timeout: Double = 60) throws {
        try wait(for: text, timeout: timeout)
        settle()
    }

    /// Presses keys and takes in what they change.
    func press(_ keys: String) {
        let before = raw.count
        send(keys)
        wait(timeout: 2) { $0.raw.count > before }
        settle()
    }

    /// Presses keys and waits for what they bring.
    func press(_ keys: String, for text: String) throws {
        send(keys)
        try see(text)
    }

    /// Presses the key of a reply and waits until it is said: the moment's number changes, or no moment is open.
    func say(_ key: String) {
        let title = screen.lines[0]
        send(key)
        wait { $0.screen.lines[0] != title || $0.stage != .open }
        settle()
    }

    /// What the screen says, whatever lines it is broken into.
    var words: String {
        screen.lines.map { $0.split(separator: " ").joined(separator: " ") }.joined(separator: " ")
    }

    /// Presses Enter through lines and the coach's words until something can be said, sent or looked back on.
    @discardableResult
    func reachMoment(stopping: Set<Stage> = [.open, .send, .over]) throws -> Stage {
        for _ in 0..<200 {
            wait { $0.stage != .elsewhere || $0.status != nil }
            let stage = stage
            if stopping.contains(stage) { return stage }
            guard stage != .elsewhere else { break }
            press("\r")
        }
        throw PtyFailureText("no moment came (status \(status.map(String.init) ?? "none"))\n\(screen.text)")
    }
}

/// A failure of a test's own, with the screen as it was.
struct PtyFailureText: Error, CustomStringConvertible {
    var description: String
    init(_ description: String) { self.description = description }
}
