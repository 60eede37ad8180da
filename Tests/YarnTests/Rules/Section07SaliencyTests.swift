import Testing

@testable import Yarn

@Suite("§ 7 Saliency")
struct Section07SaliencyTests {
    /// Visits the group `times` times and says what was heard.
    private func hear(_ strategy: SaliencyStrategy, _ times: Int, _ group: String, seed: UInt64 = 1) throws -> [String]
    {
        let detours = String(repeating: "<<detour A>>\n", count: times)
        var talk = try Conversation("title: Start\n---\n\(detours)===\ntitle: A\n---\n\(group)\n===\n", seed: seed)
        talk.memory.saliency = strategy
        return try talk.play().dropLast()
    }

    private let group = "=> plain\n=> one <<if true>>\n=> two <<if true and true>>\n=> also two <<if true or true>>"

    @Test("first: the first that may run, in source order")
    func first() throws {
        #expect(try hear(.first, 2, group) == ["plain", "plain"])
        #expect(try hear(.first, 1, "=> a <<if false>>\n=> b") == ["b"])
    }

    @Test("best: the highest score, then source order; nothing when nothing may run")
    func best() throws {
        #expect(try hear(.best, 2, group) == ["two", "two"])
        #expect(try hear(.best, 1, "=> a <<if false>>") == [])
        #expect(try hear(.best, 1, "=> a\n=> b") == ["a"])
    }

    @Test("best_least_recently_seen: fewest views, then score, then source order")
    func leastRecent() throws {
        #expect(
            try hear(.bestLeastRecentlySeen, 6, group) == ["two", "also two", "one", "plain", "two", "also two"])
    }

    @Test("the random one draws among the best of the least seen, from the seed")
    func random() throws {
        for seed in 1...20 as ClosedRange<UInt64> {
            let heard = try hear(.randomBestLeastRecentlySeen, 4, group, seed: seed)
            #expect(Set(heard.prefix(2)) == ["two", "also two"])
            #expect(heard.suffix(2) == ["one", "plain"])
            #expect(try hear(.randomBestLeastRecentlySeen, 4, group, seed: seed) == heard)
        }
        let firsts = try Set((1...20).map { try hear(.randomBestLeastRecentlySeen, 1, group, seed: $0) })
        #expect(firsts == [["two"], ["also two"]])
    }

    @Test("the default repeats itself whatever the seed")
    func byDefault() throws {
        let talk = try Conversation(body: group)
        #expect(talk.memory.saliency == .first)
    }

    @Test("asking has_any_content counts no view")
    func query() throws {
        let text = """
            title: Start
            ---
            {has_any_content("G")} {has_any_content("G")}
            <<detour G>>
            ===
            title: G
            when: true
            ---
            a
            ===
            title: G
            when: true
            ---
            b
            ===
            """
        #expect(try played(text, saliency: .bestLeastRecentlySeen) == ["True True", "a", "."])
    }
}
