import Conversation

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// What inputs are made of: small files with every construct of the language, and words that hurt.
struct Corpus {
    var texts: [[UInt8]]
    /// The words that the tags of these texts use, so that a scenario among them is one for its rules too.
    private(set) var vocabulary = Vocabulary()

    init(files: [String]) {
        texts = Self.own.map { Array($0.utf8) }
        for path in files {
            guard let data = FileManager.default.contents(atPath: path) else {
                print("\(path) cannot be read")
                continue
            }
            texts.append(Array(data))
        }
        for text in texts { learn(from: String(decoding: text, as: UTF8.self)) }
    }

    private mutating func learn(from text: String) {
        for word in text.split(whereSeparator: { $0.isWhitespace || $0 == "," }) {
            let parts = word.split(separator: ":", maxSplits: 1).map(String.init)
            guard let value = parts.last else { continue }
            switch parts[0] {
            case "#move":
                guard vocabulary.move(value) == nil else { continue }
                vocabulary.moves.append(Vocabulary.Move(id: value, name: value, helps: true, definition: ""))
            case "#emotion": vocabulary.emotions.insert(value)
            case "#tone": vocabulary.tones.insert(value)
            case "#sound": vocabulary.sounds.insert(value)
            default: vocabulary.skills[String(word)] = String(word)
            }
        }
    }

    /// Bits of the language.
    static let words = [
        "title: ", "---\n", "===\n", "\n-> ", "\n=> ", "<<", ">>", "<<if ", "<<elseif ", "<<else>>", "<<endif>>",
        "<<once>>", "<<endonce>>", "<<set $a to ", "<<declare $b = ", "<<jump ", "<<detour ", "<<return>>", "<<stop>>",
        "<<enum E>>", "<<case A>>", "<<endenum>>", "<<call ", "{", "}", "{$a}", "$a", "$", "\"", "\\", "\\\"", " and ",
        " or ", " xor ", "!", " not ", "==", "!=", "<=", ">=", "+", "-", "*", "/", "%", "1.5", "99999999999999999999",
        ".A", "E.A", "true", "false", "null", "visited(\"Start\")", "random()", "dice(6)", "round_places(2.5, 1)",
        "format(\"{0}\", 3)", "string(", "number(\"", "mood(1)", "#line:a1", "#shadow:a1", " #tag", "#", "//",
        "when: once\n",
        "when: always\n", "subtitle: s\n", "tracking: never\n", "[b]", "[/b]", "[/]", "[x/]", "[a=1]", "\\[",
        "[select value={$a} 0=\"n\" /]", "[plural value=2 one=\"a\" other=\"%\" /]", "[nomarkup]", "[/nomarkup]",
        "[character name=\"M\"]", "Mae: ", "\n", "\n\n", "    ", "\t", "\r\n", "\r",
    ]

    /// What texts should not hold and do.
    static let hostile = [
        "\u{0}", "\u{1B}[2J", "\u{FEFF}", "\u{202E}", "\u{2028}", "e\u{301}\u{301}\u{301}", "👩‍👩‍👧", "\u{FFFD}", "𝔄",
        String(repeating: "(", count: 60), String(repeating: "-", count: 60), String(repeating: "[", count: 30),
        String(repeating: "<<if true>>\n", count: 30), String(repeating: "{", count: 20), "\u{85}", "\u{7F}", "ﬁ", "İ",
        "<<set $a to $a>>", "<<jump Start>>", "<<detour Start>>", "1e400", "0.0000000000000000000000000000000000001",
    ]

    private static let own = [
        """
        title: Start
        tags: a b
        ---
        <<declare $a = 3>>
        <<declare $smart = $a * 2 + 1>>
        Mae: Hello [b]you[/b], {$a} and {$smart}. #line:a1
        -> One <<if $a > 2>> #line:a2
            <<set $a += 1>>
            Mae: More.
            -> Inner
                <<jump Next>>
            -> Other <<once>>
                Mae: Once.
        -> Two #line:a3
            <<detour Aside>>
        <<if $a == 4>>
            Four.
        <<elseif visited("Aside")>>
            Been there.
        <<else>>
            Else. <<if $a < 100>>
        <<endif>>
        <<jump Start>>
        ===
        title: Aside
        ---
        <<once if $a > 0>>
            Only once.
        <<else>>
            Again.
        <<endonce>>
        <<wait {$a} "two words">>
        <<return>>
        ===
        title: Next
        ---
        => First <<if $a > 3>>
            Body.
        => Second <<once>>
        => Third
        <<jump {"Sta" + "rt"}>>
        ===
        """,
        """
        #file-tag
        title: Start
        ---
        <<enum Mood>>
        <<case Calm>>
        <<case Cross>>
        <<endenum>>
        <<declare $mood = Mood.Calm>>
        <<declare $name = "Ada">>
        <<if $mood == .Cross or $name != "Ada" xor true>>
            {$name}: no
        <<endif>>
        <<set $mood = Mood.Cross>>
        <<call dice(6)>>
        {random_range(1, 6)} {round(2.5)} {string($mood)} {format("{0}!", 7 % 3)}
        <<detour Group>>
        <<detour Group>>
        <<stop>>
        ===
        title: Group
        when: once
        when: $name == "Ada"
        ---
        Here [select value={$name} Ada="x" other="y"/] [plural value={dice(3)} one="a %" other="% b"/].
        ===
        title: Group
        subtitle: second
        when: always
        ---
        There. #shadow:s1
        ===
        title: Source
        ---
        There. #line:s1
        ===
        """,
        """
        title: Start
        scenario: Small
        cast: Priya
        ---
        <<channel chat>>
        Priya: hi \\#1 \\{x\\} https:\\/\\/x // note
        -> … #timeout
            <<heat +8>>
            Coach: [quote]x[/quote] y.
            <<jump Done>>
        -> Yes <<if trust() > 40 and not said("x")>> #move:a
            <<jump Done>>
        <<set $undeclared = 1 - -1>>
        {$undeclared / 0} {-(2 + 3) * 4 <= 1}
        ===
        title: Done
        ending: kept
        ---
        Reflect: Which? #time:60
        ===
        """,
        """
        :: StoryTitle
        A refund

        :: Start [begin] {"position":"1,2"}
        Ito: where is it? (set: $a to 2) <<if $a>>x<</if>>
        [[Ask->Next one]] [[Next one]] [[Next one<-Go]] [[Say|Nowhere]]

        :: Next one
        Thanks \\[[no]]. [[Start]]
        """,
        "language,id,text,file,node,lineNumber,lock,comment\r\nde,line:a1,\"Hallo, {0}\",s.yarn,Start,3,1a2b3c4d,\r\n",
    ]
}
