import PseudoTerminal
import Testing

@testable import Terminal

#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// Where Unicode's own files are, if they are: as Debian's `unicode-data` installs them, or where a variable says.
private let unicodeFiles: String = {
    let named = getenv("RAPPORT_UNICODE_DATA").map { String(cString: $0) } ?? "/usr/share/unicode"
    return access(named + "/EastAsianWidth.txt", R_OK) == 0 ? named : ""
}()

private let tmux: String? = ["/usr/bin/tmux", "/usr/local/bin/tmux", "/opt/homebrew/bin/tmux"].first { (path: String) in
    access(path, X_OK) == 0
}

@Suite struct WidthTests {
    /// `FIRST..LAST ; value` lines of a file of the Unicode Character Database.
    private func property(_ name: String) -> (version: String, values: [UInt32: String]) {
        let lines = contents(of: "\(unicodeFiles)/\(name)").split(separator: "\n")
        var values: [UInt32: String] = [:]
        for line in lines {
            let fields = line.prefix { $0 != "#" }.split(separator: ";").map { $0.filter { $0 != " " } }
            let ends = fields.first.map { $0.split(separator: ".").compactMap { UInt32($0, radix: 16) } } ?? []
            guard fields.count >= 2, let first = ends.first, let last = ends.last else { continue }
            for scalar in first...last { values[scalar] = fields[1] }
        }
        let version = lines.first?.split(separator: "-").last?.prefix { $0 == "." || $0.isNumber }.dropLast() ?? ""
        return (String(version), values)
    }

    @Test(.enabled(if: !unicodeFiles.isEmpty)) func widthsAreThoseOfUnicodesOwnFiles() {
        let (version, widths) = property("EastAsianWidth.txt")
        let categories = property("extracted/DerivedGeneralCategory.txt").values
        let exceptions: Set<UInt32> = [0x34F, 0x115F, 0x1160, 0x3164, 0xFFA0]
        var differences: [UInt32] = []
        for value in UInt32(0xA0)...0x10FFFF {
            guard let scalar = Unicode.Scalar(value), let category = categories[value], !exceptions.contains(value)
            else {
                continue
            }
            let isJamo = (0x1160...0x11FF).contains(value) || (0xD7B0...0xD7FB).contains(value)
            let expected: Int
            switch category {
            case "Cn", "Co": continue
            case "Mn", "Me", "Cf": expected = 0
            default: expected = isJamo ? 0 : ["W", "F"].contains(widths[value] ?? "N") ? 2 : 1
            }
            if DisplayText.width(of: scalar) != expected { differences.append(value) }
        }
        // Another edition differs in a few dozen signs that became wide, such as the hexagrams in 16.0.
        let allowed = version == DisplayText.unicodeVersion ? 0 : 200
        #expect(differences.count <= allowed, "\(version): \(differences.prefix(20).map { String($0, radix: 16) })")
    }

    @Test(.enabled(if: !unicodeFiles.isEmpty)) func everyEmojiOfUnicodesListIsOneSign() {
        var count = 0
        for line in contents(of: "\(unicodeFiles)/emoji/emoji-test.txt").split(separator: "\n") where line.first != "#"
        {
            var text = String.UnicodeScalarView()
            for code in line.prefix(while: { $0 != ";" }).split(separator: " ") {
                if let scalar = UInt32(code, radix: 16).flatMap(Unicode.Scalar.init) { text.append(scalar) }
            }
            count += 1
            let width = DisplayText.width(of: String(text))
            #expect((1...2).contains(width), "\(line)")
        }
        #expect(count > 3000)
    }

    @Test(.enabled(if: !unicodeFiles.isEmpty)) func textIsOnlyCutWhereUnicodesTestsAllowIt() {
        let lines = contents(of: "\(unicodeFiles)/auxiliary/GraphemeBreakTest.txt").split(separator: "\n")
        var count = 0
        for line in lines where line.hasPrefix("÷") {
            var text = String.UnicodeScalarView()
            for code in line.prefix(while: { $0 != "#" }).split(whereSeparator: { " ÷×\t".contains($0) }) {
                if let scalar = UInt32(code, radix: 16).flatMap(Unicode.Scalar.init) { text.append(scalar) }
            }
            let whole = Array(DisplayText.sanitised(String(text)))
            for columns in 0...6 {
                let cut = DisplayText.truncated(String(text), columns: columns, ellipsis: "")
                #expect(Array(cut) == Array(whole.prefix(cut.count)), "\(line)")
            }
            count += 1
        }
        #expect(count > 500)
    }

    @Test func marksFitIntoCellsAndComeOutAgain() {
        var marks = 0
        for value in UInt32(0x300)...0xE01EF {
            guard let scalar = Unicode.Scalar(value), WidthTable.kind(scalar) == .mark else { continue }
            marks += 1
            let number = WidthTable.markNumber(scalar)
            #expect((1...4095).contains(number) && WidthTable.mark(number) == scalar)
        }
        #expect(marks > 2000)
        #expect(MemoryLayout<Cell>.stride == 8)
        var cell = Cell("日", style: 65_535, width: 2)
        cell.add(mark: "\u{302B}")
        cell.add(mark: "\u{1E94A}")
        #expect(cell.text == "日\u{302B}\u{1E94A}" && cell.style == 65_535 && cell.width == 2)
    }

    /// What our columns are worth: a multiplexer with its own idea of widths shows every row as long as we believe it is.
    @Test(.enabled(if: tmux != nil), .timeLimit(.minutes(15))) func tmuxShowsEveryRowAsLongAsWeThink() throws {
        guard let tmux else { return }
        let folder = try TemporaryFile()
        let name = "rapport-\(getpid())"
        let common = ["-u", "-L", name, "-f", "/dev/null"]
        let environment = ["TMUX_TMPDIR": "/tmp", "PROBE": folder.path]
        let start = try PtySession(
            tmux, common + ["new-session", "-d", "-x", "60", "-y", "30", "\(probe) --page"], env: environment)
        #expect(start.waitExit() == 0)
        defer {
            let end = try? PtySession(tmux, common + ["kill-server"], env: environment)
            _ = end?.waitExit()
        }
        var rows: [Substring] = []
        for _ in 0..<200 where !rows.contains(where: { $0.hasPrefix("page-end") }) {
            let look = try PtySession(tmux, common + ["capture-pane", "-p"], env: environment, rows: 40, columns: 200)
            _ = look.waitExit()
            rows = look.transcript.split(separator: "\r\n", omittingEmptySubsequences: false)
        }
        var compared = 0
        for row in rows {
            guard let bar = row.lastIndex(of: "|"), let column = Int(row[row.index(after: bar)...]) else { continue }
            #expect(DisplayText.width(of: String(row[..<bar])) == column, "\(row)")
            compared += 1
        }
        #expect(compared == 20, "\(rows.joined(separator: "\n"))")
    }
}
