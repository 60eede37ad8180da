import ArgumentParser
import Interface
import Terminal

/// Runs the screens as a dialogue in lines: the same program as full screen, told instead of drawn.
///
/// On a terminal, time passes as it does. Where lines come from a pipe or a file, story time stands still but for what
/// the lines do: the same lines give the same events.
struct PlainRun<Program: ScreenProgram> {
    private var program: Program
    private let session: LineSession
    private let pace: PlainOptions.Pace
    private var narrator = Narrator()
    /// Time, where nobody waits: it goes on only by being skipped.
    private var still = Uptime(milliseconds: 0)
    /// How many short words were told.
    private var newsTold = 0
    /// The lines of the text that is being typed.
    private var typed = 0

    /// A run of a program.
    init(_ program: Program, options: PlainOptions) {
        self.program = program
        session = LineSession()
        pace = options.pace ?? (session.isTyped ? .full : .off)
    }

    /// Whether time passes by itself: also where others are waited for.
    private var isLive: Bool { session.isTyped || pace == .full || program.watched != nil }

    private var now: Uptime { isLive ? Uptime.now() : still }

    /// Runs until the program, the input or a signal ends it.
    /// - Throws: an exit status other than zero.
    static func run(_ program: Program, options: PlainOptions) throws {
        var run = PlainRun(program, options: options)
        let status = run.talk()
        if status != 0 { throw ExitCode(status) }
    }

    private mutating func talk() -> Int32 {
        program.compositor.isTold = true
        program.receive(.resized(Size(columns: 80, rows: 24)), at: now)
        if session.isTyped {
            session.write(["Type a number or a word, and press Enter. ? tells what can be done, quit leaves."])
        }
        work()
        tell()
        while true {
            if let exit = program.exit {
                session.write(exit.message.map(PlainText.lines) ?? [])
                session.finish()
                return exit.status
            }
            hurry()
            let narration = program.compositor.narration(at: now)
            session.prompt(narration?.prompt ?? "")
            let deadline = isLive ? program.nextDeadline(after: now) : nil
            // Lines that nobody types wait for their turn.
            let takesLines = session.isTyped || narration?.isArriving != true
            let wakeUp = deadline.map { max($0, now + 1) }
            switch session.next(until: wakeUp, takesLines: takesLines, watching: program.watched) {
            case nil: break
            case .line(let line): take(line)
            case .end:
                program.receive(.hungUp, at: now)
                program.saveBeforeLeaving(.hungUp)
                session.finish()
                return 0
            case .signal(let number):
                program.receive(.terminate(signal: number), at: now)
                program.saveBeforeLeaving(.signal(number))
                session.finish()
                session.die(by: number)
                return 128 + number
            }
            _ = program.reach(now)
            work()
            tell()
        }
    }

    /// Does what may wait until a frame is on the screen.
    private mutating func work() {
        while program.afterFrame(at: now) {}
    }

    /// Brings what is on its way, where nobody waits for it.
    private mutating func hurry() {
        guard pace == .off else { return }
        var left = 1_000
        while left > 0, program.exit == nil, program.compositor.narration(at: now)?.isArriving == true {
            left -= 1
            perform(.accept)
            _ = program.reach(now)
            work()
            tell()
        }
    }

    /// Tells what is new.
    private mutating func tell() {
        guard program.exit == nil, let narration = program.compositor.narration(at: now) else { return }
        var lines = narrator.tell(narration, depth: program.compositor.screens.count)
        // What was asked for is answered before what it has led to.
        lines = news() + lines
        session.write(lines)
    }

    private mutating func news() -> [String] {
        let news = program.compositor.news(after: newsTold)
        newsTold = program.compositor.newsCount
        return news.flatMap(PlainText.lines)
    }

    // MARK: What was typed

    private mutating func take(_ line: String) {
        let now = now
        _ = program.reach(now)
        guard let narration = program.compositor.narration(at: now) else { return }
        if narration.typing == nil { typed = 0 }
        switch PlainLine(line, in: narration, keys: program.compositor.keys) {
        case .act(let actions):
            for action in actions { act(action, narration) }
        case .text(let words): type(words, narration)
        case .endsText:
            typed = 0
            perform(narration.endsText)
        case .time: session.write(Narrator.time(narration))
        case .commands: session.write(program.compositor.commandLines(at: now))
        case .unknown(let why): session.write(PlainText.lines(why))
        }
    }

    private mutating func act(_ action: Action, _ narration: Narration) {
        let isList = narration.choices?.chosen != nil
        switch action {
        case .suspend: session.suspend()
        case .redraw: narrator.forget()
        case .announce:
            perform(action)
            session.write(program.compositor.narration(at: now)?.coachsWord ?? [])
        case .top where !isList: session.write(Narrator.again(narration))
        case .pageUp where !isList: session.write(Narrator.again(narration, last: 10))
        case .up where narration.choices == nil: session.write(Narrator.again(narration, last: 1))
        case .bottom where !isList, .pageDown where !isList: session.write(Narrator.choices(narration))
        default: perform(action)
        }
    }

    private mutating func perform(_ action: Action) {
        let now = now
        program.perform(program.compositor.perform(action, at: now), at: now)
    }

    /// Types a line into the text of the screen, as keys would.
    private mutating func type(_ words: String, _ narration: Narration) {
        let now = now
        switch narration.typing {
        case .search: for _ in 0..<typed { program.receive(.key(.plain(.backspace)), at: now) }
        case .answer: if typed > 0 { program.receive(.paste("\n"), at: now) }
        case .letter, nil: if words.allSatisfy(\.isWhitespace) { return }
        }
        for action in narration.beforeText { perform(action) }
        for character in words where !character.isNewline { program.receive(.key(.character(character)), at: now) }
        for action in narration.afterText { perform(action) }
        typed = narration.typing == .search ? words.count : typed + 1
    }
}
