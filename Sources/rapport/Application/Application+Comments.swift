import Conversation
import Interface
import Journal
import Terminal

// Comments, and who may read a session.
extension Application {
    /// Who talks about a session, with when each comment was written.
    func discussion(_ told: SessionKeeper.Discussed) -> Discussion {
        Discussion(
            of: told.summary.id, reader: surroundings.owner, owner: told.summary.owner,
            audience: told.summary.audience, dates: told.written.mapValues(Surroundings.date))
    }

    /// Comparing, with what is said about the session that is compared.
    func discussed(_ screen: CompareScreen, _ stream: StreamID) -> CompareScreen {
        var screen = screen
        var keeper = keeper
        if let told = try? keeper?.discussed(stream) { screen.discuss(told.session.comments, discussion(told)) }
        return screen
    }

    /// The debrief of a session, one's own or one that somebody shares.
    mutating func lookBack(_ stream: StreamID, at now: Uptime) {
        do {
            if underWay(stream) == nil { keeper?.lookAnew(at: stream) }
            guard let told = try keeper?.discussed(stream) else { return }
            try? keeper?.journal.look(at: stream, as: surroundings.owner)
            let screen = DebriefScreen(
                stream: stream, session: told.session, vocabulary: (try? words()) ?? Vocabulary(),
                support: surroundings.preferences.settings.support, discussion: discussion(told))
            if let old = compositor.front as? DebriefScreen, old.stream == stream {
                compositor.replaceFront(with: screen, at: now)
            } else {
                push(screen, at: now)
            }
        } catch {
            complain("This session cannot be opened", "\(error)", at: now)
        }
    }

    mutating func comment(
        _ stream: StreamID, _ text: String, at moment: Int, answering answered: Int?, now: Uptime
    ) {
        add(to: stream, "The comment is kept.", now) { session, author in
            Engine.comment(text, by: author, at: moment, answering: answered, in: session)
        }
    }

    mutating func removeComment(_ sequence: Int, of stream: StreamID, at now: Uptime) {
        add(to: stream, "Your comment is taken out.", now) { session, author in
            Engine.removal(ofComment: sequence, by: author, in: session)
        }
    }

    /// Adds what somebody says to a session, their own or another's, and shows it wherever the session is.
    private mutating func add(
        to stream: StreamID, _ done: String, _ now: Uptime, _ event: (Session, String) -> TimedEvent?
    ) {
        do {
            guard let told = try keeper?.discussed(stream), let event = event(told.session, surroundings.owner) else {
                return compositor.say("It could not be done: what it was about is not there any more.", at: now)
            }
            let trouble = keeper?.add(event, to: stream)
            renewTalk(about: stream)
            let keeper = keeper
            compositor.update(PracticeScreen.self) { screen in
                guard screen.stream == stream, let keeper else { return }
                let due = keeper.caughtUp([], after: screen.session.sequence, in: stream)
                if !due.isEmpty { screen.receive(due, trouble: nil, at: now) }
            }
            compositor.say(trouble ?? done, at: now)
        } catch {
            compositor.say("\(error)", at: now)
        }
    }

    /// Shows what is said about a session now.
    mutating func renewTalk(about stream: StreamID) {
        guard let told = try? keeper?.discussed(stream) else { return }
        let discussion = discussion(told)
        compositor.update(DebriefScreen.self) { screen in
            if screen.stream == stream { screen.renew(told.session, discussion: discussion) }
        }
        compositor.update(CompareScreen.self) { screen in
            if screen.discussion?.stream == stream { screen.discuss(told.session.comments, discussion) }
        }
        try? keeper?.journal.look(at: stream, as: surroundings.owner)
    }

    /// Shows a debrief with what was kept just now, or could not be.
    mutating func renewDebrief(of stream: StreamID, trouble: String?) {
        renewTalk(about: stream)
        compositor.update(DebriefScreen.self) { screen in
            if screen.stream == stream { screen.receive([], trouble: trouble) }
        }
    }

    // MARK: Sharing

    mutating func share(_ stream: StreamID, at now: Uptime) {
        do {
            guard let journal = keeper?.journal,
                let summary = try journal.stream(stream, reader: surroundings.owner)
            else { return }
            let audience = try journal.audience(of: stream, by: surroundings.owner)
            push(
                ShareScreen(stream, title: summary.title, audience: audience, reader: surroundings.owner), at: now)
        } catch {
            complain("This session cannot be shared", "\(error)", at: now)
        }
    }

    mutating func setAudience(_ audience: Audience, of stream: StreamID, at now: Uptime) {
        do {
            try keeper?.journal.setAudience(audience, of: stream, by: surroundings.owner)
            compositor.say(ShareScreen.done(audience), at: now)
        } catch {
            compositor.say("Nothing was changed: \(error)", at: now)
        }
    }

    mutating func findShared(_ query: String, offset: Int) {
        guard let journal = keeper?.journal,
            let page = try? journal.shared(
                with: surroundings.owner, matching: query, offset: offset, limit: JournalScreen.window)
        else { return }
        compositor.update(JournalScreen.self) { $0.receive(page, date: Surroundings.date) }
    }

    /// Nothing else is about to be opened over Home.
    private var isAtHome: Bool {
        switch startAt {
        case nil, .home: true
        default: false
        }
    }

    /// Home says once what others have said since one last looked.
    mutating func tellNews() {
        guard isAtHome, compositor.front is HomeScreen, let journal = keeper?.journal else { return }
        let news = (try? journal.newComments(for: surroundings.owner)) ?? []
        let reader = surroundings.owner
        compositor.update(HomeScreen.self) { $0.hear(news, reader: reader) }
        for stream in Set(news.map(\.stream)) { try? journal.look(at: stream, as: reader) }
    }
}
