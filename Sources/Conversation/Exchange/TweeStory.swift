import Yarn

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// A story in Twee 3, the text form of Twine stories. Source: Twee 3 Specification v3.0, Interactive Fiction Technology
/// Foundation.
///
/// Anything can be read: what does not follow the specification is read as well as can be, and remarked upon.
public struct TweeStory: Hashable, Sendable {
    /// One line of a passage.
    public struct Line: Hashable, Sendable {
        /// Its number in the file, from 1.
        public var number: Int
        /// The text.
        public var text: String
    }

    /// One passage.
    public struct Passage: Hashable, Sendable {
        /// Its name, escapes resolved.
        public var name: String
        /// Its tags.
        public var tags: [String]
        /// What its metadata say, as text.
        public var metadata: [String: String]
        /// Its text, blank lines at the end left out.
        public var lines: [Line]
        /// The line of its header, from 1.
        public var line: Int
    }

    /// Something that is not as it should be, or could not be kept.
    public struct Remark: Hashable, Sendable {
        /// The line in the file, from 1.
        public var line: Int
        /// What it is.
        public var message: String
    }

    /// The title, from the passage `StoryTitle`; empty when there is none.
    public private(set) var title = ""
    /// The story's identifier.
    public private(set) var ifid = ""
    /// The story format it was written for, such as `Harlowe`.
    public private(set) var format = ""
    /// The name of the passage that begins the story, if it says so.
    public private(set) var start: String?
    /// All passages but `StoryTitle` and `StoryData`, in the order of the file.
    public private(set) var passages: [Passage] = []
    /// What is not as the specification has it.
    public private(set) var remarks: [Remark] = []

    /// Reads a story.
    public init(parsing file: SourceFile) {
        var current: Passage?
        for (index, text) in Self.lines(of: file.text).enumerated() {
            let number = index + 1
            if text.hasPrefix("::") {
                if let current { add(current) }
                current = passage(header: String(text.dropFirst(2)), line: number)
            } else if current == nil {
                if text.contains(where: { !$0.isWhitespace }) {
                    remark(number, "This stands before the first passage and is left out.")
                }
            } else {
                current?.lines.append(Line(number: number, text: text))
            }
        }
        if let current { add(current) }
    }

    private mutating func remark(_ line: Int, _ message: String) {
        remarks.append(Remark(line: line, message: message))
    }

    private static func lines(of text: String) -> [String] {
        var lines = [""]
        var isBehindReturn = false
        for scalar in text.unicodeScalars where !(scalar == "\u{FEFF}" && lines == [""]) {
            if scalar == "\n", isBehindReturn {
                isBehindReturn = false
                continue
            }
            isBehindReturn = scalar == "\r"
            if scalar == "\n" || scalar == "\r" {
                lines.append("")
            } else {
                lines[lines.count - 1].unicodeScalars.append(scalar)
            }
        }
        return lines
    }

    // MARK: passages

    private mutating func add(_ passage: Passage) {
        var passage = passage
        while let last = passage.lines.last, last.text.allSatisfy(\.isWhitespace) { passage.lines.removeLast() }
        switch passage.name {
        case "StoryTitle":
            let words = passage.lines.flatMap { $0.text.split(whereSeparator: \.isWhitespace) }
            title = words.joined(separator: " ")
        case "StoryData": readData(passage)
        default: passages.append(passage)
        }
    }

    private struct StoryData: Decodable {
        var ifid: String?
        var format: String?
        var start: String?
    }

    private mutating func readData(_ passage: Passage) {
        let text = passage.lines.map(\.text).joined(separator: "\n")
        do {
            let data = try JSONDecoder().decode(StoryData.self, from: Data(text.utf8))
            ifid = data.ifid ?? ""
            format = data.format ?? ""
            start = data.start
        } catch {
            remark(passage.line, "The passage StoryData is not the JSON it should be, and is left out.")
        }
    }

    /// `Name [tags] {"position":"1,2"}`, what follows the colons.
    private mutating func passage(header: String, line: Int) -> Passage {
        var reader = HeaderParts(header)
        let name = reader.text(until: ["[", "{"])
        var passage = Passage(name: name, tags: [], metadata: [:], lines: [], line: line)
        if reader.next == "[" {
            let rest = reader.rest
            reader.skip()
            let tags = reader.words(until: "]")
            if reader.next == "]" {
                reader.skip()
                passage.tags = tags
            } else {
                remark(line, "The tags of this passage have no closing bracket: they are left out (\(rest)).")
            }
        }
        reader.skipBlanks()
        if reader.next == "{" {
            if let metadata = try? JSONDecoder().decode([String: TweeValue].self, from: Data(reader.rest.utf8)) {
                passage.metadata = metadata.mapValues(\.text)
            } else {
                remark(line, "The metadata of this passage are not the JSON they should be, and are left out.")
            }
        } else if reader.next != nil {
            remark(line, "This is left out: \(reader.rest)")
        }
        if passage.name.isEmpty {
            passage.name = "Passage on line \(line)"
            remark(line, "This passage has no name.")
        }
        return passage
    }
}

/// Any JSON, as text.
private enum TweeValue: Decodable {
    case text(String)

    var text: String {
        switch self {
        case .text(let text): text
        }
    }

    init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if let text = try? container.decode(String.self) {
            self = .text(text)
        } else if let truth = try? container.decode(Bool.self) {
            self = .text(truth ? "true" : "false")
        } else if let number = try? container.decode(Double.self) {
            self = .text(number == number.rounded() && abs(number) < 1e15 ? "\(Int(number))" : "\(number)")
        } else {
            self = .text("…")
        }
    }
}

/// Reads the parts of a passage's header: a backslash makes the sign behind it ordinary.
private struct HeaderParts {
    private var characters: ArraySlice<Character>

    init(_ text: String) { characters = ArraySlice(text) }

    var next: Character? { characters.first }
    var rest: String { String(characters) }

    mutating func skip() { _ = characters.popFirst() }

    mutating func skipBlanks() {
        while let next, next.isWhitespace { skip() }
    }

    /// The text up to one of the signs, trimmed.
    mutating func text(until ends: Set<Character>) -> String {
        var text = ""
        while let next, !ends.contains(next) {
            skip()
            text.append(next == "\\" ? characters.popFirst() ?? next : next)
        }
        return text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    /// The words up to the sign.
    mutating func words(until end: Character) -> [String] {
        var words = [""]
        while let next, next != end {
            skip()
            if next.isWhitespace {
                words.append("")
            } else {
                words[words.count - 1].append(next == "\\" ? characters.popFirst() ?? next : next)
            }
        }
        return words.filter { !$0.isEmpty }
    }
}
