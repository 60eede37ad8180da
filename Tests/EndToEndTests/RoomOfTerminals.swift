import Conversation
import DatabaseServer
import Foundation
import Journal
import Library
import PseudoTerminal
import Room
import Testing

/// The real program on several pseudo-terminals, in one live room: a desk, people at seats, perhaps a stage.
final class RoomOfTerminals {
    /// Where the room is kept.
    enum Place {
        case file
        case server(PostgresServer, database: String)
    }

    let place: Place
    let fixture: Fixture
    let content: String
    private(set) var terminals: [String: PtySession] = [:]
    private(set) var code = ""

    init(_ place: Place) throws {
        self.place = place
        fixture = try Fixture([:])
        content = try #require(Self.shipped)
        try FileManager.default.createDirectory(
            atPath: fixture.root + "/run", withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    }

    /// The content of the repository these tests stand in.
    static let shipped: String? = {
        let folder =
            URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().path + "/Content"
        return FileManager.default.fileExists(atPath: folder + "/cards/late-delivery.yaml") ? folder : nil
    }()

    func remove() {
        for terminal in terminals.values where terminal.status == nil { terminal.signal(SIGKILL) }
        fixture.remove()
    }

    /// Starts a terminal; `account` is who reads there.
    @discardableResult
    func start(_ account: String, _ arguments: [String], rows: Int = 30, columns: Int = 100) throws -> PtySession {
        var environment = fixture.base
        environment["XDG_RUNTIME_DIR"] = fixture.root + "/run"
        if case .server(let server, let database) = place {
            environment["RAPPORT_JOURNAL"] = server.address(account, database: database)
        }
        let terminal = try PtySession(
            Fixture.program, arguments + ["--content", content], env: environment, rows: rows, columns: columns)
        terminals[account] = terminal
        return terminal
    }

    subscript(_ account: String) -> PtySession {
        get throws { try #require(terminals[account], "no terminal \(account)") }
    }

    // MARK: A room of three

    /// Opens a room in which somebody plays the customer and everything is kept, and lets three people in.
    func gather() throws {
        let desk = try start("desk", ["live", "late-delivery"])
        try desk.see("Who is here")
        desk.send("\r")
        desk.send("Ada\r")
        desk.send("\u{1B}[C\r")  // a person with a card
        for _ in 0..<3 { desk.send("\r") }
        desk.send("\u{1B}[C\r")  // kept
        for _ in 0..<2 { desk.send("\r") }
        desk.send("\r")
        try desk.see("still to say yes")
        code = try #require(
            desk.screen.text.firstMatch(of: /rapport join ([A-Z0-9]{3}-[A-Z0-9]{3})/).map { String($0.output.1) })
        for name in ["Ada", "Ben", "Cem"] { try join(name) }
        for name in ["ada", "ben", "cem"] { try self[name].send("1") }
        try desk.see("Everybody said yes")
    }

    func join(_ name: String) throws {
        let seat = try start(name.lowercased(), ["join", code, "--as", name])
        try seat.see("What a lead can never see")
    }

    /// The desk presses keys and then sees a text.
    func desk(_ keys: String, sees text: String) throws {
        let desk = try self["desk"]
        desk.settle()
        desk.send(keys)
        try desk.see(text)
    }

    /// Every terminal shows a text.
    func everybody(sees text: String, but others: Set<String> = []) throws {
        for (account, terminal) in terminals where !others.contains(account) {
            do {
                try terminal.see(text)
            } catch {
                throw PtyFailure(description: "\(account): \(error)")
            }
        }
    }

    // MARK: What the journal says

    func store(_ account: String) throws -> any JournalStore {
        switch place {
        case .file: return try Journal(.file(fixture.journalFile))
        case .server(let server, let database): return try PostgresJournal(server.address(account, database: database))
        }
    }

    /// The room as somebody's terminal folds it, anew from the journal.
    func room(readBy account: String) throws -> LiveRoom {
        let reader: String
        if case .file = place { reader = Self.names[account] ?? account } else { reader = account }
        let store = try store(account)
        let summary = try #require(try store.streams(readableBy: reader, kind: "room", limit: 5).first)
        return LiveRoom(
            replaying: try store.events(of: summary.id, after: 0, reader: reader).map {
                LiveRoom.Entry(sequence: $0.sequence, author: $0.author, record: try RoomRecord($0.record))
            })
    }

    /// The names that accounts have in a file.
    static let names = ["desk": "the desk", "ada": "Ada", "ben": "Ben", "cem": "Cem"]

    /// Three words in a row that stand on the customer's card and nowhere else in the room.
    func privateWords() throws -> [String] {
        let cards = try Library(folders: [content]).cards("late-delivery")
        func words(_ text: String) -> [Substring] { text.lowercased().split { $0.isWhitespace } }
        let card = cards.customer
        let own = card.privateFacts + [card.goal] + card.mustNot
        let story = try String(contentsOfFile: content + "/scenarios/late-delivery/scenario.yarn", encoding: .utf8)
        let agreements = Library(folders: [content]).agreements().values.flatMap {
            $0.points + $0.neverSeen + [$0.kept]
        }
        let agent = cards.agent
        let known =
            ([story, agent.goal, cards.summary, card.persona] + agent.knows + agent.mayDo + agent.mayNot
            + agreements + card.publicFacts + cards.observer.behaviours.flatMap { [$0.name, $0.looksLike, $0.example] })
            .map { words($0).joined(separator: " ") }.joined(separator: "\n")
        return own.flatMap { text -> [String] in
            let words = words(text)
            return words.indices.dropLast(2).map { words[$0...($0 + 2)].joined(separator: " ") }
        }
        .filter { !known.contains($0) }
    }
}
