import Conversation
import Foundation
import Journal
import PseudoTerminal
import Testing

/// Two people, one journal file: sharing a session, commenting, answering, with the real program.
@Suite(.serialized, .timeLimit(.minutes(15))) struct CommentsTests {
    /// Ada plays mini to its bad ending, writes a note and looks back.
    private func practised(_ fixture: Fixture) throws -> PtySession {
        let session = try fixture.start("practise", "mini", "--as", "Ada", rows: 40, columns: 120)
        try session.reachMoment()
        session.say("2")
        try session.reachMoment(stopping: [.over])
        try session.press("\r", for: "Looking back: Mini parcel")
        session.press("n")
        session.press("my own secret")
        try session.press("\r", for: "my own secret")
        return session
    }

    private func share(_ session: PtySession, with names: String) throws {
        try session.press("@", for: "Who may read")
        try session.press("\u{1B}[B", for: "never see your notes")
        try session.press("\r", for: "With whom?")
        session.press(names)
        try session.press("\r", for: "Shared with")
    }

    @Test func aSessionIsSharedCommentedOnAndAnswered() throws {
        let fixture = try Fixture()
        defer { fixture.remove() }
        let ada = try practised(fixture)
        try share(ada, with: "Sam")
        ada.press("q")
        ada.press("q")
        let id = try #require(try fixture.streams(owner: "Ada").first?.id)

        // Sam finds it, reads it without the note, and comments on the moment.
        let sam = try fixture.start("--as", "Sam", rows: 40, columns: 120)
        try sam.see("Library")
        try sam.press("J", for: "Journal")
        try sam.press("\t", for: "Ada: Mini parcel")
        try sam.press("\r", for: "shares this conversation with you")
        #expect(!sam.screen.text.contains("secret"))
        #expect(sam.screen.text.contains("Sorry for any inconvenience."))
        sam.press("\t")
        try sam.press("y", for: "A comment on “Hello”")
        sam.press("What did she need by then?")
        try sam.press("\r", for: "The comment is kept.")
        #expect(sam.screen.text.contains("You, 20"))
        // What cannot be done with somebody else's session is not offered.
        sam.press("r")
        #expect(sam.screen.text.contains("does nothing here"))
        sam.press("q")

        // Ada is told once, and answers.
        let again = try fixture.start("--as", "Ada", rows: 40, columns: 120)
        try again.see("Sam commented on “Mini parcel”.")
        try again.press("J", for: "1 session")
        try again.press("\r", for: "Looking back: Mini parcel")
        try again.see("What did she need by then?")
        #expect(again.screen.text.contains("my own secret"))
        again.press("\t")
        again.press("\t")
        try again.press("\r", for: "Your answer to Sam")
        again.press("Twelve helmets. I never asked.")
        try again.press("\r", for: "You answered Sam")
        // One's own can be taken out, after a second press.
        again.press("\t")
        try again.press("\u{1B}[3~", for: "Once more takes your comment out.")
        try again.press("\u{1B}[3~", for: "Your comment is taken out.")
        #expect(!again.screen.text.contains("I never asked"))
        again.press("q")
        again.press("q")
        #expect(!again.screen.text.contains("Sam commented"), "it is said once")

        let session = Session(
            replaying: try fixture.events(of: id, owner: "Sam").log(of: "Ada"))
        #expect(session.comments.all.map(\.written.author) == ["Sam"])
        #expect(session.learner.notes.isEmpty)
        #expect(try fixture.run("forget", "\(id)", "--as", "Sam").status == 1)
        #expect(try fixture.run("export", "\(id)", "--as", "Sam").complaint.contains("somebody else's session"))
    }

    /// A colleague's comment comes while the owner is on the way: nothing is lost, and going back finds its moment.
    @Test func aCommentComesWhileTheConversationGoesOn() throws {
        let fixture = try Fixture()
        defer { fixture.remove() }
        let ada = try fixture.start("practise", "mini", "--as", "Ada", rows: 40, columns: 120)
        try ada.reachMoment()
        let journal = try Journal(.file(fixture.journalFile))
        let id = try #require(try journal.streams(owner: "Ada").first?.id)
        try journal.setAudience(.room, of: id, by: "Ada")
        let comment = TimedEvent(
            time: 1, event: .commented(Commented(moment: 0, author: "Sam", text: "I am watching.")))
        try journal.submit(try comment.record(), to: id, by: "Sam", key: "1", wallTime: 1)
        try ada.press("2", for: "Trust −12")
        #expect(!ada.screen.text.contains("Not saved"))
        try ada.press("r", for: "attempt 2")
        try ada.press("1", for: "Trust +8")
        ada.press("q")
        let session = Session(replaying: try fixture.events(of: id, owner: "Ada").log(of: "Ada"))
        #expect(session.comments.all.map(\.written.text) == ["I am watching."])
        #expect(Attempts(session.log).all.map(\.number) == [1, 2])
        #expect(session.front.trust == 48)
    }

    @Test func plainModeHasAllOfIt() throws {
        let fixture = try Fixture()
        defer { fixture.remove() }
        let ada = try practised(fixture)
        ada.press("q")
        ada.press("q")
        let sharing = try fixture.pipe(
            ["journal", "share", "2", "Sam", "", "back", "quit"], "--plain", "--as", "Ada")
        for words in ["Who may read “Mini parcel”?", "They never see your notes and rules", "Shared with Sam."] {
            #expect(sharing.output.contains(words), "\(words)")
        }
        let reading = try fixture.pipe(
            ["journal", "next", "1", "next", "comment What did she need by then?", "back", "back", "quit"],
            "--plain", "--as", "Sam")
        for words in ["Ada, Mini parcel", "Chosen: Hello.", "The comment is kept.", "What did she need by then?"] {
            #expect(reading.output.contains(words), "\(words)")
        }
        #expect(!reading.output.contains("secret"))
        let id = try #require(try fixture.streams(owner: "Ada").first?.id)
        let answering = try fixture.pipe(
            ["next", "next", "comment Twelve helmets.", "back", "quit"], "journal", "\(id)", "--plain", "--as", "Ada")
        for words in ["Chosen: Sam, 20", "You answered Sam, 20", "Twelve helmets."] {
            #expect(answering.output.contains(words), "\(words)")
        }
        let told = try fixture.pipe(["quit"], "--plain", "--as", "Sam")
        #expect(told.output.contains("Ada commented on their own “Mini parcel”."))
        #expect(!(try fixture.pipe(["quit"], "--plain", "--as", "Sam")).output.contains("Ada commented"))
    }
}
