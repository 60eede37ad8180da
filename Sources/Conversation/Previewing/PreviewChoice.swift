import Yarn

/// What an author chose at one moment of a preview, kept so that it can be found again in a changed scenario.
public struct PreviewChoice: Hashable, Sendable {
    /// An option as it stood beside the chosen one.
    struct Sibling: Hashable, Sendable {
        /// The line id that the source gives it; nil where the source gives none.
        var id: String?
        var text: String
    }

    /// The words that were chosen.
    public let text: String
    /// What takes the option; nil for stepping back.
    public let role: Option.Role?
    /// How long the moment had been open, ms.
    public let taken: Int
    /// The moment's name.
    public let moment: String
    /// The place among the options, from 0.
    let index: Int
    let siblings: [Sibling]

    init(_ index: Int, of offer: Offer, in program: Program, taken: Int) {
        let options = offer.options.map { Sibling(id: Self.ownID(of: $0, in: program), text: $0.text) }
        text = offer.options[index].text
        role = offer.options[index].role
        self.taken = taken
        moment = offer.moment
        self.index = index
        siblings = options
    }

    /// Stepping back from a moment.
    init(steppingBackFrom offer: Offer?, taken: Int) {
        text = "You step back."
        role = nil
        self.taken = taken
        moment = offer?.moment ?? ""
        index = 0
        siblings = []
    }

    /// The place of the same choice among the options of a moment; nil when it is gone.
    ///
    /// It is known by its line id, else by its words. Where both are new, an option that stands at the same place and
    /// was not among the others before is taken for the same one, reworded.
    func index(among options: [Option], in program: Program) -> Int? {
        guard siblings.indices.contains(index) else { return nil }
        let own = siblings[index]
        if let id = own.id, let found = options.firstIndex(where: { $0.line == id }) { return found }
        if let found = options.firstIndex(where: { $0.text == own.text && $0.role == role }) { return found }
        guard options.indices.contains(index), options[index].role == role else { return nil }
        let there = options[index]
        let id = Self.ownID(of: there, in: program)
        let isKnown = siblings.contains { ($0.id != nil && $0.id == id) || $0.text == there.text }
        return isKnown ? nil : index
    }

    private static func ownID(of option: Option, in program: Program) -> String? {
        program.line(id: option.line)?.isImplicit == false ? option.line : nil
    }
}
