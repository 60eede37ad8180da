/// How words are written in more than one way, and the one way that listening knows.
///
/// Contractions are taken apart, shorthand is written out, and American and British endings become one. None of it changes
/// what a learner sees; it makes that a dialect, a hurry or a phone's keyboard do not change what is heard.
public struct Spelling: Hashable, Sendable {
    /// Words that stand for others: `u` → `you`, `gonna` → `going to`.
    public private(set) var variants: [String: [String]]

    /// A spelling with these variants, each written out in words with blanks between.
    public init(variants: [String: String]) {
        self.variants = variants.mapValues { $0.split(separator: " ").map(String.init) }
    }

    /// The words that a written word stands for, in lower case; at least one.
    public func parts(of form: String) -> [String] {
        if let parts = variants[form] { return parts }
        if let apostrophe = form.lastIndex(of: "'") { return contraction(form, at: apostrophe) }
        if form.contains(".") {
            // `a.m.`, `e.g.`: dots inside are no letters.
            let bare = form.filter { $0 != "." }
            return variants[bare] ?? [bare]
        }
        return [Self.ending(form)]
    }

    private func contraction(_ form: String, at apostrophe: String.Index) -> [String] {
        let stem = String(form[..<apostrophe])
        let tail = form[form.index(after: apostrophe)...]
        let bare = stem.filter { $0 != "'" }
        func both(_ second: String) -> [String] { (variants[bare] ?? [Self.ending(bare)]) + [second] }
        switch tail {
        case "m": return both("am")
        case "re": return both("are")
        case "ve": return both("have")
        case "ll": return both("will")
        case "d": return both("would")
        case "t" where bare == "can": return ["can", "not"]
        case "t" where bare == "won": return ["will", "not"]
        case "t" where bare == "ain": return ["is", "not"]
        case "t" where bare.hasSuffix("n") && bare.count > 2: return [String(bare.dropLast()), "not"]
        case "s" where bare == "let": return ["let", "us"]
        case "s":
            return ["it", "that", "what", "there", "here", "he", "she", "who", "where", "how", "when"].contains(bare)
                ? [bare, "is"] : [Self.ending(bare)]
        default: return [Self.ending(bare + tail)]
        }
    }

    /// American endings as British ones, and endings of speech written out.
    static func ending(_ form: String) -> String {
        guard form.utf8.count > 4 else { return form }
        for (american, british) in endings where form.hasSuffix(american) {
            let stem = form.dropLast(american.count)
            // “size”, “prize”, “or” in “before”: too short a stem is another word.
            if stem.count >= 3 { return stem + british }
        }
        return form
    }

    private static let endings: [(String, String)] = [
        ("ize", "ise"), ("ized", "ised"), ("izes", "ises"), ("izing", "ising"), ("ization", "isation"),
        ("yze", "yse"), ("yzed", "ysed"), ("avor", "avour"), ("avors", "avours"), ("avorite", "avourite"),
        ("avior", "aviour"), ("olor", "olour"), ("onor", "onour"), ("eighbor", "eighbour"), ("celed", "celled"),
        ("celing", "celling"), ("aveled", "avelled"), ("aveling", "avelling"), ("center", "centre"),
        ("catalog", "catalogue"), ("program", "programme"), ("fulfill", "fulfil"), ("udgment", "udgement"),
    ]
}
