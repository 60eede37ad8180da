import Conversation
import Journal
import Terminal
import Testing

@testable import Interface

/// A practice screen with a keyboard and a clock that a test turns: it keeps what the screen wants kept, at once.
struct Desk {
    private(set) var compositor = Compositor(look: Look(theme: .calm, glyphs: .unicode))
    /// What the screen wanted beside keeping events, in order.
    private(set) var wanted: [Effect] = []
    private(set) var now = Uptime(milliseconds: 5_000_000)
    /// How often the screen asked to be woken while time passed.
    private(set) var wakings = 0

    init(_ source: String = SmallScenario.source, vocabulary: Vocabulary = SmallScenario.vocabulary) throws {
        let engine = Engine(scenario: try SmallScenario.load(source, vocabulary: vocabulary))
        var screen = PracticeScreen(stream: StreamID("one"), session: Session(), engine: engine)
        screen.receive(
            try engine.begin(seed: 1, settings: SessionSettings(difficulty: 1)), trouble: nil, at: now)
        _ = compositor.receive(.resized(Size(columns: 80, rows: 24)), at: now)
        compositor.push(screen, at: now)
        fresh = screen
    }

    private let fresh: PracticeScreen
    /// What typed words are heard with here; nil where there is nothing.
    var listener: Listener?

    /// The conversation, also while a text lies over it.
    var screen: PracticeScreen { compositor.screens.first as? PracticeScreen ?? fresh }

    /// The short word in the last row.
    var notice: String? { compositor.notices.text }

    var session: Session { screen.session }

    /// What is left of the reply clock, ms.
    var clockLeft: Int? { session.front.clock?.left(at: screen.local(at: now)) }

    private mutating func perform(_ effects: [Effect], trouble: String? = nil) {
        let now = now
        for effect in effects {
            if case .keep(let events, _) = effect {
                compositor.update(PracticeScreen.self) { $0.receive(events, trouble: trouble, at: now) }
            } else {
                wanted.append(effect)
            }
            if effect == .findListener {
                var answers: [Effect] = []
                let listener = listener
                compositor.update(PracticeScreen.self) {
                    answers = $0.listen(with: listener, trouble: "There is no hearing table.", at: now)
                }
                for case .notice(let words) in answers { compositor.say(words, at: now) }
                perform(answers.filter { if case .notice = $0 { false } else { true } })
            }
        }
    }

    mutating func press(_ key: Key) { perform(compositor.receive(.key(key), at: now)) }

    mutating func press(_ characters: String) {
        for character in characters { press(.character(character)) }
    }

    mutating func send(_ event: TerminalEvent) { perform(compositor.receive(event, at: now)) }

    /// What the screen answers to a key, with nothing done about it.
    mutating func effects(of key: Key) -> [Effect] { compositor.receive(.key(key), at: now) }

    /// Lets the screen see the time, as the event loop does behind every input.
    mutating func look() { perform(compositor.reach(now)) }

    /// Has a setting for when the coach speaks.
    mutating func hears(coach feedback: FeedbackTime) {
        compositor.update(PracticeScreen.self) { $0.hears(coach: feedback) }
    }

    /// Answers whether the machine has a voice.
    mutating func gain(voice: String?) {
        let now = now
        var effects: [Effect] = []
        compositor.update(PracticeScreen.self) { effects = $0.gain(voice: voice, at: now) }
        perform(effects)
    }

    /// A text comes back from somebody's own editor.
    mutating func comes(back text: String) {
        let now = now
        perform(compositor.receive(edited: text, at: now))
    }

    mutating func front(_ isFront: Bool) {
        let now = now
        compositor.update(PracticeScreen.self) { $0.becomeFront(isFront, at: now) }
    }

    mutating func fail(_ trouble: String) {
        let now = now
        compositor.update(PracticeScreen.self) { $0.receive([], trouble: trouble, at: now) }
    }

    /// Lets time pass as the event loop does: from one deadline to the next.
    mutating func pass(_ milliseconds: Int) throws {
        let end = now + Int64(milliseconds)
        while let deadline = compositor.nextDeadline(after: now), deadline <= end {
            try #require(deadline > now, "it asks to be woken at once, again and again")
            wakings += 1
            now = deadline
            perform(compositor.reach(now))
        }
        now = end
    }

    /// Waits until everything was heard and the moment is open.
    mutating func hear() throws {
        for _ in 0..<200 where !screen.isOpen(at: now) || !screen.isHeardOut(at: now) { try pass(250) }
    }

    /// Says the reply with a number, closes the coach's word and hears what follows.
    mutating func say(_ number: String) throws {
        try hear()
        press(number)
        press(.plain(.enter))
        try hear()
    }
}
