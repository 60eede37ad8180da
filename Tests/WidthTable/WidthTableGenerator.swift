#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// Writes `Sources/Terminal/WidthTable+Runs.swift` from the Unicode Character Database.
///
/// `swift run width-table FOLDER > Sources/Terminal/WidthTable+Runs.swift`, where FOLDER holds the database as Unicode
/// publishes it (or as Debian's `unicode-data` installs it): EastAsianWidth.txt, extracted/DerivedGeneralCategory.txt and
/// emoji/emoji-data.txt, formats after UAX #44 and UTS #51.
@main struct WidthTableGenerator {
    static func main() {
        guard CommandLine.arguments.count == 2 else {
            fail("usage: width-table FOLDER, the folder of the Unicode Character Database")
        }
        let folder = CommandLine.arguments[1]
        let widths = PropertyFile(folder + "/EastAsianWidth.txt")
        let categories = PropertyFile(folder + "/extracted/DerivedGeneralCategory.txt")
        let emoji = PropertyFile(folder + "/emoji/emoji-data.txt")
        var kinds = [Kind](repeating: .narrow, count: 0x11_0000)
        widths.each { range, value in if value == "W" || value == "F" { fill(&kinds, range, .wide) } }
        emoji.each { range, value in
            guard value == "Emoji" || value == "Emoji_Presentation" else { return }
            for scalar in range where scalar >= 0x80 {
                kinds[scalar] = kinds[scalar] == .wide || kinds[scalar] == .wideEmoji ? .wideEmoji : .narrowEmoji
            }
        }
        var assigned = [Bool](repeating: false, count: 0x11_0000)
        categories.each { range, value in
            if value != "Cn" { for scalar in range { assigned[scalar] = true } }
            switch value {
            case "Mn", "Me": fill(&kinds, range, .mark)
            case "Cf": fill(&kinds, range, .dropped)
            case "Co", "Cs": fill(&kinds, range, .unknown)
            default: break
            }
        }
        for scalar in kinds.indices where !assigned[scalar] { kinds[scalar] = .unknown }
        for range in conjoining { for scalar in range where assigned[scalar] { kinds[scalar] = .mark } }
        for range in invisible { fill(&kinds, range, .dropped) }
        print(source(kinds, version: widths.version), terminator: "")
    }

    /// What a scalar does to a row of cells; the numbers are those of `WidthTable.Kind`.
    enum Kind: Int { case narrow, wide, mark, dropped, unknown, narrowEmoji, wideEmoji }

    /// Vowels and finals of Hangul that join the syllable before them.
    private static let conjoining = [0x1160...0x11FF, 0xD7B0...0xD7FB]

    /// No format characters, yet nothing to see: the grapheme joiner, fillers, variation selectors, vowels of Khmer that
    /// are never drawn.
    private static let invisible = [
        0x034F...0x034F, 0x115F...0x1160, 0x17B4...0x17B5, 0x180B...0x180F, 0x3164...0x3164, 0xFE00...0xFE0F,
        0xFFA0...0xFFA0, 0xE0100...0xE01EF,
    ]

    private static func fill(_ kinds: inout [Kind], _ range: ClosedRange<Int>, _ kind: Kind) {
        for scalar in range { kinds[scalar] = kind }
    }

    private static func source(_ kinds: [Kind], version: String) -> String {
        var runs: [String] = []
        for scalar in kinds.indices where scalar == 0 || kinds[scalar] != kinds[scalar - 1] {
            runs.append("0x" + String(scalar << 3 | kinds[scalar].rawValue, radix: 16, uppercase: true) + ",")
        }
        var lines: [String] = []
        var line = ""
        for run in runs {
            if line.utf8.count + run.utf8.count + 9 > 120 {
                lines.append(line)
                line = ""
            }
            line += (line.isEmpty ? "" : " ") + run
        }
        lines.append(line)
        return """
            // Made by `width-table` (Tests/WidthTable) from EastAsianWidth, DerivedGeneralCategory and emoji-data of
            // Unicode \(version). Do not edit: run the generator anew.

            extension WidthTable {
                /// The edition of Unicode the runs were taken from.
                static let unicodeVersion = "\(version)"

                /// Where each run of scalars of one kind begins: the scalar times 8, plus the kind.
                static let runs: [UInt32] = [

            """ + lines.map { "        \($0)\n" }.joined() + "    ]\n}\n"
    }

    static func fail(_ words: String) -> Never {
        _ = (words + "\n").withCString { write(2, $0, strlen($0)) }
        exit(2)
    }
}

/// A file of `FIRST..LAST ; value # remark` lines.
struct PropertyFile {
    /// The edition that the file's first line names, such as 17.0.0.
    let version: String
    private let lines: [Substring]

    init(_ path: String) {
        guard let data = FileManager.default.contents(atPath: path) else {
            WidthTableGenerator.fail("\(path) cannot be read")
        }
        let text = String(decoding: data, as: UTF8.self)
        lines = text.split(separator: "\n")
        let name = lines.first.map(String.init) ?? ""
        let edition = name.split(separator: "-").last.map { $0.split(separator: ".").prefix { Int($0) != nil } } ?? []
        version = edition.joined(separator: ".")
    }

    func each(_ take: (ClosedRange<Int>, String) -> Void) {
        for line in lines {
            let fields = line.prefix { $0 != "#" }.split(separator: ";").map { $0.filter { $0 != " " } }
            guard fields.count >= 2, let first = Int(fields[0].prefix { $0 != "." }, radix: 16) else { continue }
            let last = Int(fields[0].reversed().prefix { $0 != "." }.reversed().map(String.init).joined(), radix: 16)
            take(first...max(first, last ?? first), fields[1])
        }
    }
}
