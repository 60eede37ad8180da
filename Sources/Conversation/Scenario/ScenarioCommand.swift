import Yarn

/// A command of a scenario, understood.
public enum ScenarioCommand: Hashable, Sendable {
    /// How a queue is changed.
    public enum QueueChange: Hashable, Sendable {
        case to(Int), by(Int)
    }

    /// What is done with a conversation beside the others.
    public enum ThreadChange: Hashable, Sendable {
        /// It begins, in a node.
        case open(String, node: String)
        /// It is over.
        case close(String)
        /// The one that says it waits until the others are over.
        case rest
    }

    /// The conversation moves to a channel.
    case channel(Channel)
    /// A measure moves.
    case shift(Measure, by: Int)
    /// A clock on the next options, ms.
    case replyWithin(Int)
    /// A real pause, ms.
    case wait(Int)
    /// Story time jumps, ms.
    case later(Int)
    /// A promise is made, due in ms of story time.
    case promise(String, dueIn: Int)
    /// A promise is kept.
    case keep(String)
    /// A promise gets a new time.
    case renegotiate(String, dueIn: Int)
    /// People wait.
    case queue(QueueChange)
    /// The draft is sent.
    case send
    /// A file is attached.
    case attach(String)
    /// A call is put on hold, or taken up again.
    case hold(Bool)
    /// The agent's microphone is muted in a call, or heard again.
    case mute(Bool)
    /// More people, or fewer, look on at a public thread.
    case audience(likes: Int, shares: Int)
    /// A place where a curveball may strike: one of these nodes, or any of the scenario's where none is named.
    case curveball([String])
    /// A conversation beside the others begins or ends.
    case thread(ThreadChange)

    /// Every command's name with its form, in the order of the authoring guide.
    public static let forms: [(name: String, form: String)] = [
        ("channel", "<<channel chat>>"), ("trust", "<<trust +5>>"), ("heat", "<<heat -3>>"),
        ("effort", "<<effort +2>>"), ("reply_within", "<<reply_within 60>>"), ("wait", "<<wait 3>>"),
        ("later", "<<later 15m>>"), ("promise", "<<promise status 15m>>"), ("keep", "<<keep status>>"),
        ("renegotiate", "<<renegotiate status 10m>>"), ("queue", "<<queue 7>>"), ("send", "<<send>>"),
        ("attach", "<<attach \"name\">>"), ("audience", "<<audience +12 +3>>"), ("hold", "<<hold on>>"),
        ("mute", "<<mute on>>"), ("curveball", "<<curveball>> or <<curveball NODE …>>"),
        ("thread", "<<thread open NAME NODE>>, <<thread close NAME>> or <<thread rest>>"),
    ]

    /// What is wrong with a command, in an author's words.
    public struct Problem: Error, Hashable, Sendable {
        /// What is wrong.
        public var message: String
        /// What would be right.
        public var expected: String
        /// What to try, where something is near.
        public var hint: String?
        /// The argument it is about, from 0; nil for the name.
        public var argument: Int?
    }

    /// Understands a command.
    /// - Throws: ``Problem`` when the name, the number of arguments or one of them is not of the language.
    public init(name: String, arguments: [String]) throws(Problem) {
        let reader = ArgumentReader(name: name, arguments: arguments)
        switch name {
        case "channel": self = .channel(try reader.one(of: Channel.self))
        case "trust": self = .shift(.trust, by: try reader.signed())
        case "heat": self = .shift(.heat, by: try reader.signed())
        case "effort": self = .shift(.effort, by: try reader.signed())
        case "reply_within": self = .replyWithin(try reader.duration(at: 0, of: 1))
        case "wait": self = .wait(try reader.duration(at: 0, of: 1))
        case "later": self = .later(try reader.duration(at: 0, of: 1))
        case "promise": self = .promise(try reader.word(at: 0, of: 2), dueIn: try reader.duration(at: 1, of: 2))
        case "keep": self = .keep(try reader.word(at: 0, of: 1))
        case "renegotiate":
            self = .renegotiate(try reader.word(at: 0, of: 2), dueIn: try reader.duration(at: 1, of: 2))
        case "queue": self = .queue(try reader.queue())
        case "send":
            try reader.count(0)
            self = .send
        case "attach": self = .attach(try reader.word(at: 0, of: 1))
        case "hold": self = .hold(try reader.isOn())
        case "mute": self = .mute(try reader.isOn())
        case "audience": self = .audience(likes: try reader.onlookers(at: 0), shares: try reader.onlookers(at: 1))
        case "curveball":
            self = .curveball(arguments)
        case "thread": self = .thread(try reader.thread())
        default: throw Self.unknown(name)
        }
    }

