import Testing

@testable import Conversation

@Suite("Comments") struct CommentTests {
    /// A log with two moments; the first reply was said.
    private func log() -> Session {
        var log = TestLog(trust: 40)
        log.customer("It is late.", at: 1)
        log.agent("I am on it.", at: 3, moves: [], trust: 4)
        log.customer("When?", at: 5)
        return log.session
    }

    private func opened(_ session: Session) -> [Int] { session.moments.map(\.sequence) }

    private func add(
        _ text: String, by author: String, at moment: Int = 0, answering: Int? = nil, to session: inout Session
    ) throws -> Int {
        session.apply(
            try #require(Engine.comment(text, by: author, at: moment, answering: answering, in: session)))
        return session.sequence
    }

    @Test func commentsStandAtTheirMomentWithTheirAnswersBehindThem() throws {
        var session = log()
        let moment = opened(session)[0]
        let first = try add("What did she need by then?", by: "Sam", at: moment, to: &session)
        let second = try add("I like the pace.", by: "Kim", at: moment, to: &session)
        let answer = try add("I never asked.", by: "", answering: first, to: &session)
        let whole = try add("Thank you for sharing it.", by: "Kim", to: &session)
        #expect(session.comments.at(moment).map(\.sequence) == [first, answer, second])
        #expect(session.comments.at(0).map(\.sequence) == [whole])
        #expect(session.comments[answer]?.written.replyTo == first)
        #expect(session.comments[first]?.name == "m1")
        #expect(session.comments.isAnswer(try #require(session.comments[answer])))
        #expect(session.comments.elsewhere(than: [moment]).map(\.sequence) == [whole])
    }

    @Test func goingBackLeavesThemAlone() throws {
        var session = log()
        let moments = opened(session)
        let comment = try add("Here it turned.", by: "Sam", at: moments[1], to: &session)
        session.apply(TimedEvent(time: session.time, event: .rewound(Rewound(to: moments[0]))))
        #expect(session.moments.map(\.sequence) == [moments[0]])
        #expect(session.comments.all.map(\.sequence) == [comment])
        #expect(session.comments.elsewhere(than: Set(session.moments.map(\.sequence))).map(\.name) == ["m5"])
    }

    @Test func onlyItsAuthorTakesACommentOut() throws {
        var session = log()
        let comment = try add("Here it turned.", by: "Sam", to: &session)
        let answer = try add("Yes.", by: "Kim", answering: comment, to: &session)
        #expect(Engine.removal(ofComment: comment, by: "Kim", in: session) == nil)
        session.apply(
            TimedEvent(
                time: 9_000, event: .commentRemoved(CommentRemoved(comment: comment, author: "Kim"))))
        #expect(session.comments[comment] != nil, "a log that says so changes nothing")
        session.apply(try #require(Engine.removal(ofComment: comment, by: "Sam", in: session)))
        #expect(session.comments.all.map(\.sequence) == [answer])
        #expect(session.comments.answersRemoved(try #require(session.comments[answer])))
        #expect(!session.comments.isAnswer(try #require(session.comments[answer])))
    }

    @Test func whatCannotBeACommentIsMadeOneOrChangesNothing() throws {
        var session = log()
        #expect(Engine.comment(" \n\u{1B} ", by: "Sam", in: session) == nil)
        func take(_ text: String, moment: Int = 0, author: String = "Sam", replyTo: Int? = nil) -> Comments.Comment? {
            var written = Commented(moment: moment, author: "", text: "", replyTo: replyTo)
            (written.text, written.author) = (text, author)
            session.apply(TimedEvent(time: session.time, event: .commented(written)))
            return session.comments[session.sequence]
        }
        #expect(take("") == nil)
        #expect(take("far", moment: 9_999)?.written.moment == 0)
        #expect(take("before", moment: -4)?.written.moment == 0)
        #expect(take("no moment", moment: 1)?.written.moment == 0)
        #expect(take("no comment", replyTo: 1)?.written.replyTo == nil)
        #expect(take("a\u{1B}[2Jb\u{7}\nc")?.written.text == "a[2Jb\nc")
        #expect(take("x", author: "S\u{1B}]0;am\n")?.written.author == "S]0;am")
        let long = String(repeating: "é", count: 5_000)
        #expect(take(long)?.written.text.count == Commented.mostCharacters)
        let heavy = "a" + String(repeating: "\u{301}", count: 90_000)
        #expect((take(heavy + "b")?.written.text.utf8.count ?? 0) < 16_000)
    }

    @Test func recordsReadBackAndAreNotes() throws {
        var session = log()
        for event in [
            try #require(Engine.comment("He said “no”.\nTwice.", by: "Sam", at: opened(session)[0], in: session)),
            TimedEvent(time: 7_000, event: .commentRemoved(CommentRemoved(comment: 3, author: "Sam"))),
        ] {
            let record = try event.record()
            #expect(record.weight == .note)
            #expect(try TimedEvent(record) == event)
            session.apply(event)
        }
    }

    @Test func aSharedFileHoldsNothingThatColleaguesSaid() throws {
        var session = log()
        _ = try add("For you alone here.", by: "Sam", to: &session)
        let shared = SharedSession(
            session.log, of: "made-up", title: "Made up", hash: "", files: [], by: "", with: SharedSession.Consent())
        #expect(shared.log.count == session.log.count)
        #expect(Session(replaying: shared.log).comments.all.isEmpty)
    }
}
