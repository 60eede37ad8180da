import Testing

@testable import Listening

@Suite("Files of exemplars")
struct ExemplarFileTests {
    private func read(_ text: String) throws -> [Exemplar] {
        try ExemplarFile.read(text, file: "lines/warm.txt", moves: ["minimise", "rush"])
    }

    @Test("blocks, customers, further moves and comments are what they say")
    func wellFormed() throws {
        let lines = try read(
            """
            # A comment.
            == minimise | warm

            < Where is it?
            It's only late. ## rush
              Only a day.\u{20}
            == customer | warm
            Where is it?
            == none | warm
            # Another one.
            Good morning.
            """)
        #expect(lines.map(\.text) == ["It's only late.", "Only a day.", "Where is it?", "Good morning."])
        #expect(lines.map(\.move) == ["minimise", "minimise", nil, nil])
        #expect(lines.map(\.customer) == ["Where is it?", nil, nil, nil])
        #expect(lines.map(\.further) == [["rush"], [], [], []])
        #expect(lines.map(\.isCustomers) == [false, false, true, false])
        #expect(lines.map(\.line) == [5, 6, 8, 11])
        #expect(lines.allSatisfy { $0.voice == "warm" })
    }

    @Test(
        "what cannot be read is said with its place",
        arguments: [
            (
                "Hello.",
                "lines/warm.txt:1:1: A line stands before the first block. `== move | voice` begins one.\n    Hello."
            ),
            ("\n== hurry | warm", "lines/warm.txt:2:1: There is no move `hurry`.\n    == hurry | warm"),
            ("== rush", "lines/warm.txt:1:1: A block begins `== move | voice`.\n    == rush"),
            ("== rush |", "lines/warm.txt:1:1: A block begins `== move | voice`.\n    == rush |"),
            (
                "== rush | a\nGo. ## minimise, hurry",
                "lines/warm.txt:2:1: There is no move `hurry`.\n    Go. ## minimise, hurry"
            ),
        ])
    func broken(text: String, message: String) throws {
        let failure = #expect(throws: ExemplarFailure.self) { try read(text) }
        #expect(failure?.description == message)
    }

    @Test("an endless line is cut where it is quoted")
    func longLine() {
        let failure = #expect(throws: ExemplarFailure.self) { try read(String(repeating: "a", count: 5_000)) }
        #expect(failure?.excerpt.count == 120)
    }
}
