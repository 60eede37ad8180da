import Terminal

@testable import Interface

/// Every control as a person meets it, by name: what the snapshots show and what the property tests draw.
enum ControlsGallery {
    static let all: [(name: String, rows: Int, draw: @Sendable (inout Surface, Rect, Look) -> Void)] = [
        ("line-editor", 5, { editor().draw(into: &$0, in: $1, look: $2) }),
        (
            "line-editor-empty", 3,
            { LineEditor(placeholder: "Say it in your own words.").draw(into: &$0, in: $1, look: $2) }
        ),
        ("line-editor-single", 1, { single().draw(into: &$0, in: $1, look: $2) }),
        ("list", 8, { list().draw(into: &$0, in: $1, look: $2) }),
        ("list-found", 6, { found(.jumps).draw(into: &$0, in: $1, look: $2) }),
        ("list-narrowed", 6, { found(.narrows).draw(into: &$0, in: $1, look: $2) }),
        (
            "list-empty", 2,
            { ListBox(emptyWords: "No session yet. Home is one Esc away.").draw(into: &$0, in: $1, look: $2) }
        ),
        ("transcript", 9, { transcript($1.columns, back: 5).draw(blocks($1.columns), into: &$0, in: $1, look: $2) }),
        ("gauges", 4, { gauges(into: &$0, in: $1, look: $2) }),
        ("sparklines", 4, { sparklines(into: &$0, in: $1, look: $2) }),
        (
            "tabs", 1,
            { Tabs([.init("Chat"), .init("Voice", news: 2), .init("Email")]).draw(into: &$0, in: $1, look: $2) }
        ),
        ("tabs-many", 1, { tabs().draw(into: &$0, in: $1, look: $2) }),
        ("big-digits", 7, { BigDigits("12:04").draw(into: &$0, in: $1, look: $2) }),
        ("big-digits-all", 6, { BigDigits("35678 9").draw(into: &$0, in: $1, look: $2) }),
        ("progress", 2, { progress(of: 40).draw(into: &$0, in: $1, look: $2) }),
        ("progress-unknown", 2, { progress(of: nil).draw(into: &$0, in: $1, look: $2) }),
        ("table", 7, { table().draw(into: &$0, in: $1, look: $2) }),
        (
            "table-as-list", 9,
            {
                var table = table()
                table.isList = true
                table.draw(into: &$0, in: $1, look: $2)
            }
        ),
        ("heatmap", 6, { heatmap().draw(into: &$0, in: $1, look: $2) }),
        ("form", 14, { form().draw(into: &$0, in: $1, look: $2) }),
        ("form-wrong", 16, { wrongForm().draw(into: &$0, in: $1, look: $2) }),
    ]

    static func picture(_ name: String, columns: Int, theme: Theme = .calm, glyphs: Glyphs = .unicode) -> Surface {
        guard let one = all.first(where: { $0.name == name }) else { return Surface(Size(columns: 0, rows: 0)) }
        var surface = Surface(Size(columns: columns, rows: one.rows))
        one.draw(&surface, surface.bounds, Look(theme: theme, glyphs: glyphs))
        return surface
    }

    static func editor() -> LineEditor {
        var editor = LineEditor()
        editor.insert(
            "Priya, I can see that the parcel stopped in Leeds on Monday. That leaves you two days before Saturday, and "
                + "that is on us.\nWhat has to be there by then?")
        editor.perform(.selectWordLeft)
        editor.perform(.selectWordLeft)
        return editor
    }

    static func single() -> LineEditor {
        var editor = LineEditor(limit: 200, isSingleLine: true)
        editor.fit(Size(columns: 60, rows: 1))
        editor.insert("theme projector and then a command that is far longer than sixty columns would ever be")
        return editor
    }

    static func list() -> ListBox {
        var list = ListBox([
            .init("late", "Late delivery, holiday deadline", detail: "chat"),
            .init("charge", "Unexpected charge", detail: "voice"),
            .init("bug", "Bug blocking a launch", detail: "voice", refusal: "it needs mending"),
            .init("cake", "The cake that did not come", detail: "chat, email"),
            .init("refund", "A refund that was promised twice", detail: "email"),
        ])
        list.move(.down)
        return list
    }

    static func found(_ finding: ListBox.Finding) -> ListBox {
        var list = ListBox(list().rows, finding: finding)
        list.find("that did")
        list.find("th")
        return list
    }

