import Conversation
import Journal

#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// A second program for the tests: appends to a journal until it is done or killed, and says what was acknowledged.
@main
struct JournalProbe {
    static func main() {
        let arguments = Array(CommandLine.arguments.dropFirst())
        do {
            switch (arguments.first, arguments.count) {
            case ("append", 5): try append(arguments[1], StreamID(arguments[2]), arguments[3], Int(arguments[4]) ?? 0)
            case ("open", 2): try open(arguments[1])
            case ("start", 2): try start(arguments[1])
            case ("burst", 3): try burst(arguments[1], Int(arguments[2]) ?? 0)
            default:
                say("usage: journal-probe append PATH STREAM NAME COUNT | open PATH | start PATH | burst PATH COUNT")
                exit(2)
            }
        } catch {
            say("refused \(error)")
            exit(1)
        }
    }

    /// Appends `count` times two events, and prints "key first last" once each is acknowledged. A conflict is tried
    /// again where the stream is by then.
    private static func append(_ path: String, _ stream: StreamID, _ name: String, _ count: Int) throws {
        let journal = try Journal(.file(path), patience: 60)
        var last = try journal.stream(stream, reader: "")?.lastSequence ?? 0
        say("ready")
        for number in 0..<count {
            let key = "\(name)-\(number)"
            let events = ["said", "heard"].map {
                EventRecord(type: $0, version: 1, weight: .state, time: number, payload: #"{"key":"\#(key)"}"#)
            }
            var answer: Appended?
            while answer == nil {
                do throws(JournalFailure) {
                    answer = try journal.append(events, to: stream, by: "", expecting: last, term: 0, key: key)
                } catch {
                    guard case .conflict(_, let actual) = error else { throw error }
                    last = actual
                }
            }
            guard let answer else { return }
            last = answer.last
            say("\(key) \(answer.first) \(answer.last)")
        }
    }

    /// Opens a journal as somebody without special rights, and says whether it may.
    private static func open(_ path: String) throws {
        if geteuid() == 0, setgid(65_534) != 0 || setuid(65_534) != 0 {
            say("stayed root")
            exit(3)
        }
        _ = try Journal(.file(path))
        say("opened")
    }

    /// Opens a journal and asks the first question, and prints how long that took.
    private static func start(_ path: String) throws {
        let clock = ContinuousClock()
        let begun = clock.now
        let journal = try Journal(.file(path))
        let opened = clock.now
        let unfinished = try journal.unfinished(owner: "")
        let asked = clock.now
        say("open \(opened - begun), first query \(asked - opened), found \(unfinished?.id.rawValue ?? "nothing")")
    }

    /// Opens a stream, appends `count` times one event, and prints the mean time of one.
    private static func burst(_ path: String, _ count: Int) throws {
        let journal = try Journal(.file(path))
        let stream = try journal.open(NewStream(id: StreamID("burst"), openedAt: 0))
        let clock = ContinuousClock()
        let begun = clock.now
        for number in 0..<count {
            let event = EventRecord(
                type: "said", version: 1, weight: .state, time: number, payload: #"{"text":"Hello"}"#)
            try journal.append([event], to: stream, by: "", expecting: number, term: 0, key: "\(number)")
        }
        say("append \((clock.now - begun) / max(1, count))")
        let read = clock.now
        let events = try journal.events(of: stream, reader: "")
        say("read of \(events.count) \(clock.now - read)")
        let token = clock.now
        for _ in 0..<1_000 { _ = journal.changeToken() }
        say("change token \((clock.now - token) / 1_000)")
    }

    /// Writes one line at once: what was printed was acknowledged.
    private static func say(_ line: String) {
        let bytes = Array((line + "\n").utf8)
        var done = 0
        while done < bytes.count {
            let count = bytes.withUnsafeBytes { write(1, $0.baseAddress.map { $0 + done }, bytes.count - done) }
            if count <= 0 { exit(4) }
            done += count
        }
    }
}
