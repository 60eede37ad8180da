/// Makes any text fit for a terminal, and knows how many columns it takes.
///
/// Text from files, names, notes and pastes is untrusted. What leaves ``sanitised(_:keepingNewlines:)`` holds no control
/// character, no character that changes direction or joins others, and nothing whose width terminals disagree about.
public enum DisplayText {
    /// The edition of Unicode whose widths are used, such as 17.0.0.
    public static var unicodeVersion: String { WidthTable.unicodeVersion }

    /// The text as it may be shown on one line (or on several, when newlines are kept).
    ///
    /// Controls become pictures (␀…␟, ␡, ␤; a C1 control the two signs ␛X it stands for), newlines too unless
    /// `keepingNewlines`. Direction marks and other invisible format characters are dropped; emoji sequences shrink to
    /// their first emoji, flags to their two letters; a base keeps two combining marks, a lone mark sits on ◌; what has
    /// no known width becomes U+FFFD. Applying it twice changes nothing more.
    public static func sanitised(_ text: String, keepingNewlines: Bool = false) -> String {
        if isReady(text) { return text }
        var sanitiser = Sanitiser(keepingNewlines: keepingNewlines)
        return sanitiser.run(text.unicodeScalars)
    }

    /// Columns that the text takes on one line, after sanitising.
    public static func width(of text: String) -> Int {
        if isAscii(text) { return text.utf8.count }
        return measured(sanitised(text))
    }

    /// Columns of one scalar: 2, 1, or 0 for combining marks and format characters.
    ///
    /// Controls and scalars of unknown width count 1, as what is shown in their place.
    public static func width(of scalar: Unicode.Scalar) -> Int { WidthTable.kind(scalar).columns }

    /// Printable ASCII and nothing else.
    static func isAscii(_ text: String) -> Bool {
        let found = text.utf8.withContiguousStorageIfAvailable { bytes in
            bytes.allSatisfy { $0 >= 0x20 && $0 < 0x7F }
        }
        return found ?? text.utf8.allSatisfy { $0 >= 0x20 && $0 < 0x7F }
    }

    /// True when every scalar may be shown as it is, wherever it stands.
    static func isReady(_ text: String) -> Bool {
        isAscii(text) || text.unicodeScalars.allSatisfy(isPlain)
    }

    /// A scalar that neither changes nor is changed by its neighbours.
    static func isPlain(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x20..<0x7F: true
        case 0..<0xA0, 0x2028, 0x2029, 0x1F1E6...0x1F1FF, 0x1F3FB...0x1F3FF: false
        default:
            switch WidthTable.kind(scalar) {
            case .narrow, .wide, .narrowEmoji, .wideEmoji: true
            case .mark, .dropped, .unknown: false
            }
        }
    }

    /// The text on one line of at most `columns`, its end replaced by the ellipsis where it does not fit.
    public static func truncated(_ text: String, columns: Int, ellipsis: String = "…") -> String {
        let text = sanitised(text)
        if measured(text) <= columns { return text }
        let mark = sanitised(ellipsis)
        let markWidth = measured(mark)
        if markWidth >= columns { return head(mark, columns: columns) }
        return head(text, columns: columns - markWidth) + mark
    }

    /// The width of text that is sanitised already.
    static func measured(_ text: some StringProtocol) -> Int {
        text.unicodeScalars.reduce(0) { $0 + width(of: $1) }
    }

    /// As many whole clusters of sanitised text as fit into `columns`.
    static func head(_ text: String, columns: Int) -> String {
        var used = 0
        var end = text.startIndex
        for index in text.indices {
            used += measured(String(text[index]))
            if used > columns { break }
            end = text.index(after: index)
        }
        return String(text[..<end])
    }
}

/// One pass over the scalars of a text; see `DisplayText.sanitised`.
private struct Sanitiser {
    let keepingNewlines: Bool
    private var out = String.UnicodeScalarView()
    private var hasBase = false
    private var marks = 0
    private var afterEmoji = false
    private var joining = false
    private var afterReturn = false
    private var syllable = HangulPart.none

