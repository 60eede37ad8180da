/// Whole small scenarios for the reference page: the right one, with one thing changed.
enum ScenarioExample {
    static let right = file()

    private static let start = """
        title: Start
        scenario: A parcel for Saturday
        channels: chat
        cast: Priya
        customer: Priya
        """

    /// What happens in the first node when nothing is said about it.
    static let moment = """
        <<channel chat>>
        <<reply_within 60>>
        Priya: hi. still no parcel #line:p1
        -> What has to be there on Saturday? #move:focusing-question #line:p2
            <<trust +5>>
            Coach: [quote]on Saturday[/quote] shows that her date arrived. #line:p3
            <<jump Done>>
        -> I am looking for it now. #move:narrate-action #line:p4
            <<trust +3>>
            Coach: She can see you moving. #line:p5
            <<jump Done>>
        -> … #timeout #line:p6
            <<heat +8>>
            Coach: One short line holds the door. #line:p7
            <<jump Done>>
        """

    /// How it ends when nothing is said about it.
    static let end = """
        title: Done
        ending: heard
        outcome: kept
        ---
        Priya: ok. thank you #line:p9
        ===
        """

    /// A scenario of two nodes.
    /// - Parameters:
    ///   - headers: more headers of the first node.
    ///   - body: what happens in it.
    ///   - end: the other nodes.
    static func file(headers: String = "", body: String = moment, end: String = end) -> String {
        "\(start)\n\(headers.isEmpty ? "" : headers + "\n")---\n\(body)\n===\n\(end)\n"
    }

    /// The usual scenario with a piece of its text exchanged.
    static func changing(_ piece: String, to other: String) -> String { right.replacing(piece, with: other) }

    /// The usual scenario with more said before the clock starts.
    static func saying(_ lines: String) -> String {
        changing("<<reply_within 60>>", to: lines + "\n<<reply_within 60>>")
    }
}
