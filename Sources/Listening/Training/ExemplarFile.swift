/// A line of a file of exemplars cannot be read.
public struct ExemplarFailure: Error, Hashable, Sendable, CustomStringConvertible {
    /// The file.
    public var file: String
    /// The line, from 1.
    public var line: Int
    /// What is wrong with it.
    public var message: String
    /// What it says, as far as that helps.
    public var excerpt: String

    /// `lines/warm.txt:12:1: There is no move …`, and the line.
    public var description: String { "\(file):\(line):1: \(message)\n    \(excerpt)" }
}

/// A file of exemplars: plain text, a line an utterance, in blocks.
///
/// `== MOVE | VOICE` begins a block; `none` and `customer` are blocks of lines that make no move. `< words` is what the customer
/// said before the one line that follows. ` ## move, move` at the end of a line names what it does besides. `#` begins a
/// comment line.
public enum ExemplarFile {
    /// Reads a file.
    /// - Throws: ``ExemplarFailure`` at the first line that cannot be read, or that names a move which is not in `moves`.
    public static func read(_ text: String, file: String, moves: Set<String>) throws(ExemplarFailure) -> [Exemplar] {
        var exemplars: [Exemplar] = []
        var block: (move: String?, isCustomers: Bool, voice: String)?
        var customer: String?
        for (index, raw) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            let line = trimmed(raw)
            func fail(_ message: String) -> ExemplarFailure {
                ExemplarFailure(file: file, line: index + 1, message: message, excerpt: String(line.prefix(120)))
            }
            func known(_ move: String) throws(ExemplarFailure) -> String {
                guard moves.contains(move) else { throw fail("There is no move `\(move)`.") }
                return move
            }
            if line.isEmpty || line.hasPrefix("# ") || line == "#" { continue }
            if line.hasPrefix("== ") {
                let parts = line.dropFirst(3).split(separator: "|", maxSplits: 1).map { String(trimmed($0)) }
                guard parts.count == 2, !parts[1].isEmpty else { throw fail("A block begins `== move | voice`.") }
                let isNone = parts[0] == "none" || parts[0] == "customer"
                block = (isNone ? nil : try known(parts[0]), parts[0] == "customer", parts[1])
                customer = nil
                continue
            }
            if line.hasPrefix("< ") {
                customer = String(line.dropFirst(2))
                continue
            }
            guard let block else { throw fail("A line stands before the first block. `== move | voice` begins one.") }
            let marks = line.firstRange(of: " ## ")
            var further: [String] = []
            if let marks {
                for name in line[marks.upperBound...].split(separator: ",") {
                    further.append(try known(String(trimmed(name))))
                }
            }
            let words = marks.map { line[..<$0.lowerBound] } ?? line
            exemplars.append(
                Exemplar(
                    text: String(words), customer: customer, move: block.move, further: further, voice: block.voice,
                    isCustomers: block.isCustomers, line: index + 1))
            customer = nil
        }
        return exemplars
    }

    private static func trimmed(_ text: Substring) -> Substring {
        var text = text
        while text.first?.isWhitespace == true { text.removeFirst() }
        while text.last?.isWhitespace == true { text.removeLast() }
        return text
    }
}
