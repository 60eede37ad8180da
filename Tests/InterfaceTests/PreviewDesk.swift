import Terminal
import Yarn

@testable import Conversation
@testable import Interface

/// A preview with a keyboard, a file and a clock that a test turns.
struct PreviewDesk {
    private(set) var compositor = Compositor(look: Look(theme: .calm, glyphs: .unicode))
    private(set) var effects: [Effect] = []
    var now = Uptime(milliseconds: 5_000_000)

    /// A preview of a file that has never worked.
    init(broken: LoadedScenario) {
        begin(PreviewScreen(name: "small"), Size(columns: 80, rows: 24))
        take(broken)
    }

    init(_ source: String = SmallScenario.source, from node: String? = nil, size: Size = Size(columns: 80, rows: 24)) {
        begin(PreviewScreen(name: "small", from: node), size)
        save(source)
    }

    private mutating func begin(_ screen: PreviewScreen, _ size: Size) {
        _ = compositor.receive(.resized(size), at: now)
        compositor.push(screen, at: now)
    }

    private mutating func take(_ loaded: LoadedScenario) {
        let now = now
        var words: String?
        compositor.update(PreviewScreen.self) { words = $0.receive(loaded, at: now) }
        if let words { compositor.say(words, at: now) } else { compositor.hush() }
    }

    /// The preview, also while a text lies over it.
    var screen: PreviewScreen { compositor.screens.first as? PreviewScreen ?? PreviewScreen(name: "none") }

    /// Saves the file. Warnings are the business of other rooms.
    mutating func save(_ source: String, warnings: [Diagnostic] = []) {
        let files = [SourceFile(name: "scenario.yarn", text: source)]
        let loaded = Scenario.load(slug: "small", files: files, vocabulary: SmallScenario.vocabulary)
        let diagnostics = loaded.errors + warnings
        take(LoadedScenario(scenario: loaded.scenario, diagnostics: diagnostics, files: files))
    }

    /// Reviews a version of the file.
    mutating func review(_ source: String) {
        let files = [SourceFile(name: "scenario.yarn", text: source)]
        let review = Scenario.review(slug: "small", files: files, vocabulary: SmallScenario.vocabulary)
        compositor.update(PreviewScreen.self) { $0.receive(review) }
    }

    mutating func press(_ keys: Key...) { for key in keys { effects += compositor.receive(.key(key), at: now) } }

    mutating func type(_ characters: String) { for character in characters { press(.character(character)) } }

    mutating func pass(_ milliseconds: Int64) {
        let end = now + milliseconds
        while let deadline = compositor.nextDeadline(after: now), deadline <= end, deadline > now {
            now = deadline
            effects += compositor.reach(now)
        }
        now = end
    }

    func picture(columns: Int = 80, rows: Int = 24, glyphs: Glyphs = .unicode) -> Picture {
        Picture(compositor, columns: columns, rows: rows, glyphs: glyphs, at: now)
    }

    /// Saves a file with two mistakes: a command that there is not, and a node.
    mutating func saveBroken() {
        take(Self.broken)
    }

    /// What is said about mistakes is the business of other rooms, so that it is given here.
    static var broken: LoadedScenario {
        let source = SmallScenario.source.replacing("<<trust +5>>", with: "<<trsut +5>>")
            .replacing("<<jump Letter>>", with: "<<jump Leter>>")
        func span(_ line: Int, _ column: Int, _ length: Int) -> SourceSpan {
            let start = SourcePosition(line: line, column: column)
            let end = SourcePosition(line: line, column: column + length)
            return SourceSpan(file: "scenario.yarn", start: start, end: end)
        }
        let mistakes = [
            Diagnostic(
                code: "RP0301", severity: .error, message: "There is no command `trsut`.", span: span(25, 7, 5),
                expected: "one of channel, trust, heat, effort, reply_within, wait, later, promise, keep, queue",
                hint: "Did you mean `trust`?"),
            Diagnostic(
                code: "YS0012", severity: .error, message: "There is no node `Leter`.", span: span(129, 8, 5),
                hint: "Did you mean `Letter`?"),
        ]
        return LoadedScenario(
            scenario: nil, diagnostics: mistakes, files: [SourceFile(name: "scenario.yarn", text: source)])
    }
}
