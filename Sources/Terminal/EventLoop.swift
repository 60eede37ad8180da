internal import CUnix

#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// The loop of a program on a terminal: wait, take everything in, apply it, let clocks fire, paint once.
///
/// It waits in one `poll(2)` on the keyboard and the signal pipe; the next clock is that call's time limit. Without a
/// clock it waits for ever and uses no time.
struct EventLoop {
    /// How the loop ended, before the terminal is given back.
    enum Outcome {
        case finished(Exit)
        case left(LeavingReason, isGone: Bool)
    }

    private static let readsPerTurn = 64
    private static let bytesPerRead = 65_536

    private let session: TerminalSession
    private let signalPipe = cunix_signal_pipe()
    // ESCDELAY, as every program on ncurses takes it.
    private let escapeDelay: Int64
    private var parser: KeyParser
    private var settleAt: Uptime?
    private var events: [TerminalEvent] = []
    private var signals: [Int32] = []
    private var isGone = false
    private var isCalled = false
    private var needsPaint = true
    private var buffer = [UInt8](repeating: 0, count: EventLoop.bytesPerRead)

    init(session: TerminalSession) {
        self.session = session
        parser = KeyParser(sequences: session.sequences)
        let wish = getenv("ESCDELAY").flatMap { Int64(String(cString: $0)) }
        escapeDelay = min(1000, max(1, wish ?? KeyParser.escapePatience))
    }

    mutating func run<Application: TerminalApplication>(_ application: inout Application) -> Outcome {
        var now = Uptime.now()
        var hasIdleWork = false
        application.receive(.resized(session.size), at: now)
        _ = application.reach(now)
        while true {
            if let exit = application.exit { return .finished(exit) }
            if needsPaint {
                paint(&application, at: now)
                hasIdleWork = true
            }
            if hasIdleWork { hasIdleWork = application.afterFrame(at: Uptime.now()) }
            let deadline = application.nextDeadline(after: now)
            wait(until: deadline, polling: hasIdleWork, watching: application.watched)
            now = Uptime.now()
            if !signals.isEmpty, let reason = obeySignals(&application, at: now) {
                return .left(reason, isGone: isGone)
            }
            if !events.isEmpty { apply(&application, at: now) }
            if !isGone, application.exit == nil, let errand = application.takeErrand() {
                run(errand, for: &application, at: now)
            }
            if !isGone, let text = application.takeCopy() { session.copy(text) }
            if application.exit == nil, isGone {
                application.receive(.hungUp, at: now)
                application.saveBeforeLeaving(.hungUp)
                return .left(.hungUp, isGone: true)
            }
            if needsPaint || isCalled || deadline.map({ $0 <= now }) ?? false {
                isCalled = false
                needsPaint = application.reach(now) || needsPaint
            }
        }
    }

    private mutating func paint<Application: TerminalApplication>(_ application: inout Application, at now: Uptime) {
        var frame = Surface(session.size, modes: session.usualModes)
        application.draw(into: &frame, at: now)
        session.paint(frame, styles: application.styles(colours: session.colours), at: now)
        needsPaint = false
    }

    // Everything that is there, read before anything is done about it: keys that came together are drawn together.
    private mutating func wait(until deadline: Uptime?, polling: Bool, watching watched: Int32?) {
        var limit = polling || !signals.isEmpty ? 0 : timeLimit(deadline)
        for _ in 0..<Self.readsPerTurn {
            var tty: Int32 = 0
            var pipe: Int32 = 0
            var bell: Int32 = 0
            guard cunix_poll3(session.input, signalPipe, watched ?? -1, limit, &tty, &pipe, &bell) == 0 else {
                isGone = true
                return
            }
            limit = 0
            isCalled = isCalled || bell != 0
            if pipe != 0 { readSignals() }
            if tty & Int32(CUNIX_READABLE) != 0 {
                readKeys()
            } else if tty & Int32(CUNIX_GONE) != 0 {
                isGone = true
            }
            if isGone || (tty == 0 && pipe == 0) { break }
        }
        if let due = settleAt, due <= Uptime.now() {
            settleAt = nil
            events += parser.settle()
        }
    }

