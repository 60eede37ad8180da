import Conversation
import Journal
import Library
import Patterns
import Terminal

/// What a screen wants of the world. Whoever runs the screens does it, and tells the screen what came of it.
public enum Effect: Equatable, Sendable {
    /// Open a scenario and begin a session of it.
    case practise(slug: String)
    /// Go on with a session that was broken off.
    case goOn(StreamID)
    /// Keep these events of a session; they happen when they are kept.
    case keep([TimedEvent], in: StreamID)
    /// Show a session's debrief.
    case lookBack(StreamID)
    /// Show the debrief guides for a session.
    case chooseGuide(StreamID)
    /// Write down something to change in the way people work; what is known of it already.
    case writeFix(StreamID, title: String, guide: String)
    /// Write a session's debrief into a file.
    case export(StreamID)
    /// Leave an open session for good.
    case setAside(StreamID)
    /// List the past sessions.
    case listSessions
    /// Look for sessions that others share, by words, from a place on; ``JournalScreen/receive(_:date:)`` takes the answer.
    case findShared(query: String, offset: Int)
    /// Write a comment about a session: at the moment with this sequence number, 0 for the whole of it, or as an answer to
    /// the comment with the other.
    case comment(StreamID, String, at: Int, answering: Int?)
    /// Take a comment of one's own out: its session, and its place there.
    case removeComment(StreamID, Int)
    /// Let somebody type a comment over this screen.
    case writeComment
    /// Ask with whom a session is shared.
    case share(StreamID)
    /// Let these read a session, and nobody else.
    case setAudience(Audience, of: StreamID)
    /// Look for sessions by words, from a place on; ``JournalScreen/receive(_:date:)`` takes the answer.
    case findSessions(query: String, offset: Int)
    /// Open what there is to read; at the pattern for a moment, where there is one.
    case openPatterns(for: MomentSigns?)
    /// Open the notebook.
    case openNotebook
    /// Look for notes by words; ``NotebookScreen/receive(_:query:)`` takes the answer.
    case findNotes(query: String)
    /// Write a note about a session that is not on the screen.
    case annotate(StreamID, WrittenNote)
    /// Take a note out of the notebook: its session, and its place there.
    case removeNote(StreamID, Int)
    /// Begin a session of a scenario, with what was said of oneself before it.
    case begin(slug: String, LookInward?)
    /// Ask how it was, after a session.
    case askAfter(StreamID)
    /// Look inward before a session of a scenario, whatever the settings say.
    case prepare(slug: String)
    /// Close this screen.
    case close
    /// Close this screen and open a session's debrief.
    case finish(StreamID)
    /// Add a run to the test plan of the scenario that is previewed: its steps, and a line about it.
    case keepRun(String, comment: String)
    /// Show a text; excerpts in it keep their columns.
    case read(title: String, text: String)
    /// Let somebody write on in their own editor; ``Screen/receive(edited:at:)`` brings the text back.
    case openEditor(String)
    /// Put a text on the terminal's clipboard.
    case copy(String)
    /// Say a short word in the last row.
    case notice(String)
    /// Let the next conversations be the next of the levels: as you go, gentle, steady, stretching.
    case nextDifficulty
    /// Find out whether this machine has a voice; ``PracticeScreen/gain(voice:at:)`` takes the answer.
    case findVoice
    /// Read what typed words are heard with; ``PracticeScreen/listen(with:trouble:at:)`` takes it.
    case findListener
    /// Say something aloud; what was being said is cut off.
    case utter(Utterance)
    /// Be silent.
    case hush
    /// Show the attempts of a session side by side, at a moment or where it was last answered.
    case compare(StreamID, at: Attempt.Place?)
    /// Show a session beside the last other one of its scenario.
    case compareWithAnother(StreamID)
    /// Show what each wording of a reply would have done.
    case showWordings(StreamID, at: Attempt.Place?)
    /// Go back to a moment of a session, over or not, and open it there: the sequence number of its `optionsOffered`.
    case goBack(StreamID, to: Int)
    /// Open a live room: a new one, or first the offer to come back to one's own that is still open.
    case openRoom(isNew: Bool)
    /// What somebody does in a live room: ``LiveFace`` screens alone have it.
    case live(LiveEffect)
    /// Leave the program.
    case quit
}

/// Something to say aloud.
public struct Utterance: Hashable, Sendable {
    /// The words.
    public var text: String
    /// How fast, words a minute.
    public var wordsPerMinute: Int
    /// Which of the people in the conversation says it, from 0, so that each can sound different.
    public var person: Int
}

