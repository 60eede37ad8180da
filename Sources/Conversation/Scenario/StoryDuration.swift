/// Lengths of time as authors write them.
public enum StoryDuration {
    /// `45` or `45s`, `1.5`, `15m`, `2h` in milliseconds; nil for anything else, for zero and for over a week.
    public static func milliseconds(_ text: String) -> Int? {
        var digits = text[...]
        var factor = 1_000.0
        switch digits.last {
        case "s": digits.removeLast()
        case "m": (factor, digits) = (60_000, digits.dropLast())
        case "h": (factor, digits) = (3_600_000, digits.dropLast())
        default: break
        }
        guard digits.allSatisfy({ $0.isASCII && ($0.isNumber || $0 == ".") }), let value = Double(digits) else {
            return nil
        }
        let milliseconds = value * factor
        return milliseconds >= 1 && milliseconds <= 604_800_000 ? Int(milliseconds) : nil
    }

    /// A length of time as a test plan says it: `75s`, `1.25s`.
    static func seconds(_ milliseconds: Int) -> String {
        let part = milliseconds % 1_000
        guard part != 0 else { return "\(milliseconds / 1_000)s" }
        var digits = String(String(part + 1_000).dropFirst())
        while digits.last == "0" { digits.removeLast() }
        return "\(milliseconds / 1_000).\(digits)s"
    }

    /// A length of time as a clock shows it: `0:38`, `12:04`, `1:02:03`. Part seconds count as a whole one, so that a
    /// clock shows zero only when it has run out.
    public static func clock(_ milliseconds: Int) -> String {
        let seconds = (max(0, milliseconds) + 999) / 1_000
        let tail = String(seconds % 60)
        let minutes = seconds / 60
        let padded = tail.count < 2 ? "0" + tail : tail
        guard minutes >= 60 else { return "\(minutes):\(padded)" }
        let rest = String(minutes % 60)
        return "\(minutes / 60):\(rest.count < 2 ? "0" + rest : rest):\(padded)"
    }
}
