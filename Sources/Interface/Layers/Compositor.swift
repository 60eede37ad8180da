import Terminal

/// Everything that lies on the terminal: a stack of screens, and perhaps a layer over the front one.
///
/// It turns keys into actions by the one key table, answers what is the same everywhere (help, commands, palette, theme,
/// short words), and hands the rest to the front screen. It is a value: no terminal, no clock, no journal.
public struct Compositor: Sendable {
    /// The screens, the front one last.
    public private(set) var screens: [any Screen] = []
    /// The keys, the standard ones or somebody's own.
    public var keys: KeyTable
    /// How everything looks.
    public var look: Look
    private(set) var layer: (any Layer)?
    var notices = NoticeLine()
    private(set) var size = Size(columns: 0, rows: 0)
    /// Ctrl-C twice within so many ms leaves from anywhere.
    private static let twice: Int64 = 1_000
    private var lastInterrupt: Uptime?
    /// A note that was put away before it was kept.
    private var unsent = WrittenNote("")
    /// Comments that were put away before they were kept, by what they are about.
    private var unsentComments: [String: String] = [:]
    /// Nothing is drawn: what would open over a screen says how to do without.
    public var isTold = false

    /// Nothing on the terminal yet.
    public init(look: Look, keys: KeyTable = .standard) {
        self.look = look
        self.keys = keys
    }

    /// The screen in front.
    public var front: (any Screen)? { screens.last }

    /// The window is large enough for a screen to be on it.
    public var isVisible: Bool { size.columns >= Interface.smallestColumns && size.rows >= Interface.smallestRows }

    /// How everything looks just now: a screen that was made for a theme has it while nobody has chosen another one.
    public var worn: Look {
        guard look.theme.name == Theme.calm.name, let theme = front?.theme else { return look }
        var worn = look
        worn.change(to: theme)
        return worn
    }

    // MARK: The stack

    /// Puts a screen in front.
    public mutating func push(_ screen: any Screen, at now: Uptime) {
        let last = screens.count - 1
        if last >= 0 { screens[last].becomeFront(false, at: now) }
        var screen = screen
        _ = screen.handle(.resized(size), at: now)
        screen.becomeFront(true, at: now)
        screens.append(screen)
    }

    /// Takes the front screen away.
    /// - Returns: false when it was the last one, and stays.
    @discardableResult
    public mutating func pop(at now: Uptime) -> Bool {
        guard screens.count > 1 else { return false }
        screens.removeLast()
        screens[screens.count - 1].becomeFront(true, at: now)
        return true
    }

    /// Takes the front screen away without bringing the one below to the front, for another to take its place.
    public mutating func replaceFront(with screen: any Screen, at now: Uptime) {
        if !screens.isEmpty { screens.removeLast() }
        push(screen, at: now)
    }

    /// Changes the front-most screen of a kind.
    /// - Returns: whether there is one.
    @discardableResult
    public mutating func update<S: Screen>(_ kind: S.Type, _ change: (inout S) -> Void) -> Bool {
        for index in screens.indices.reversed() {
            guard var screen = screens[index] as? S else { continue }
            change(&screen)
            screens[index] = screen
            return true
        }
        return false
    }

    /// Shows a live room, as it is now, on every screen of it.
    public mutating func show(_ view: LiveView, at now: Uptime) {
        for index in screens.indices {
            guard var face = screens[index] as? any LiveFace else { continue }
            face.receive(view, at: now)
            screens[index] = face
        }
    }

    /// Tells the front screen of a live room why something was not done.
    public mutating func show(refusal: String, at now: Uptime) {
        guard let index = screens.lastIndex(where: { $0 is any LiveFace }), var face = screens[index] as? any LiveFace
        else { return notices.refuse(refusal, at: now) }
        face.receive(refusal: refusal, at: now)
        screens[index] = face
        notices.refuse(refusal, at: now)
    }

    // MARK: Events

    /// Takes an event of the terminal.
    /// - Returns: what is wanted of the world.
    public mutating func receive(_ event: TerminalEvent, at now: Uptime) -> [Effect] {
        if case .resized(let size) = event {
            resize(to: size, at: now)
            return []
        }
        if event == .lent || event == .resumed {
            if layer == nil, !screens.isEmpty { screens[screens.count - 1].becomeFront(event == .resumed, at: now) }
            return []
        }
        guard isVisible || event == .key(.control("c")) else { return [] }
        if case .key = event { notices.wasRead(at: now) }
        if event == .key(.control("c")), let effects = interrupt(at: now) { return effects }
        if var open = layer {
            let answer = open.handle(event)
            layer = open
            return answered(answer, at: now)
        }
        if case .mouse(let mouse) = event {
            return front?.action(for: mouse, at: now).map { perform($0, at: now) } ?? []
        }
        guard case .key(let key) = event, let action = action(for: key) else { return hand(event, at: now) }
        return perform(action, by: key, at: now)
    }

    /// Does an action, as a command or a line in plain mode asks for it.
    public mutating func perform(_ action: Action, at now: Uptime) -> [Effect] { perform(action, by: nil, at: now) }

