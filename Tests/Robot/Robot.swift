import Conversation
import Interface
import Journal
import Library
import Terminal

/// Somebody who practises, written as a script: a keyboard, eyes and a clock, with the whole program behind the screens.
///
/// It reads as sentences: `try robot.hears("nobody answers me")`, `try robot.says(2)`, `try robot.sees("Inside 15")`. Nothing
/// of it waits for real time, and every run of the same script draws the same frames. What does not come is thrown, with
/// the screen as it was.
public struct Robot: Sendable {
    /// The screens.
    public internal(set) var compositor: Compositor
    /// The robot's own clock.
    public private(set) var now = Uptime(milliseconds: 5_000_000)
    /// The size of its window.
    public private(set) var size: Size
    /// It has left the program.
    public internal(set) var hasLeft = false
    /// What the screens wanted of the world, in order.
    public internal(set) var wanted: [Effect] = []
    /// When it looks inward before a conversation that it starts.
    public var groundwork = LookInward.Wish.never
    /// The people its team has named.
    public var support: [String] = []
    var world: RobotWorld

    /// Somebody at Home.
    /// - Parameters:
    ///   - folders: content folders, as `Library` takes them.
    ///   - size: the window's size, in cells.
    /// - Throws: when the vocabulary cannot be read or there is no memory for a journal.
    public init(
        in folders: [String], size: Size = Size(columns: 80, rows: 24), theme: Theme = .calm, glyphs: Glyphs = .unicode
    ) throws {
        self.size = size
        world = try RobotWorld(folders: folders)
        compositor = Compositor(look: Look(theme: theme, glyphs: glyphs))
        _ = compositor.receive(.resized(size), at: now)
        compositor.push(HomeScreen(entries: world.library.entries()), at: now)
        tellHome()
    }

    /// Lets these curveballs strike in the sessions it begins from now on, and sets how demanding they are.
    public mutating func practises(curveballs: CurveballSource = .none, difficulty: Int? = nil, adapts: Bool = false) {
        world.curveballs = curveballs
        world.difficulty = difficulty
        world.adapts = adapts
    }

    // MARK: Keys

    /// Presses keys, one by one.
    public mutating func presses(_ keys: Key...) { for key in keys { receive(.key(key)) } }

    /// Types characters: keys where nothing is typed, else text.
    public mutating func types(_ characters: String) { for character in characters { presses(.character(character)) } }

    /// Gives a command by its name, as behind `:`.
    public mutating func commands(_ line: String) {
        types(":" + line)
        presses(.plain(.enter))
    }

    /// Looks for something in a list.
    public mutating func finds(_ words: String) { types("/" + words) }

    /// Presses the mouse on a place.
    public mutating func presses(at point: Point) {
        receive(.mouse(MouseEvent(.press(.left), at: point)))
    }

    /// Pastes a text.
    public mutating func pastes(_ text: String) { receive(.paste(text)) }

    /// Gives the window another size.
    public mutating func resizes(columns: Int, rows: Int) {
        size = Size(columns: columns, rows: rows)
        receive(.resized(size))
    }

    // As the event loop does: what was received, then the time.
    mutating func receive(_ event: TerminalEvent) {
        perform(compositor.receive(event, at: now))
        perform(compositor.reach(now))
    }

    // MARK: Time

    /// Lets time pass as the event loop does: from one deadline to the next.
    /// - Throws: ``RobotTrouble`` when a screen asks to be woken at once, again and again.
    public mutating func timePasses(seconds: Double) throws {
        let end = now + Int64((seconds * 1_000).rounded())
        while let deadline = compositor.nextDeadline(after: now), deadline <= end {
            guard deadline > now else { throw trouble("It asks to be woken at once, again and again.") }
            now = deadline
            perform(compositor.reach(now))
        }
        now = end
    }

    // MARK: A conversation

    /// Opens a scenario, as `rapport practise` does; what it gives notice of is read.
    public mutating func opens(_ slug: String) throws {
        perform([.practise(slug: slug)])
        if groundwork == .never, compositor.front is InwardScreen { goesOn() }
        guard practice != nil else { throw trouble("The scenario \(slug) was not opened.") }
    }

    /// Waits until words are on the screen; the coach's word is closed when it is in the way.
    public mutating func hears(_ words: String) throws {
        for _ in 0..<2_000 {
            if self.words.contains(words) { return }
            if isReadingCoach { presses(.plain(.enter)) }
            guard compositor.nextDeadline(after: now) != nil else { break }
            try timePasses(seconds: 0.1)
        }
        throw trouble("“\(words)” was not heard.")
    }

    /// Waits until everything was heard and the moment is open, or the conversation over; the coach's words are closed.
    public mutating func hearsOut() throws {
        for _ in 0..<2_000 {
            if isReadingCoach { presses(.plain(.enter)) }
            guard let practice else { throw trouble("No conversation is on the screen.") }
            let isHeard = practice.isHeardOut(at: now)
            if isHeard, practice.isOpen(at: now) || practice.session.front.offer == nil { return }
            try timePasses(seconds: 0.5)
        }
        throw trouble("It was never heard out.")
    }

    /// Says the reply with a number, once it can be said.
    public mutating func says(_ number: Int) throws {
        try hearsOut()
        try interrupts(with: number)
    }

    /// Says the reply with a number now, whoever is speaking.
    public mutating func interrupts(with number: Int) throws {
        let before = replies
        types(String(number))
        guard replies > before else { throw trouble("The reply \(number) was not said.") }
    }

    /// Says nothing, on purpose.
    public mutating func waitsABeat() throws {
        try hearsOut()
        let before = replies
        types("w")
        guard replies > before else { throw trouble("There was no room for a pause.") }
    }

    /// Closes the coach's word, or hears the next line at once.
    public mutating func goesOn() { presses(.plain(.enter)) }

    var replies: Int { session?.moments.count { $0.reply != nil } ?? 0 }

    /// The coach's word stands over the replies.
    public var isReadingCoach: Bool { practice?.isUnderPopUp ?? false }

    // MARK: What there is

    /// The conversation, also while something lies over it.
    public var practice: PracticeScreen? { compositor.screens.last { $0 is PracticeScreen } as? PracticeScreen }

    /// What has happened in the conversation.
    public var session: Session? { practice?.session }

    /// The sessions kept so far, newest first.
    public var kept: [StreamSummary] { (try? world.journal.streams(owner: "")) ?? [] }
}

/// What the robot did not find, with the screen as it was.
public struct RobotTrouble: Error, CustomStringConvertible {
    /// The words and the screen.
    public var description: String
}
