import Conversation
import Foundation
import Interface
import Journal
import Library
import Listening
import Room
import Seating
import Terminal
import Yarn

/// What is needed to open a live room, or to go into one: the journal that rooms are kept in, the library, the words.
struct RoomHouse {
    let surroundings: Surroundings
    let vocabulary: Vocabulary
    let store: any JournalStore
    /// Whose terminal this is, as the journal knows them.
    let account: String

    /// - Parameters:
    ///   - own: the journal that sessions are kept in: rooms are in it, too, unless a team's journal is named.
    ///   - name: what somebody calls themselves who joins, where `--as` does not say it.
    /// - Throws: `JournalFailure`, `LibraryFailure`.
    init(_ surroundings: Surroundings, own: Journal?, name: String = "") throws {
        self.surroundings = surroundings
        vocabulary = try surroundings.library.vocabulary()
        if let address = surroundings.teamJournal {
            let team = try PostgresJournal(address)
            (store, account) = (team, team.account)
        } else {
            store = try own ?? Journal(surroundings.place)
            let given = surroundings.owner.isEmpty ? name : surroundings.owner
            if given.lowercased() == Self.desk {
                throw SessionTrouble(
                    "\u{201C}\(given)\u{201D} is what the facilitator's terminal is called. Another name, please.")
            }
            account = given.isEmpty ? Self.desk : given
        }
    }

    /// Who has the desk and gives no name.
    static let desk = "the desk"

    /// Forgets the rooms of this machine that were not to be kept, whoever closed them last.
    static func sweep(_ journal: Journal, of owner: String) {
        for account in Set([owner, desk]) where !account.isEmpty {
            Seat.sweep(journal, of: account, at: Surroundings.wallTime())
        }
    }

    /// Rooms are in one file under one system user.
    var sharesFile: Bool { surroundings.teamJournal == nil }

    // MARK: Opening

    /// Opens a room as the form says.
    func open(_ plan: RoomPlan, people: [String], at now: Uptime) throws -> RoomPlace {
        Seat.sweep(store, of: account, at: Surroundings.wallTime())
        var plan = plan
        var source: ArchivedSource?
        if !plan.scenario.isEmpty, let scenario = try scenario(plan.scenario) {
            plan.hash = scenario.hash
            source = ArchivedSource(
                hash: scenario.hash, files: scenario.files.map { ArchivedSource.File(name: $0.name, text: $0.text) })
        }
        var chance = SystemRandomNumberGenerator()
        let seat = try Seat.open(
            plan, people: people, in: store, as: account, source: source, code: RoomCode(using: &chance),
            id: StreamID(Self.key()), at: SeatTime(now), newKey: Self.key, prepare: conducts)
        return place(seat)
    }

    /// Comes back to a room that this account opened.
    func comeBack(to stream: StreamID, at now: Uptime) -> RoomPlace {
        var seat = Seat(
            store: store, stream: stream, account: account, wantsDesk: true, newKey: Self.key, prepare: conducts)
        seat.attend(at: SeatTime(now))
        return place(seat)
    }

    /// Goes into a room by its code.
    func join(_ code: RoomCode, as name: String, _ kind: Person.Kind, at now: Uptime) throws -> RoomPlace {
        let stream = try store.join(code: code.text, as: account, now: Surroundings.wallTime())
        var seat = Seat(store: store, stream: stream, account: account, newKey: Self.key, prepare: conducts)
        let time = SeatTime(now)
        seat.attend(at: time)
        seat.ask(.join(name: name, kind), at: time)
        seat.attend(at: time)
        return place(seat)
    }

    /// The rooms of this account's that are still open, the newest first.
    func openRooms() -> [StreamSummary] {
        ((try? store.streams(readableBy: account, kind: Seat.kind, limit: 20)) ?? [])
            .filter { $0.owner == account && $0.mark.status == .open }
    }

