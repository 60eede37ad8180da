import Conversation
import Interface
import Journal
import Library
import Terminal

// Attempts side by side, wordings, and going back.
extension Application {
    /// A practice screen as the learner likes it.
    func practice(_ stream: StreamID, _ session: Session, _ engine: Engine) -> PracticeScreen {
        var screen = PracticeScreen(stream: stream, session: session, engine: engine)
        screen.remember(rules)
        if let vocabulary { screen.learn(vocabulary) }
        screen.hears(coach: FeedbackTime(rawValue: preferences.settings[.feedback].text) ?? .atOnce)
        return screen
    }

    /// The conversation of a stream that is under way on a screen.
    func underWay(_ stream: StreamID) -> PracticeScreen? {
        compositor.screens.lazy.compactMap { $0 as? PracticeScreen }.last { $0.stream == stream }
    }

    private mutating func session(_ stream: StreamID) throws -> Session {
        if let practice = underWay(stream) { return practice.session }
        guard let session = try keeper?.session(stream) else { throw SessionTrouble("There is no journal.") }
        return session
    }

    mutating func compare(_ stream: StreamID, at place: Attempt.Place?, now: Uptime) {
        do {
            if underWay(stream) == nil, let told = try keeper?.discussed(stream),
                told.summary.owner != surroundings.owner
            {
                let name = told.summary.owner.isEmpty ? "Shared with you" : told.summary.owner
                let screen = CompareScreen(lookingAt: Attempts(told.session.log), of: name)
                return push(discussed(screen, stream), at: now)
            }
            let screen = CompareScreen(Attempts(try session(stream).log), of: stream, at: place)
            push(discussed(screen, stream), at: now)
        } catch {
            complain("This session cannot be compared", "\(error)", at: now)
        }
    }

    mutating func compareWithAnother(_ stream: StreamID, at now: Uptime) {
        do {
            let streams = try keeper?.journal.streams(owner: surroundings.owner, kind: "session") ?? []
            guard let own = streams.first(where: { $0.id == stream }),
                let other = streams.first(where: { $0.id != stream && $0.scenarioSlug == own.scenarioSlug })
            else {
                return compositor.say("This is your only session of this scenario so far.", at: now)
            }
            let left = Attempts(try session(stream).log)
            let right = Attempts(try session(other.id).log)
            let titles = ("This one, \(Surroundings.date(own.openedAt))", Surroundings.date(other.openedAt))
            push(CompareScreen(left, right, titles: titles, of: stream), at: now)
        } catch {
            complain("These sessions cannot be compared", "\(error)", at: now)
        }
    }

    mutating func showWordings(_ stream: StreamID, at place: Attempt.Place?, now: Uptime) {
        do {
            let session = try session(stream)
            let engine = try engine(of: stream)
            let attempts = Attempts(session.log)
            guard let place = place ?? attempts.standing.last?.place else {
                return compositor.say("Answer a moment first; then its wordings can be tried.", at: now)
            }
            let wordings = try Wordings(at: place, in: session, engine: engine)
            push(CompareScreen(wordings, of: stream, at: place, wayBack: attempts.way(backTo: place)), at: now)
        } catch let refusal as EngineRefusal {
            compositor.say(refusal.description, at: now)
        } catch {
            complain("The wordings cannot be shown", "\(error)", at: now)
        }
    }

    private mutating func engine(of stream: StreamID) throws -> Engine {
        if let practice = underWay(stream) { return practice.engine }
        let vocabulary = try words()
        guard let restored = try keeper?.restore(stream, vocabulary: vocabulary) else {
            throw SessionTrouble("There is no journal.")
        }
        return engine(playing: restored.scenario)
    }

    /// Goes back to a moment: in the conversation that lies below, or in a session that is opened again, over or not.
    ///
    /// A debrief stays where it is, under the conversation, and shows afterwards what has happened since.
    mutating func goBack(_ stream: StreamID, to sequence: Int, at now: Uptime) {
        do {
            if underWay(stream) != nil {
                while (compositor.front as? PracticeScreen)?.stream != stream, compositor.pop(at: now) {}
                var effects: [Effect] = []
                compositor.update(PracticeScreen.self) { effects = $0.goBack(to: sequence, at: now) }
                return perform(effects, at: now)
            }
            let vocabulary = try words()
            guard let restored = try keeper?.takeUp(stream, vocabulary: vocabulary) else { return }
            let engine = engine(playing: restored.scenario)
            let events = try engine.reopen(restored.session, at: sequence)
            let trouble = keeper?.keep(events, in: stream)
            while compositor.front is CompareScreen, compositor.pop(at: now) {}
            var screen = practice(stream, restored.session, engine)
            screen.receive(events, trouble: trouble, at: now)
            push(screen, at: now)
        } catch {
            complain("This session cannot go back there", "\(error)", at: now)
        }
    }

    /// A session that somebody shared, beside one's own.
    mutating func look(at shared: SharedSession, beside own: StreamID?, now: Uptime) {
        let theirs = Attempts(shared.log)
        let name = shared.name.isEmpty ? "Shared with you" : shared.name
        guard let own, let session = try? session(own) else {
            return push(CompareScreen(lookingAt: theirs, of: name), at: now)
        }
        push(CompareScreen(Attempts(session.log), theirs, titles: ("You", name), of: own), at: now)
    }
}
