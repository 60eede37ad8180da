/// The hashtags of a line, understood.
struct LineTags: Hashable, Sendable {
    /// The feeling it is said with.
    var emotion: String?
    /// A subtle cue, for instance `sarcasm`.
    var cue: String?
    /// A pause before it, ms.
    var pause = 0
    /// Said in a private message, beside a public thread.
    var isPrivate = false
    /// Trust breaks here.
    var isRupture = false
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
            case "pause": pause = StoryDuration.milliseconds(value ?? "") ?? 0
            case "private": isPrivate = true
            case "rupture": isRupture = true
            case "nudge": look = .nudge
            case "safety": look = .safety
            case "time": timebox = StoryDuration.milliseconds(value ?? "") ?? timebox
            default: break
            }
        }
    }
}

/// The hashtags of an option, understood.
struct OptionTags: Hashable, Sendable {
    var role = Option.Role.say
    var moves: [String] = []
    var isFix = false
    var isMacro = false
    var isDetour = false
    var isPrivate = false

    init(_ tags: [String]) {
        for tag in tags {
            let (name, value) = TagParts.split(tag)
            switch name {
            case "move": if let value { moves.append(value) }
            case "pause": role = .pause
            case "timeout": role = .timeout
            case "fix": isFix = true
            case "macro": isMacro = true
            case "detour": isDetour = true
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
