import Conversation
import Interface
import Journal
import Library
import Terminal

// What the screens want of the world, done.
extension Application {
    mutating func open(_ opening: FullScreen.Opening, at now: Uptime) {
        switch opening {
        case .home: break
        case .practice(let slug):
            if let unfinished = try? keeper?.journal.unfinished(owner: surroundings.owner),
                unfinished.scenarioSlug == slug
            {
                push(OfferScreen(unfinished: unfinished), at: now)
            } else {
                // Straight into it, as was asked for; what a scenario gives notice of comes first all the same.
                let isAlways = surroundings.preferences.settings[.groundwork].text == "always"
                practise(slug, wish: isAlways ? .always : .never, at: now)
            }
        case .debrief(let stream): perform([.lookBack(stream)], at: now)
        case .live(let slug): openLive(play: slug, at: now)
        case .join(let request, let form):
            push(form, at: now)
            if let request { join(request, at: now) }
        case .shared(let shared, let own): look(at: shared, beside: own, now: now)
        }
    }

    mutating func perform(_ effects: [Effect], at now: Uptime) {
        for effect in effects {
            switch effect {
            case .practise(let slug): practise(slug, at: now)
            case .goOn(let stream):
                if stream == openRoom { comeBack(to: stream, at: now) } else { goOn(stream, at: now) }
            case .keep(let events, let stream): keep(events, in: stream, at: now)
            case .lookBack(let stream): lookBack(stream, at: now)
            case .chooseGuide(let stream): chooseGuide(stream, at: now)
            case .writeFix(let stream, let title, let guide): writeFix(stream, title: title, guide: guide, at: now)
            case .export(let stream): export(stream, at: now)
            case .setAside(let stream): setAside(stream)
            case .listSessions: listSessions(at: now)
            case .findSessions(let query, let offset): findSessions(query, offset: offset)
            case .findShared(let query, let offset): findShared(query, offset: offset)
            case .comment(let stream, let text, let moment, let answered):
                comment(stream, text, at: moment, answering: answered, now: now)
            case .removeComment(let stream, let sequence): removeComment(sequence, of: stream, at: now)
            case .writeComment: break
            case .share(let stream): share(stream, at: now)
            case .setAudience(let audience, let stream): setAudience(audience, of: stream, at: now)
            case .openPatterns(let signs): openPatterns(for: signs, at: now)
            case .openNotebook: push(NotebookScreen(rows: notes("")), at: now)
            case .findNotes(let query): findNotes(query)
            case .annotate(let stream, let note): annotate(stream, note, at: now)
            case .removeNote(let stream, let sequence): removeNote(sequence, of: stream, at: now)
            case .begin(let slug, let said): practise(slug, said: said, isReady: true, at: now)
            case .prepare(let slug): prepare(slug, at: now)
            case .askAfter(let stream): askAfter(stream, at: now)
            case .keepRun: break
            case .close: pop(at: now)
            case .finish(let stream):
                pop(at: now)
                lookBack(stream, at: now)
            case .openEditor(let text): openEditor(text, at: now)
            case .copy(let text): copy(text, at: now)
            case .read: break
            case .notice(let words): compositor.say(words, at: now)
            case .nextDifficulty: nextDifficulty(at: now)
            case .findVoice: findVoice(at: now)
            case .utter(var utterance):
                utterance.wordsPerMinute = surroundings.preferences.settings.voiceRate ?? utterance.wordsPerMinute
                speech?.say(utterance)
            case .hush: speech?.hush()
            case .findListener: findListener(at: now)
            case .compare(let stream, let place): compare(stream, at: place, now: now)
            case .compareWithAnother(let stream): compareWithAnother(stream, at: now)
            case .showWordings(let stream, let place): showWordings(stream, at: place, now: now)
            case .goBack(let stream, let sequence): goBack(stream, to: sequence, at: now)
            case .openRoom(let isNew): if isNew { openForm(play: nil, at: now) } else { openLive(play: nil, at: now) }
            case .live(let effect): perform(effect, at: now)
            case .quit: exit = Exit(status: 0)
            }
        }
    }

    private mutating func findVoice(at now: Uptime) {
        if speech == nil { speech = Voice.find(in: surroundings.environment).map(Speech.init) }
        let name = speech?.voice.name
        var effects: [Effect] = []
        compositor.update(PracticeScreen.self) { effects = $0.gain(voice: name, at: now) }
        perform(effects, at: now)
    }

    /// The words scenarios may use, read when they are first needed.
    mutating func words() throws(LibraryFailure) -> Vocabulary {
        if let vocabulary { return vocabulary }
        let read = try surroundings.library.vocabulary()
        vocabulary = read
        return read
    }

