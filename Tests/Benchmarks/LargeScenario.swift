import Yarn

/// A scenario of fifty moments with four options each: larger than anybody should write.
enum LargeScenario {
    static let nodes = 50

    static var file: SourceFile {
        var text = """
            title: Start
            scenario: Fifty moments
            channels: chat
            cast: Ana = Ana Berg
            customer: Ana
            trust: 50
            ---
            <<channel chat>>
            <<jump N0>>
            ===

            """
        for node in 0..<nodes {
            let next = node + 1 < nodes ? "N\(node + 1)" : "End"
            text += "title: N\(node)\nmoment: Moment \(node)\n---\n<<reply_within 60>>\n"
            text += "Ana: this is what I say for the \(node)th time, and nobody listens #line:n\(node)_1\n"
            text += "<<if trust() > 40>>\n    Ana: it is late again #line:n\(node)_2\n<<else>>\n"
            text += "    Ana: forget it #line:n\(node)_3\n<<endif>>\n"
            for option in 0..<3 {
                text += "-> Here is what I can do for you, way \(option) of three #move:m #line:n\(node)_o\(option)\n"
                text += "    <<trust +\(option)>>\n"
                text +=
                    "    Coach: [quote]what I can do[/quote] gives her something to hold. #line:n\(node)_c\(option)\n"
                text += "    <<jump \(next)>>\n"
            }
            text += "-> … #timeout #line:n\(node)_t\n    <<heat +5>>\n"
            text += "    Coach: She cannot see you reading. #line:n\(node)_ct\n    <<jump \(next)>>\n===\n"
        }
        return SourceFile(
            name: "scenario.yarn", text: text + "title: End\nending: e\noutcome: kept\n---\nAna: bye #line:e\n===\n")
    }
}