    private func place(_ seat: Seat) -> RoomPlace {
        let plan = seat.room.plan
        return RoomPlace(
            seat: seat, sharesFile: sharesFile, cards: cards(plan),
            notes: notes(on: plan?.scenario ?? "", but: seat.stream))
    }

    // MARK: What conducts

    /// What conducts a room, on this machine: the scenario comes from the journal, the cards from the library.
    private var conducts: (LiveRoom) -> Conductor? {
        let house = self
        return { room in
            guard let plan = room.plan else { return nil }
            let cards = house.cards(plan)
            guard !plan.hash.isEmpty else { return Conductor(engine: nil, cards: cards) }
            guard let scenario = house.archived(plan) else { return nil }
            let engine = Engine(
                scenario: scenario, curveballs: .none, listener: house.surroundings.listener(house.vocabulary))
            return Conductor(engine: engine, cards: cards)
        }
    }

    private func archived(_ plan: RoomPlan) -> Scenario? {
        guard let source = try? store.source(hash: plan.hash) else { return nil }
        let files = source.files.map { SourceFile(name: $0.name, text: $0.text) }
        return Scenario.load(slug: plan.scenario, files: files, vocabulary: vocabulary).scenario
    }

    private func cards(_ plan: RoomPlan?) -> RoleCardSet? {
        guard let slug = plan?.cards ?? plan?.scenario, !slug.isEmpty else { return nil }
        return try? surroundings.library.cards(slug)
    }

    private func scenario(_ slug: String) throws -> Scenario? {
        guard let entry = surroundings.library.entry(slug) else { return nil }
        return try entry.load(vocabulary: vocabulary).scenario
    }

    /// What this account noted in earlier rooms with a scenario, the newest room's first.
    private func notes(on scenario: String, but stream: StreamID) -> [DeskNote] {
        let rooms = ((try? store.streams(readableBy: account, kind: Seat.kind, limit: 30)) ?? [])
            .filter { $0.scenarioSlug == scenario && $0.id != stream && !scenario.isEmpty }
        return rooms.flatMap { room -> [DeskNote] in
            let events = (try? store.events(of: room.id, after: 0, reader: account)) ?? []
            return events.compactMap { event in
                guard event.record.type == "room.noteHung",
                    case .room(.noteHung(let note), _)? = try? RoomRecord(event.record)
                else { return nil }
                return note
            }
        }
    }

    // MARK: The form

    /// The form for a room, with what the library has; `slug` first, where it is there.
    func form(play slug: String?) -> LiveFormScreen {
        let cards = surroundings.library.cards().values
        var choices: [LiveFormScreen.Choice] = surroundings.library.entries().map { entry in
            LiveFormScreen.Choice(
                .scenario(entry.slug), title: entry.title, cards: cards.first { $0.scenario == entry.slug },
                channel: entry.heading.channels.first)
        }
        choices += cards.filter { set in !choices.contains { $0.play.slug == set.scenario } }.map {
            LiveFormScreen.Choice(.cards($0.slug), title: $0.title, cards: $0)
        }
        if let index = choices.firstIndex(where: { $0.play.slug == slug }) {
            choices.insert(choices.remove(at: index), at: 0)
        }
        // The usual one first.
        var agreements = surroundings.library.agreements().values
        if let usual = agreements.firstIndex(where: { $0.slug == "huddle" }) {
            agreements.insert(agreements.remove(at: usual), at: 0)
        }
        let rooms = RoomFolder(environment: surroundings.environment)?.rooms().values ?? []
        return LiveFormScreen(
            choices: choices, agreements: agreements, templates: rooms,
            behaviours: cards.first?.observer.behaviours ?? [],
            seed: Int.random(in: 1...999_999_999_999))
    }

    /// A text that no other has.
    private static func key() -> String {
        String(UInt64.random(in: 1...UInt64.max), radix: 36) + String(UInt64.random(in: 1...UInt64.max), radix: 36)
    }
}
