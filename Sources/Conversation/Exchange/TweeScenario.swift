import Yarn

/// A Twee story made into a scenario to finish by hand.
///
/// Passages become nodes, text becomes lines of the customer, links become replies of the agent with a word of the coach to
/// be written. The result compiles; what could not be carried over is listed with its line in the story.
public struct TweeScenario: Sendable {
    /// What the scenario's folder may be called.
    public private(set) var slug = ""
    /// The text of `scenario.yarn`.
    public private(set) var text = ""
    /// What could not be carried over, or is to be finished, by line of the story.
    public private(set) var remarks: [TweeStory.Remark] = []
    /// How many nodes it has.
    public private(set) var nodeCount = 0
    /// How many replies it offers.
    public private(set) var optionCount = 0

    private struct Node {
        var title: String
        var passage: TweeStory.Passage
        var prose: TweeProse
    }

    private var nodes: [Node] = []
    /// The node of each passage.
    private var titles: [String: String] = [:]
    private var names = TweeNames()

    /// Makes a scenario of a story.
    /// - Parameter name: what the story was read from, for the comment that says so.
    public init(_ story: TweeStory, name: String) {
        remarks = story.remarks
        slug = TweeNames.slug(of: story.title.isEmpty ? name : story.title)
        var author = ""
        for passage in story.passages {
            if passage.name == "StoryAuthor" {
                author = passage.lines.map(\.text).joined(separator: " ")
            } else if let reason = Self.reasonToLeaveOut(passage) {
                remark(passage.line, "The passage “\(passage.name)” is not carried over: \(reason).")
            } else {
                add(passage, story.format)
            }
        }
        addMissingTargets()
        if nodes.isEmpty {
            remark(1, "There is no passage in this file.")
            add(TweeStory.Passage(name: "Start", tags: [], metadata: [:], lines: [], line: 1), story.format)
        }
        putFirst(story.start)
        addEnding()
        remarkOnUnreachable()
        nodeCount = nodes.count
        optionCount = nodes.reduce(0) { $0 + $1.prose.links.count }
        let body = nodes.enumerated().map { index, node in
            self.text(of: node, heading: index == 0 ? heading(story, name: name, author: author) : [])
        }
        text = tagged(body.joined(separator: "\n"))
        remarks.sort { $0.line < $1.line }
    }

    private mutating func remark(_ line: Int, _ message: String) {
        remarks.append(TweeStory.Remark(line: line, message: TweeNames.oneLine(message)))
    }

    // MARK: nodes

    private static let special: Set<String> = [
        "StoryInit", "StoryCaption", "StoryMenu", "StoryBanner", "StorySubtitle", "StoryDisplayTitle", "StoryInterface",
        "StoryShare", "StorySettings", "StoryIncludes", "PassageReady", "PassageDone", "PassageHeader", "PassageFooter",
        "UserScript", "UserStylesheet",
    ]

    private static func reasonToLeaveOut(_ passage: TweeStory.Passage) -> String? {
        if passage.tags.contains("script") { return "it is a script" }
        if passage.tags.contains("stylesheet") { return "it is a style sheet" }
        if special.contains(passage.name) { return "its story format does something with it that a scenario cannot" }
        let tags: Set<String> = ["widget", "init", "startup", "header", "footer", "Twine.private", "Twine.image"]
        return passage.tags.first(where: tags.contains).map { "it is tagged \($0)" }
    }

    private mutating func add(_ passage: TweeStory.Passage, _ format: String) {
        let title = names.title(for: passage.name)
        if titles[passage.name] == nil {
            titles[passage.name] = title
        } else {
            remark(
                passage.line, "There is a passage “\(passage.name)” already; links lead to the first, this is \(title)."
            )
        }
        let prose = TweeProse(of: passage, format: format)
        remarks += prose.remarks.map {
            TweeStory.Remark(line: $0.line, message: TweeNames.oneLine($0.message))
        }
        nodes.append(Node(title: title, passage: passage, prose: prose))
    }

    /// A node for each passage that a link names and nobody wrote.
    private mutating func addMissingTargets() {
        for link in nodes.flatMap(\.prose.links) where titles[link.target] == nil {
            remark(link.line, "There is no passage “\(link.target)”; an empty node stands for it.")
            add(TweeStory.Passage(name: link.target, tags: [], metadata: [:], lines: [], line: link.line), "")
        }
    }

