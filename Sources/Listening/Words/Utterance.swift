/// A text as it is heard: its words, in sentences.
public struct Utterance: Sendable {
    /// A sentence of it.
    public struct Sentence: Hashable, Sendable {
        /// Its words, as indices into ``Utterance/words``; never empty.
        public var words: Range<Int>
        /// It ends in a question mark.
        public var isAsked: Bool
    }

    /// More of a text is not read, in UTF-8 bytes: 64 KiB.
    public static let longest = 65_536
    /// A sentence that goes on for longer is heard in pieces, in words: nobody speaks so, and no exemplar is as long.
    static let longestSentence = 200
    /// Something written in one piece that is longer is no word, in scalars.
    private static let longestWord = 64

    /// Its words, in order.
    public private(set) var words: [Word] = []
    /// Its sentences, in order.
    public private(set) var sentences: [Sentence] = []
    /// The text went on behind what is read.
    public let isCut: Bool
    private var begins = 0

    /// Reads a text, at most the first ``longest`` bytes of it.
    /// - Parameter spelling: how words are written in more than one way.
    public init(_ text: String, spelling: Spelling) {
        isCut = text.utf8.count > Self.longest
        let scalars = Self.scalars(of: text)
        var index = 0
        while index < scalars.count {
            let scalar = scalars[index]
            if Self.isWordly(scalar) || Self.isMoney(scalar) {
                index = read(scalars, from: index, spelling)
                if words.count - begins >= Self.longestSentence { end(isAsked: false) }
                continue
            }
            if Self.ends(scalar, followedBy: index + 1 < scalars.count ? scalars[index + 1] : nil) {
                end(isAsked: scalar == "?")
            }
            index += 1
        }
        end(isAsked: false)
    }

    private static func scalars(of text: String) -> [Unicode.Scalar] {
        guard text.utf8.count > longest else { return Array(text.unicodeScalars) }
        var scalars: [Unicode.Scalar] = []
        var bytes = 0
        for scalar in text.unicodeScalars {
            bytes += UTF8.width(scalar)
            if bytes > longest { break }
            scalars.append(scalar)
        }
        return scalars
    }

    // MARK: Sentences

    private static func ends(_ scalar: Unicode.Scalar, followedBy next: Unicode.Scalar?) -> Bool {
        switch scalar {
        case "?", "!", "\n", "…", "؟", "。": true
        case ".": next.map { !isWordly($0) } ?? true
        default: false
        }
    }

    private mutating func end(isAsked: Bool) {
        guard begins < words.count else {
            // “really??”, “wait!?”: the sentence before was asked.
            if isAsked, let last = sentences.indices.last { sentences[last].isAsked = true }
            return
        }
        sentences.append(Sentence(words: begins..<words.count, isAsked: isAsked))
        begins = words.count
    }

    // MARK: Words

    private mutating func read(_ scalars: [Unicode.Scalar], from start: Int, _ spelling: Spelling) -> Int {
        var end = start
        var hasDigit = false
        var isAddress = false
        while end < scalars.count {
            let scalar = scalars[end]
            if Self.isDigit(scalar) {
                hasDigit = true
            } else if Self.isLetter(scalar) || Self.isApostrophe(scalar) || (end == start && Self.isMoney(scalar)) {
                // Goes on.
            } else if end > start, end + 1 < scalars.count, Self.joins(scalar), Self.isWordly(scalars[end + 1]),
                Self.isWordly(scalars[end - 1])
            {
                // `10:30`, `1,200.50`, `a.m`, `name@shop.com`, `/refunds`: not the end of a sentence, nor of a word.
                let isNumeric = Self.isDigit(scalars[end - 1]) && Self.isDigit(scalars[end + 1])
                if scalar == "@" { isAddress = true }
                if !isNumeric, scalar == "," || scalar == ":" || scalar == "/" { break }
            } else {
                break
            }
            end += 1
        }
        var last = end
        while last > start, Self.isApostrophe(scalars[last - 1]) { last -= 1 }
        var first = start
        while first < last, Self.isApostrophe(scalars[first]) { first += 1 }
        guard first < last else { return max(end, start + 1) }
        // “4 p.m. today”: the dot behind letters with a dot between them ends no sentence that goes on in small letters.
        let isShort = last - first == 3 && scalars[first + 1] == "." && Self.isLetter(scalars[first])
        if isShort, end + 2 < scalars.count, scalars[end] == ".", scalars[end + 1] == " ",
            scalars[end + 2].properties.isLowercase
        {
            end += 1
        }
        add(
            Array(scalars[first..<last]), at: first..<last, hasDigit: hasDigit, isAddress: isAddress,
            spelling)
        return end
    }

