@testable import Listening

/// A small ear of a few lines, learnt in a moment: what hearing does, without what the program ships.
enum SmallEar {
    static let moves = [
        HearingTable.Move(id: "ask-permission", harms: false), HearingTable.Move(id: "specific-apology", harms: false),
        HearingTable.Move(id: "timeboxed-next-step", harms: false), HearingTable.Move(id: "minimise", harms: true),
    ]
    static let lore = WordLore(
        variants: ["u": "you", "gonna": "going to"],
        concepts: [("sorry", ["sorry", "apologise", "apology"]), ("small", ["only", "just", "little", "tiny"])])

    static let lines = """
        == ask-permission | one
        May I put you on hold for two minutes?
        May I look into your account?
        Would it be all right if I looked at your last bill?
        Is it okay if I pass this on to a colleague?
        Do you mind if I put you on hold while I check?
        May I open your order and look?
        Would you mind if I took a look at your account?
        == specific-apology | one
        I am sorry that the parcel went to the wrong house.
        I'm sorry we told you the wrong day for the parcel.
        I apologise for the two hours you waited for the engineer.
        I am so sorry the cake arrived in pieces.
        We are sorry that your bill was wrong twice.
        I apologise that your parcel was left in the rain.
        I'm really sorry the engineer never came.
        == timeboxed-next-step | one
        I'll call you back by four o'clock.
        You will have an answer from me by noon.
        I will write to you by 4pm today.
        I'll send you the news within the hour.
        You'll hear from me by Friday at noon.
        I will call you back within twenty minutes.
        We will write to you by tomorrow at noon.
        == minimise | one
        It's only a day late.
        It is just a little scratch.
        That's only a tiny delay.
        It's just one day, really.
        It is only a small thing.
        That is just a tiny mistake.
        It's only a little late, really.
        == none | one
        Hello and good morning.
        The shop is in the high street.
        Thank you, goodbye.
        The parcel weighs two pounds.
        The number is on the back.
        The door is open from nine.
        """

    static func exemplars() throws -> [Exemplar] {
        try ExemplarFile.read(lines, file: "small.txt", moves: Set(moves.map(\.id)))
    }

    static func table(seed: UInt64 = 7) throws -> HearingTable {
        Trainer(moves: moves, lore: lore).table(from: try exemplars(), source: "small", seed: seed)
    }

    static let shared = Result { Ear(table: try table()) }

    /// What some Unicode scalars of a text say.
    static func words(_ span: Range<Int>, of text: String) -> String {
        String(String.UnicodeScalarView(Array(text.unicodeScalars)[span]))
    }

    /// A text as its words are read.
    static func utterance(_ text: String) -> Utterance { Utterance(text, spelling: lore.spelling) }
}
