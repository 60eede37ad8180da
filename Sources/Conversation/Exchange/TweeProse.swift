/// What a passage says: its prose, its links, and what of its story format cannot be carried over.
struct TweeProse {
    /// A way on.
    struct Link: Hashable {
        var text: String
        var target: String
        var line: Int
    }

    /// Prose, a line of the passage each.
    private(set) var lines: [String] = []
    private(set) var links: [Link] = []
    private(set) var remarks: [TweeStory.Remark] = []
    private let format: String
    private var line = 0
    private var output = ""
    /// Whether the line says anything beside its links.
    private var hasOwnWords = false
    /// Closing signs that do not come any more in this line.
    private var absent: Set<String> = []
    private var rest: ArraySlice<Character> = []

    init(of passage: TweeStory.Passage, format: String) {
        self.format = format.lowercased()
        var lines = passage.lines[...]
        if self.format == "chapbook", let end = lines.firstIndex(where: { $0.text == "--" }) {
            remark(lines.first?.number ?? passage.line, "The variables of this passage are not carried over.")
            lines = lines[(end + 1)...]
        }
        var pending = ""
        for (index, next) in zip(lines.indices, lines) {
            if pending.isEmpty { line = next.number }
            pending += (pending.isEmpty ? "" : " ") + next.text
            // A macro may go on over several lines.
            let following = lines[(index + 1)...].prefix(20)
            if Self.isOpen(pending), pending.utf8.count < 4_000, following.contains(where: { $0.text.contains(">>") }) {
                continue
            }
            read(pending)
            pending = ""
        }
    }

    private mutating func remark(_ line: Int, _ message: String) {
        remarks.append(TweeStory.Remark(line: line, message: message))
    }

    private static func isOpen(_ text: String) -> Bool {
        guard let open = text.ranges(of: "<<").last else { return false }
        return text[open.upperBound...].firstRange(of: ">>") == nil
    }

    // MARK: a line

    private mutating func read(_ text: String) {
        output = ""
        hasOwnWords = false
        absent = []
        rest = ArraySlice(text)
        if format == "chapbook", text.hasPrefix("["), !text.hasPrefix("[["), text.hasSuffix("]") {
            remark(line, "The modifier \(text) is not carried over.")
            return
        }
        var hooks = 0
        var hasEmphasis = false
        while let next = rest.first {
            if next == "[", rest.dropFirst().first == "[" {
                readLink()
            } else if next == "<", rest.dropFirst().first == "<" {
                readMacro(from: "<<", to: ">>")
            } else if next == "<", rest.dropFirst().first == "%" {
                readMacro(from: "<%", to: "%>")
            } else if next == "<", let tag = tag() {
                rest = rest.dropFirst(tag.count)
                if !tag.hasPrefix("</") {
                    remark(line, "The HTML tag \(tag) is not carried over; the words in it stay.")
                }
            } else if isEmphasis(next) {
                rest = rest.dropFirst(2)
                hasEmphasis = true
            } else if next == "(", let name = macroName() {
                hooks += readCall(name) ? 1 : 0
            } else if next == "]", hooks > 0 {
                hooks -= 1
                rest.removeFirst()
            } else if next == "$", rest.dropFirst().first?.isLetter == true {
                readVariable()
            } else {
                output.append(next)
                hasOwnWords = hasOwnWords || next.isLetter || next.isNumber
                rest.removeFirst()
            }
        }
        if hasEmphasis { remark(line, "Emphasis is not carried over; the words in it stay.") }
        let words = output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        let hasLinks = links.last?.line == line
        if hasLinks ? hasOwnWords : !words.isEmpty { lines.append(words) }
    }

    /// `[[text]]`, `[[text->target]]`, `[[target<-text]]`, `[[text|target]]`, and any of them with `][$x to 1]]` behind.
    private mutating func readLink() {
        guard let whole = take(upTo: "]]") else {
            output += "[["
            rest = rest.dropFirst(2)
            return
        }
        var inner = String(whole.dropFirst(2).dropLast(2))
        if let setter = inner.firstRange(of: "][") {
            remark(line, "What the link does to variables is not carried over: \(inner[setter.upperBound...])")
            inner = String(inner[..<setter.lowerBound])
        }
        var label = inner
        var target = inner
        if let arrow = inner.ranges(of: "->").last {
            label = String(inner[..<arrow.lowerBound])
            target = String(inner[arrow.upperBound...])
        } else if let arrow = inner.firstRange(of: "<-") {
            target = String(inner[..<arrow.lowerBound])
            label = String(inner[arrow.upperBound...])
        } else if let bar = inner.lastIndex(of: "|") {
            label = String(inner[..<bar])
            target = String(inner[inner.index(after: bar)...])
        }
        addLink(label, to: target, keepingText: true)
    }

    private mutating func addLink(_ label: String, to target: String, keepingText: Bool) {
        func words(_ text: String) -> String { text.split(whereSeparator: \.isWhitespace).joined(separator: " ") }
        let target = words(target)
        guard !target.isEmpty else {
            remark(line, "This link leads nowhere, and only its words are carried over.")
            output += label
            return
        }
        let text = words(label).isEmpty ? target : words(label)
        links.append(Link(text: text, target: target, line: line))
        // Inside a sentence the words of a link are part of it; a line of links alone says nothing.
        if keepingText { output += text }
    }