    private mutating func add(
        _ written: [Unicode.Scalar], at span: Range<Int>, hasDigit: Bool, isAddress: Bool,
        _ spelling: Spelling
    ) {
        let isCapitalised = words.count > begins && written.first.map { $0.properties.isUppercase } == true
        func word(_ form: String, _ kind: Word.Kind, value: Int? = nil) {
            words.append(Word(form: form, kind: kind, span: span, value: value, isCapitalised: isCapitalised))
        }
        if isAddress { return word("#address", .address) }
        guard written.count <= Self.longestWord else { return word(Lexicon.unknown, .word) }
        if let first = written.first, Self.isMoney(first) {
            return hasDigit
                ? word("#money", .money, value: ClockReading.number(Self.form(Array(written.dropFirst())))) : ()
        }
        let form = Self.form(written)
        if hasDigit {
            let number = ClockReading.number(form)
            let tail = form.drop { $0.isNumber || $0 == "." || $0 == ":" || $0 == "," }
            switch tail {
            case "" where written.contains(":"): return word("#clock", .clock, value: ClockReading.minutes(form))
            case "": return word("#", .number, value: number)
            case "am", "pm", "a.m", "p.m": return word("#clock", .clock, value: ClockReading.minutes(form))
            case "st", "nd", "rd", "th", "x", "k": return word("#", .number, value: number)
            case "m", "min", "mins", "h", "hr", "hrs", "d":
                word("#", .number, value: number)
                return word(tail.hasPrefix("m") ? "minutes" : tail == "d" ? "days" : "hours", .word)
            default: return word("#code", .number)
            }
        }
        for part in spelling.parts(of: form) { word(part, .word) }
    }

    private static func form(_ written: [Unicode.Scalar]) -> String {
        var form = String.UnicodeScalarView()
        for scalar in written {
            if isApostrophe(scalar) {
                form.append("'")
            } else if scalar.isASCII {
                form.append(
                    scalar.value >= 65 && scalar.value <= 90 ? Unicode.Scalar(UInt8(scalar.value + 32)) : scalar)
            } else if !scalar.properties.changesWhenLowercased {
                form.append(scalar)
            } else {
                form.append(contentsOf: scalar.properties.lowercaseMapping.unicodeScalars)
            }
        }
        return String(form)
    }

    // MARK: Letters

    private static func isWordly(_ scalar: Unicode.Scalar) -> Bool {
        isLetter(scalar) || isDigit(scalar) || isApostrophe(scalar)
    }

    private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.isASCII { return (scalar.value | 32) >= 97 && (scalar.value | 32) <= 122 }
        return scalar.properties.isAlphabetic
    }

    private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { scalar.value >= 48 && scalar.value <= 57 }

    private static func isApostrophe(_ scalar: Unicode.Scalar) -> Bool {
        scalar == "'" || scalar == "’" || scalar == "‘" || scalar == "ʼ" || scalar == "`"
    }

    private static func isMoney(_ scalar: Unicode.Scalar) -> Bool {
        scalar == "$" || scalar == "£" || scalar == "€" || scalar == "₹" || scalar == "₦"
    }

    private static func joins(_ scalar: Unicode.Scalar) -> Bool {
        scalar == "." || scalar == "," || scalar == ":" || scalar == "@" || scalar == "/"
    }
}
