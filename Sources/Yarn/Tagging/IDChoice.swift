/// Chooses ids that nobody has yet.
struct IDChoice {
    private let style: LineTagger.Style
    private var taken: Set<String>

    /// A choice among the ids that the lines of a project leave over.
    init(style: LineTagger.Style, taken places: [LinePlace]) {
        self.style = style
        taken = Set(places.compactMap(\.id))
    }

    /// For each line of a file a new id, with `line:`; nil for those that want none.
    mutating func ids(for places: [LinePlace], using generator: inout some RandomNumberGenerator) -> [String?] {
        let names: [String?]
        switch style {
        case .numbered(let fallback): names = numbered(places, fallback)
        case .random: names = places.map { $0.isUntagged ? random(&generator) : nil }
        case .descriptive: names = descriptive(places)
        }
        return names.map { $0.map { "line:" + $0 } }
    }

    private mutating func take(_ id: String) -> Bool { taken.insert(id).inserted }

    // MARK: numbered

    private mutating func numbered(_ places: [LinePlace], _ fallback: String) -> [String?] {
        var counts: [String: Int] = [:]
        var best: (prefix: String, count: Int)?
        for id in places.compactMap(\.id) {
            guard let (prefix, _, _) = Self.split(id) else { continue }
            counts[prefix, default: 0] += 1
            if counts[prefix, default: 0] > best?.count ?? 0 { best = (prefix, counts[prefix, default: 0]) }
        }
        let prefix = best?.prefix ?? fallback
        var highest = 0
        var width = 0
        for id in taken {
            guard let (other, number, digits) = Self.split(id), other == prefix else { continue }
            highest = max(highest, number)
            width = max(width, digits)
        }
        if width == 0 { width = 3 }
        return places.map { place in
            guard place.isUntagged else { return nil }
            while true {
                highest += 1
                let digits = String(highest)
                let id = prefix + String(repeating: "0", count: max(0, width - digits.count)) + digits
                if take(id) { return id }
            }
        }
    }

    /// `ld010` is `ld`, 10 and three digits; nil for an id that does not end in a number, or is nothing else.
    private static func split(_ id: String) -> (prefix: String, number: Int, digits: Int)? {
        let tail = id.utf8.reversed().prefix { (0x30...0x39).contains($0) }.count
        guard tail > 0, tail <= 9, tail < id.utf8.count else { return nil }
        let prefix = String(decoding: id.utf8.dropLast(tail), as: UTF8.self)
        return Int(String(decoding: id.utf8.suffix(tail), as: UTF8.self)).map { (prefix, $0, tail) }
    }

    // MARK: random

    private mutating func random(_ generator: inout some RandomNumberGenerator) -> String {
        var number = UInt32.random(in: 0..<0x1000_0000, using: &generator)
        while true {
            let digits = String(number, radix: 16)
            let id = String(repeating: "0", count: 7 - digits.count) + digits
            if take(id) { return id }
            number = (number + 1) % 0x1000_0000
        }
    }

    // MARK: descriptive

    private mutating func descriptive(_ places: [LinePlace]) -> [String?] {
        var ids: [String?] = Array(repeating: nil, count: places.count)
        var lines: [String: [Int]] = [:]
        var titles: [String] = []
        for index in places.indices {
            let title = places[index].title
            if lines[title] == nil { titles.append(title) }
            lines[title, default: []].append(index)
        }
        for title in titles {
            let prefix = title + "_"
            func number(_ index: Int) -> Int? {
                guard let id = places[index].id, id.hasPrefix(prefix) else { return nil }
                let digits = id.dropFirst(prefix.count)
                return digits.utf8.count <= 9 && digits.utf8.allSatisfy { (0x30...0x39).contains($0) }
                    ? Int(digits) : nil
            }
            var before = 0
            var run: [Int] = []
            for index in lines[title] ?? [] {
                if places[index].isUntagged { run.append(index) }
                guard let after = number(index) else { continue }
                fill(run, prefix, after: before, before: after > before ? after : nil, into: &ids)
                run = []
                before = max(before, after)
            }
            fill(run, prefix, after: before, before: nil, into: &ids)
        }
        return ids
    }

    /// Numbers a run of lines between two neighbours.
    private mutating func fill(
        _ run: [Int], _ prefix: String, after: Int, before: Int?, into ids: inout [String?]
    ) {
        for (place, index) in run.enumerated() {
            var id: String
            if let before, before - after > run.count {
                id = prefix + String(after + (before - after) * (place + 1) / (run.count + 1))
            } else if before != nil {
                id = "\(prefix)\(after)_\(place + 1)"
            } else {
                id = prefix + String((after / 100 + 1 + place) * 100)
            }
            var copy = 1
            let wanted = id
            while !take(id) {
                copy += 1
                id = "\(wanted)_g\(copy)"
            }
            ids[index] = id
        }
    }
}
