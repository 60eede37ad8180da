import Terminal

/// A screen as it is told in plain mode: in sentences, one after the other, without a place on a surface.
///
/// What a screen tells at one moment is the whole of it. Everything in it has an identity that stays, so that a
/// ``Narrator`` can tell what is new and nothing else.
public struct Narration: Equatable, Sendable {
    /// Something to hear, in the order in which it is to be heard.
    public struct Item: Equatable, Sendable {
        /// What it is, for as long as it is there. The same identity with other words is told again.
        public var id: String
        /// The words; a newline begins a line of its own.
        public var text: String
        /// It lies before the place where one comes in, and is counted instead of told there.
        public var isPast = false
        /// Other words of the same identity are not told again: a number that moves all the time.
        public var isOnce = false

        /// Something to hear.
        public init(_ id: String, _ text: String, isPast: Bool = false) {
            self.id = id
            self.text = text
            self.isPast = isPast
        }
    }

    /// Something that can be chosen.
    public struct Choice: Equatable, Sendable {
        /// What is typed for it: a number, or a word.
        public var label: String
        /// What it is.
        public var text: String
        /// More about it, told when the arrows' commands come to it.
        public var detail: String
        /// What does it, in order.
        public var actions: [Action]

        /// Something that can be chosen.
        public init(_ label: String, _ text: String, detail: String = "", does actions: [Action]) {
            self.label = label
            self.text = text
            self.detail = detail
            self.actions = actions
        }
    }

    /// What can be chosen now.
    public struct Choices: Equatable, Sendable {
        /// Which question this is. Another one is told anew.
        public var id: String
        /// What is asked.
        public var heading: String
        /// The answers, in order.
        public var all: [Choice]
        /// The one that up and down have come to, from 0.
        public var chosen: Int?
        /// Told only to who asks.
        public var isQuiet = false

        /// What can be chosen now.
        public init(_ id: String, _ heading: String, _ all: [Choice], chosen: Int? = nil) {
            self.id = id
            self.heading = heading
            self.all = all
            self.chosen = chosen
        }
    }

    /// A clock that runs down.
    public struct Clock: Equatable, Sendable {
        /// Which clock.
        public var id: String
        /// What it runs down to, so that “30 seconds left” goes before it: `to reply`.
        public var purpose: String
        /// What is left, ms.
        public var left: Int

        /// A clock.
        public init(_ id: String, _ purpose: String, left: Int) {
            self.id = id
            self.purpose = purpose
            self.left = left
        }
    }

    /// What a line of text is for.
    public enum Typing: Equatable, Sendable {
        /// Words that are looked for: each line takes the place of the one before.
        case search
        /// An answer of a few lines; an empty line ends it.
        case answer
        /// A text with paragraphs; only a line with a full stop alone ends it.
        case letter
    }

    /// Which screen this is. Another one is told from its heading on.
    public var id: String
    /// What the screen is, in a line.
    public var heading: String
    /// What there is to hear, in order.
    public var items: [Item] = []
    /// What can be chosen.
    public var choices: Choices?
    /// The clocks that run, the most pressing first.
    public var clocks: [Clock] = []
    /// What is waited for, in a few words; empty while something is on its way.
    public var prompt = ""
    /// Lines are text now, and commands have a colon before them.
    public var typing: Typing?
    /// What is done before a line of text is typed, and behind it, so that it comes to stand where it belongs.
    public var beforeText: [Action] = [], afterText: [Action] = []
    /// What the end of the text does.
    public var endsText = Action.accept
    /// A line of several words that is no command is said as it is.
    public var takesWords = false
    /// Something is on its way by itself, and an empty line brings it at once.
    public var isArriving = false

    /// What the coach said last, to tell it again.
    public var coachsWord: [String] {
        items.last { $0.id.hasPrefix("coach-") }.map { PlainText.lines($0.text) } ?? []
    }

    /// A screen with nothing in it yet.
    public init(_ id: String, _ heading: String) {
        self.id = id
        self.heading = heading
    }
}

extension Screen {
    /// What it looks like, row by row: for a screen that has no words of its own for plain mode.
    public func narration(at now: Uptime) -> Narration { picture(at: now) }

    /// The rows of the screen as items, and its actions as choices.
    func picture(at now: Uptime) -> Narration {
        var narration = Narration("screen:\(name)", "\(name).")
        var surface = Surface(Size(columns: 78, rows: 60))
        draw(into: &surface, look: Look(theme: .monochrome, glyphs: .ascii), at: now)
        for row in 0..<surface.size.rows {
            var text = ""
            for column in 0..<surface.size.columns { text += surface[Point(column: column, row: row)].text }
            let words = PlainText.line(text)
            if words.contains(where: { $0.isLetter || $0.isNumber }) {
                narration.items.append(Narration.Item("row-\(row)", words))
            }
        }
        narration.typing = isTyping ? .answer : nil
        narration.prompt = isTyping ? "Text" : "Command"
        return narration
    }
}
