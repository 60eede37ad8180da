import Room

/// The cards and the agreement of rooms in tests. Every private word of the customer's card begins with `zq`, so that a
/// test can look for them anywhere.
public enum RoomCards {
    /// What every word that only the customer and the desk may read begins with.
    public static let privateSign = "zq"

    /// The cards.
    public static let set = RoleCardSet(
        slug: "piano", scenario: "piano", title: "The piano on the stairs",
        summary: "A piano stands on the landing, and a pupil comes at five.", minutes: 4, stopWord: "curtain",
        agent: AgentCard(
            goal: "Nadia knows who carries the piano, and when.",
            knows: ["The crew left at eleven.", "A second crew is free from three o'clock."],
            mayDo: ["Send a second crew."], mayNot: ["Name an hour that nobody confirmed."]),
        customer: CustomerCard(
            name: "Nadia Brandt", persona: "Teaches piano at home.",
            publicFacts: ["The piano stands on the landing.", "Her first pupil comes at five."],
            privateFacts: ["zqlandlord has given her notice.", "The zqloan for the piano is not paid off."],
            goal: "To zqhear one zqhour that holds.",
            arc: CustomerCard.Arc(
                startsAs: "zqcold and quick",
                raises: [CustomerCard.Arc.Turn(when: "zqexcuses come first", becomes: "zqsharp")],
                calms: [CustomerCard.Arc.Turn(when: "zqan hour is named", becomes: "zqsofter")]),
            mustNot: ["Do not zqshout."], lines: ["I have a zqpupil at five."]),
        observer: ObserverCard(behaviours: behaviours),
        envelopes: [
            Envelope(
                name: "A zqcall from the crew", when: "when the zqhour is named", words: "The zqvan has broken down.")
        ])

    /// What observers look for.
    public static let behaviours = [
        Behaviour(
            key: "a", name: "Asked before fixing", looksLike: "A question came before a plan.",
            example: "What has to be ready?"),
        Behaviour(
            key: "t", name: "Named a time", looksLike: "An hour or a number of minutes was said.",
            example: "In ten minutes."),
        Behaviour(
            key: "s", name: "Left room", looksLike: "A silence was left to the customer.", example: "(a breath)"),
    ]

    /// What everybody says yes to.
    public static let agreement = SafetyAgreement(
        slug: "usual", title: "How we practise here", summary: "For a team that practises together.",
        points: [
            "We try things out; nobody has to be good at it.",
            "Anybody can stop a round at any time, with a word or a raised hand.",
            "What is said here stays here.",
            "We speak about what was done and said, never about what somebody is like.",
        ],
        kept: "The words, marks and wins of this room are kept in the journal.",
        forgotten: "The words, marks and wins of this room are forgotten as it closes.",
        neverSeen: ["Who marked what.", "What you wrote for yourself."],
        question: "Do you say yes to this?")
}
