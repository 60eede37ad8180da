import Testing

@testable import Conversation

@Suite("What a conversation remembers")
struct RememberedTests {
    /// Trust breaks and is mended; the promise is kept.
    private func mended(_ source: String = SmallScenario.source) throws -> Play {
        var play = try Play(source)
        for option in [1, 0, 0, 0, 0] { try play.perform(.reply(option)) }
        try play.perform(.send)
        return play
    }

    private func line(_ id: String, in session: Session) -> LineSpoken? {
        session.log.lazy.compactMap { if case .lineSpoken(let line) = $0.event { line } else { nil } }
            .last { $0.line == "line:" + id }
    }

    @Test("a line that is said because of what was said or kept earlier says so, and others do not")
    func recalls() throws {
        let session = try mended().session
        #expect(line("s90", in: session)?.recalls == [Recall(.kept, "status")])
        #expect(line("s93", in: session)?.recalls == [Recall(.said, "repair-rupture")])
        #expect(line("s70", in: session)?.recalls == nil)
        #expect(line("s110", in: session)?.recalls == nil)
    }

    @Test("the debrief tells who came back to what, and when, with the agent's own words")
    func memories() throws {
        let memories = Debrief(try mended().session).memories
        #expect(memories.map(\.speaker) == ["Ana", "Ana"])
        #expect(
            memories.map(\.words) == [
                "You hear from me in fifteen minutes.", "That was a form letter, and you deserved words.",
            ])
        #expect(memories.allSatisfy { $0.story >= 600_000 }, "ten minutes of the story had passed")
    }

    @Test("a missed promise comes back as a missed one")
    func missed() throws {
        var play = try Play()
        for option in [1, 0, 0, 2] { try play.perform(.reply(option)) }
        #expect(Debrief(play.session).memories.first?.recall == Recall(.missed, "status"))
    }

    @Test("an answer to what was said a moment ago is no memory")
    func notTheLastReply() throws {
        let source = SmallScenario.source.replacing(
            "Ana: when will i know", with: "Ana: when will i know <<if said(\"focusing-question\")>>")
        var play = try Play(source)
        try play.perform(.reply(0))
        #expect(line("s70", in: play.session)?.recalls == [Recall(.said, "focusing-question")])
        #expect(Debrief(play.session).memories.isEmpty)
    }

    @Test("a tag names what a line comes back to, and what it confirms")
    func tags() throws {
        let source = SmallScenario.source.replacing(
            "it came. thank you", with: "it came. thank you #confirms #recalls:status")
        let session = try mended(source).session
        #expect(line("s110", in: session)?.confirms == true)
        #expect(line("s110", in: session)?.recalls == [Recall(.named, "status")])
        #expect(session.front.transcript.contains { $0.confirms })
        #expect(Debrief(session).memories.last?.words == "You hear from me in fifteen minutes.")
    }

    @Test("what was tried at a moment and taken back stays in the way as a fork")
    func forks() throws {
        var play = try Play()
        try play.perform(.reply(2))
        let first = try #require(play.session.moments.first)
        try play.perform(.rewind(to: first.sequence))
        try play.perform(.reply(0))
        let step = try #require(Debrief(play.session).path.first)
        #expect(step.others == [Debrief.Other(reply: "Please calm down.", trust: -12)])
        #expect(step.reply == "What has to be on the table by four?")
    }

    @Test("moves that were on offer and that nobody made are told with their words, once")
    func chances() throws {
        var play = try Play()
        try play.perform(.reply(1))
        let chances = Debrief(play.session).chances
        #expect(chances.map(\.move) == ["focusing-question", "command-calm"])
        #expect(chances.first?.words == "What has to be on the table by four?")
    }

    @Test("after stepping back the debrief knows that it was hard; taken back, it was not")
    func hard() throws {
        var play = try Play()
        #expect(!Debrief(play.session).isHard)
        let first = try #require(play.session.moments.first)
        try play.perform(.stepBack)
        #expect(Debrief(play.session).isHard)
        try play.fold(
            play.engine.handle(.rewind(to: first.sequence), in: play.session, at: play.session.time))
        #expect(!Debrief(play.session).isHard)
    }
}