    static func blocks(_ columns: Int) -> [TranscriptBlock<Int>] {
        let words = [
            "its 4 days late and my sons party is SATURDAY", "nobody answers me",
            "I can see the parcel stopped in Leeds on Monday, and that two people told you Thursday.",
            "so where is it now", "What must arrive by Saturday for the party to work?", "the lights. just the lights",
            "Then the lights go out today by courier, and I write to you at five.",
        ]
        return words.enumerated().map { index, text in
            let isAgent = index == 2 || index == 4 || index == 6
            return TranscriptBlock(
                index,
                [StyledLine(isAgent ? "You" : "Priya", isAgent ? .agent : .customer)]
                    + StyledLine.wrapped(text, .text, columns: min(columns, 60), indent: 2))
        }
    }

    static func transcript(_ columns: Int, back: Int) -> TranscriptScroll<Int> {
        var scroll = TranscriptScroll<Int>()
        // Scrolled away when four entries were there; three came since.
        for _ in 0..<back { scroll.move(.up, in: Array(blocks(columns).prefix(4)), rows: 4) }
        return scroll
    }

    static func gauges(into surface: inout Surface, in area: Rect, look: Look) {
        let gauges = [
            Gauge("Reply", 38, of: 60, words: "0:38"), Gauge("Promise", 6, of: 600, words: "0:06 left", role: .urgent),
            Gauge("You spoke", 38, of: 100, words: "38 %, Daniel 62 %"), Gauge("Seen", 2, of: 5),
        ]
        surface.draw(
            gauges.map { $0.line(columns: area.columns, labelColumns: 9, glyphs: look.glyphs) }, in: area)
    }

    static func sparklines(into surface: inout Surface, in area: Rect, look: Look) {
        let trust = Sparkline([40, 42, 47, nil, 44, 52, 61, 60, 66], range: 0...100, role: .cold)
        let heat = Sparkline([65, 70, 82, nil, 95, 88, 80, 60, 41], range: 0...100, role: .warm)
        let long = Sparkline((0..<300).map { ($0 * $0 / 7) % 90 })
        surface.draw(
            [
                trust.line(columns: area.columns, glyphs: look.glyphs),
                heat.line(columns: area.columns, glyphs: look.glyphs),
                long.line(columns: area.columns, part: .whole, glyphs: look.glyphs),
                Sparkline([]).line(columns: area.columns, glyphs: look.glyphs),
            ], in: area)
    }

    static func tabs() -> Tabs {
        var tabs = Tabs([
            "Chat with Priya", "Voice with Daniel", "Email to the carrier", "Public thread", "Notes of the shift",
            "Journal",
        ])
        tabs.open(2)
        return tabs
    }

    static func progress(of whole: Int?) -> ProgressBar {
        ProgressBar("Walking every path of “Late delivery”", done: 12, of: whole, unit: "paths")
    }

    static func table() -> Table {
        var table = Table(
            columns: [
                .init("Moment", least: 12, ideal: 28), .init("Trust", least: 8, ideal: 8, alignment: .right),
                .init("Heat", least: 5, ideal: 8, alignment: .right), .init("Ended", least: 16, ideal: 30),
                .init("Moves that were made", least: 24, ideal: 40),
            ],
            rows: [
                ["Where it turned", "+11", "−20", "the relationship holds", "owning the impact, asking permission"],
                ["First words", "+6", "−5", "the relationship holds", "naming impact, focusing question"],
                ["漢字の瞬間", "0", "0", "they left", "none"],
                ["The promise", "−8", "+12", "it holds, with a strain on it", "bare promise"],
            ], order: .init(column: 1, isRising: false))
        table.move(.down)
        return table
    }

    static func heatmap() -> Heatmap {
        Heatmap(
            rows: ["First words", "The promise", "The refund", "Goodbye"],
            columns: ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"],
            values: [
                [0, 3, 5, 8, 13, 2, 1], [1, 2, nil, 4, 9, 0, 0], [27, 22, 19, 14, 11, 8, 6], [3, 6, 9, 12, 15, 18, 21],
            ], unit: "times trust fell")
    }

    static func form() -> Form {
        Form(
            [
                .text("name", "What shall we call you?", value: "Sam", help: "Only you see it."),
                .choice(
                    "scenario", "Scenario", ["Late delivery", "Unexpected charge", "Bug blocking a launch"], chosen: 1),
                .number("minutes", "Minutes a round", value: 8, in: 1...60),
                .yesNo("clocks", "Clocks on", value: true),
                .text(
                    "why", "What do you want the customer to feel?", rows: 3, limit: 500,
                    check: FormField.required("A few words are enough.")),
            ], submitWords: "Begin")
    }

    static func wrongForm() -> Form {
        var form = form()
        for _ in 0..<2 { _ = form.handle(.plain(.tab)) }
        for key in [Key.plain(.backspace), .character("9"), .character("9")] { _ = form.handle(key) }
        _ = form.handle(.control("s"))
        return form
    }
}
