import Room
import SampleScenarios
import Terminal
import Testing

@testable import Interface

@Suite("What a seat may not see")
struct SeatPrivacyTests {
    /// Every word of a seat: on two sizes, with the card turned either way, and told.
    private func words(_ screen: SeatScreen, at now: Uptime) -> String {
        var text = ""
        var screen = screen
        for _ in 0..<2 {
            for (columns, rows) in [(80, 24), (160, 50)] {
                text += Picture(screen, columns: columns, rows: rows, at: now).text
            }
            let told = screen.narration(at: now)
            text += told.items.map(\.text).joined(separator: "\n") + (told.choices?.heading ?? "")
            text += (told.choices?.all ?? []).map { $0.text + $0.detail }.joined(separator: "\n")
            text += screen.whereabouts(at: now)
            _ = screen.press(.character("Q"), at: now)
        }
        return text
    }

    @Test("in a whole room no seat but the customer's of the round has a private word", arguments: [true, false])
    func wholeRoom(hasScenario: Bool) throws {
        var house = try SeatHouse(hasScenario ? RoomScenario.source : nil)
        var seen: Set<String> = []
        func look() {
            let room = house.rehearsal.room
            for account in SeatHouse.accounts {
                let text = words(house.seat(account), at: house.now)
                let isCustomer = room.casting.customer == house.person(account)
                if isCustomer {
                    if text.contains(RoomCards.privateSign) { seen.insert(account) }
                } else {
                    #expect(!text.contains(RoomCards.privateSign), "\(account) in \(room.phase)\n\(text)")
                }
            }
        }
        look()
        house.agree()
        look()
        for round in 1...3 {
            try house.rehearsal.perform(.next)
            look()
            try house.rehearsal.perform(.next)
            look()
            house.rehearsal.pass(5_000)
            look()
            if hasScenario {
                try house.rehearsal.perform(.openVote)
                look()
                try house.rehearsal.say(0)
                house.rehearsal.pass(2_000)
                look()
                try house.rehearsal.perform(.freeze)
                look()
                try house.rehearsal.perform(.freeze)
                let first = try #require(house.rehearsal.room.play.moments.first).sequence
                try house.rehearsal.perform(.rewind(to: first, agent: nil))
                look()
            }
            let observer = try #require(house.rehearsal.room.casting.observers.first)
            try house.rehearsal.perform(.mark(person: observer, behaviour: "a", quote: "What"))
            try house.rehearsal.perform(.hint("Ask for the hour."))
            look()
            // The desk's terminal died: whoever has the desk now has the card at the desk, and not at their seat.
            if round == 2 { house.rehearsal.takeDesk(account: "zoe") }
            look()
            // Somebody else gets the card: whoever had it has it on the screen no longer.
            if round == 1 { try house.rehearsal.perform(.give(.customer, to: observer)) }
            look()
            try house.rehearsal.perform(.end)
            look()
            for _ in 0...(house.rehearsal.room.feedback?.turns.count ?? 0) where house.rehearsal.room.phase == .feedback
            {
                let feedback = try #require(house.rehearsal.room.feedback)
                guard feedback.index < feedback.turns.count else { break }
                try house.rehearsal.perform(.next)
                look()
            }
        }
        try house.rehearsal.perform(.win(behaviour: "Left room", person: nil, words: "a breath"))
        try house.rehearsal.perform(.next)
        look()
        try house.rehearsal.perform(.close)
        look()
        #expect(seen.count >= 3, "whoever was the customer had the card")
    }
}