    mutating func check(_ slug: String) -> String? {
        do {
            guard let entry = surroundings.library.entry(slug) else { return "It is gone from the disk." }
            let loaded = try entry.load(vocabulary: try words())
            return loaded.errors.first.map { "\($0.span.file):\($0.span.start.line): \($0.message)" }
        } catch {
            return error.description
        }
    }

    /// - Parameters:
    ///   - said: what was said of oneself before.
    ///   - isReady: whatever comes before it has been.
    ///   - wish: when to look inward; nil for what is set.
    private mutating func practise(
        _ slug: String, said: LookInward? = nil, isReady: Bool = false, wish: LookInward.Wish? = nil, at now: Uptime
    ) {
        do {
            guard let entry = surroundings.library.entry(slug) else {
                throw SessionTrouble("There is no scenario \(slug) any more.")
            }
            let loaded = try entry.load(vocabulary: try words())
            guard let scenario = loaded.scenario else {
                throw SessionTrouble(loaded.errors.rendered(in: loaded.files).joined(separator: "\n\n"))
            }
            if !isReady, let screen = preparation(entry, wish: wish) { return push(screen, at: now) }
            try begin(scenario, said: said, at: now)
        } catch {
            complain("\(slug) cannot be played yet", "\(error)", at: now)
        }
    }

    private mutating func begin(_ scenario: Scenario, said: LookInward?, at now: Uptime) throws {
        guard let stream = try keeper?.open(scenario) else { throw SessionTrouble("There is no journal.") }
        let engine = engine(playing: scenario)
        let settings = sessionSettings(for: scenario)
        var events = try engine.begin(seed: surroundings.seed ?? UInt64.random(in: 1...UInt64.max), settings: settings)
        if let said { events.append(said.event(.before, in: Session(replaying: events))) }
        let trouble = keeper?.keep(events, in: stream)
        var screen = practice(stream, Session(), engine)
        screen.receive(events, trouble: trouble, at: now)
        push(screen, at: now)
        speakIfWished(scenario, at: now)
    }

    /// Settings may wish for calls to be heard from the start.
    private mutating func speakIfWished(_ scenario: Scenario, at now: Uptime) {
        guard surroundings.preferences.settings.isOn(.speech), scenario.heading.channels.contains(.voice) else {
            return
        }
        findVoice(at: now)
    }

    private mutating func goOn(_ stream: StreamID, at now: Uptime) {
        do {
            let vocabulary = try words()
            guard let restored = try keeper?.takeUp(stream, vocabulary: vocabulary) else { return }
            let engine = engine(playing: restored.scenario)
            let events = try engine.handle(.resume, in: restored.session, at: restored.session.time)
            let trouble = keeper?.keep(events, in: stream)
            var screen = practice(stream, restored.session, engine)
            screen.receive(events, trouble: trouble, at: now)
            if compositor.front is OfferScreen {
                compositor.replaceFront(with: screen, at: now)
            } else {
                push(screen, at: now)
            }
            speakIfWished(restored.scenario, at: now)
        } catch {
            complain("This session cannot go on", "\(error)", at: now)
        }
    }

    private mutating func keep(_ events: [TimedEvent], in stream: StreamID, at now: Uptime) {
        let trouble = keeper?.keep(events, in: stream)
        hand(events, of: stream, trouble: trouble, toPractice: !compositor.isLookingBack, at: now)
    }

    /// Hands events that were kept to the screens that have the session, with what was said there meanwhile.
    mutating func hand(
        _ events: [TimedEvent], of stream: StreamID, trouble: String?, toPractice: Bool, at now: Uptime
    ) {
        let keeper = keeper
        func due(_ session: Session) -> [TimedEvent] {
            keeper?.caughtUp(events, after: session.sequence, in: stream) ?? events
        }
        if toPractice {
            compositor.update(PracticeScreen.self) { $0.receive(due($0.session), trouble: trouble, at: now) }
        } else {
            compositor.receiveLookingBack(trouble: trouble) { due($0) }
        }
    }

    private mutating func setAside(_ stream: StreamID) {
        guard let session = try? keeper?.session(stream) else { return }
        _ = keeper?.keep([Engine.settingAside(session)], in: stream)
        tellHome()
    }

    /// A list that comes to the front again shows what has happened since.
    mutating func renewList() {
        if let notebook = compositor.front as? NotebookScreen { findNotes(notebook.wish) }
        guard let list = compositor.front as? JournalScreen else { return }
        if list.wish.isShared {
            findShared(list.wish.query, offset: list.wish.offset)
        } else {
            findSessions(list.wish.query, offset: list.wish.offset)
        }
    }
}
