import Yarn

// The table of all rules: the reference page, the rules of a SARIF report and tests are made from it.
extension ScenarioRule {
    /// What there is to say about the rule, with a whole scenario that breaks it and nothing else.
    public var entry: DiagnosticEntry {
        let row = row
        return DiagnosticEntry(
            code: rawValue, severity: severity, title: row.title, explanation: row.explanation, wrong: row.wrong,
            right: row.right)
    }

    /// One row; the mended file is the usual one unless it has to show something of its own.
    struct Row {
        var title: String
        var explanation: String
        var wrong: String
        var right = ScenarioExample.right
    }

    private var row: Row {
        switch self {
        case .header, .headerValue, .headerMissing, .nodeMissing, .noEnding: headerRow
        case .speaker, .hashtag, .hashtagValue, .noLineID, .command, .promise, .move, .recall: lineRow
        case .clock, .silence, .noCoach, .noMove, .quote, .noPublic: momentRow
        case .lostNode, .neverReached, .neverChosen, .lostEnding, .deadEnd: pathRow
        case .noWayOut, .loop, .fault, .nothingToDo: troubleRow
        case .neverDue, .neverAsked, .notPromised, .neverRead: memoryRow
        case .noDilemma, .scolding, .longFeedback, .longLine, .readingLevel, .personalData, .soundsElse,
            .longReply, .longMail:
            languageRow
        case .cutAddress, .mixedLogic, .hastyNot, .bothSides, .looseBody: trapRow
        }
    }

    private var headerRow: Row {
        switch self {
        case .header:
            Row(
                title: "a header that does not exist",
                explanation: "Headers have the names of the scenario language, and most belong in the first node. "
                    + "A misspelt one would be kept and never read.",
                wrong: ScenarioExample.file(headers: "dificulty: gentle"),
                right: ScenarioExample.file(headers: "difficulty: gentle"))
        case .headerValue:
            Row(
                title: "a header with a wrong value",
                explanation: "Each header has its form: a number, a word of a list, a name of the cast.",
                wrong: ScenarioExample.file(headers: "trust: 140"), right: ScenarioExample.file(headers: "trust: 40"))
        case .headerMissing:
            Row(
                title: "a first node without its headers",
                explanation: "The first node says `scenario`, `channels`, `cast` and `customer`: without them nobody "
                    + "knows who speaks, and where.",
                wrong: ScenarioExample.changing("scenario: A parcel for Saturday\n", to: ""))
        case .nodeMissing:
            Row(
                title: "a header that names a node which does not exist",
                explanation: "`step_back:` and `unclear:` lead to nodes. Check the spelling of the title.",
                wrong: ScenarioExample.file(headers: "step_back: Dnoe"),
                right: ScenarioExample.file(headers: "step_back: Done"))
        default:
            Row(
                title: "a scenario without an ending",
                explanation: "At least one node says `ending:` and `outcome:`: that is what a debrief is about.",
                wrong: ScenarioExample.changing("ending: heard\noutcome: kept\n", to: "moment: The end\n"))
        }
    }

