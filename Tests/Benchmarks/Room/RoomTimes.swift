/// What was measured of a room's replies: moments of the one clock, ns.
struct RoomTimes {
    enum Source { case agent, desk, observer }

    var bell: [Int] = []
    var disk: [Int] = []
    /// How much a reply adds to the log before the data, bytes.
    var written = 0
    private var pressed: [Int: (at: Int, given: Int)] = [:]
    private var answered: [Int: (woke: Int, done: Int)] = [:]
    private var decided: [(deciding: Int, folding: Int)] = []
    private var drew: [Int] = []
    private var seen: [Int: [Seen]] = [:]

    private struct Seen {
        var woke: Int
        var folded: Int
        var painted: Int
        var bytes: Int
    }

    mutating func take(_ lines: [[String]], from source: Source) {
        for line in lines {
            let numbers = line.dropFirst().compactMap { Int($0) }
            if line.first == "pressed", numbers.count == 3 {
                pressed[numbers[0]] = (numbers[1], numbers[2])
            } else if line.first == "decided", numbers.count == 2 {
                decided.append((numbers[0], numbers[1]))
            } else if line.first == "drew", let time = numbers.first {
                drew.append(time)
            } else if line.first == "seen", numbers.count == 5 {
                if source == .desk { answered[numbers[0]] = (numbers[1], numbers[2]) }
                let place = Seen(woke: numbers[1], folded: numbers[2], painted: numbers[3], bytes: numbers[4])
                if source == .observer { seen[numbers[0], default: []].append(place) }
            }
        }
    }

    func show(presses: ClosedRange<Int>, observers: Int) {
        var all: [Int] = []
        var last: [Int] = []
        var bytes: [Int] = []
        var steps: [(name: String, times: [Int])] = [
            "the wish written", "the desk wakes", "the desk answers", "a terminal wakes", "it reads and folds",
            "it composes the frame",
        ].map { ($0, []) }
        var missing = 0
        for number in presses {
            let places = seen[number] ?? []
            missing += observers - places.count
            guard let press = pressed[number] else { continue }
            for place in places {
                all.append(place.painted - press.at)
                bytes.append(place.bytes)
                guard let answer = answered[number] else { continue }
                var moments = [
                    press.at, press.given, max(answer.woke, press.given), answer.done, max(place.woke, answer.done),
                    place.folded, place.painted,
                ]
                // What came through the store before the one who wrote it had its answer ended that step.
                for index in moments.indices.dropLast().reversed() {
                    moments[index] = min(moments[index], moments[index + 1])
                }
                for index in steps.indices { steps[index].times.append(moments[index + 1] - moments[index]) }
            }
            if let latest = places.map(\.painted).max() { last.append(latest - press.at) }
        }
        let (bell, disk) = (bell.sorted(), disk.sorted())
        row("key → frame at another terminal", all)
        row("key → frame at the last of them", last)
        row("bare bell, there and back", bell)
        row("bare disk, two writes", disk)
        for step in steps { row("  of it: \(step.name)", step.times) }
        row("  deciding alone, at the desk", decided.map(\.deciding))
        row("  folding what follows alone", decided.map(\.folding))
        row("  a frame alone, at a terminal", drew)
        let median = all.sorted().middle ?? 0
        let frame = drew.sorted().middle ?? 0
        let aim = 2 * (bell.middle ?? 0) + frame
        print("  p50 is \(Self.ratio(median, aim)) × (2 bells and a frame), ", terminator: "")
        print("\(Self.ratio(median, aim + (disk.middle ?? 0))) × (that and the bare disk); ", terminator: "")
        print("a frame is \(bytes.sorted().middle ?? 0) bytes to a terminal")
        if missing > 0 { print("  NOT SEEN in time: \(missing) of \(presses.count * observers)") }
    }

    private func row(_ name: String, _ times: [Int]) {
        let sorted = times.sorted()
        guard let middle = sorted.middle, let last = sorted.last else { return }
        let high = sorted[min(sorted.count - 1, sorted.count * 99 / 100)]
        let figures = [middle, high, last].map { Self.padded(Self.milliseconds($0)) }
        print(
            "  \(name)\(String(repeating: " ", count: max(1, 36 - name.count)))p50\(figures[0])  p99\(figures[1])"
                + "  most\(figures[2])")
    }

    private static func padded(_ text: String) -> String {
        String(repeating: " ", count: max(0, 9 - text.count)) + text
    }

    /// Nanoseconds as milliseconds with two places.
    static func milliseconds(_ time: Int) -> String {
        let hundredths = time / 10_000
        return "\(hundredths / 100).\(hundredths % 100 < 10 ? "0" : "")\(hundredths % 100)"
    }

    private static func ratio(_ time: Int, _ aim: Int) -> String {
        let tenths = time * 10 / max(1, aim)
        return "\(tenths / 10).\(tenths % 10)"
    }
}

extension [Int] {
    /// The one in the middle, of sorted ones.
    var middle: Int? { isEmpty ? nil : self[count / 2] }
}
