extension DisplayText {
    /// The text in lines of at most `columns`, sanitised.
    ///
    /// Breaks at newlines, then between words and between wide characters, as late as possible; a word longer than a line
    /// is cut between clusters. Spaces at a break are dropped, spaces at the start of a paragraph kept. Empty text is one
    /// empty line. `columns` below 1 counts as 1; a cluster wider than a whole line is shown as U+FFFD.
    public static func wrapped(_ text: String, columns: Int) -> [String] {
        WrappingMemory.shared.withLock { $0.lines(of: text, columns: max(1, columns), wrap: wrap) }
    }

    private static func wrap(_ text: String, columns: Int) -> [String] {
        let spaced =
            text.utf8.contains(0x09)
            ? String(String.UnicodeScalarView(text.unicodeScalars.map { $0 == "\t" ? " " : $0 })) : text
        var lines: [String] = []
        for paragraph in sanitised(spaced, keepingNewlines: true).split(
            separator: "\n", omittingEmptySubsequences: false)
        {
            if paragraph.utf8.count <= columns, paragraph.utf8.allSatisfy({ $0 < 0x80 }) {
                lines.append(String(trimmedEnd(paragraph)))
            } else {
                wrap(paragraph, columns: columns, into: &lines)
            }
        }
        return lines
    }

    /// A stretch of text that stays together, with the spaces before it.
    private struct Word {
        var spaces = 0
        var clusters: [(text: Character, width: Int)] = []
        var width = 0

        mutating func add(_ cluster: Character, _ columns: Int) {
            clusters.append((cluster, columns))
            width += columns
        }
    }

    private static func wrap(_ paragraph: Substring, columns: Int, into lines: inout [String]) {
        var line = ""
        var used = 0
        for word in words(of: paragraph, columns: columns) {
            let isFirst = used == 0
            if used + word.spaces + word.width <= columns {
                line += String(repeating: " ", count: word.spaces)
                used += word.spaces
            } else if !isFirst {
                lines.append(line)
                (line, used) = ("", 0)
            }
            for cluster in word.clusters {
                if used + cluster.width > columns {
                    lines.append(line)
                    (line, used) = ("", 0)
                }
                line.append(cluster.text)
                used += cluster.width
            }
        }
        lines.append(line)
    }

    private static func words(of paragraph: Substring, columns: Int) -> [Word] {
        var words: [Word] = []
        var word = Word()
        var lastWasWide = false
        func ends(with cluster: Character, wide: Bool) -> Bool {
            (wide || lastWasWide) && !word.clusters.isEmpty && !closing.contains(cluster)
        }
        for cluster in paragraph {
            if cluster == " " {
                if !word.clusters.isEmpty {
                    words.append(word)
                    word = Word()
                }
                word.spaces += 1
                lastWasWide = false
                continue
            }
            let width = measured(String(cluster))
            // What takes no column sits on what stands before it.
            if width > 0, ends(with: cluster, wide: width >= 2) {
                words.append(word)
                word = Word()
            }
            if width > columns { word.add("\u{FFFD}", 1) } else { word.add(cluster, width) }
            if width > 0 { lastWasWide = width >= 2 }
        }
        if !word.clusters.isEmpty { words.append(word) }
        return words
    }

    /// Signs that must not begin a line in East Asian text, nor be parted from a word in any other.
    private static let closing: Set<Character> = [
        "、", "。", "，", "．", "！", "？", "：", "；", "」", "』", "）", "】", "〉", "》", "ー", "…", ",", ".", "!", "?", ":", ";",
        ")",
        "]", "}", "”", "’", "»",
    ]

    private static func trimmedEnd(_ text: Substring) -> Substring {
        var end = text.endIndex
        while end > text.startIndex, text[text.index(before: end)] == " " { end = text.index(before: end) }
        return text[..<end]
    }
}
