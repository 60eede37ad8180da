import SeededChance

/// Ways to write the same thing differently: what changes in a line when another person, phone or keyboard writes it.
enum Variation: String, CaseIterable, Sendable {
    case capitals, smallLetters, noPunctuation, doubledPunctuation, curlyQuotes, typo, contractionsOut, contractionsIn,
        emoji,
        names, shorthand, spoken, american, regional

    /// The line written so, or nil where it would be the same line.
    func written(_ text: String, _ chance: inout Chance) -> String? {
        let changed =
            switch self {
            case .capitals: text.uppercased()
            case .smallLetters: text.lowercased()
            case .noPunctuation: Self.bare(text)
            case .doubledPunctuation: Self.doubled(text)
            case .curlyQuotes: Self.curled(text)
            case .typo: Self.slipped(text, &chance)
            case .contractionsOut: Self.replacing(text, Self.contractions.map { ($1, $0) })
            case .contractionsIn: Self.replacing(text, Self.contractions)
            case .emoji: Self.withEmoji(text, &chance)
            case .names: Self.renamed(text, &chance)
            case .shorthand: Self.replacing(text, Self.shorthands)
            case .spoken: Self.replacing(text, Self.spokenWords)
            case .american: Self.replacing(text, Self.americanWords)
            case .regional: Self.replacing(text, Self.regionalWords)
            }
        return changed == text ? nil : changed
    }

    // MARK: Marks

    private static func isLetter(_ character: Character?) -> Bool {
        character?.isLetter == true || character?.isNumber == true
    }

    /// Without what ends sentences and parts them; a dot or a colon within a number stays.
    private static func bare(_ text: String) -> String {
        let all = Array(text)
        return String(
            all.indices.filter { index in
                guard ".,;:!?".contains(all[index]) else { return true }
                return index > 0 && index + 1 < all.count && isLetter(all[index - 1]) && isLetter(all[index + 1])
            }.map { all[$0] })
    }

    private static func doubled(_ text: String) -> String {
        let all = Array(text)
        return all.indices.reduce(into: "") { result, index in
            let isInside = index + 1 < all.count && isLetter(all[index + 1])
            result.append(all[index])
            if ".!?".contains(all[index]), !isInside { result.append(all[index]) }
        }
    }

    private static func curled(_ text: String) -> String {
        var isOpen = false
        return String(
            text.map { character -> Character in
                if character == "'" { return "’" }
                guard character == "\"" else { return character }
                isOpen.toggle()
                return isOpen ? "“" : "”"
            })
    }

    private static func withEmoji(_ text: String, _ chance: inout Chance) -> String {
        let emoji = ["🙂", "😊", "🙏", "👍", "😟", "❤️", "👩🏽‍💻", "🎉", "😬", "✅"]
        let one = chance.element(of: emoji) ?? ""
        return chance.once(in: 3) ? "\(one) \(text)" : "\(text) \(one)"
    }

    // MARK: Words

    /// Where words of letters stand.
    private static func words(_ text: [Character]) -> [Range<Int>] {
        var found: [Range<Int>] = []
        var start: Int?
        for index in 0...text.count {
            let isInside = index < text.count && (text[index].isLetter || text[index] == "'")
            if isInside {
                start = start ?? index
            } else if let first = start {
                found.append(first..<index)
                start = nil
            }
        }
        return found
    }

    /// One edit in one word of four letters or more.
    private static func slipped(_ text: String, _ chance: inout Chance) -> String {
        var all = Array(text)
        let long = words(all).filter { $0.count >= 4 && all[$0].allSatisfy { $0.isASCII && $0.isLetter } }
        guard let word = chance.element(of: long) else { return text }
        let place = word.lowerBound + chance.below(word.count)
        let letter = Character(Unicode.Scalar(UInt8(97 + chance.below(26))))
        switch chance.below(4) {
        case 0: all.remove(at: place)
        case 1: all.insert(letter, at: place)
        case 2: all[place] = letter
        default: all.swapAt(place, min(place + 1, word.upperBound - 1))
        }
        return String(all)
    }

