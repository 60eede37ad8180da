import Yarn

// The rows of the rules about the language of people and the traps of Yarn.
extension ScenarioRule {
    private static let long =
        "I have the order open in front of me, and next to it the page of the carrier, and on the other side the list "
        + "of everything that left us last week, and I am going through all of it line by line until I find it."
    private static let hard =
        "Priya: immediately investigating undelivered merchandise necessitates comprehensive documentation regarding "
        + "international transportation, reimbursement eligibility, administrative responsibilities, organisational "
        + "notifications and, additionally, individual communication preferences of participating representatives, "
        + "associated intermediaries, administrative authorities, independent contractors, neighbouring municipalities, "
        + "transportation facilities, accommodation providers, educational institutions, governmental organisations, "
        + "telecommunication companies, financial intermediaries, environmental initiatives, agricultural cooperatives, "
        + "pharmaceutical manufacturers, international universities, metropolitan administrations, entertainment "
        + "corporations"

    /// A mail of so many paragraphs, each of which can be written in two ways.
    private func mail(paragraphs: Int) -> String {
        let words =
            "I have your order open, and I can see where it stopped. I ring the depot at nine, and I write to you at ten. "
        let nodes = (1...paragraphs).map { number in
            let next = number == paragraphs ? "Sending" : "Part\(number + 1)"
            let options = ["It is the blue one.", "It is the red one."].enumerated().map { index, end in
                """
                -> \(words)\(words)\(end) #move:narrate-action #line:m\(number)\(index)
                    <<trust +3>>
                    Coach: She can see you moving. #line:c\(number)\(index)
                    <<jump \(next)>>
                """
            }
            return "title: Part\(number)\n---\n\(options.joined(separator: "\n"))\n==="
        }
        let rest = nodes.joined(separator: "\n") + "\ntitle: Sending\n---\n<<send>>\n<<jump Done>>\n===\n"
        return ScenarioExample.file(body: "<<channel email>>\n<<jump Part1>>", end: rest + ScenarioExample.end)
            .replacing(
                "channels: chat", with: "channels: email")
    }

    var languageRow: Row {
        switch self {
        case .noDilemma:
            Row(
                title: "a moment that is no dilemma",
                explanation:
                    "The best option is better than the second by 6 or more, in trust minus heat. Silence that the "
                    + "clock takes does not count. Give the second something to be said for it, or say `easy: yes`.",
                wrong: ScenarioExample.changing("<<trust +5>>", to: "<<trust +9>>"),
                right: ScenarioExample.file(
                    headers: "easy: yes",
                    body: ScenarioExample.moment.replacing("<<trust +5>>", with: "<<trust +9>>")))
        case .scolding:
            Row(
                title: "feedback that scolds",
                explanation: "A coach says what the words did and what to try, not how somebody failed. The words are "
                    + "listed under `scolding:` in `Content/vocabulary.yaml`.",
                wrong: ScenarioExample.changing("She can see you moving.", to: "You should have asked about Saturday."))
        case .longFeedback:
            Row(
                title: "feedback of more than two sentences",
                explanation:
                    "It pops up between two lines of a conversation: one sentence for what the words did, one for "
                    + "what to try.",
                wrong: ScenarioExample.changing(
                    "She can see you moving.", to: "She can see you moving. That is good. Ask next."))
        case .longLine:
            Row(
                title: "a line too long for its channel",
                explanation:
                    "Chat: 160 characters. Social: 280. Voice: 20 words a sentence. Email: 90 words a paragraph.",
                wrong: ScenarioExample.changing("hi. still no parcel", to: Self.long))
        case .readingLevel:
            Row(
                title: "words that are hard to read",
                explanation: "What one person says, taken together, asks for more than nine years of school by the "
                    + "Flesch–Kincaid formula (1975). Sixty words are enough to tell.",
                wrong: ScenarioExample.saying("<<channel email>>\n\(Self.hard) #line:p8\n<<channel chat>>")
                    .replacing("channels: chat", with: "channels: chat, email"))
        case .soundsElse:
            Row(
                title: "an option that does not sound like its moves",
                explanation:
                    "None of the moves in its tags is among the first five that are heard in its words, after what the "
                    + "customer said before. Somebody who types these very words would not be taken to this option. "
                    + "`rapport hear` says what is heard, and why. It is a note: only you know what was meant, and "
                    + "`--strict` does not count it.",
                wrong: ScenarioExample.changing("I am looking for it now.", to: "Which day has to hold?"))
        case .longReply:
            Row(
                title: "a reply that is much longer than the others",
                explanation:
                    "Its length is seen before its words are read. What is longer than the next by more than three fifths "
                    + "and by more than 25 characters stands out.",
                wrong: ScenarioExample.changing(
                    "I am looking for it now.",
                    to: "I am looking for it now, beginning with the depot where somebody scanned it last on Tuesday."))
        case .longMail:
            Row(
                title: "a mail that nobody reads to its end",
                explanation:
                    "The longest way through a draft, with every paragraph that may be in it, has more than 220 words.",
                wrong: mail(paragraphs: 6), right: mail(paragraphs: 2))
        default:
            Row(
                title: "what may be personal data",
                explanation:
                    "Mail addresses, numbers of telephones, cards and accounts, and postal addresses are made up "
                    + "from what is reserved for examples: `example.com`, 555-0123.",
                wrong: ScenarioExample.changing("still no parcel", to: "write to priya.nair@mail-for-all.net"),
                right: ScenarioExample.changing("still no parcel", to: "write to priya.nair@example.com"))
        }
    }

