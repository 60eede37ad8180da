import Testing

@testable import Listening

@Suite("What else is read in a reply")
struct ReadingTests {
    // MARK: Questions

    @Test(
        "questions are open, or a word answers them",
        arguments: [
            ("What did you see?", 1, 0), ("Did you see it?", 0, 1), ("So, what happened then?", 1, 0),
            ("Tell me what you saw.", 1, 0), ("Can you walk me through it?", 1, 0), ("Really?? You saw it?", 0, 2),
            ("I saw it.", 0, 0), ("?", 0, 0), ("When did it start? Which one was it? Is it on?", 2, 1),
            ("how is it going", 0, 0),
        ])
    func questions(text: String, open: Int, closed: Int) {
        let reading = QuestionReading(SmallEar.utterance(text))
        #expect(reading.open == open)
        #expect(reading.closed == closed)
        #expect(reading.isStacked == (open + closed >= 3))
    }

    // MARK: Promises

    @Test(
        "a promise is somebody of us and a time",
        arguments: [
            ("I'll call you by 4pm.", PromiseReading.Due.at(16 * 60)), ("I will write at 10:30.", .at(630)),
            ("We'll have it done in fifteen minutes.", .within(900_000)),
            ("You'll hear from me tomorrow.", .day("tomorrow")),
            ("I'm gonna ring you within two hours.", .within(7_200_000)),
            ("You will have it by Friday.", .day("friday")),
            ("I will be back in half an hour.", .within(1_800_000)), ("I will call you by four o'clock.", .at(240)),
            ("Expect it by noon.", .day("noon")), ("I will send it in 2 weeks.", .within(1_209_600_000)),
        ])
    func promises(text: String, due: PromiseReading.Due) throws {
        let promise = try #require(PromiseReading.all(in: SmallEar.utterance(text)).first)
        #expect(promise.due == due)
        #expect(text.hasPrefix(SmallEar.words(promise.span, of: text)))
    }

    @Test(
        "no promise: a question, no time, somebody else, an amount",
        arguments: [
            "Will I call you by 4pm?", "I will call you.", "The courier comes at 4pm.", "You called at 4pm.", "by 4pm",
            "I will not call by 4pm.", "I will give you £20 at once.",
        ])
    func noPromise(text: String) {
        #expect(PromiseReading.all(in: SmallEar.utterance(text)).isEmpty)
    }

    @Test("every sentence may promise, one time each")
    func severalPromises() {
        let text = "I'll call by noon. The shop shuts at 5pm. I'll write by Friday or Monday."
        #expect(PromiseReading.all(in: SmallEar.utterance(text)).map(\.due) == [.day("noon"), .day("friday")])
    }

    // MARK: Apologies

    private func apology(_ text: String, _ moves: String...) throws -> ApologyParts? {
        let heard = moves.map { HeardMove(move: $0, harms: false, confidence: 0.9, span: 0..<1) }
        let unheard = HeardMove(move: "concrete-repair", harms: false, confidence: 0.49, span: 0..<1)
        return ApologyParts(
            SmallEar.utterance(text), moves: heard + [unheard], table: try SmallEar.shared.get().table)
    }

    @Test("an apology has parts: the harm, whose it is, what mends it, when")
    func apologies() throws {
        #expect(try apology("The shop is open.") == nil)
        let bare = try #require(try apology("I am sorry."))
        #expect(!bare.namesHarm && !bare.owns && !bare.mends && !bare.saysWhen)
        let whole = try #require(
            try apology(
                "I am sorry it broke. A new one comes; I'll call by 4pm.", "specific-apology", "concrete-repair"))
        #expect(whole.namesHarm && whole.owns && whole.mends && whole.saysWhen)
        let generic = try #require(try apology("Forgive us.", "generic-apology", "acknowledge-impact"))
        #expect(generic.namesHarm && !generic.owns && !generic.mends && !generic.saysWhen)
    }

    // MARK: Boundaries

    private func boundary(_ text: String, confidence: Double = 0.9) -> BoundaryParts? {
        let heard = HeardMove(move: "boundary-with-respect", harms: false, confidence: confidence, span: 0..<1)
        return BoundaryParts(SmallEar.utterance(text), moves: [heard])
    }

    @Test("a boundary has a limit, help and a consequence; what is missing is said")
    func boundaries() throws {
        let whole = try #require(
            boundary("I want to help you, and the insults have to stop. If it goes on I'll end the call."))
        #expect(whole.namesLimit && whole.offersHelp && whole.saysConsequence)
        #expect(whole.words == nil)
        let bare = try #require(boundary("I won't be called that, otherwise I hang up."))
        #expect(bare.namesLimit && !bare.offersHelp && bare.saysConsequence)
        #expect(
            bare.words
                == "A limit holds best with three things in it; that you still want to help is not in this one yet.")
        #expect(boundary("The insults have to stop.", confidence: 0.49) == nil)
    }

    // MARK: Echo

    @Test("what the customer said is picked up: days, amounts, names and things, but no word that everybody uses")
    func echo() throws {
        let ear = try SmallEar.shared.get()
        let reply = "The cake for Priya on Friday cost £20, and 3 parcels wait."
        let echo = try #require(
            ear.hear(reply, context: HearingContext(customer: "priya ordered a cake for friday, £20, not 5 parcels"))
                .echo)
        #expect(
            echo.spans.map { SmallEar.words($0, of: reply) } == ["cake", "for", "Priya", "Friday", "£20", "parcels"])
        #expect(ear.hear(reply).echo == nil)
        #expect(ear.hear(reply, context: HearingContext(customer: "")).echo?.words == [])
    }

    // MARK: Order

    private func orders(_ moves: (String, Int, Double)...) -> [OrderRemark] {
        OrderRemark.all(in: moves.map { HeardMove(move: $0.0, harms: false, confidence: $0.2, span: $0.1..<$0.1 + 4) })
    }

    @Test("what is done before it is asked, or advised before anybody was heard, is remarked on")
    func order() {
        #expect(orders(("concrete-repair", 0, 0.9), ("clarify", 20, 0.8)) == [.fixedBeforeAsked])
        #expect(orders(("concrete-repair", 20, 0.9), ("clarify", 0, 0.8)) == [])
        #expect(orders(("offer-choice", 0, 0.9), ("name-emotion", 20, 0.8)) == [.advisedBeforeAcknowledged])
        #expect(orders(("offer-choice", 0, 0.9), ("name-emotion", 20, 0.4)) == [])
        #expect(
            orders(("concrete-repair", 0, 0.9), ("validate", 9, 0.7), ("focusing-question", 20, 0.8))
                == [.fixedBeforeAsked, .advisedBeforeAcknowledged])
        #expect(OrderRemark.allCases.allSatisfy { $0.words.hasSuffix(".") })
    }
}
