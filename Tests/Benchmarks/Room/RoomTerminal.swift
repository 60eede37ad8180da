internal import CUnix
import Conversation
import Interface
import Journal
import Room
import Seating
import Terminal

#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// One terminal of a room that is measured, in a process of its own: `rapport-bench room-terminal …`, started by
/// ``RoomBench`` and by nobody else.
///
/// It does what the program's own loop does: waits for its bell and for its orders, attends its seat, composes a frame
/// with the real screens, and works out what a terminal would be sent. It writes nothing of that to a terminal. What it
/// saw is said when it is asked, not while it is measured. It ends when its orders end: when ``RoomBench`` does.
struct RoomTerminal {
    var seat: Seat
    var compositor: Compositor
    let scenario: BenchScenario
    let size: Size
    var painted: Surface
    var orders = LineReader(descriptor: STDIN_FILENO)
    var answers: [String] = []
    /// Replies that were seen here so far.
    var seen = 0
    /// A reply that is to be given once the moment has been open for so long, ms.
    var press: Press?

    struct Press {
        var number: Int
        var after: Int
    }

    /// Starts as the arguments say: the store, the account, the role, and the code to join with.
    static func run(_ arguments: [String]) throws {
        signal(SIGPIPE, SIG_IGN)
        if arguments.count == 3, arguments[0] == "echo" {
            return try BareBell.echo(arguments[1], thenRemoving: arguments[2])
        }
        guard arguments.count >= 3 else { return }
        let scenario = try BenchScenario()
        let store = try RoomBench.store(arguments[0])
        var terminal = try RoomTerminal(
            store, account: arguments[1], role: arguments[2], code: arguments.dropFirst(3).first ?? "",
            scenario: scenario)
        terminal.run()
    }

    private init(
        _ store: any JournalStore, account: String, role: String, code: String, scenario: BenchScenario
    ) throws {
        self.scenario = scenario
        let now = SeatTime.now
        let conductor = Conductor(engine: Engine(scenario: scenario.scenario, curveballs: .none))
        if role == "desk" {
            var chance = SystemRandomNumberGenerator()
            let code = RoomCode(using: &chance)
            seat = try Seat.open(
                scenario.plan, people: [], in: store, as: account, source: nil, code: code, id: StreamID(Self.key()),
                at: now, newKey: Self.key, prepare: { _ in conductor })
            answers = ["code \(code.text)"]
        } else {
            let stream = try store.join(code: code, as: account, now: now.wall)
            // Only the desk conducts here, so that no stall of the machine's changes what is measured.
            seat = Seat(store: store, stream: stream, account: account, newKey: Self.key, prepare: { _ in nil })
            seat.attend(at: now)
            let kind = Person.Kind(rawValue: role) ?? .player
            seat.ask(.join(name: account, kind), at: now)
            answers = ["in"]
        }
        size = role == "stage" ? Size(columns: 100, rows: 30) : Size(columns: 120, rows: 40)
        painted = Surface(size)
        compositor = Compositor(look: Look(theme: .calm, glyphs: .unicode))
        let at = Uptime(milliseconds: Int64(now.uptime))
        let view = view(at: now)
        let screen: any LiveFace =
            switch role {
            case "desk": DeskScreen(view: view, vocabulary: scenario.vocabulary, at: at)
            case "stage": StageScreen(view: view, at: at)
            default: SeatScreen(view)
            }
        compositor.push(screen, at: at)
    }

    private static func key() -> String { String(UInt64.random(in: 0 ... .max), radix: 36) }

    private func view(at now: SeatTime) -> LiveView {
        LiveView(
            room: seat.room,
            standing: LiveView.Standing(
                account: seat.account, hasDesk: seat.leads, trouble: seat.trouble,
                sharesFile: true),
            roomTime: seat.roomTime(at: now), at: Uptime(milliseconds: Int64(now.uptime)))
    }

    // MARK: The loop

    private mutating func run() {
        tell()
        var needsPaint = true
        while true {
            let now = SeatTime.now
            if needsPaint { paint(at: now) }
            var orders: Int32 = 0
            var bell: Int32 = 0
            var none: Int32 = 0
            let limit = limit(at: SeatTime.now)
            guard cunix_poll3(STDIN_FILENO, seat.descriptor ?? -1, -1, limit, &orders, &bell, &none) == 0 else { break }
            let woke = Nanoseconds.now
            let time = SeatTime.now
            let at = Uptime(milliseconds: Int64(time.uptime))
            needsPaint = compositor.nextDeadline(after: at).map { $0 <= at + 1 } ?? false
            if orders != 0, !obey(at: time) { break }
            if pressIfDue(at: time) { needsPaint = true }
            if attend(at: time, woke: woke) { needsPaint = true }
        }
        seat.leave()
    }

    private func limit(at now: SeatTime) -> Int32 {
        let here = Uptime(milliseconds: Int64(now.uptime))
        let screen = compositor.nextDeadline(after: here).map { Int($0.milliseconds) }
        guard let due = [seat.nextDeadline, screen, pressDue].compactMap(\.self).min() else { return -1 }
        return Int32(clamping: max(1, due - now.uptime))
    }

    private mutating func paint(at now: SeatTime) {
        let at = Uptime(milliseconds: Int64(now.uptime))
        _ = compositor.reach(at)
        var frame = Surface(size)
        compositor.draw(into: &frame, at: at)
        let bytes = FrameDifference.bytes(from: painted, to: frame)
        painted = frame
        let done = Nanoseconds.now
        guard let noted, frame.shows("\(seen)?") else { return }
        self.noted = nil
        answers.append("\(noted) \(done) \(bytes)")
    }

    /// What the next frame is the answer to.
    private var noted: String?
    /// When the last mark came here.
    private var marksAt = 0