    var trapRow: Row {
        let asking = { (condition: String) in
            let (a, b) = (condition.contains("$a"), condition.contains("$b"))
            let declared = (a ? "<<declare $a = 2>>\n" : "") + (b ? "<<declare $b = false>>\n" : "")
            let set = (a ? "\n    <<set $a = 0>>" : "") + (b ? "\n    <<set $b = true>>" : "")
            return ScenarioExample.changing("Priya: ok", to: "Priya: good <<if \(condition)>> #line:p8\nPriya: ok")
                .replacing("<<channel chat>>", with: declared + "<<channel chat>>")
                .replacing("<<trust +3>>", with: "<<trust +3>>" + set)
        }
        switch self {
        case .cutAddress:
            return Row(
                title: "an address that is cut short",
                explanation: "`//` begins a comment, also in the middle of an address. Write `https:\\/\\/`.",
                wrong: ScenarioExample.changing(
                    "-> I am looking for it now. #move:narrate-action #line:p4",
                    to: "-> I am looking here: https://example.com #move:narrate-action #line:p4"),
                right: ScenarioExample.changing("looking for it now.", to: "looking here: https:\\/\\/example.com"))
        case .mixedLogic:
            return Row(
                title: "and, or and xor without brackets",
                explanation: "They bind equally and go from left to right: `a or b and c` is `(a or b) and c`.",
                wrong: asking("$b or trust() > 54 and $a > 1"), right: asking("$b or (trust() > 54 and $a > 1)"))
        case .hastyNot:
            return Row(
                title: "`not` before a comparison",
                explanation: "`not a == b` is `(not a) == b`.",
                wrong: asking("not $b == said(\"focusing-question\")"),
                right: asking("not ($b == said(\"focusing-question\"))"))
        case .bothSides:
            return Row(
                title: "a condition whose second half can fail",
                explanation: "Both sides of `and` and `or` are always computed: the first does not protect the second.",
                wrong: asking("$a != 0 and 4 % $a == 0"), right: asking("$a != 0 and 4 / $a == 2"))
        default:
            return Row(
                title: "a line that only looks like part of an option",
                explanation:
                    "The first line of a body says how deep it stands; one that is indented less ends the body.",
                wrong: ScenarioExample.changing(
                    "-> … #timeout #line:p6\n    <<heat +8>>\n    Coach: One short line holds the door. #line:p7\n    <<jump Done>>",
                    to:
                        "-> … #timeout #line:p6\n        <<heat +8>>\n        Coach: One short line holds the door. #line:p7\n    <<jump Done>>"
                ))
        }
    }
}