    /// - Parameter key: what was pressed for it; nil when it was named.
    private mutating func perform(_ action: Action, by key: Key?, at now: Uptime) -> [Effect] {
        switch action {
        case .help, .messages:
            // Pressed over a text, the key that opened it closes it.
            if front is ReadingScreen { pop(at: now) } else { read(action, at: now) }
        case .commandLine: open(CommandLayer(keys: keys, actions: everything(at: now)), at: now)
        case .palette: open(PaletteLayer(rows: everything(at: now), keys: keys), at: now)
        case .note(let text), .rule(let text): return write(text, action, by: key, at: now)
        case .comment(let text): return comment(text, by: key, at: now)
        case .standing: notices.say(front?.whereabouts(at: now) ?? "", at: now)
        case .theme(let name): changeTheme(name, at: now)
        case .motion(let name): changeMotion(name, at: now)
        case .redraw, .suspend: break
        default: return performOnFront(action, by: key, at: now)
        }
        return []
    }

    private mutating func read(_ action: Action, at now: Uptime) {
        if action == .help {
            let title = "Keys \u{2014} \(front?.name ?? "")"
            push(ReadingScreen(title: title, preformatted: helpText(at: now)), at: now)
        } else {
            var log: [String] = []
            // What was said again and again is one line.
            for words in notices.log.reversed() where log.last != words { log.append(words) }
            if let word = front?.standingWord { log.insert(word, at: 0) }
            if log.isEmpty { log = ["Nothing was said here yet."] }
            push(
                ReadingScreen(title: "What was said in the last row", preformatted: log.joined(separator: "\n")),
                at: now)
        }
    }

    /// Opens a note, or keeps one whose words came with the command.
    private mutating func write(_ text: String, _ action: Action, by key: Key?, at now: Uptime) -> [Effect] {
        guard let front, offers(action), front.refusal(of: action.kind, at: now) == nil else {
            return performOnFront(action, by: key, at: now)
        }
        let isRule = action.kind == .rule("")
        guard text.isEmpty else {
            let note = WrittenNote(text, isRule: isRule)
            return carryOut(screens[screens.count - 1].receive(note: note, at: now), at: now)
        }
        guard !isTold else {
            notices.say(
                isRule
                    ? "Put the words behind it: rule Name the loss before the fix."
                    : "Put the words behind it: note I asked too late.", at: now)
            return []
        }
        unsent.isRule = unsent.isRule || isRule
        open(NoteLayer(unsent, keys: keys), at: now)
        return []
    }

    /// Opens a comment, or keeps one whose words came with the command.
    private mutating func comment(_ text: String, by key: Key?, at now: Uptime) -> [Effect] {
        let action = Action.comment("")
        guard let front, offers(action), front.refusal(of: action, at: now) == nil else {
            return performOnFront(action, by: key, at: now)
        }
        guard text.isEmpty else {
            return carryOut(screens[screens.count - 1].receive(comment: text, at: now), at: now)
        }
        writeComment(at: now)
        return []
    }

    private mutating func writeComment(at now: Uptime) {
        guard let heading = front?.commenting else { return }
        guard !isTold else {
            return notices.say(
                "\(heading.title). Put the words behind it: comment I would have asked her first.", at: now)
        }
        open(CommentLayer(heading, draft: unsentComments[heading.id] ?? "", keys: keys), at: now)
    }

    private mutating func putAway() {
        if let note = layer as? NoteLayer { unsent = note.draft }
        if let comment = layer as? CommentLayer { unsentComments[comment.heading.id] = comment.draft }
    }

    private mutating func performOnFront(_ action: Action, by key: Key?, at now: Uptime) -> [Effect] {
        guard let front else { return [] }
        guard offers(action) else {
            let words = key?.name ?? keys.binding(of: action).map { "`\($0.command)`" } ?? "That"
            notices.refuse("\(words) does nothing here; \(keys.shown(.help)) shows what does.", at: now)
            return []
        }
        if let refusal = front.refusal(of: action, at: now) {
            notices.refuse(refusal, at: now)
            return []
        }
        notices.succeed()
        return carryOut(screens[screens.count - 1].perform(action, at: now), at: now)
    }

    private mutating func hand(_ event: TerminalEvent, at now: Uptime) -> [Effect] {
        guard !screens.isEmpty else { return [] }
        return carryOut(screens[screens.count - 1].handle(event, at: now), at: now)
    }

    /// What the front screen understands.
    private func offers(_ action: Action) -> Bool {
        let kind = action.kind
        if case .typing = action { return front?.isTyping ?? false }
        return front?.actions.contains { $0.action == kind || $0.action == action } ?? false
    }

    /// The action of a key here; nil for what is typed, and for keys that do nothing.
    func action(for key: Key) -> Action? {
        guard let front, !front.claims(key) else { return nil }
        let action = keys.action(for: key)
        if front.isTyping {
            // What edits text edits it; what types a character types it.
            guard key.typed == nil else { return nil }
            if let action, offers(action) { return action }
            if let edit = keys.edit(for: key) { return .typing(edit) }
            return ScreenAction.common.contains { $0.action == action } || action == .help ? action : nil
        }
        return action == .redraw || action == .suspend ? nil : action
    }