    private var lineRow: Row {
        switch self {
        case .speaker:
            Row(
                title: "a speaker nobody knows",
                explanation: "Who speaks is of the cast, or `You`, `Coach`, `Scene`, `Note`, `Subject`, `Paragraph` or "
                    + "`Reflect`. A colon inside a sentence is written `\\:`.",
                wrong: ScenarioExample.changing("Priya: hi", to: "Prya: hi"))
        case .hashtag:
            Row(
                title: "a hashtag that does not exist here",
                explanation: "Lines and options have hashtags of their own; any other would be silent.",
                wrong: ScenarioExample.changing("parcel #line:p1", to: "parcel #emotoin:anxious #line:p1"),
                right: ScenarioExample.changing("parcel #line:p1", to: "parcel #emotion:anxious #line:p1"))
        case .hashtagValue:
            Row(
                title: "a hashtag with a wrong value",
                explanation: "Feelings, tones, sounds and moves are words of `Content/vocabulary.yaml`.",
                wrong: ScenarioExample.changing("parcel #line:p1", to: "parcel #emotion:anxius #line:p1"),
                right: ScenarioExample.changing("parcel #line:p1", to: "parcel #emotion:anxious #line:p1"))
        case .noLineID:
            Row(
                title: "a line without an id",
                explanation: "Translations and records find a line by its `#line:` id, also when its words change. "
                    + "`rapport tag` writes the missing ones.",
                wrong: ScenarioExample.changing("parcel #line:p1", to: "parcel"))
        case .command:
            Row(
                title: "a command that does not exist, or has wrong arguments",
                explanation: "Yarn hands any command on; here each one is known, with what it takes.",
                wrong: ScenarioExample.changing("<<trust +5>>", to: "<<trsut +5>>"))
        case .promise:
            Row(
                title: "a promise nobody makes",
                explanation: "What is kept, moved or asked about is made by a `<<promise>>` with the same id.",
                wrong: ScenarioExample.changing("<<trust +5>>", to: "<<keep status>>"))
        case .recall:
            Row(
                title: "a line that comes back to what never was",
                explanation: "`#recalls:` names the promise or the move that a line comes back to: an id of a "
                    + "`<<promise>>` of this scenario, or a move of `Content/vocabulary.yaml`. With any other, the "
                    + "debrief could not say what was remembered.",
                wrong: ScenarioExample.changing("ok. thank you", to: "ok. thank you #recalls:focussing-question"),
                right: ScenarioExample.changing("ok. thank you", to: "ok. thank you #recalls:focusing-question"))
        default:
            Row(
                title: "a move that does not exist",
                explanation:
                    "`said(\"…\")` asks for a move of the vocabulary; with any other name it is false for ever.",
                wrong: ScenarioExample.changing(
                    "Priya: ok", to: "Priya: ok <<if said(\"asking\")>> #line:p8\nPriya: ok"),
                right: ScenarioExample.changing(
                    "Priya: ok", to: "Priya: ok <<if said(\"focusing-question\")>> #line:p8\nPriya: ok"))
        }
    }

    private var momentRow: Row {
        switch self {
        case .clock:
            Row(
                title: "a clock with nothing to do",
                explanation: "When the time of `<<reply_within>>` is over, the option tagged `#timeout` is taken. "
                    + "Without one the customer would wait for ever.",
                wrong: ScenarioExample.changing("-> … #timeout", to: "-> … #move:narrate-action"))
        case .silence:
            Row(
                title: "a second silence in one moment",
                explanation: "A moment has one `#timeout` and one `#pause`: there is only one way to say nothing.",
                wrong: ScenarioExample.changing(
                    "-> I am looking for it now. #move:narrate-action", to: "-> (say nothing) #timeout"))
        case .noCoach:
            Row(
                title: "an option without a word of the coach",
                explanation: "Every reply is answered by a `Coach:` line: that is what somebody practises for.",
                wrong: ScenarioExample.changing("    Coach: She can see you moving. #line:p5\n", to: ""))
        case .noMove:
            Row(
                title: "an option without a move",
                explanation: "`#move:` says what a reply does. Debriefs, typed replies and `said(\"…\")` need it.",
                wrong: ScenarioExample.changing(" #move:narrate-action", to: ""))
        case .noPublic:
            Row(
                title: "something of a public thread where there is none",
                explanation: "`#private` is a private message beside a public thread, and `<<audience>>` changes who "
                    + "looks on. Both belong to the channel social; in any other, nobody looks on.",
                wrong: ScenarioExample.changing("#move:narrate-action", to: "#move:narrate-action #private"),
                right: ScenarioExample.changing("#move:narrate-action", to: "#move:narrate-action #private")
                    .replacing("channels: chat", with: "channels: social")
                    .replacing("<<channel chat>>", with: "<<channel social>>\n<<audience +12 +3>>"))
        default:
            Row(
                title: "a quotation that is not in the option",
                explanation: "`[quote]…[/quote]` marks words of the reply, letter for letter.",
                wrong: ScenarioExample.changing("[quote]on Saturday[/quote]", to: "[quote]on Sunday[/quote]"))
        }
    }
}
