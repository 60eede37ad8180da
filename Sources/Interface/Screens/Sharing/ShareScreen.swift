import Conversation
import Journal
import Terminal

/// With whom a session is shared: nobody, people by name, everybody who uses this journal; and what they will then see.
public struct ShareScreen: Screen {
    /// What can be chosen, in order.
    enum Choice: CaseIterable, Sendable {
        case nobody, some, everybody

        var words: String {
            switch self {
            case .nobody: "Nobody but you"
            case .some: "People by name"
            case .everybody: "Everybody who uses this journal"
            }
        }
    }

    /// The session.
    public let stream: StreamID
    let title: String
    private let reader: String
    /// With whom it is shared now.
    let audience: Audience
    private(set) var selection: ListSelection
    /// The names that are being typed; nil while nobody types.
    private(set) var field: LineEditor?
    /// No more names are taken, and none longer.
    private static let mostNames = 50, longestName = 80

    /// Asks with whom a session is shared.
    /// - Parameter reader: who shares it, as the journal calls them; empty for somebody without a name.
    public init(_ stream: StreamID, title: String, audience: Audience, reader: String) {
        (self.stream, self.title, self.audience, self.reader) = (stream, title, audience, reader)
        selection = ListSelection(row: Choice.allCases.firstIndex(of: Self.choice(audience)) ?? 0)
    }

    private static func choice(_ audience: Audience) -> Choice {
        switch audience {
        case .private: .nobody
        case .shared: .some
        case .room: .everybody
        }
    }

    var chosen: Choice { Choice.allCases[selection.row] }
    var current: Choice { Self.choice(audience) }

    /// The names it is shared with now.
    var names: [String] { if case .shared(let names) = audience { names.sorted() } else { [] } }

    /// What it is called.
    public var name: String { "Sharing" }

    /// Names are being typed.
    public var isTyping: Bool { field != nil }

    /// Choosing, or typing names.
    public var actions: [ScreenAction] {
        guard field == nil else {
            return [
                ScreenAction(.accept, "share", "Share it with these people, and nobody else."),
                ScreenAction(.back, "back", "Back to the choice; nothing is changed."),
            ]
        }
        return [ScreenAction(.accept, "choose", "Share it so.")] + ScreenAction.moving + [
            .help, ScreenAction(.back, "leave it", "Back; nothing is changed."),
            ScreenAction(.leave, "", "Back; nothing is changed."),
        ]
    }

    /// Takes typed text or a paste.
    public mutating func handle(_ event: TerminalEvent, at now: Uptime) -> [Effect] {
        switch event {
        case .paste(let text): field?.insert(text)
        case .key(let key): field?.handle(key)
        default: break
        }
        return []
    }

    /// Does an action.
    public mutating func perform(_ action: Action, at now: Uptime) -> [Effect] {
        switch action {
        case .typing(let edit): field?.perform(edit)
        case .accept where field != nil: return share()
        case .back where field != nil: field = nil
        case .back, .leave: return [.close]
        case .accept:
            switch chosen {
            case .nobody: return keep(.private)
            case .everybody: return keep(.room)
            case .some:
                var field = LineEditor(limit: 2_000, isSingleLine: true, placeholder: "names, with commas between")
                field.replaceAll(with: names.joined(separator: ", "))
                self.field = field
            }
        default: selection.move(action, count: Choice.allCases.count)
        }
        return []
    }

    private func share() -> [Effect] {
        let typed = (field?.value ?? "").split { $0 == "," || $0.isNewline }.map { name in
            name.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        }
        let names = Set(typed.filter { !$0.isEmpty && $0 != reader })
        guard !names.isEmpty else { return [.notice("Type a name, or go back with Escape.")] }
        guard names.count <= Self.mostNames, names.allSatisfy({ $0.count <= Self.longestName }) else {
            return [.notice("At most \(Self.mostNames) names of at most \(Self.longestName) letters.")]
        }
        return keep(.shared(with: names))
    }

    private func keep(_ audience: Audience) -> [Effect] { [.setAudience(audience, of: stream), .close] }

    // MARK: Words

    /// How people here are told apart, and what others will see: what is to be known before it is shared.
    var told: [String] {
        switch chosen {
        case .nobody:
            return [
                "Nobody else reads this session here. Comments that were written stay with it, for you."
            ]
        case .some, .everybody:
            var told = [
                "They will see the conversation on every way you tried: what was said, how trust and heat moved, what was "
                    + "promised, what the coach said. They can comment; all who may read it see the comments.",
                "They never see your notes and rules, how you said you were, your answers to questions, or what you kept "
                    + "from looking back.",
                chosen == .some
                    ? "A name is what somebody gives with --as. They find the session in their journal, with Tab."
                    : "They find the session in their journal, with Tab.",
                "Rapport keeps to this. Whoever can open the journal's file with another program can read all of it.",
            ]
            if reader.isEmpty {
                told.append(
                    "You are here without a name: others see “somebody without a name”. --as NAME gives you one.")
            }
            return told
        }
    }

    func label(_ choice: Choice) -> String {
        let names = choice == .some && !names.isEmpty ? ": " + names.joined(separator: ", ") : ""
        return choice.words + names + (choice == current ? " (as it is now)" : "")
    }

    /// What was done, in a sentence.
    public static func done(_ audience: Audience) -> String {
        switch audience {
        case .private: "Nobody else reads this session now."
        case .room: "Everybody who uses this journal can read this session now."
        case .shared(let names): "Shared with \(names.sorted().joined(separator: ", "))."
        }
    }
}
