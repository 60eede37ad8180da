import Foundation
import Testing

/// `rapport cards` and the checks of cards, from the command line.
@Suite(.serialized, .timeLimit(.minutes(15))) struct CardsTests {
    private static let cards = """
        title: A tent
        scenario: mini
        summary: No poles.
        minutes: 4
        stop: time out
        agent: {goal: A dry night., knows: [Two parcels.], may: [Pay.], may_not: [Promise today.]}
        customer:
          name: Lena
          persona: Patient.
          public: [No poles.]
          private: [Told the children.]
          goal: Sleep.
          begins: Cheerful.
          worse: [{when: Told to look it up, becomes: polite}]
          better: [{when: Asked about tonight, becomes: frank}]
          must_not: [Threaten.]
          lines: [All this fabric., And then?]
        observer:
          - {key: a, name: Asked, looks_like: A question first., example: Who is with you?}
          - {key: o, name: Offered, looks_like: Two ways., example: This or that.}
          - {key: c, name: Closed, looks_like: A time., example: By four.}

        """

    private func fixture(_ text: String = cards) throws -> Fixture {
        let fixture = try Fixture()
        try FileManager.default.createDirectory(atPath: fixture.content + "/cards", withIntermediateDirectories: true)
        try fixture.write(text, to: fixture.content + "/cards/tent.yaml")
        return fixture
    }

    @Test func setsAreListedAndWrittenForARoleAlone() throws {
        let fixture = try fixture()
        defer { fixture.remove() }
        let list = try fixture.run("cards")
        #expect(list.status == 0)
        #expect(list.output == "tent  A tent (4 min a round, scenario mini)\n")
        let all = try fixture.run("cards", "tent")
        #expect(all.output.contains("# A tent: customer") && all.output.contains("- Told the children."))
        let agent = try fixture.run("cards", "tent", "--for", "agent")
        #expect(agent.status == 0)
        #expect(agent.output.contains("- Two parcels.") && !agent.output.contains("Told the children"))
        let page = fixture.root + "/lena.html"
        let written = try fixture.run("cards", "tent", "--for", "customer", "--to", page)
        #expect(written.output == "Written to \(page).\n")
        let html = try String(contentsOfFile: page, encoding: .utf8)
        #expect(html.hasPrefix("<!DOCTYPE html>") && html.contains("<li>Told the children.</li>"))
        #expect(!html.contains("Two parcels."))
    }

    @Test func whatCannotBeDoneIsSaid() throws {
        let fixture = try fixture()
        defer { fixture.remove() }
        let none = try fixture.run("cards", "tant")
        #expect(none.status == 1)
        #expect(none.complaint.contains("There is no set of role cards tant. Did you mean tent?"))
        #expect(try fixture.run("cards", "--for", "agent").status == 64)
        #expect(try fixture.run("cards", "tent", "--for", "boss").status == 64)
    }

    @Test func checkReadsCardsToo() throws {
        let fixture = try fixture(Self.cards.replacing("key: o", with: "key: a"))
        defer { fixture.remove() }
        let all = try fixture.run("check")
        #expect(all.status == 1)
        #expect(all.output.contains("/cards/tent.yaml:20:11: error cards: `a` marks another behaviour already."))
        #expect(all.output.contains("1 scenario and 1 file of cards and pages checked: 1 error, "))
        let one = try fixture.run("check", fixture.content + "/cards/tent.yaml", "--format", "json")
        #expect(one.status == 1)
        #expect(one.output.contains("\"code\" : \"cards\"") || one.output.contains("\"code\":\"cards\""))
        let sarif = try fixture.run("check", fixture.content, "--format", "sarif")
        #expect(sarif.status == 1)
        #expect(sarif.output.contains("cards/tent.yaml"))
    }
}
