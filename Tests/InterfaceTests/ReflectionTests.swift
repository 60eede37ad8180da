import Conversation
import Journal
import Terminal
import Testing

@testable import Interface

@Suite("Questions for afterwards")
struct ReflectionTests {
    private let start = Uptime(milliseconds: 400_000)

    private func screen() throws -> DebriefScreen {
        let desk = try Scenes.over()
        return DebriefScreen(
            stream: StreamID("one"), session: desk.session, vocabulary: SmallScenario.vocabulary)
    }

    private func picture(_ screen: DebriefScreen, after: Int64) -> Picture {
        Picture(screen, columns: 80, rows: 24, at: start + after)
    }

    @Test("the timebox counts down by the second, and at zero one may finish in peace")
    func timebox() throws {
        var screen = try screen()
        #expect(screen.nextDeadline(after: start, motion: .full) == nil)
        _ = screen.press(.plain(.enter), at: start)
        #expect(picture(screen, after: 0).contains(" 1:00 "))
        #expect(screen.nextDeadline(after: start + 1_300, motion: .full) == start + 2_000)
        #expect(picture(screen, after: 22_500).contains(" 0:38 "))
        #expect(picture(screen, after: 60_000).contains("time is up; finish your sentence"))
        #expect(screen.nextDeadline(after: start + 60_000, motion: .full) == nil)
        for character in "late" { _ = screen.press(.character(character), at: start + 70_000) }
        let effects = screen.press(.plain(.enter), at: start + 80_000)
        guard case .keep(let events, let stream)? = effects.first else {
            Issue.record("nothing was kept")
            return
        }
        #expect(stream == StreamID("one"))
        screen.receive(events, trouble: nil)
        #expect(screen.session.reflections.first?.answer == "late")
        #expect(!screen.isTyping)
        let rest = screen.press(.plain(.enter), at: start + 90_000)
        #expect(rest == [.close])
    }

    @Test("Tab leaves a question open; nobody counts that")
    func leave() throws {
        var screen = try screen()
        _ = screen.press(.plain(.enter), at: start)
        for character in "never mind" { _ = screen.press(.character(character), at: start) }
        guard case .keep(let events, _)? = screen.press(.plain(.tab), at: start).first else {
            Issue.record("nothing was kept")
            return
        }
        screen.receive(events, trouble: nil)
        #expect(screen.session.reflections.first?.answer == "")
    }

    @Test("Esc goes back to the page without answering")
    func escape() throws {
        var screen = try screen()
        _ = screen.press(.plain(.enter), at: start)
        let effects = screen.press(.plain(.escape), at: start)
        #expect(effects.isEmpty)
        #expect(screen.session.reflections.first?.answer == nil)
        #expect(screen.nextDeadline(after: start, motion: .full) == nil)
    }

    @Test("the timebox waits while the question is put away, and under another screen")
    func putAway() throws {
        var screen = try screen()
        _ = screen.press(.plain(.enter), at: start)
        _ = screen.press(.plain(.escape), at: start + 10_000)
        _ = screen.press(.plain(.enter), at: start + 500_000)
        #expect(picture(screen, after: 500_000).contains(" 0:50 "))
        screen.becomeFront(false, at: start + 505_000)
        #expect(screen.nextDeadline(after: start + 506_000, motion: .full) == nil)
        screen.becomeFront(true, at: start + 800_000)
        #expect(picture(screen, after: 800_000).contains(" 0:45 "))
    }

    @Test("a silence is told in words, not in dots")
    func silence() throws {
        var desk = try Desk()
        try desk.hear()
        desk.press("T")
        let page = DebriefPage(
            debrief: Debrief(desk.session), vocabulary: SmallScenario.vocabulary, glyphs: .unicode)
        let lines = page.lines(columns: 78).map { $0.runs.map(\.text).joined() }
        #expect(lines.contains { $0.contains("You said nothing, and the clock ran out.") })
        #expect(!lines.contains { $0.hasSuffix(" …") })
    }

    @Test("letters are typed, not understood as keys")
    func letters() throws {
        var screen = try screen()
        _ = screen.press(.plain(.enter), at: start)
        for character in "q?jkgG rb" {
            let effects = screen.press(.character(character), at: start)
            #expect(effects.isEmpty)
        }
        #expect(screen.answering?.field.value == "q?jkgG rb")
    }
}
