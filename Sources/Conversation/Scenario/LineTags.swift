/// The hashtags of a line, understood.
struct LineTags: Hashable, Sendable {
    /// The feeling it is said with.
    var emotion: String?
    /// A subtle cue, for instance `sarcasm`.
    var cue: String?
    /// How the voice is.
    var tone: String?
    /// What is heard beside the voice.
    var sound: String?
    /// A pause before it, ms.
    var pause = 0
    /// How fast it is spoken in a call, words a minute.
    var wordsPerMinute: Int?
    /// In a call it begins before the line ahead of it has ended.
    var isOverlap = false
    /// Said in a private message, beside a public thread.
    var isPrivate = false
    /// Trust breaks here.
    var isRupture = false
    /// The customer says back what was agreed.
    var confirms = false
    /// What it comes back to: ids of moves or promises.
    var recalls: [String] = []
    /// How a coach's line is shown.
    var look = FeedbackShown.Look.shift
    /// The timebox of a question for afterwards, ms.
    var timebox = 60_000

    init(_ tags: [String]) {
        for tag in tags {
            let (name, value) = TagParts.split(tag)
            switch name {
            case "emotion": emotion = value
            case "cue": cue = value
            case "tone": tone = value
            case "sound": sound = value
            case "wpm": wordsPerMinute = value.flatMap { Self.rate($0) }
            case "overlap": isOverlap = true
            case "pause": pause = StoryDuration.milliseconds(value ?? "") ?? 0
            case "private": isPrivate = true
            case "rupture": isRupture = true
            case "confirms": confirms = true
            case "recalls": if let value { recalls.append(value) }
            case "nudge": look = .nudge
            case "safety": look = .safety
            case "time": timebox = StoryDuration.milliseconds(value ?? "") ?? timebox
            default: break
            }
        }
    }
}

extension LineTags {
    /// How fast people can be heard to speak, words a minute.
    static let rates = 60...300

    /// `190` as words a minute; nil for anything else.
    static func rate(_ text: String) -> Int? { Int(text).flatMap { rates.contains($0) ? $0 : nil } }
}

/// The hashtags of an option, understood.
struct OptionTags: Hashable, Sendable {
    var role = Option.Role.say
    /// How long a silence on purpose lasts, ms, where the author says so.
    var pause: Int?
    var moves: [String] = []
    var isFix = false
    var isMacro = false
    var isDetour = false
    var isPrivate = false
    /// The reply it is a wording of.
    var variant: String?

    init(_ tags: [String]) {
        for tag in tags {
            let (name, value) = TagParts.split(tag)
            switch name {
            case "move": if let value { moves.append(value) }
            case "pause":
                role = .pause
                pause = StoryDuration.milliseconds(value ?? "")
            case "timeout": role = .timeout
            case "fix": isFix = true
            case "macro": isMacro = true
            case "detour": isDetour = true
            case "variant": variant = value
            case "private": isPrivate = true
            default: break
            }
        }
    }
}

/// What a hashtag looks like: a name, and for some a value after a colon.
enum TagParts {
    static func split(_ tag: String) -> (name: String, value: String?) {
        guard let colon = tag.firstIndex(of: ":") else { return (tag, nil) }
        return (String(tag[..<colon]), String(tag[tag.index(after: colon)...]))
    }
}