/// One screen: a value that takes actions and text, and draws itself.
///
/// It knows no keys: the ``Compositor`` turns a key into an ``Action`` by the one key table and hands it over, and a
/// command or a line in plain mode arrives the same way. The last row belongs to the compositor, which writes the hints
/// and short words there.
public protocol Screen: Sendable {
    /// What it is called in help.
    var name: String { get }
    /// The actions it understands now, most needed first.
    var actions: [ScreenAction] { get }
    /// Text is being typed: characters are characters, and only named keys, Ctrl and Alt act.
    var isTyping: Bool { get }
    /// The theme that it was made for, while it is in front; nil for whichever is on.
    var theme: Theme? { get }
    /// A key that means something of this screen's own here, before the table is asked: a letter on a checklist.
    func claims(_ key: Key) -> Bool
    /// Why an action that it understands cannot be done just now, for people; nil when it can.
    func refusal(of action: Action, at now: Uptime) -> String?
    /// Does an action.
    mutating func perform(_ action: Action, at now: Uptime) -> [Effect]
    /// Takes what is no action: typed text, a paste, a new size.
    mutating func handle(_ event: TerminalEvent, at now: Uptime) -> [Effect]
    /// Takes a text back from somebody's own editor.
    mutating func receive(edited text: String, at now: Uptime) -> [Effect]
    /// What a note that is written over it is, and what becomes of it.
    var noting: NoteWords { get }
    /// Takes a note that was written over it.
    mutating func receive(note: WrittenNote, at now: Uptime) -> [Effect]
    /// What a comment that is written over it would be about.
    var commenting: CommentHeading { get }
    /// Takes a comment that was written over it.
    mutating func receive(comment text: String, at now: Uptime) -> [Effect]
    /// What a press or a turn of the mouse means here; nil for nothing.
    func action(for mouse: MouseEvent, at now: Uptime) -> Action?
    /// Takes the passing of time.
    mutating func reach(_ now: Uptime) -> [Effect]
    /// When time passing next changes something; nil for never.
    func nextDeadline(after now: Uptime, motion: Look.Motion) -> Uptime?
    /// Draws itself on a blank surface, all but the last row.
    func draw(into surface: inout Surface, look: Look, at now: Uptime)
    /// It came to the front, or left it: clocks run only in front.
    mutating func becomeFront(_ isFront: Bool, at now: Uptime)
    /// A word that stays in the last row while it is true: the journal cannot be written.
    var standingWord: String? { get }
    /// Where one is, in a sentence or two, for whoever cannot see it at a glance.
    func whereabouts(at now: Uptime) -> String
    /// What it tells in plain mode: the whole of it, in the order in which it is to be heard.
    func narration(at now: Uptime) -> Narration
}

extension Screen {
    /// Nothing is typed.
    public var isTyping: Bool { false }
    /// Any theme.
    public var theme: Theme? { nil }
    /// The keys are the table's.
    public func claims(_ key: Key) -> Bool { false }
    /// Everything can be done.
    public func refusal(of action: Action, at now: Uptime) -> String? { nil }
    /// Takes nothing.
    public mutating func handle(_ event: TerminalEvent, at now: Uptime) -> [Effect] { [] }
    /// Nothing was asked of an editor.
    public mutating func receive(edited text: String, at now: Uptime) -> [Effect] { [] }
    /// No comment is about it.
    public var commenting: CommentHeading { CommentHeading("", "A comment", "") }
    /// No comment is about it.
    public mutating func receive(comment text: String, at now: Uptime) -> [Effect] { [] }
    /// One's own, for this session.
    public var noting: NoteWords { .own }
    /// No note is about it.
    public mutating func receive(note: WrittenNote, at now: Uptime) -> [Effect] { [] }
    /// The wheel moves by rows.
    public func action(for mouse: MouseEvent, at now: Uptime) -> Action? {
        switch mouse.action {
        case .wheel(.up): .up
        case .wheel(.down): .down
        default: nil
        }
    }
    /// No clocks.
    public mutating func reach(_ now: Uptime) -> [Effect] { [] }
    /// No clocks.
    public func nextDeadline(after now: Uptime, motion: Look.Motion) -> Uptime? { nil }
    /// Nothing to stop.
    public mutating func becomeFront(_ isFront: Bool, at now: Uptime) {}
    /// Nothing stands.
    public var standingWord: String? { nil }
    /// Its name.
    public func whereabouts(at now: Uptime) -> String { name + "." }
}

extension Surface {
    /// The title line: what this is, and where one is in it.
    mutating func drawTitle(_ left: String, _ right: String) {
        let width = DisplayText.width(of: right)
        put(" \(left)", at: Point(column: 0, row: 0), style: Role.title.index, columns: size.columns - width - 3)
        put(right, at: Point(column: size.columns - width - 1, row: 0), style: Role.muted.index)
    }

    /// Draws the beginning of a text; where it is longer than the area, the last row says how much of it is below.
    /// - Parameter scrolls: End goes there; false where keys move in something else.
    mutating func draw(beginningOf lines: [StyledLine], in area: Rect, look: Look, scrolls: Bool = true) {
        guard lines.count > area.rows else { return draw(lines, in: area) }
        let shown = max(0, area.rows - 1)
        draw(Array(lines.prefix(shown)), in: area)
        drawMore(lines.count - shown, in: area, look: look, scrolls: scrolls)
    }

    /// Says in the last row of an area how much of a text is below it.
    /// - Parameter scrolls: End goes there; false where keys move in something else.
    mutating func drawMore(_ count: Int, in area: Rect, look: Look, scrolls: Bool = true) {
        guard count > 0, !area.isEmpty else { return }
        let more = " \(count) more below " + (scrolls ? "\(look.glyphs.dot) End " : "")
        put(
            more, at: Point(column: max(0, area.endColumn - DisplayText.width(of: more)), row: area.endRow - 1),
            style: Role.selected.index)
    }
}

extension Effect {
    /// A paste was longer than what there is room for.
    static let tooMuch = Effect.notice("The end of it found no room here.")
}
