import Conversation
import DatabaseServer
import Foundation
import PseudoTerminal
import Room
import SeededChance
import Testing

/// Any terminal of a live room, the desk included, and the database server are killed as a power cut would, again and
/// again: nothing that was acknowledged is lost or doubled, and the room goes on.
///
/// `RAPPORT_KILLS` says how often in each kind of journal; 10 where it says nothing.
@Suite(.serialized, .timeLimit(.minutes(60)), .enabled(if: RoomOfTerminals.shipped != nil))
struct LiveKillTests {
    static let kills = ProcessInfo.processInfo.environment["RAPPORT_KILLS"].flatMap(Int.init) ?? 10

    @Test("terminals are killed, over a file")
    func inAFile() throws {
        let room = try RoomOfTerminals(.file)
        try killAll(room, ["desk", "ada", "ben", "cem"], seed: 11)
    }

    @Test("terminals and the server are killed, over PostgreSQL", .enabled(if: PostgresServer.isThere))
    func overPostgreSQL() throws {
        let server = try PostgresServer()
        let database = try server.makeJournal(members: ["desk", "ada", "ben", "cem"])
        let room = try RoomOfTerminals(.server(server, database: database))
        try killAll(room, ["server", "desk", "ada", "ben", "cem"], seed: 12)
    }

    private func killAll(_ room: RoomOfTerminals, _ victims: [String], seed: UInt64) throws {
        defer { room.remove() }
        var chance = Chance(seed: seed)
        try room.gather()
        try room.desk("o", sees: "round 1 of 3, cards")
        try room["desk"].send("oo")
        try room["desk"].see("round 1 of 3, playing")
        try room["ben"].see("you are the customer")
        var unsure: Set<String> = []
        for number in 1...Self.kills {
            // A line is on its way while somebody goes.
            let line = "line \(number) of many"
            try say(line, room)
            let victim = victims[Int.random(in: 0..<victims.count, using: &chance)]
            let patience = Double.random(in: 0...0.25, using: &chance)
            _ = try room["cem"].wait(timeout: patience) { _ in false }
            if victim == "ben" { unsure.insert(line) }
            try kill(victim, room)
            // The room goes on: what is said now is everywhere, also where somebody has just come back.
            let after = "after \(number) of many"
            try say(after, room)
            for account in ["ben", "cem"] { try room[account].see(after) }
        }
        let said = try room.room(readBy: "desk").said.map(\.said.text)
        for number in 1...Self.kills {
            let (line, after) = ("line \(number) of many", "after \(number) of many")
            #expect(said.count { $0 == after } == 1, "\(after)")
            let count = said.count { $0 == line }
            if unsure.contains(line) { #expect(count <= 1, "\(line)") } else { #expect(count == 1, "\(line)") }
        }
        // Everybody who reads the journal anew folds the same.
        for account in ["ada", "ben", "cem"] {
            #expect(try room.room(readBy: account).said.map(\.said.text) == said)
        }
    }

    private func say(_ words: String, _ room: RoomOfTerminals) throws {
        let ben = try room["ben"]
        // Within 30 seconds of a server's return everybody is back.
        #expect(ben.wait(timeout: 30) { !$0.screen.text.contains("Nothing gets through") })
        ben.send("t")
        try ben.see("Enter")
        ben.send(words + "\r")
    }

    private func kill(_ victim: String, _ room: RoomOfTerminals) throws {
        if victim == "server", case .server(let server, _) = room.place {
            try server.stop()
            try server.start()
            return
        }
        let terminal = try room[victim]
        terminal.signal(SIGKILL)
        #expect(terminal.waitExit() == -SIGKILL)
        if victim == "desk" {
            // Not at once: somebody else keeps the room going meanwhile, or not yet.
            let desk = try room.start("desk", ["live"])
            try desk.see("This room is still open")
            desk.send("\r")
            try desk.see("round 1 of 3")
        } else {
            let seat = try room.start(victim, ["join", room.code, "--as", victim.capitalized])
            try seat.see(
                victim == "ben" ? "you are the customer" : victim == "ada" ? "you are the agent" : "you observe")
        }
    }
}
