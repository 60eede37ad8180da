import Conversation
import DatabaseServer
import Foundation
import Journal
import PseudoTerminal
import Room
import Testing

/// A facilitator and three people at terminals of their own, through a whole role-play.
@Suite(.serialized, .timeLimit(.minutes(15)), .enabled(if: RoomOfTerminals.shipped != nil))
struct LiveRoomTests {
    @Test("three rounds in one journal file")
    func inAFile() throws {
        try wholeRolePlay(RoomOfTerminals(.file))
    }

    @Test("three rounds over PostgreSQL", .enabled(if: PostgresServer.isThere))
    func overPostgreSQL() throws {
        let server = try PostgresServer.shared.get()
        let database = try server.makeJournal(members: ["desk", "ada", "ben", "cem", "stage"])
        try wholeRolePlay(RoomOfTerminals(.server(server, database: database)))
    }

    @Test("a terminal that keeps the room going after the desk died does not show the customer's card to its agent")
    func keepsTheRoomGoing() throws {
        let room = try RoomOfTerminals(.file)
        defer { room.remove() }
        try room.gather()
        try room.desk("o", sees: "round 1 of 3, cards")
        try room["ben"].see("you are the customer")
        try room["desk"].send("oo")
        try room["desk"].see("round 1 of 3, playing")
        try room["desk"].signal(SIGKILL)
        let ada = try room["ada"]
        try ada.see("The desk has come to this terminal")
        ada.send("S")
        try ada.see("round 1 of 3, playing")
        // Whatever the desk can show is gone through; then the stage, and one's own seat again.
        // Each is answered before the next, so that Esc and a letter are not taken for Alt and that letter.
        ada.settle()
        for key in ["Q", "q", "K", "\u{1B}", "P", "\u{1B}", "n", "\u{1B}", "S"] { ada.press(key) }
        try ada.see("S seat")
        ada.send("S")
        try ada.see("you are the agent")
        try checkPrivacy(room, customersSoFar: ["ben"], of: ["ada", "ben", "cem"])
    }

    private func wholeRolePlay(_ room: RoomOfTerminals) throws {
        defer { room.remove() }
        try room.gather()
        let stage = try room.start("stage", ["join", room.code, "--role", "stage"], rows: 30, columns: 100)
        try stage.see("Late delivery")

        // Agent, customer and observer of each round: everybody plays each.
        let roles = [("ada", "ben", "cem"), ("cem", "ada", "ben"), ("ben", "cem", "ada")]
        for (number, (agent, customer, observer)) in roles.enumerated() {
            let round = number + 1
            try room.desk("o", sees: "round \(round) of 3, cards")
            try room[agent].see("you are the agent")
            try room[customer].see("you are the customer")
            try room[observer].see("you observe")
            // The countdown, and at once the round.
            try room["desk"].send("oo")
            try room["desk"].see("round \(round) of 3, playing")

            if round == 1 {
                // The agent answers at a terminal of their own, once the moment is open.
                try room[agent].see("1-9 say")
                try room[agent].send("1")
            } else {
                try room.desk("1", sees: "party to")
            }
            // What was said is the same everywhere.
            try room.everybody(sees: "Saturday first, parcel second")

            try room[observer].send("n")
            try room[observer].see("Enter keep it")
            try room[observer].send("\r")
            try room[observer].see("Named Saturday first \u{201C}")

            try room[customer].send("t")
            try room[customer].see("Enter")
            try room[customer].send("and who tells my son\r")
            try room[observer].see("and who tells my son")

            if round == 2 {
                try room.desk("K", sees: "a curveball")
                try room.desk("\r", sees: "Somebody else is at her keyboard")
                try stage.see("Somebody else")
            }
            try room.desk(" ", sees: "frozen")
            try stage.see("Everything stands still")
            try room.desk(" ", sees: "playing")
            if round == 3 {
                try room.desk("r", sees: "Back to which moment?")
                try room.desk("g\r", sees: "Who plays on from there?")
                try room.desk("\r", sees: "takes back: going back")
                try room.desk("2", sees: "Marco's note is open")
                try room.everybody(sees: "Three times is two too many")
                try room.desk("u", sees: "going back to First words")
            }
            try checkPrivacy(room, customersSoFar: Set(roles.prefix(round).map(\.1)))
            try room.desk("z", sees: "to speak")
            try room.everybody(sees: "After round \(round)", but: ["desk", "ada", "ben", "cem"])
            try room.desk("W", sees: "A small win: which one?")
            try room.desk("\r", sees: "whose was it?")
            try room.desk("\r", sees: "what was said about it?")
            try room.desk("\r", sees: "to speak")
            for (said, speaker) in zip([agent, customer, observer], [customer, observer, ""]) {
                try room.desk("o", sees: "\u{2713} \(said.capitalized)")
                if !speaker.isEmpty { try room["desk"].see("\u{25B8} \(speaker.capitalized)") }
            }
        }
        try room.desk("o", sees: "looking back together")
        try stage.see("Small win")
        try room.desk("o", sees: "lose the room")
        try room.desk("\r", sees: "closed")
        try room.everybody(sees: "delete it, together", but: ["desk"])

        // Everybody who read along folds the same room, and so does whoever reads the journal anew.
        let whole = try room.room(readBy: "desk")
        #expect(whole.phase == .closed)
        #expect(whole.round == 3)
        #expect(whole.marks.count == 3)
        #expect(whole.wins.count == 3)
        // The reply of the third round was gone back from, and the one behind it was a slip.
        #expect(whole.play.moments.first != nil)
        #expect(whole.play.moments.first?.reply == nil)
        for account in ["ada", "ben", "cem"] {
            let own = try room.room(readBy: account)
            #expect(own.play == whole.play)
            #expect(own.marks == whole.marks)
            #expect(own.wins == whole.wins)
            #expect(own.people == whole.people)
            #expect(own.said == whole.said)
        }
    }

    /// What is on the customer's card has come to nobody's terminal who was not the customer yet, and to no stage.
    private func checkPrivacy(
        _ room: RoomOfTerminals, customersSoFar: Set<String>, of accounts: Set<String> = ["ada", "ben", "cem", "stage"]
    ) throws {
        let words = try room.privateWords()
        #expect(words.count > 40)
        for account in accounts.subtracting(customersSoFar) {
            let bytes = try room[account].transcript.lowercased()
            #expect(words.filter { bytes.contains($0) } == [], "\(account) has seen private words")
        }
        for account in customersSoFar {
            let bytes = try room[account].transcript.lowercased()
            #expect(words.contains { bytes.contains($0) }, "\(account) was given no card")
        }
    }
}
