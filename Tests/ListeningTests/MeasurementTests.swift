import Testing

@testable import Listening

@Suite("Measuring how well is heard")
struct MeasurementTests {
    private func heard(_ moves: (String, Double)...) -> [HeardMove] {
        moves.map { HeardMove(move: $0.0, harms: $0.0 == "minimise", confidence: $0.1, span: 0..<0) }
    }

    private func line(_ move: String?, further: [String] = []) -> Exemplar {
        Exemplar(text: "x", customer: nil, move: move, further: further, voice: "v", isCustomers: false, line: 1)
    }

    @Test("figures are counted as Docs say: right, first, among three, blamed, alarms")
    func figures() throws {
        var measured = Measurement(moves: SmallEar.moves)
        measured.add(line("ask-permission"), hearing: heard(("ask-permission", 0.9), ("minimise", 0.2)))
        measured.add(line("ask-permission"), hearing: heard(("minimise", 0.6), ("ask-permission", 0.4)))
        measured.add(
            line("specific-apology", further: ["minimise"]),
            hearing: heard(("minimise", 0.7), ("specific-apology", 0.5)))
        measured.add(line("minimise"), hearing: heard(("ask-permission", 0.3)))
        measured.add(line(nil), hearing: heard(("ask-permission", 0.5)))
        measured.add(line(nil), hearing: heard(("ask-permission", 0.49)))
        #expect(measured.lines == 4)
        #expect(measured.topOne == 0.25)
        #expect(measured.topThree == 0.75)
        // One of three helping lines was heard as harming; that a line does it besides is not held against it.
        #expect(measured.blamed == 1 && measured.helping == 3)
        #expect(measured.alarmShare == 0.5)
        let asking = try #require(measured.moves.first { $0.move == "ask-permission" })
        #expect([asking.right, asking.wrong, asking.missed] == [1, 1, 1])
        #expect(asking.f1 == 0.5)
        #expect(measured.macroF1 == 0.375)
        #expect(measured.confusions.map(\.made) == ["ask-permission", "minimise", "specific-apology"])
    }

    @Test("the nearest exemplar is another way to hear, to compare with")
    func nearest() throws {
        let exemplars = NearestExemplars(try SmallEar.exemplars(), moves: SmallEar.moves, lore: SmallEar.lore)
        #expect(exemplars.moves(in: "It's only a day late!").first?.move == "minimise")
        #expect(exemplars.moves(in: "May I put you on hold?").first?.move == "ask-permission")
        #expect(exemplars.moves(in: "Hello and good morning.").filter(\.isHeard).isEmpty)
        #expect(exemplars.moves(in: "").count == SmallEar.moves.count)
    }
}
