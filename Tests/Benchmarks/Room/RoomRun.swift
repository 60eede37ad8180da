import Conversation
import Foundation
import Journal

/// One room that is measured, with so many terminals beside the desk.
struct RoomRun {
    let place: RoomPlaces
    let terminals: Int
    let presses: Int
    let crew = BenchCrew()
    let bell: BareBell
    let disk: BareDisk
    /// Members of the crew: the echo, the desk, and the terminals, the agent's first.
    static let desk = 1, agent = 2
    private static let warmUp = 3
    var times = RoomTimes()

    init(place: RoomPlaces, terminals: Int, presses: Int) throws {
        self.place = place
        self.terminals = terminals
        self.presses = presses
        do {
            // This side listens before the other rings.
            bell = try BareBell(place.bell, isFirst: true)
            disk = BareDisk(place.folder + "/disk")
            try crew.start("echo", ["room-terminal", "echo", place.bell, place.folder])
            _ = try crew.answer(of: 0)
            try crew.start("desk", ["room-terminal", place.address("desk"), "desk", "desk"])
            let code = try crew.answer(of: Self.desk).first { $0.first == "code" }?.last ?? ""
            for number in 1...terminals {
                let role = number == terminals && terminals > 2 ? "stage" : "player"
                try crew.start("t\(number)", ["room-terminal", place.address("t\(number)"), "t\(number)", role, code])
                _ = try crew.answer(of: Self.agent + number - 1)
            }
        } catch {
            crew.end()
            throw error
        }
    }

    private var seats: Range<Int> { Self.agent..<Self.agent + terminals }
    private var observers: Range<Int> { Self.agent + 1..<Self.agent + terminals }
    private var players: Range<Int> { terminals > 2 ? Self.agent..<Self.agent + terminals - 1 : seats }

    mutating func measure() throws {
        print("\n\(place.name), \(terminals) terminals and the desk")
        // What was measured is there also when the rest goes wrong.
        fflush(nil)
        defer { fflush(nil) }
        try wait("everybody is in") { $0[1] == terminals }
        let gathering = try idle()
        for index in players { _ = try crew.ask("agree", index) }
        try wait("everybody said yes") { $0[2] == players.count }
        _ = try crew.ask("next", Self.desk)
        _ = try crew.ask("next", Self.desk)
        try wait("the round is on") { $0[0] == 1 }
        var grown: [Int] = []
        for number in 1...Self.warmUp + presses {
            let before = place.written()
            try press(number)
            if let before, let after = place.written(), after > before { grown.append(after - before) }
            guard number > Self.warmUp else { continue }
            for _ in 0..<3 {
                // Somebody asleep has to be woken, as in a room.
                usleep(20_000)
                if let time = try bell.roundTrip() { times.bell.append(time) }
            }
            let size = max(512, (grown.sorted().middle ?? 16_384) / 2)
            times.disk.append(disk.write(size) + disk.write(size))
        }
        times.written = grown.sorted().middle ?? 0
        for index in Self.desk..<Self.agent + terminals {
            times.take(
                try crew.ask("tell", index), from: index == Self.desk ? .desk : index == Self.agent ? .agent : .observer
            )
        }
        // The moment is open by now.
        usleep(1_500_000)
        times.take(try crew.ask("decide", Self.desk), from: .desk)
        times.take(try crew.ask("draw", observers.lowerBound), from: .observer)
        times.show(presses: Self.warmUp + 1...Self.warmUp + presses, observers: observers.count)
        try stampede()
        let playing = try idle()
        let figures = observers.map { crew.figures(of: $0).memory }
        print(
            "  a terminal: \(RoomTimes.milliseconds(gathering)) ms of processor a second while gathering, "
                + "\(RoomTimes.milliseconds(playing)) with a clock showing; at most \((figures.max() ?? 0) / 1_024) MiB"
                + " of memory, the desk \(crew.figures(of: Self.desk).memory / 1_024)")
        sizes()
    }

    /// One reply, once the moment was open for a while, so that nothing else moves just then.
    private func press(_ number: Int) throws {
        try crew.order("press \(number) \(Int.random(in: 300...900))", to: Self.agent)
        let end = Nanoseconds.now + 30_000_000_000
        repeat {
            usleep(150_000)
            let state = try crew.ask("replies", Self.agent)
            if state.contains(["replies", "\(number)"]) { break }
            guard Nanoseconds.now < end else { throw BenchCrew.Lost(description: "a reply that was given") }
        } while true
        // The slowest have their time, too.
        usleep(UInt32(100_000 + terminals * 15_000))
    }

    /// Everybody marks at once, as fast as they can: events a second, written and followed.
    private func stampede() throws {
        let each = 10
        let before = try state(Self.desk)
        let start = Nanoseconds.now
        for index in players.dropFirst() { try crew.order("mark \(each)", to: index) }
        for index in players.dropFirst() { _ = try crew.answer(of: index) }
        let wanted = before[3] + each * (players.count - 1)
        try wait("every mark is there", everywhere: true) { $0[3] == wanted }
        var end = start
        var followed = 0
        for index in seats {
            let state = try state(index)
            end = max(end, state[5])
            followed += state[4] - before[4]
        }
        let written = try state(Self.desk)[4] - before[4]
        let seconds = Double(end - start) / 1e9
        print(
            "  everybody marks at once: \(written) events in \(RoomTimes.milliseconds(end - start)) ms: "
                + "\(Int(Double(written) / seconds)) a second written, \(Int(Double(followed) / seconds)) followed")
    }

    /// What a terminal's processor does in a second, ns, over five in which nobody does anything.
    private func idle() throws -> Int {
        usleep(500_000)
        let before = observers.reduce(0) { $0 + crew.figures(of: $1).ticks }
        usleep(5_000_000)
        let after = observers.reduce(0) { $0 + crew.figures(of: $1).ticks }
        return (after - before) * 10_000_000 / 5 / observers.count
    }

    private func sizes() {
        guard let store = try? RoomBench.store(place.address("desk")),
            let stream = (try? store.streams(readableBy: "desk"))?.first,
            let events = try? store.events(of: stream.id, reader: "desk")
        else { return }
        let bytes = events.reduce(0) { $0 + $1.record.payload.utf8.count }
        print(
            "  the room came to \(events.count) events of \(bytes / max(1, events.count)) bytes; a reply grows the log "
                + "before the data by \(times.written / 1_024) KiB")
    }

    private func state(_ index: Int) throws -> [Int] {
        try crew.ask("state", index).first { $0.first == "state" }?.dropFirst().compactMap { Int($0) } ?? []
    }

    private func wait(_ what: String, everywhere: Bool = false, _ isSo: ([Int]) -> Bool) throws {
        let end = Nanoseconds.now + 60_000_000_000
        for index in everywhere ? Self.desk..<seats.upperBound : Self.desk..<Self.desk + 1 {
            while !isSo(try state(index)) {
                guard Nanoseconds.now < end else {
                    throw BenchCrew.Lost(description: "\(what): \(try state(index)) at \(crew.members[index].name)")
                }
                usleep(50_000)
            }
        }
    }
}
