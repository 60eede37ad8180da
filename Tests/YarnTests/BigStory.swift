@testable import Yarn

/// A story of a thousand linked nodes with three options each, made from a seed: what a library of scenarios amounts to.
enum BigStory {
    static func text(nodes count: Int = 1_000, seed: UInt64 = 7) -> String {
        var chance = RandomGenerator(seed: seed)
        var text = "title: Start\n---\n<<declare $trust = 50>>\n<<declare $name = \"Ada\">>\n<<jump Node0>>\n===\n"
        for node in 0..<count {
            text += "title: Node\(node)\ntags: chat\n---\n"
            text += "Customer: Message \(node) from {$name} about order \(node * 7).\n"
            text += "Customer: It has been {$trust + \(node % 9)} minutes, and {dice(6)} calls.\n"
            let targets = [
                min(count - 1, node + 1), min(count - 1, node + 2), Int(chance.next(below: UInt64(count))),
            ]
            let replies = [("I am sorry, let me look.", 2), ("What is the number?", 0), ("That is our policy.", -3)]
            for (index, (reply, trust)) in replies.enumerated() {
                text += "-> \(reply) (\(node))\(index == 2 ? " <<if $trust > 10>>" : "") #tone:\(index)\n"
                text += "    <<set $trust += \(trust)>>\n    <<if $trust > 60>>\n"
                text += "        Customer: Thank you, that helps (\(node).\(index)).\n    <<else>>\n"
                text += "        Customer: Please hurry (\(node).\(index)). <<once>>\n    <<endif>>\n"
                text += "    <<jump Node\(targets[index])>>\n"
            }
            text += "===\n"
        }
        return text
    }
}