    /// Words and pairs of words for others, a capital kept where one stood.
    private static func replacing(_ text: String, _ pairs: [(String, String)]) -> String {
        var all = Array(text)
        for (old, new) in pairs {
            let wanted = Array(old)
            var index = 0
            while index + wanted.count <= all.count {
                let piece = all[index..<index + wanted.count]
                let isWhole =
                    (index == 0 || !(isLetter(all[index - 1]) || all[index - 1] == "'"))
                    && (index + wanted.count == all.count
                        || !(isLetter(all[index + wanted.count]) || all[index + wanted.count] == "'"))
                guard isWhole, String(piece).lowercased() == old else {
                    index += 1
                    continue
                }
                let capital = piece.first?.isUppercase == true && old != "i'm" && !old.hasPrefix("i ")
                let fresh = capital ? new.prefix(1).uppercased() + new.dropFirst() : new
                all.replaceSubrange(index..<index + wanted.count, with: Array(fresh))
                index += fresh.count
            }
        }
        return String(all)
    }

    /// Apart and together. “X's” is left alone: only the ear of a reader knows whether it is “is” or a possession.
    private static let contractions: [(String, String)] = [
        ("i am", "I'm"), ("i have", "I've"), ("i will", "I'll"), ("i would", "I'd"), ("you are", "you're"),
        ("you have", "you've"), ("you will", "you'll"), ("we are", "we're"), ("we have", "we've"), ("we will", "we'll"),
        ("they are", "they're"), ("it is", "it's"), ("that is", "that's"), ("what is", "what's"),
        ("there is", "there's"),
        ("do not", "don't"), ("does not", "doesn't"), ("did not", "didn't"), ("cannot", "can't"),
        ("could not", "couldn't"), ("would not", "wouldn't"), ("should not", "shouldn't"), ("is not", "isn't"),
        ("are not", "aren't"), ("was not", "wasn't"), ("were not", "weren't"), ("has not", "hasn't"),
        ("have not", "haven't"), ("had not", "hadn't"), ("will not", "won't"),
    ]
    private static let shorthands: [(String, String)] = [
        ("you", "u"), ("your", "ur"), ("are", "r"), ("please", "pls"), ("thanks", "thx"), ("thank you", "ty"),
        ("because", "cos"), ("about", "abt"), ("tomorrow", "tmrw"), ("message", "msg"), ("account", "acct"),
        ("minutes", "mins"), ("hours", "hrs"), ("though", "tho"), ("through", "thru"), ("probably", "prob"),
        ("sorry", "sry"), ("before", "b4"), ("okay", "ok"), ("information", "info"), ("right now", "rn"),
    ]
    private static let spokenWords: [(String, String)] = [
        ("going to", "gonna"), ("want to", "wanna"), ("got to", "gotta"), ("let me", "lemme"), ("give me", "gimme"),
        ("kind of", "kinda"), ("sort of", "sorta"), ("do not know", "dunno"), ("don't know", "dunno"),
        ("isn't", "ain't"),
        ("checking", "checkin'"), ("looking", "lookin'"), ("getting", "gettin'"), ("sending", "sendin'"),
        ("nothing", "nothin'"), ("something", "somethin'"), ("trying", "tryin'"), ("waiting", "waitin'"), ("of", "o'"),
        ("you", "ya"), ("yes", "yeah"),
    ]
    private static let americanWords: [(String, String)] = [
        ("apologise", "apologize"), ("apologised", "apologized"), ("realise", "realize"), ("realised", "realized"),
        ("recognise", "recognize"), ("organise", "organize"), ("prioritise", "prioritize"), ("colour", "color"),
        ("favour", "favor"), ("behaviour", "behavior"), ("honour", "honor"), ("centre", "center"),
        ("cancelled", "canceled"), ("travelled", "traveled"), ("cheque", "check"), ("programme", "program"),
        ("mum", "mom"), ("mobile", "cell"), ("whilst", "while"), ("fortnight", "two weeks"), ("post", "mail"),
        ("neighbour", "neighbor"), ("tyre", "tire"), ("licence", "license"), ("ring", "call"), ("parcel", "package"),
        ("holiday", "vacation"), ("queue", "line"), ("autumn", "fall"), ("grey", "gray"), ("summarise", "summarize"),
    ]
    private static let regionalWords: [(String, String)] = [
        ("yes", "aye"), ("little", "wee"), ("small", "wee"), ("nothing", "nowt"), ("anything", "owt"),
        ("something", "summat"), ("can't", "cannae"), ("cannot", "cannae"), ("don't", "dinnae"), ("didn't", "didnae"),
        ("wasn't", "wasnae"), ("you", "ye"), ("mother", "mam"), ("children", "weans"), ("isn't", "isnae"),
        ("won't", "willnae"), ("my", "me"), ("friend", "mate"),
    ]

