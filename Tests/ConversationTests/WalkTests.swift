import Testing
import Yarn

@testable import Conversation

@Suite("Walking every path")
struct WalkTests {
    private func walk(
        _ body: String, headers: String = "", budget: PathWalk.Budget = PathWalk.Budget()
    ) throws -> PathWalk {
        let review = review(body, headers: headers, budget: budget)
        let said = review.diagnostics.map { $0.rendered(in: review.loaded.files) }.joined(separator: "\n")
        return try #require(review.walk, "\(said)")
    }

    private func review(
        _ body: String, headers: String = "", budget: PathWalk.Budget = PathWalk.Budget()
    ) -> ScenarioReview {
        let source = """
            title: Start
            scenario: A cake
            channels: chat
            cast: Ana
            customer: Ana
            trust: 50
            \(headers)---

            """ + body + "\n===\ntitle: End\nending: over\noutcome: kept\n---\nAna: bye #line:end\n===\n"
        return Scenario.review(
            slug: "small", files: [SourceFile(name: "scenario.yarn", text: source)],
            vocabulary: SmallScenario.vocabulary, budget: budget)
    }

    @Test("the small scenario is walked whole: lines, options, nodes and endings")
    func small() throws {
        let review = Scenario.review(
            slug: "small", files: [SourceFile(name: "scenario.yarn", text: SmallScenario.source)],
            vocabulary: SmallScenario.vocabulary)
        let walk = try #require(review.walk)
        guard case .everyPath(let states) = walk.mode else {
            Issue.record("it was sampled")
            return
        }
        #expect(states > 20)
        #expect(walk.options.reached == walk.options.total)
        #expect(walk.nodes.reached == 9)
        #expect(walk.endings.reached == 3)
        #expect(walk.lines.reached == walk.lines.total)
    }

    @Test("trust is exact: a condition holds where some path brings it, and nowhere else")
    func trust() {
        let story = { (limit: Int) in
            """
            -> A #line:a
                <<trust +7>>
                <<jump Next>>
            -> B #line:b
                <<trust +12>>
                <<jump Next>>
            ===
            title: Next
            ---
            -> C #line:c
                <<trust +1>>
            -> D #line:d
                <<trust -12>>
            <<if trust() == \(limit)>>
                Ana: yes #line:e
            <<endif>>
            <<jump End>>
            """
        }
        for reachable in [45, 50, 58, 63] { #expect(codes(review(story(reachable)), "RP05").isEmpty) }
        for other in [44, 57, 62, 64, 100] { #expect(codes(review(story(other)), "RP05") == ["RP0512"]) }
    }

    @Test("what is open goes both ways: chance, time, a second attempt")
    func open() {
        for condition in [
            "dice(6) == 6", "random() < 0.5", "attempt() >= 3", "seconds_to_reply() > 30", "misreads() > 2",
            "interrupted()", "missed(\"p\")", "not missed(\"p\")",
        ] {
            let body = """
                -> A #line:a
                    <<promise p 15m>>
                    Ana: wait #line:b
                -> B #line:c
                    <<promise p 15m>>
                    Ana: wait #line:d
                -> C #line:e
                -> D #line:f
                <<if \(condition)>>
                    Ana: one #line:g
                <<else>>
                    Ana: other #line:h
                <<endif>>
                <<jump End>>
                """
            let found = codes(review(body.replacing("-> C", with: "<<later 1m>>\n-> C")), "RP051")
            #expect(found.isEmpty, "\(condition)")
        }
    }

    @Test("more states than the budget are sampled by the seed, and it says so")
    func sampled() throws {
        let body = """
            <<declare $n = 0>>
            <<declare $m = 0>>
            Ana: go #line:a
            <<jump Loop>>
            ===
            title: Loop
            ---
            -> More #line:b
                <<set $n = $n + 1>>
                <<jump Loop>>
            -> Other #line:c
                <<set $m = $m + 1>>
                <<jump Loop>>
            -> Out #line:d
                <<if $n > 3 and $m > 1000000>>
                    Ana: never in a sample #line:e
                <<endif>>
                <<jump End>>
            """
        let budget = PathWalk.Budget(states: 300, seed: 7)
        let first = try walk(body, budget: budget)
        guard case .sampled(let walks, 7) = first.mode else {
            Issue.record("it was not sampled")
            return
        }
        #expect(walks > 5)
        #expect(first.endings.reached == 1)
        #expect(first.lines.reached < first.lines.total)
        let second = try walk(body, budget: budget)
        #expect(second.mode == first.mode)
        #expect(second.lines == first.lines)
        // With its variables left open it can be said: nobody is told that this is out of reach.
        #expect(codes(review(body, budget: budget), "RP05").isEmpty)
    }

    @Test("a story that never comes to a moment is told where it turns, and the walk ends")
    func circle() {
        let found = review("<<jump A>>\n===\ntitle: A\n---\nAna: a #line:a\n<<jump B>>\n===\ntitle: B\n---\n<<jump A>>")
        #expect(codes(found, "RP0517") == ["RP0517"])
        let counting = review(
            "<<declare $n = 0>>\n<<jump A>>\n===\ntitle: A\n---\n<<set $n = $n + 1>>\n<<if $n > 9>>\n<<jump End>>\n<<endif>>\n<<jump A>>"
        )
        #expect(codes(counting, "RP05").isEmpty)
    }

    @Test("jumps to computed names, node groups and detours are followed")
    func names() {
        #expect(codes(review("<<declare $t = \"End\">>\n<<jump {$t}>>"), "RP05").isEmpty)
        #expect(codes(review("<<declare $t = \"Ende\">>\n<<jump {$t}>>"), "RP05") == ["RP0518", "RP0514"])
        let group = """
            <<detour Group>>
            <<detour Group>>
            <<jump End>>
            ===
            title: Group
            when: once
            ---
            Ana: first #line:a
            ===
            title: Group
            when: always
            ---
            Ana: then #line:b
            ===
            title: Group
            subtitle: third
            when: visited("Group.1")
            ---
            Ana: never #line:c
            """
        #expect(codes(review(group), "RP05") == ["RP0511"])
    }

    private func codes(_ review: ScenarioReview, _ prefix: String) -> [String] {
        review.diagnostics.map(\.code).filter { $0.hasPrefix(prefix) }
    }
}