    /// Takes what is left of the line up to and with two closing signs; nil when they do not come.
    private mutating func take(upTo close: String) -> String? {
        guard !absent.contains(close), let first = close.first, let second = close.last else { return nil }
        var index = rest.startIndex + 2
        while index + 1 < rest.endIndex {
            if rest[index] == first, rest[index + 1] == second {
                let text = String(rest[...(index + 1)])
                rest = rest[(index + 2)...]
                return text
            }
            index += 1
        }
        absent.insert(close)
        return nil
    }

    /// `<<…>>` or `<%…%>`.
    private mutating func readMacro(from open: String, to close: String) {
        guard let macro = take(upTo: close) else {
            remark(line, "This has no end, and stays in the text: \(open)")
            output += open
            rest = rest.dropFirst(open.count)
            return
        }
        if open == "<<", macro.dropFirst(2).hasPrefix("/") { return }
        let inner = macro.dropFirst(2)
        if inner.hasPrefix("link ") || inner.hasPrefix("button "), let (label, target) = Self.twoTexts(in: inner) {
            addLink(label, to: target, keepingText: false)
            return
        }
        remark(line, "This is not carried over: \(Self.short(macro))")
    }

    /// Two apostrophes, or two slashes that are not part of an address.
    private func isEmphasis(_ next: Character) -> Bool {
        guard rest.dropFirst().first == next else { return false }
        return next == "'" || (next == "/" && output.last != ":")
    }

    /// `<b>` and its like, where the sign begins one.
    private func tag() -> String? {
        guard let second = rest.dropFirst().first, second.isLetter || second == "/" || second == "!",
            let end = rest.prefix(2_000).firstIndex(of: ">")
        else { return nil }
        return String(rest[...end])
    }

    /// `$name`, `$name.part`.
    private mutating func readVariable() {
        let name = rest.dropFirst().prefix { $0.isLetter || $0.isNumber || $0 == "_" }
        remark(line, "The value of $\(String(name)) is not known here; its name stays in the text.")
        output += "$" + String(name)
        rest = rest.dropFirst(1 + name.count)
    }

    // MARK: Harlowe

    private static let macros: Set<String> = [
        "set", "put", "move", "if", "unless", "elseif", "else", "for", "loop", "either", "cond", "nth", "print",
        "display",
        "link", "linkgoto", "linkreveal", "linkrepeat", "linkreplace", "linkundo", "linkrerun", "goto", "undo",
        "redirect",
        "click", "clickreplace", "clickgoto", "mouseover", "live", "event", "after", "stop", "align", "textstyle",
        "textcolour", "textcolor", "colour", "color", "background", "font", "css", "transition", "t8n", "show",
        "hidden",
        "replace", "append", "prepend", "random", "a", "dm", "ds", "alert", "prompt", "confirm", "savegame", "loadgame",
        "enchant", "box", "input", "dropdown", "checkbox", "cyclinglink", "seqlink", "meter", "icon", "verbatim",
        "hook",
    ]

    /// The name of the Harlowe macro that begins here, in small letters without hyphens.
    private func macroName() -> String? {
        let head = rest.dropFirst().prefix(32)
        guard let colon = head.firstIndex(of: ":") else { return nil }
        let name = head[..<colon]
        guard name.first?.isLetter == true, name.allSatisfy({ $0.isLetter || $0.isNumber || $0 == "-" || $0 == "_" })
        else { return nil }
        let plain = String(name).lowercased().filter { $0 != "-" && $0 != "_" }
        return format == "harlowe" || Self.macros.contains(plain) ? plain : nil
    }

    /// Takes a macro with its brackets; true when a hook follows it, whose text stays.
    private mutating func readCall(_ name: String) -> Bool {
        var depth = 0
        var isQuoted = false
        var call = ""
        while let next = rest.popFirst() {
            call.append(next)
            if next == "\"" { isQuoted.toggle() }
            if isQuoted { continue }
            if next == "(" { depth += 1 }
            if next == ")" { depth -= 1 }
            if depth == 0 { break }
        }
        if name == "linkgoto", let (label, target) = Self.twoTexts(in: call[...]) {
            addLink(label, to: target, keepingText: false)
            return false
        }
        let isHook = rest.first == "[" && rest.dropFirst().first != "["
        if isHook { rest.removeFirst() }
        remark(line, "This is not carried over\(isHook ? "; the words behind it stay" : ""): \(Self.short(call))")
        return isHook
    }

    /// The first two texts in quotes; one text stands for both.
    private static func twoTexts(in text: Substring) -> (String, String)? {
        var texts: [String] = []
        var rest = text
        while texts.count < 2, let open = rest.firstIndex(where: { $0 == "\"" || $0 == "'" }) {
            let inner = rest[rest.index(after: open)...]
            guard let close = inner.firstIndex(of: rest[open]) else { break }
            texts.append(String(inner[..<close]))
            rest = inner[inner.index(after: close)...]
        }
        guard let first = texts.first else { return nil }
        return (first, texts.count > 1 ? texts[1] : first)
    }

    private static func short(_ text: String) -> String {
        text.count > 80 ? text.prefix(79) + "…" : text
    }
}
