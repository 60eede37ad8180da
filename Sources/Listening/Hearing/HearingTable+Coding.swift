/// A hearing table cannot be read.
public struct HearingTableFailure: Error, Hashable, Sendable, CustomStringConvertible {
    /// Why, a whole sentence.
    public var description: String
}

// The file: a first line that names the format, a line that counts what follows, lines of text, then the weights as bytes.
extension HearingTable {
    private static let format = "rapport hearing 1"

    /// The table as the bytes of a file.
    public func bytes() -> [UInt8] {
        var lines = [
            "source \(source)", "name \(name)", "scale \(scale.bitPattern)",
            "biases " + biases.map { String($0.bitPattern) }.joined(separator: " "),
        ]
        lines += moves.map { "\($0.harms ? "harm" : "help") \($0.id)" }
        lines += spelling.variants.sorted { $0.key < $1.key }.map {
            "variant \($0.key) \($0.value.joined(separator: " "))"
        }
        lines += lexicon.entries.sorted { $0.key < $1.key }.map { form, entry in
            "word \(form) \(entry.count)" + entry.concepts.map { " " + $0 }.joined()
        }
        let text = Array(lines.joined(separator: "\n").utf8)
        let head = Array("\(Self.format)\n\(text.count) \(weights.count)\n".utf8)
        return head + text + weights.map { UInt8(bitPattern: $0) }
    }

    /// Reads a table from the bytes of its file.
    /// - Throws: ``HearingTableFailure`` when they are no table of this version, or not all of one.
    public init(bytes: [UInt8]) throws(HearingTableFailure) {
        let broken = HearingTableFailure(
            description: "This is no hearing table of this version. `rapport listen train` makes one.")
        var lines = bytes.split(separator: UInt8(ascii: "\n"), maxSplits: 2, omittingEmptySubsequences: false)
        guard lines.count == 3, String(decoding: lines[0], as: UTF8.self) == Self.format else { throw broken }
        let body = lines.removeLast()
        let sizes = String(decoding: lines[1], as: UTF8.self).split(separator: " ").compactMap { Int($0) }
        guard sizes.count == 2, sizes[0] >= 0, sizes[1] >= 0, sizes[0] <= body.count, body.count - sizes[0] == sizes[1]
        else { throw broken }
        let text = body.prefix(sizes[0])
        var moves: [Move] = []
        var variants: [String: String] = [:]
        var words: [String: Lexicon.Entry] = [:]
        var source: String?
        var written: String?
        var scale: Float?
        var biases: [Float] = []
        for line in text.split(separator: UInt8(ascii: "\n")) {
            let parts = line.split(separator: UInt8(ascii: " ")).map { String(decoding: $0, as: UTF8.self) }
            guard parts.count > 1 else { throw broken }
            switch parts[0] {
            case "source": source = parts[1]
            case "name": written = parts[1]
            case "scale": scale = UInt32(parts[1]).map { Float(bitPattern: $0) }
            case "biases": biases = parts.dropFirst().compactMap { UInt32($0) }.map { Float(bitPattern: $0) }
            case "help", "harm": moves.append(Move(id: parts[1], harms: parts[0] == "harm"))
            case "variant": variants[parts[1]] = parts.dropFirst(2).joined(separator: " ")
            case "word":
                guard parts.count > 2, let count = Int(parts[2]) else { throw broken }
                words[parts[1]] = Lexicon.Entry(count: count, concepts: Array(parts.dropFirst(3)))
            default: throw broken
            }
        }
        guard let source, let scale, scale.isFinite, biases.allSatisfy(\.isFinite), biases.count == moves.count + 1,
            sizes[1] == Self.rows * (moves.count + 1)
        else { throw broken }
        self.init(
            moves: moves, source: source, spelling: Spelling(variants: variants), lexicon: Lexicon(words),
            weights: body.dropFirst(sizes[0]).map { Int8(bitPattern: $0) }, scale: scale, biases: biases)
        // A weight that was changed on the way would be heard with, and never be noticed.
        guard name == written else { throw broken }
    }
}
