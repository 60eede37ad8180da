import Conversation
import Foundation
import Library
import PseudoTerminal
import Testing

/// A call, a public thread and a mail, in the running program on a terminal.
@Suite(.serialized, .timeLimit(.minutes(15)), .enabled(if: PlannedPlay.shipped != nil)) struct ChannelTests {
    private static let content = ContentLocator.folders(named: nil, environment: [:], executable: Fixture.program).first

    private func start(
        _ slug: String?, rows: Int = 40, columns: Int = 120
    ) throws -> (fixture: Fixture, program: PtySession) {
        let fixture = try Fixture([:])
        let program = try PtySession(
            Fixture.program, slug.map { ["practise", $0, "--seed", "1"] } ?? [],
            env: ["HOME": fixture.home, "RAPPORT_CONTENT": Self.content ?? ""], rows: rows, columns: columns)
        return (fixture, program)
    }

    @Test func aCallerIsInterrupted() throws {
        let (fixture, program) = try start("unexpected-charge")
        defer { fixture.remove() }
        // What the scenario gives notice of comes first.
        try program.see("the caller shouts")
        program.press("\r")
        try program.see("a reply now interrupts")
        for _ in 0..<12 where !program.words.contains("Half a year. One.") { program.press("\r") }
        // Words come one by one: a part of a line is on the screen, and the rest of it is not.
        try program.see("And you have charged me")
        #expect(!program.words.contains("it doesn't fit") && !program.words.contains("goes my rent"))
        program.send("2")
        let isAnswered = program.wait { _ in
            (try? fixture.session())?.moments.contains { $0.reply != nil } ?? false
        }
        #expect(isAnswered)
        let session = try fixture.session()
        #expect(session.front.transcript.contains { $0.isCut })
        #expect(session.moments.first { $0.reply != nil }?.reply?.isInterruption == true)
        try program.reachMoment()
        program.press("q")
        program.send("q")
        #expect(program.waitExit() == 0)
        #expect(program.isCooked)
    }

    @Test func aThreadIsAnsweredInPublicAndInPrivate() throws {
        let (fixture, program) = try start("weekend-outage")
        defer { fixture.remove() }
        try program.reachMoment()
        try program.see("likes")
        program.say("3")
        try program.reachMoment()
        #expect(program.words.contains("Would you send me your reader's"))
        program.say("1")
        try program.reachMoment()
        let said = try fixture.session().moments.filter { $0.reply != nil }.map(\.isReplyPublic)
        #expect(said == [false, true])
    }

    @Test func homeIsFoundThemedAndLeftByTyping() throws {
        let (fixture, program) = try start(nil)
        defer { fixture.remove() }
        try program.see("Late delivery, holiday deadline")
        program.press("/unexp")
        try program.see("▸ Unexpected charge")
        program.press("\r")
        try program.press(":theme projector\r", for: "Theme: projector.")
        try program.press("\u{10}", for: "What can be done here")
        program.press("journ")
        try program.press("\r", for: "Journal")
        program.press("q")
        program.send("q")
        #expect(program.waitExit() == 0)
        // Nobody asked for the mouse: it stays the terminal's own.
        #expect(program.screen.mouseModes.isEmpty)
        for mode in ["?1000h", "?1002h", "?1003h", "?1006h"] { #expect(!program.transcript.contains(mode)) }
    }

    @Test func aStormOfSizesLeavesNoCellBehind() throws {
        let (fixture, program) = try start("late-delivery", rows: 30, columns: 100)
        defer { fixture.remove() }
        try program.reachMoment()
        program.press(" ")
        var state: UInt64 = 42
        for _ in 0..<200 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            program.resize(rows: 1 + Int(state >> 33 % 60), columns: 1 + Int(state >> 40 % 160))
        }
        program.resize(rows: 1, columns: 1)
        program.resize(rows: 30, columns: 100)
        program.settle()
        // Ctrl-L draws everything anew; what stood there before must be the same.
        program.wait(timeout: 5) { $0.screen.text.contains("aused") }
        program.settle()
        let stormed = program.screen.text
        #expect(stormed.contains("aused"))
        program.press("\u{0C}")
        #expect(program.screen.text == stormed)
        #expect(program.status == nil)
    }
}

/// A mail, typed in the running program.
@Suite(.serialized, .timeLimit(.minutes(15))) struct TypedMailTests {
    private func atMail() throws -> (Fixture, PtySession) {
        let fixture = try Fixture()
        let program = try fixture.start("practise", "mini", rows: 30, columns: 100)
        try program.reachMoment()
        program.say("1")
        try program.reachMoment()
        program.say("1")
        let stage = try program.reachMoment(stopping: [.send])
        #expect(stage == .send)
        return (fixture, program)
    }

    @Test func aMailIsTypedAndSent() throws {
        let (fixture, program) = try atMail()
        defer { fixture.remove() }
        program.press("e")
        program.press("\r")
        program.press("It comes by noon. q and 1 are letters here. 日本 é")
        try program.see("q and 1 are letters here.")
        try program.press("\u{1B}s", for: "last look")
        program.press("\r")
        try program.reachMoment(stopping: [.over])
        let sent = try fixture.session().log.compactMap {
            if case .emailSent(let mail) = $0.event { mail } else { nil }
        }
        #expect(sent.last?.paragraphs.last == "It comes by noon. q and 1 are letters here. 日本 é")
    }

    @Test func aMebibyteIsPastedAndTakenBackWithOneKey() throws {
        let (fixture, program) = try atMail()
        defer { fixture.remove() }
        program.press("e")
        program.press("\r")
        program.press("before")
        program.settle()
        let before = program.screen.text
        let bytes = program.raw.count
        let line = "all work and no rest makes a long letter "
        let text = String(repeating: line, count: 1_048_576 / line.utf8.count + 1)
        program.send("\u{1B}[200~" + text + "\u{1B}[201~")
        program.wait(timeout: 10) { $0.screen.text.contains("a long letter") }
        #expect(program.screen.text.contains("a long letter"))
        program.settle()
        #expect(program.raw.count - bytes < 64 * 1_024, "a paste is drawn once, not letter by letter")
        program.press("\u{1F}")
        program.settle()
        #expect(program.screen.text == before)
    }
}
