/// Makes any text fit for a terminal, and knows how many columns it takes.
///
/// Text from files, names, notes and pastes is untrusted. What leaves ``sanitised(_:keepingNewlines:)`` holds no control
/// character, no character that changes direction or joins others, and nothing whose width terminals disagree about.
public enum DisplayText {
    /// The text as it may be shown on one line (or on several, when newlines are kept).
    ///
    /// Controls become pictures (␀…␟, ␡, ␤; a C1 control the two signs ␛X it stands for), newlines too unless
    /// `keepingNewlines`. Direction marks and other invisible format characters are dropped; emoji sequences shrink to
    /// their first emoji, flags to their two letters; a base keeps two combining marks, a lone mark sits on ◌; what has
    /// no known width becomes U+FFFD. Applying it twice changes nothing more.
    public static func sanitised(_ text: String, keepingNewlines: Bool = false) -> String {
        if text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) { return text }
        var sanitiser = Sanitiser(keepingNewlines: keepingNewlines)
        return sanitiser.run(text.unicodeScalars)
    }

    /// Columns that the text takes on one line, after sanitising.
    public static func width(of text: String) -> Int {
        if text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) { return text.utf8.count }
        return measured(sanitised(text))
    }

    /// Columns of one scalar: 2, 1, or 0 for combining marks and format characters.
    ///
    /// Controls and scalars of unknown width count 1, as what is shown in their place.
    public static func width(of scalar: Unicode.Scalar) -> Int {
        let value = scalar.value
        if value < 0x300 { return value == 0xAD ? 0 : 1 }
        if isUnknown(scalar) { return 1 }
        if WidthTable.contains(value, in: WidthTable.zero) { return 0 }
        return WidthTable.contains(value, in: WidthTable.wide) ? 2 : 1
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

    /// Unassigned, private or a non-character: no two terminals agree on its width.
    static func isUnknown(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0..<0x300, 0x2000..<0x2065, 0x2500..<0x2600, 0x3041..<0x3097, 0x4E00..<0x9FFD, 0xAC00..<0xD7A4: false
        default:
            switch scalar.properties.generalCategory {
            case .unassigned, .privateUse, .surrogate: true
            default: false
            }
        }
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
        if DisplayText.isUnknown(scalar) { return base("\u{FFFD}") }
        let isEmoji = scalar.properties.isEmoji
        if joining, isEmoji {
            joining = false
            return
        }
        switch DisplayText.width(of: scalar) {
        case 0: mark(scalar)
        default:
            base(scalar)
            afterEmoji = isEmoji
        }
    }

    private mutating func mark(_ scalar: Unicode.Scalar) {
        guard Self.isVisibleMark(scalar) else { return }
        if !hasBase {
            base("\u{25CC}")
        } else if marks >= 2 {
            return
        }
        out.append(scalar)
        marks += 1
    }

    private mutating func base(_ scalar: Unicode.Scalar) {
        out.append(scalar)
        (hasBase, marks, afterEmoji, joining) = (true, 0, false, false)
    }

    private mutating func newline(_ scalar: Unicode.Scalar) {
        base(scalar)
        if keepingNewlines { hasBase = false }
    }

    /// Format characters, variation selectors and fillers are invisible everywhere, or change what stands beside them.
    private static func isVisibleMark(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x034F, 0x17B4, 0x17B5, 0x180B...0x180F, 0xFE00...0xFE0F, 0xE0100...0xE01EF: return false
        default: return scalar.properties.generalCategory != .format
        }
    }
}
