import Yarn

// The rows of the rules that come from walking every path.
extension ScenarioRule {
    private static let other = "title: Other\n---\nPriya: nobody hears this #line:o1\n<<jump Done>>\n===\n"

    var pathRow: Row {
        switch self {
        case .lostNode:
            Row(
                title: "a node nobody comes to",
                explanation: "No path leads there: a jump to it is missing, or stands where nothing comes.",
                wrong: ScenarioExample.file(end: Self.other + ScenarioExample.end))
        case .neverReached:
            Row(
                title: "something that never happens",
                explanation: "The story has jumped away before, or a condition holds on no path. Trust is followed "
                    + "exactly; what chance and time may bring counts as possible.",
                wrong: ScenarioExample.changing(
                    "Priya: ok", to: "Priya: wow <<if trust() > 90>> #line:p8\nPriya: ok"),
                right: ScenarioExample.changing(
                    "Priya: ok", to: "Priya: wow <<if trust() > 54>> #line:p8\nPriya: ok"))
        case .neverChosen:
            Row(
                title: "an option that can never be chosen",
                explanation: "Its condition holds on no path, or it is a `#timeout` where no clock runs.",
                wrong: ScenarioExample.changing("<<reply_within 60>>\n", to: ""))
        case .lostEnding:
            Row(
                title: "an ending nobody can reach",
                explanation: "No path leads to its node, or the story goes on from there.",
                wrong: ScenarioExample.file(
                    end: ScenarioExample.end
                        + "\ntitle: Gone\nending: gone\noutcome: lost\n---\nScene: The chat closes. #line:g1\n==="))
        default:
            Row(
                title: "a conversation that stops without an ending",
                explanation:
                    "A node that is no ending comes to its end, and nothing waits behind it: a jump is missing.",
                wrong: ScenarioExample.changing(
                    "She can see you moving. #line:p5\n    <<jump Done>>", to: "She can see you moving. #line:p5"))
        }
    }

    var troubleRow: Row {
        switch self {
        case .noWayOut:
            Row(
                title: "a place with no way out",
                explanation: "From here the conversation goes round for ever: no choice leads to an ending.",
                wrong: ScenarioExample.file(
                    body: ScenarioExample.moment.replacing(
                        "moving. #line:p5\n    <<jump Done>>", with: "moving. #line:p5\n    <<jump Round>>"),
                    end: """
                        title: Round
                        ---
                        -> I am still looking. #move:narrate-action #line:r1
                            Coach: She can see you moving. #line:r2
                            <<jump Round>>
                        ===

                        """ + ScenarioExample.end))
        case .loop:
            Row(
                title: "a circle without a moment",
                explanation: "Nodes jump to each other and nobody is asked anything: the story would run for ever.",
                wrong: ScenarioExample.file(
                    body: ScenarioExample.moment.replacing(
                        "moving. #line:p5\n    <<jump Done>>", with: "moving. #line:p5\n    <<jump Round>>"),
                    end: """
                        title: Round
                        ---
                        Priya: hello? #line:r1
                        <<jump Round>>
                        ===

                        """ + ScenarioExample.end))
        case .fault:
            Row(
                title: "a step that cannot be taken",
                explanation:
                    "A jump to a name that is put together leads to no node, or nodes wait for each other without end.",
                wrong: ScenarioExample.file(
                    body: "<<declare $next = \"Dnoe\">>\n"
                        + ScenarioExample.moment.replacing(
                            "moving. #line:p5\n    <<jump Done>>", with: "moving. #line:p5\n    <<jump {$next}>>")),
                right: ScenarioExample.file(
                    body: "<<declare $next = \"Done\">>\n"
                        + ScenarioExample.moment.replacing(
                            "moving. #line:p5\n    <<jump Done>>", with: "moving. #line:p5\n    <<jump {$next}>>")))
        default:
            Row(
                title: "a moment in which nothing can be done",
                explanation: "All that is left is a `#timeout`, and no clock runs: the session would stand still.",
                wrong: Self.second(after: "<<jump Second>>"),
                right: Self.second(after: "<<reply_within 60>>\n    <<jump Second>>"))
        }
    }

    /// A second moment, which the first option leads to with a clock and the second one by these commands.
    private static func second(after commands: String) -> String {
        ScenarioExample.file(
            body: ScenarioExample.moment
                .replacing(
                    "arrived. #line:p3\n    <<jump Done>>",
                    with: "arrived. #line:p3\n    <<reply_within 60>>\n    <<jump Second>>"
                )
                .replacing("moving. #line:p5\n    <<jump Done>>", with: "moving. #line:p5\n    \(commands)"),
            end: """
                title: Second
                ---
                -> Here it is. <<if trust() > 54>> #move:narrate-action #line:s1
                    Coach: She can see you moving. #line:s2
                    <<jump Done>>
                -> … #timeout #line:s3
                    Coach: One short line holds the door. #line:s4
                    <<jump Done>>
                ===

                """ + ScenarioExample.end)
    }

    var memoryRow: Row {
        let promised = { (command: String, later: String) in
            ScenarioExample.changing("<<trust +3>>", to: "<<trust +3>>\n    \(command)")
                .replacing("---\nPriya: ok", with: "---\n\(later)\nPriya: ok")
        }
        let asked = "Priya: you are late <<if missed(\"status\")>> #line:p8"
        switch self {
        case .neverDue:
            return Row(
                title: "a promise that never falls due",
                explanation:
                    "Whatever path is taken, story time does not come so far: neither by `<<later>>` nor in the "
                    + "`minutes:` a session takes. Nobody can keep or break it.",
                wrong: promised(
                    "<<promise status 8h>>", "<<later 15m>>\n" + asked.replacing("missed", with: "not kept")),
                right: promised("<<promise status 15m>>", "<<later 20m>>\n" + asked))
        case .neverAsked:
            return Row(
                title: "a promise that is forgotten",
                explanation: "It is made and never kept, moved or asked about: the customer would be right to notice.",
                wrong: promised("<<promise status 15m>>", "<<later 20m>>"),
                right: promised("<<promise status 15m>>", "<<later 20m>>\n" + asked))
        case .notPromised:
            return Row(
                title: "a promise that is kept before it is made",
                explanation: "On no path is it open at this place: keeping or moving it changes nothing.",
                wrong: promised("<<keep status>>\n    <<promise status 15m>>", "<<later 20m>>\n" + asked),
                right: promised(
                    "<<promise status 15m>>\n    <<keep status>>",
                    "<<later 20m>>\n" + asked.replacing("missed", with: "kept")))
        default:
            return Row(
                title: "a variable that is never read",
                explanation: "It is written, and no condition and no line ever asks for it.",
                wrong: ScenarioExample.changing("<<trust +3>>", to: "<<trust +3>>\n    <<set $asked = true>>")
                    .replacing("<<channel chat>>", with: "<<declare $asked = false>>\n<<channel chat>>"),
                right: ScenarioExample.changing("<<trust +3>>", to: "<<trust +3>>\n    <<set $asked = true>>")
                    .replacing("<<channel chat>>", with: "<<declare $asked = false>>\n<<channel chat>>")
                    .replacing("---\nPriya: ok", with: "---\nPriya: you asked <<if $asked>> #line:p8\nPriya: ok"))
        }
    }
}