    private static func unknown(_ name: String) -> Problem {
        let expected = "one of " + forms.map(\.name).joined(separator: ", ")
        let hint = Spelling.nearest(to: name, in: forms.map(\.name)).map { "Did you mean `\($0)`?" }
        return Problem(message: "There is no command `\(name)`.", expected: expected, hint: hint)
    }
}

/// Reads the arguments of one command.
private struct ArgumentReader {
    var name: String
    var arguments: [String]

    private var form: String { ScenarioCommand.forms.first { $0.name == name }?.form ?? "<<\(name)>>" }

    func problem(_ message: String, hint: String? = nil, at argument: Int? = nil) -> ScenarioCommand.Problem {
        ScenarioCommand.Problem(message: message, expected: form, hint: hint, argument: argument)
    }

    func count(_ wanted: Int) throws(ScenarioCommand.Problem) {
        guard arguments.count != wanted else { return }
        let words = ["nothing", "one word", "two words"]
        throw problem(
            "`\(name)` takes \(words[min(wanted, 2)]) after its name, and here \(arguments.count) came.",
            at: arguments.count > wanted ? wanted : nil)
    }

    func word(at index: Int, of wanted: Int) throws(ScenarioCommand.Problem) -> String {
        try count(wanted)
        return arguments[index]
    }

    func signed() throws(ScenarioCommand.Problem) -> Int {
        let text = try word(at: 0, of: 1)
        let hasSign = text.first == "+" || text.first == "-"
        guard let value = Int(text), (-100...100).contains(value), hasSign || value == 0 else {
            throw problem("`\(text)` is no change: that is a sign and a whole number up to 100.", at: 0)
        }
        return value
    }

    func onlookers(at index: Int) throws(ScenarioCommand.Problem) -> Int {
        let text = try word(at: index, of: 2)
        guard let value = Int(text), abs(value) <= 100_000, text.first == "+" || text.first == "-" || value == 0 else {
            throw problem("`\(text)` is no change: that is a sign and a whole number up to 100000.", at: index)
        }
        return value
    }

    func one(of type: Channel.Type) throws(ScenarioCommand.Problem) -> Channel {
        let text = try word(at: 0, of: 1)
        if let channel = Channel(rawValue: text) { return channel }
        let hint = Spelling.nearest(to: text, in: Channel.allCases.map(\.rawValue)).map { "Did you mean `\($0)`?" }
        throw problem("There is no channel `\(text)`: there are chat, voice, email and social.", hint: hint, at: 0)
    }

    func thread() throws(ScenarioCommand.Problem) -> ScenarioCommand.ThreadChange {
        switch arguments.first {
        case "open"?:
            guard arguments.count == 3 else { throw problem("`thread open` takes a name and a node.") }
            return .open(arguments[1], node: arguments[2])
        case "close"?: return .close(try word(at: 1, of: 2))
        case "rest"?:
            try count(1)
            return .rest
        case let other?:
            let hint = Spelling.nearest(to: other, in: ["open", "close", "rest"]).map { "Did you mean `\($0)`?" }
            throw problem("`\(other)` is nothing that can be done with a conversation.", hint: hint, at: 0)
        case nil: throw problem("`thread` says nothing here.")
        }
    }

    func isOn() throws(ScenarioCommand.Problem) -> Bool {
        let text = try word(at: 0, of: 1)
        guard let isOn = ["on": true, "off": false][text] else {
            throw problem("`\(text)` is neither on nor off.", at: 0)
        }
        return isOn
    }

    func duration(at index: Int, of wanted: Int) throws(ScenarioCommand.Problem) -> Int {
        let text = try word(at: index, of: wanted)
        guard let milliseconds = StoryDuration.milliseconds(text) else {
            throw problem("`\(text)` is no length of time: 45 or 45s (seconds), 15m, 2h.", at: index)
        }
        return milliseconds
    }

    func queue() throws(ScenarioCommand.Problem) -> ScenarioCommand.QueueChange {
        let text = try word(at: 0, of: 1)
        guard let value = Int(text), abs(value) < 1_000 else {
            throw problem("`\(text)` is no number of people: 7, +2 or -1.", at: 0)
        }
        return text.hasPrefix("+") || text.hasPrefix("-") ? .by(value) : .to(value)
    }
}