    // MARK: Names

    /// Names of people that stand in the lines, swapped for those of others.
    private static func renamed(_ text: String, _ chance: inout Chance) -> String {
        var all = Array(text)
        for word in words(all).reversed() where personalNames.contains(String(all[word])) {
            all.replaceSubrange(word, with: Array(chance.element(of: otherNames) ?? ""))
        }
        return String(all)
    }

    static let otherNames = [
        "Oluwaseun", "Siobhán", "Nguyễn", "Xiaoming", "Fatima", "Krzysztof", "Aaliyah", "Björn", "Kwame", "Parvati",
        "Zoë", "O'Neill", "Mahmoud", "Thandiwe", "Yuki", "Dmitri", "Esperanza", "Anahera", "Tyrone", "Will", "Grace",
        "李伟", "Мария", "عمر",
    ]
    /// Names of people in the lines.
    private static let personalNames: Set<String> = [
        "Haddad", "Marta", "Keisha", "Maureen", "Tomasz", "Yusuf", "Okafor", "Daniel", "Lund", "Osei", "Helen",
        "Okoro", "Lindqvist", "Joan", "Falk", "Amari", "Ines", "Adeyemi", "Ahmed", "Beatriz", "Tom", "Hale", "Sheila",
        "Luis", "Brian", "Pauline", "Winston", "Jonas", "Ade", "Maya", "Amina", "Zofia", "Leila", "Rahman", "Nowak",
        "Farah", "Mei", "Adam", "Silva", "Calder", "Reyes", "Shah", "Khan", "Ogden", "Dean", "Andre", "Theo",
        "Achieng", "Peter", "Joseph", "Travis", "Nguyen", "Farid", "Omar", "Petra", "Craig", "Shazia", "Gareth",
        "Tariq", "Sandra", "Nadia", "Steve", "Sue", "Graham", "Colin", "Dave", "Milo", "Priya", "Kofi", "Ama",
        "Naveen", "Asif", "Bella", "Ruth", "Jill", "Samir", "Anne", "Elif", "Bello", "Quist", "Petrov", "Doyle", "Ito",
        "Yilmaz", "Banerjee", "Cole", "Siân", "Okoye", "Tilley", "Farouk", "Ana", "Okonkwo", "Pawel", "Joanna",
        "Oyelaran", "Alvarez", "Whitcombe", "Marcus", "Priscilla", "Tanya", "Trevor", "Austin", "Monica", "Jake",
        "Carlos", "Wanjiru", "Okello", "Nakato", "Lydia", "Salome", "Kevin", "Florence", "Brenda", "Juma", "Mary",
        "Atieno", "Wambui", "Njoroge", "Odhiambo", "Wanjiku", "Akello", "Owino", "Edna", "Sherene", "Daphne", "Vera",
        "Shanelle", "Kerry", "Dwight", "Alicia", "Olive", "Hyacinth", "Shanice", "Trudy", "Cynthia", "Marcia", "James",
        "Kamla", "Dexter", "Mohammed", "Tyrell",
    ]
}
