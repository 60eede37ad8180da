/// A face of a card: headings with what stands below them, in the words that paper, page and terminal share.
public struct CardFace: Hashable, Sendable {
    /// A heading and what stands below it.
    public struct Part: Hashable, Sendable {
        /// The heading; empty for none.
        public var heading: String
        /// What stands below it.
        public var items: [Item]

        /// A heading with these lines below it.
        public init(_ heading: String, _ items: [String]) {
            self.heading = heading
            self.items = items.map { Item($0) }
        }

        init(_ heading: String, items: [Item]) {
            self.heading = heading
            self.items = items
        }
    }

    /// Something that is said, with what belongs to it below.
    public struct Item: Hashable, Sendable {
        /// The words.
        public var words: String
        /// What belongs to them, a row each.
        public var details: [String]

        init(_ words: String, details: [String] = []) {
            self.words = words
            self.details = details
        }
    }

    /// The headings, in order.
    public var parts: [Part]
}

extension RoleCardSet {
    /// The faces of a role's card: the customer's has two, everybody else's one. A face fits a terminal of 80 × 24.
    public func faces(for role: CardRole) -> [CardFace] {
        switch role {
        case .agent: [agent.face]
        case .customer: customer.faces
        case .observer: [observer.face]
        case .facilitator: [facilitatorFace]
        }
    }

    private var facilitatorFace: CardFace {
        var parts = [
            CardFace.Part(
                "The round",
                [
                    "\(minutes) \(minutes == 1 ? "minute" : "minutes"), then feedback, then the same moment once more.",
                    "“\(stopWord)” from anybody stops it at once. No reason is asked.",
                    "Agent becomes customer, customer becomes observer, observer becomes agent.",
                ]),
            CardFace.Part(
                "Feedback",
                [
                    "The agent first, then the customer, then one specific thing from each observer.",
                    "A sentence that helped, word for word. A question, and no advice.",
                ]),
        ]
        if !envelopes.isEmpty {
            parts.append(
                CardFace.Part(
                    "Envelopes", items: envelopes.map { CardFace.Item($0.name, details: [$0.when, $0.words]) }))
        }
        return CardFace(parts: parts)
    }
}

extension AgentCard {
    /// What is on the card.
    public var face: CardFace {
        CardFace(parts: [
            CardFace.Part("What you are after", [goal]), CardFace.Part("What your screen says", knows),
            CardFace.Part("Yours to decide", mayDo), CardFace.Part("Not yours", mayNot),
        ])
    }
}

extension CustomerCard {
    /// What is on the card: who one is, and then how it goes.
    public var faces: [CardFace] {
        func turns(_ turns: [Arc.Turn]) -> [String] { turns.map { "\($0.when): \($0.becomes)" } }
        return [
            CardFace(parts: [
                CardFace.Part("You are \(name)", [persona]), CardFace.Part("What they may know", publicFacts),
                CardFace.Part("What only you know", privateFacts), CardFace.Part("What you want", [goal]),
            ]),
            CardFace(parts: [
                CardFace.Part("How you begin", [arc.startsAs]),
                CardFace.Part("What makes it worse", turns(arc.raises)),
                CardFace.Part("What makes it better", turns(arc.calms)), CardFace.Part("What you leave out", mustNot),
                CardFace.Part("Lines you may borrow", lines),
            ]),
        ]
    }
}

extension ObserverCard {
    /// What is on the card.
    public var face: CardFace {
        CardFace(parts: [
            CardFace.Part(
                "Mark it when you see or hear it",
                items: behaviours.map {
                    CardFace.Item("\($0.key)  \($0.name)", details: [$0.looksLike, "“\($0.example)”"])
                }),
            CardFace.Part(
                "For the feedback", ["One sentence that helped, word for word; and one question, no advice."]),
        ])
    }
}
