import Conversation

/// What the scenarios of a library hold, in tables: Docs/Balance.md.
struct BalanceReport {
    /// One scenario.
    struct Row {
        var slug: String
        var channels: [Channel]
        var balance: ScenarioBalance
        var played: PlayedBalance
        var endings: [String]
    }

    var rows: [Row]
    var guesses: Guesses { rows.reduce(into: Guesses()) { $0.add($1.balance.guesses) } }

    /// The page.
    var text: String {
        """
        # The balance of the scenarios

        Written by `rapport balance --to Docs` from the scenarios and the runs of their test plans; `--check` says when it is
        stale. What the columns mean stands below each table.

        \(moments)

        \(endings)

        \(reading)

        \(turns)

        \(skills)

        \(giveaways)

        """
    }

    private static func table(_ head: [String], _ rows: [[String]]) -> String {
        let lines = [head, head.map { _ in "---" }] + rows
        return lines.map { "| " + $0.joined(separator: " | ") + " |" }.joined(separator: "\n")
    }

    private static func figure(_ value: Double) -> String {
        let tenths = Int((value * 10).rounded())
        return "\(tenths < 0 ? "−" : "")\(abs(tenths) / 10).\(abs(tenths) % 10)"
    }

    private var moments: String {
        let table = Self.table(
            ["scenario", "channels", "moments", "replies", "micro", "trust won", "trust lost"],
            rows.map { row in
                [
                    row.slug, row.channels.map(\.rawValue).joined(separator: ", "), "\(row.balance.moments)",
                    Self.figure(row.balance.repliesPerMoment), "\(row.balance.micro.values.reduce(0, +))",
                    Self.figure(row.balance.trustWon), Self.figure(row.balance.trustLost),
                ]
            })
        let micro = rows.reduce(0) { $0 + $1.balance.micro.values.reduce(0, +) }
        return """
            ## Moments

            \(table)

            \(rows.count) scenarios, \(rows.reduce(0) { $0 + $1.balance.moments }) moments, of which \(micro) can be rehearsed alone \
            (`micro:`). *Replies* are those with a number, in a moment, on average. *Trust won* and *lost* are the most and the least \
            that one answer of a moment does to trust, silence included, on average.
            """
    }

    private var endings: String {
        let table = Self.table(
            ["scenario", "endings", "kept", "strained", "lost", "runs by choosing", "runs by typing"],
            rows.map { row in
                let of = { (outcome: Outcome) in "\(row.balance.endings[outcome, default: 0])" }
                let by = { (runs: [String: Int]) in
                    row.endings.map { "\(runs[$0, default: 0])" }.joined(separator: " ")
                }
                return [
                    row.slug, "\(row.endings.count)", of(.kept), of(.strained), of(.lost), by(row.played.chosen),
                    by(row.played.typed),
                ]
            })
        return """
            ## Endings

            \(table)

            How each ending is for the customer. *Runs* are those of the test plan, for each ending in the order of the source: by \
            choosing alone, and with more than half of the replies typed.
            """
    }

    private var reading: String {
        let table = Self.table(
            ["scenario", "words, shortest run", "words, longest run", "minutes to read", "longest mail"],
            rows.map { row in
                let words = row.played.wordsRead
                let time = row.played.readingTime.map {
                    "\(Self.figure($0.lowerBound))–\(Self.figure($0.upperBound))"
                }
                return [
                    row.slug, "\(words.min() ?? 0)", "\(words.max() ?? 0)", time ?? "",
                    row.played.longestMail == 0 ? "" : "\(row.played.longestMail)",
                ]
            })
        return """
            ## Reading

            \(table)

            What there is to read in a run, with every reply on offer and the coach, at \(PlayedBalance.readingPace) words a minute \
            (Brysbaert, Journal of Memory and Language 109, 2019). Playing takes longer: people type, speak and hesitate. *Longest \
            mail*: words of the longest one that a run sends.
            """
    }

    private var turns: String {
        var lines: [[String]] = []
        for channel in Channel.allCases {
            var (customers, agents) = (0, 0), counts = (0, 0)
            for row in rows {
                let (theirs, ours) = (row.played.customers[channel], row.played.agents[channel])
                customers += theirs?.words ?? 0
                agents += ours?.words ?? 0
                counts.0 += theirs?.count ?? 0
                counts.1 += ours?.count ?? 0
            }
            func mean(_ words: Int, _ count: Int) -> String {
                count == 0 ? "" : Self.figure(Double(words) / Double(count))
            }
            let carried = rows.count { $0.channels.contains(channel) }
            lines.append(
                [channel.rawValue, "\(carried)", mean(customers, counts.0), mean(agents, counts.1)])
        }
        return """
            ## Words a turn

            \(Self.table(["channel", "scenarios", "words of the others", "words of the agent"], lines))

            A turn is everything said before the other side answers; a mail is one turn.
            """
    }

    private var skills: String {
        var scenarios: [String: Int] = [:], micro: [String: Int] = [:]
        for row in rows {
            for skill in row.balance.skills { scenarios[skill, default: 0] += 1 }
            for (skill, count) in row.balance.micro { micro[skill, default: 0] += count }
        }
        let all = Set(scenarios.keys).union(micro.keys).sorted()
        let table = Self.table(
            ["skill", "scenarios", "moments to rehearse"],
            all.map { [$0, "\(scenarios[$0, default: 0])", "\(micro[$0, default: 0])"] })
        return """
            ## Skills

            \(table)
            """
    }

    private var giveaways: String {
        func line(_ name: String, _ guess: Guess) -> [String] {
            let chance = Int((guess.probability * 1_000).rounded())
            let digits = String(repeating: "0", count: max(0, 3 - "\(chance)".count)) + "\(chance)"
            return [
                name, "\(guess.count)", "\(guess.hits)", Self.figure(guess.expected),
                chance >= 1_000 ? "1.000" : "0.\(digits)",
            ]
        }
        let all = guesses
        var lines = [line("all: the longest", all.longest)]
        for (place, guess) in all.places.enumerated() { lines.append(line("all: number \(place + 1)", guess)) }
        for row in rows { lines.append(line("\(row.slug): the longest", row.balance.guesses.longest)) }
        return """
            ## What can be guessed without reading

            \(Self.table(["taking blindly", "moments", "is a best reply", "by chance", "p"], lines))

            Best is the highest trust minus heat among the replies with a number, where not all are equal. *p* is the probability that \
            chance alone hits so often (one-sided binomial test, each moment with its own chance); at 0.05 or less, `rapport check` \
            warns.
            """
    }
}