    private func timeLimit(_ deadline: Uptime?) -> Int32 {
        let now = Uptime.now()
        var limit: Int64 = .max
        // A clock that is due already gets the next millisecond: no program can spin this loop.
        if let deadline { limit = max(1, deadline - now) }
        if let settleAt { limit = min(limit, max(0, settleAt - now)) }
        return limit == .max ? -1 : Int32(min(limit, Int64(Int32.max)))
    }

    private mutating func readKeys() {
        let count = buffer.withUnsafeMutableBytes { cunix_read(session.input, $0.baseAddress, $0.count) }
        guard count >= 0 else {
            isGone = true
            return
        }
        guard count > 0 else { return }
        events += buffer.withUnsafeBytes { parser.feed(UnsafeRawBufferPointer(rebasing: $0[..<count])) }
        settleAt = parser.patience.map { Uptime.now() + ($0 == KeyParser.escapePatience ? escapeDelay : $0) }
    }

    private mutating func readSignals() {
        var bytes = [UInt8](repeating: 0, count: 256)
        let count = bytes.withUnsafeMutableBytes { cunix_read(signalPipe, $0.baseAddress, $0.count) }
        if count > 0 { signals += bytes[..<count].map(Int32.init) }
    }

    // Returns why to leave, if so.
    private mutating func obeySignals<Application: TerminalApplication>(
        _ application: inout Application, at now: Uptime
    ) -> LeavingReason? {
        let arrived = signals
        signals = []
        if let deadly = arrived.first(where: { [SIGINT, SIGQUIT, SIGTERM, SIGHUP].contains($0) }) {
            application.receive(.terminate(signal: deadly), at: now)
            application.saveBeforeLeaving(.signal(deadly))
            return .signal(deadly)
        }
        // The kernel sends SIGCONT with a hang-up; there is nothing left to go on with then.
        if isGone { return nil }
        if arrived.contains(SIGTSTP) {
            suspend(&application, wholeGroup: false)
        } else if arrived.contains(SIGCONT) {
            session.takeBack()
            resume(&application)
        } else if arrived.contains(SIGWINCH) {
            resize(&application, at: now)
        }
        return nil
    }

    private mutating func apply<Application: TerminalApplication>(_ application: inout Application, at now: Uptime) {
        let arrived = events
        events = []
        for event in arrived where application.exit == nil {
            switch event {
            case .key(Key(.character("z"), .control)): suspend(&application, wholeGroup: true)
            case .key(Key(.character("l"), .control)): session.repaint()
            case .answered(let answer):
                session.learn(answer)
                application.receive(event, at: now)
            default: application.receive(event, at: now)
            }
        }
        needsPaint = true
    }

    private mutating func suspend<Application: TerminalApplication>(
        _ application: inout Application, wholeGroup: Bool
    ) {
        application.receive(.lent, at: Uptime.now())
        session.suspend(wholeGroup: wholeGroup)
        // Being continued is known already; what else arrived meanwhile still counts.
        readSignals()
        signals.removeAll { $0 == SIGCONT || $0 == SIGTSTP || $0 == SIGWINCH }
        resume(&application)
    }

    private mutating func run<Application: TerminalApplication>(
        _ errand: TerminalErrand, for application: inout Application, at now: Uptime
    ) {
        application.receive(.lent, at: now)
        let outcome = session.lend { errand.run(input: session.input, output: session.output, signals: signalPipe) }
        signals += outcome.pending
        let back = Uptime.now()
        application.receive(.returned(outcome.outcome), at: back)
        resume(&application)
    }

    private mutating func resume<Application: TerminalApplication>(_ application: inout Application) {
        let now = Uptime.now()
        resize(&application, at: now)
        application.receive(.resumed, at: now)
        needsPaint = true
    }

    private mutating func resize<Application: TerminalApplication>(_ application: inout Application, at now: Uptime) {
        guard let size = session.remeasure() else { return }
        application.receive(.resized(size), at: now)
        needsPaint = true
    }
}