    /// A second Ctrl-C soon after the first leaves from anywhere; the first one does what its key does.
    private mutating func interrupt(at now: Uptime) -> [Effect]? {
        defer { lastInterrupt = now }
        if let lastInterrupt, now - lastInterrupt < Self.twice { return [.quit] }
        if layer != nil {
            putAway()
            close(at: now)
            return []
        }
        guard let front, front.isTyping, keys.action(for: .control("c")) == .leave else { return nil }
        return perform(offers(.back) ? .back : .leave, at: now)
    }

    // MARK: What is the same everywhere

    /// Does what belongs to the terminal's surface, and hands the rest on.
    private mutating func carryOut(_ effects: [Effect], at now: Uptime) -> [Effect] {
        effects.filter { effect in
            switch effect {
            case .read(let title, let text): push(ReadingScreen(title: title, preformatted: text), at: now)
            case .notice(let words): notices.refuse(words, at: now)
            case .writeComment: writeComment(at: now)
            case .close where screens.last is ReadingScreen: pop(at: now)
            default: return true
            }
            return false
        }
    }

    private mutating func answered(_ answer: LayerAnswer, at now: Uptime) -> [Effect] {
        switch answer {
        case .stays: return []
        case .closes:
            putAway()
            close(at: now)
        case .comments(let text):
            if let comment = layer as? CommentLayer { unsentComments[comment.heading.id] = nil }
            close(at: now)
            return screens.isEmpty
                ? [] : carryOut(screens[screens.count - 1].receive(comment: text, at: now), at: now)
        case .writes(let note):
            unsent = WrittenNote("")
            close(at: now)
            return screens.isEmpty ? [] : carryOut(screens[screens.count - 1].receive(note: note, at: now), at: now)
        case .does(let action):
            close(at: now)
            return perform(action, at: now)
        case .says(let words):
            close(at: now)
            notices.say(words, at: now)
        }
        return []
    }

    private mutating func open(_ layer: any Layer, at now: Uptime) {
        self.layer = layer
        if !screens.isEmpty { screens[screens.count - 1].becomeFront(false, at: now) }
    }

    private mutating func close(at now: Uptime) {
        layer = nil
        if !screens.isEmpty { screens[screens.count - 1].becomeFront(true, at: now) }
    }

    private mutating func resize(to size: Size, at now: Uptime) {
        self.size = size
        for index in screens.indices { _ = screens[index].handle(.resized(size), at: now) }
    }

    private mutating func changeTheme(_ name: String, at now: Uptime) {
        let all = Theme.all
        let next: Theme?
        if name.isEmpty {
            let index = all.firstIndex { $0.name == look.theme.name } ?? -1
            next = Theme.named(all[(index + 1) % all.count].name, on: look.ground)
        } else {
            next = Theme.named(name, on: look.ground)
        }
        guard let next else {
            let names = all.map(\.name).joined(separator: ", ")
            notices.say("There is no theme `\(name)`. There are \(names).", at: now)
            return
        }
        look.change(to: next)
        notices.say("Theme: \(next.name).", at: now)
    }

    private mutating func changeMotion(_ name: String, at now: Uptime) {
        guard let motion = name.isEmpty ? (look.motion == .full ? .reduced : .full) : Look.Motion(rawValue: name)
        else {
            notices.say("Motion is full or reduced.", at: now)
            return
        }
        look.motion = motion
        notices.say(motion == .full ? "Things move again." : "Nothing moves now but clocks.", at: now)
    }

    /// Brings a text back from somebody's own editor.
    public mutating func receive(edited text: String, at now: Uptime) -> [Effect] {
        screens.isEmpty ? [] : carryOut(screens[screens.count - 1].receive(edited: text, at: now), at: now)
    }

    /// Says a short word in the last row.
    public mutating func say(_ words: String, at now: Uptime) { notices.say(words, at: now) }

    /// Takes the short word away: it is not true any more.
    public mutating func hush() { notices.hush() }

    // MARK: Time

    /// Takes the passing of time.
    public mutating func reach(_ now: Uptime) -> [Effect] {
        notices.reach(now)
        guard !screens.isEmpty, layer == nil else { return [] }
        return carryOut(screens[screens.count - 1].reach(now), at: now)
    }

    /// When time passing next changes something; nil for never.
    public func nextDeadline(after now: Uptime) -> Uptime? {
        let screen = layer == nil ? front?.nextDeadline(after: now, motion: look.motion) : nil
        return [screen, notices.deadline].compactMap { $0 }.min()
    }

    // MARK: Drawing

    /// Draws a frame on a blank surface.
    public mutating func draw(into surface: inout Surface, at now: Uptime) {
        if surface.size != size { resize(to: surface.size, at: now) }
        guard isVisible else { return surface.askForRoom() }
        guard let front else { return }
        let look = worn
        front.draw(into: &surface, look: look, at: now)
        drawLastRow(of: front, into: &surface, at: now)
        guard let layer else { return }
        let area = layer.room(in: surface.size).intersection(surface.bounds)
        surface.fill(area)
        layer.draw(into: &surface, in: area, look: look)
    }
}
