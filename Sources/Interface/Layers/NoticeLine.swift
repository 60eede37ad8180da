import Terminal

/// The short word in the last row, and the log of those before it.
struct NoticeLine: Sendable {
    /// A word stays for at least so long, ms, whatever keys follow.
    static let least: Int64 = 4_000
    private static let longestLog = 200

    private(set) var text: String?
    private(set) var log: [String] = []
    /// How many words were said, those that the log has dropped among them.
    private(set) var count = 0
    private var since = Uptime(milliseconds: 0)
    private var isRead = false
    private var isRefusal = false

    /// Says a word.
    mutating func say(_ words: String, at now: Uptime) {
        text = words
        isRefusal = false
        since = now
        isRead = false
        log.append(words)
        count += 1
        if log.count > Self.longestLog { log.removeFirst() }
    }

    /// Says why something cannot be done; the word goes with the next thing that can.
    mutating func refuse(_ words: String, at now: Uptime) {
        say(words, at: now)
        isRefusal = true
    }

    /// Something was done: why something else could not be is old.
    mutating func succeed() { if isRefusal { text = nil } }

    /// Takes the word away.
    mutating func hush() { text = nil }

    /// A key was pressed after the word: it goes when its time is over.
    mutating func wasRead(at now: Uptime) {
        guard text != nil else { return }
        isRead = true
        reach(now)
    }

    mutating func reach(_ now: Uptime) {
        if isRead, now - since >= Self.least { text = nil }
    }

    /// When it goes; nil while nothing waits for that.
    var deadline: Uptime? { text != nil && isRead ? since + Self.least : nil }
}