    init(keepingNewlines: Bool) { self.keepingNewlines = keepingNewlines }

    mutating func run(_ scalars: String.UnicodeScalarView) -> String {
        for scalar in scalars { take(scalar) }
        if afterReturn { base("\u{240D}") }
        return String(out)
    }

    private mutating func take(_ scalar: Unicode.Scalar) {
        if afterReturn {
            afterReturn = false
            if scalar != "\n" { base("\u{240D}") }
        }
        switch scalar.value {
        case 0x0D where keepingNewlines: afterReturn = true
        case 0x0A, 0x85, 0x2028, 0x2029: newline(keepingNewlines ? "\n" : scalar == "\n" ? "\u{240A}" : "\u{2424}")
        case 0..<0x20: base(Unicode.Scalar(0x2400 + scalar.value) ?? "\u{FFFD}")
        case 0x20..<0x7F: base(scalar)
        case 0x7F: base("\u{2421}")
        case 0x80..<0xA0:
            base("\u{241B}")
            base(Unicode.Scalar(scalar.value - 0x40) ?? "\u{FFFD}")
        case 0x200D: joining = afterEmoji
        case 0x1F3FB...0x1F3FF where afterEmoji: break
        case 0x1F1E6...0x1F1FF: base(Unicode.Scalar(scalar.value - 0x1F1E6 + 0x41) ?? "\u{FFFD}")
        case 0x20DD...0x20E0, 0x20E2...0x20E4: break
        default: other(scalar)
        }
    }

    private mutating func other(_ scalar: Unicode.Scalar) {
        switch WidthTable.kind(scalar) {
        case .unknown: base("\u{FFFD}")
        case .dropped: break
        case .mark:
            switch HangulPart(scalar) {
            case .none: mark(scalar)
            // Vowels and finals only join the parts before them; alone, every terminal draws them otherwise.
            case let part: if part.joins(syllable) { mark(scalar) } else { base("\u{FFFD}") }
            }
        case .narrowEmoji where joining, .wideEmoji where joining: joining = false
        case let kind:
            base(scalar)
            afterEmoji = kind.isEmoji
        }
    }

    private mutating func mark(_ scalar: Unicode.Scalar) {
        if !hasBase {
            base("\u{25CC}")
        } else if marks >= 2 {
            return
        }
        out.append(scalar)
        marks += 1
        syllable = HangulPart(scalar)
    }

    private mutating func base(_ scalar: Unicode.Scalar) {
        out.append(scalar)
        syllable = HangulPart(scalar)
        // A space goes at the end of a line, and would leave its marks to the next one.
        (hasBase, marks, afterEmoji, joining) = (scalar != " ", 0, false, false)
    }

    private mutating func newline(_ scalar: Unicode.Scalar) {
        base(scalar)
        if keepingNewlines { hasBase = false }
    }
}

/// The part of a Hangul syllable that a scalar is, by its place in Unicode's blocks of Hangul.
private enum HangulPart {
    case none, leading, vowel, final

    init(_ scalar: Unicode.Scalar) {
        switch scalar.value {
        case 0x1100...0x115E, 0xA960...0xA97C: self = .leading
        case 0x1160...0x11A7, 0xD7B0...0xD7C6: self = .vowel
        case 0x11A8...0x11FF, 0xD7CB...0xD7FB: self = .final
        // Whole syllables, with a final or without.
        case 0xAC00...0xD7A3: self = (scalar.value - 0xAC00) % 28 == 0 ? .vowel : .final
        default: self = .none
        }
    }

    /// True when this part continues a syllable that ends with `before`: rules GB6 to GB8 of UAX #29.
    func joins(_ before: HangulPart) -> Bool {
        switch (before, self) {
        case (.leading, .vowel), (.vowel, .vowel), (.vowel, .final), (.final, .final): true
        default: false
        }
    }
}