    private mutating func attend(at now: SeatTime, woke: Int) -> Bool {
        let (before, marks) = (seat.room.sequence, seat.room.marks.count)
        guard seat.attend(at: now) else { return false }
        let done = Nanoseconds.now
        compositor.show(view(at: now), at: Uptime(milliseconds: Int64(now.uptime)))
        guard seat.room.sequence > before else { return true }
        if seat.room.marks.count > marks { marksAt = done }
        let replies = scenario.replies(in: seat.room)
        if replies > seen {
            seen = replies
            noted = "seen \(replies) \(woke) \(done)"
        }
        return true
    }

    // MARK: Orders

    /// - Returns: false when there will be none any more.
    private mutating func obey(at now: SeatTime) -> Bool {
        guard orders.read() else { return false }
        while let line = orders.next() {
            let words = line.split(separator: " ").map(String.init)
            let number = words.dropFirst().first.flatMap { Int($0) } ?? 0
            switch words.first {
            case "agree": wish(.agree(mayKeep: true), at: now)
            case "next":
                do { try seat.perform(.next, at: now) } catch { answers.append("trouble \(error)") }
            case "press": press = Press(number: number, after: words.dropFirst(2).first.flatMap { Int($0) } ?? 0)
            case "mark":
                for _ in 0..<number { wish(.mark(behaviour: "a", quote: "What has to be ready?"), at: now) }
            case "state":
                let room = seat.room
                answers.insert(
                    "state \(room.phase == .playing ? 1 : 0) \(room.people.count) \(room.agreed.count) "
                        + "\(room.marks.count) \(room.sequence) \(marksAt)", at: 0)
            case "replies": answers.insert("replies \(seen)", at: 0)
            case "decide": decide(at: now)
            case "draw": draw(at: now)
            case "tell": break
            default: return false
            }
            if words.first != "press" { tell(onlyFirst: !["tell", "decide", "draw"].contains(words.first)) }
        }
        return true
    }

    /// How long deciding on a reply takes, and folding what follows: the work of an answer without the journal.
    private mutating func decide(at now: SeatTime) {
        let conductor = Conductor(engine: Engine(scenario: scenario.scenario, curveballs: .none))
        for _ in 0..<20 {
            let start = Nanoseconds.now
            var room = seat.room
            let facts = (try? conductor.perform(.heard(0), in: room, at: seat.roomTime(at: now))) ?? []
            let decided = Nanoseconds.now
            for (offset, fact) in facts.enumerated() {
                let sequence = seat.room.sequence + 1 + offset
                room.apply(LiveRoom.Entry(sequence: sequence, author: seat.account, record: fact.record))
            }
            if !facts.isEmpty { answers.append("decided \(decided - start) \(Nanoseconds.now - decided)") }
        }
    }

    /// How long a frame takes while nobody else does anything: drawn, and compared with the last.
    private mutating func draw(at now: SeatTime) {
        for _ in 0..<20 {
            let start = Nanoseconds.now
            var frame = Surface(size)
            compositor.draw(into: &frame, at: Uptime(milliseconds: Int64(now.uptime)))
            let bytes = FrameDifference.bytes(from: painted, to: frame)
            answers.append("drew \(Nanoseconds.now - start) \(bytes)")
        }
    }

    private mutating func wish(_ wish: RoomInput.Wish, at now: SeatTime) {
        guard let person = seat.room.people(of: seat.account).first else { return answers.append("trouble nobody") }
        seat.ask(wish, as: person.id, at: now)
    }

    /// When the reply is due: some time after its moment opened.
    private var pressDue: Int? {
        guard let press, let offer = seat.room.play.front.offer, scenario.replies(in: seat.room) == press.number - 1,
            let opens = seat.room.clock.room(at: offer.opens + seat.room.play.takenBack)
        else { return nil }
        let now = SeatTime.now
        return now.uptime + opens - seat.roomTime(at: now) + press.after
    }

    private mutating func pressIfDue(at now: SeatTime) -> Bool {
        guard let press, let due = pressDue, due <= now.uptime, let offer = seat.room.play.front.offer else {
            return false
        }
        self.press = nil
        let pressed = Nanoseconds.now
        wish(.reply(option: 0, moment: offer.sequence), at: SeatTime.now)
        answers.append("pressed \(press.number) \(pressed) \(Nanoseconds.now)")
        return true
    }

    /// Says what there is to say; what was measured only at the end.
    private mutating func tell(onlyFirst: Bool = false) {
        if !seat.takeRefusals().isEmpty || seat.trouble != nil {
            answers.append("trouble \(seat.trouble ?? "refused")")
        }
        let said = onlyFirst ? Array(answers.prefix(1)) : answers
        answers.removeFirst(said.count)
        let text = (said + ["."]).joined(separator: "\n") + "\n"
        text.withCString { cunix_write(STDOUT_FILENO, $0, strlen($0)) }
    }
}

extension Surface {
    /// Whether some row has these words.
    func shows(_ words: String) -> Bool {
        (0..<size.rows).contains { row in
            (0..<size.columns).map { self[Point(column: $0, row: row)].text }.joined().contains(words)
        }
    }
}

extension SeatTime {
    /// Now.
    static var now: SeatTime {
        SeatTime(uptime: Nanoseconds.now / 1_000_000, wall: Nanoseconds.read(CLOCK_REALTIME) / 1_000_000)
    }
}

/// The clock that is the same for every process of a machine.
enum Nanoseconds {
    static var now: Int { read(CLOCK_MONOTONIC) }

    static func read(_ clock: clockid_t) -> Int {
        var time = timespec()
        clock_gettime(clock, &time)
        return time.tv_sec * 1_000_000_000 + time.tv_nsec
    }
}
