import Yarn

// Conversations beside the main one.
extension ScenarioCheck {
    /// A conversation needs a node that begins it and says so, and only what was opened can be closed.
    mutating func check(_ change: ScenarioCommand.ThreadChange, _ words: [CommandSyntax.Word]) {
        switch change {
        case .open(let name, let title):
            guard name != Conversation.mainThread, !name.isEmpty else {
                report(
                    .command, "`\(name)` is the name of the conversation that every session begins with.",
                    at: words[2].span, hint: "Give this one a name of its own.")
                return
            }
            let nodes = trees.flatMap(\.nodes)
            guard let node = nodes.first(where: { $0.title == title }) else {
                report(
                    .nodeMissing, "There is no node `\(title)`.", at: words[3].span, expected: "the title of a node",
                    hint: Self.didYouMean(title, nodes.map(\.title)))
                return
            }
            if node.header("thread")?.value != name {
                report(
                    .headerValue, "The node `\(title)` does not say that the conversation `\(name)` begins in it.",
                    at: words[3].span, expected: "`thread: \(name)` in the headers of that node")
            }
        case .close(let name):
            let opened = openedThreads
            guard !opened.contains(name) else { return }
            report(
                .command, "Nobody opens a conversation `\(name)`.", at: words[2].span,
                expected: "a name from <<thread open NAME NODE>>", hint: Self.didYouMean(name, opened))
        case .rest: break
        }
    }

    /// The names that some `<<thread open>>` gives.
    private var openedThreads: Set<String> {
        var names: Set<String> = []
        for tree in trees {
            tree.walk { statement, _ in
                guard case .command(let command) = statement, command.name == "thread" else { return }
                let words = Array(command.words)
                if words.count == 4, words[1].text == "open" { names.insert(words[2].text) }
            }
        }
        return names
    }
}