    private mutating func putFirst(_ start: String?) {
        if let start, titles[start] == nil {
            remark(1, "The story begins at “\(start)”, and there is no such passage.")
        }
        let title = start.flatMap { titles[$0] } ?? titles["Start"]
        guard let index = nodes.firstIndex(where: { $0.title == title }), index > 0 else { return }
        nodes.insert(nodes.remove(at: index), at: 0)
    }

    /// A scenario has an ending; a story that goes round for ever gets one.
    private mutating func addEnding() {
        guard nodes.allSatisfy({ !$0.prose.links.isEmpty }), let last = nodes.indices.last else { return }
        let name = "An ending"
        let line = nodes[last].passage.line
        remark(
            line,
            "No passage ends the story: a reply that leads to an ending was added to “\(nodes[last].passage.name)”.")
        let text = "[[(Write the reply that ends the conversation.)->\(name)]]"
        nodes[last].passage.lines.append(TweeStory.Line(number: line, text: text))
        let passage = nodes[last].passage
        nodes[last].prose = TweeProse(of: passage, format: "")
        add(TweeStory.Passage(name: name, tags: [], metadata: [:], lines: [], line: line), "")
    }

    private mutating func remarkOnUnreachable() {
        var reached: Set<String> = []
        var pending = nodes.prefix(1).map(\.title)
        var links: [String: [String]] = [:]
        for node in nodes { links[node.title] = node.prose.links.compactMap { titles[$0.target] } }
        while let title = pending.popLast() {
            if reached.insert(title).inserted { pending += links[title] ?? [] }
        }
        for node in nodes where !reached.contains(node.title) {
            remark(node.passage.line, "No link leads to “\(node.passage.name)”.")
        }
    }

    // MARK: text

    private func heading(_ story: TweeStory, name: String, author: String) -> [String] {
        let title = story.title.isEmpty ? name : story.title
        var origin = "Twee"
        if !story.format.isEmpty { origin += ", \(story.format)" }
        if !story.ifid.isEmpty { origin += ", IFID \(story.ifid)" }
        var lines = [
            "scenario: \(TweeNames.header(title))",
            "summary: Say here in two sentences what happens and what is at stake.",
            "channels: chat", "cast: Customer", "customer: Customer", "ticket: Say here what the ticket says.",
            "difficulty: gentle", "minutes: 5", "trust: 50", "heat: 50",
        ]
        if !author.isEmpty { lines.append("author: \(TweeNames.header(author))") }
        lines.append("origin: \(TweeNames.header(origin))")
        return lines
    }

    private func text(of node: Node, heading: [String]) -> String {
        var lines = ["title: \(node.title)"] + heading
        let isEnding = node.prose.links.isEmpty
        if isEnding {
            lines.append("ending: \(TweeNames.slug(of: node.title))")
            lines.append("outcome: strained // kept, strained or lost")
        } else {
            lines.append("moment: \(TweeNames.header(node.passage.name))")
        }
        if !node.passage.tags.isEmpty {
            lines.append("tags: \(TweeNames.header(node.passage.tags.joined(separator: " ")))")
        }
        if let position = node.passage.metadata["position"], !position.isEmpty {
            lines.append("position: \(TweeNames.header(position))")
        }
        lines.append("---")
        lines.append("// Twee, line \(node.passage.line): \(TweeNames.oneLine(node.passage.name))")
        for (key, value) in node.passage.metadata.sorted(by: { $0.key < $1.key }) where key != "position" {
            lines.append("// \(TweeNames.oneLine(key)): \(TweeNames.oneLine(value))")
        }
        if !heading.isEmpty { lines.append("<<channel chat>>") }
        let said = node.prose.lines.flatMap(TweeNames.messages)
        for message in said { lines.append("Customer: \(TweeNames.escaped(message))") }
        if said.isEmpty, isEnding { lines.append("Scene: Say here how the conversation ends.") }
        for link in node.prose.links {
            lines.append("-> \(TweeNames.optionText(link.text))")
            lines.append("    Coach: Say here what these words did, and what else there is to try.")
            lines.append("    <<jump \(titles[link.target] ?? node.title)>>")
        }
        return (lines + ["===", ""]).joined(separator: "\n")
    }

    /// The text with an id on every line.
    private func tagged(_ text: String) -> String {
        let file = SourceFile(name: "scenario.yarn", text: text)
        let letters = slug.split(separator: "-").compactMap(\.first).map(String.init).joined()
        var generator = SystemRandomNumberGenerator()
        let tagger = LineTagger(style: .numbered(fallback: letters.isEmpty ? "l" : letters))
        return (try? tagger.tagged([file], using: &generator))?.files.first?.text ?? text
    }
}
