import Yarn

/// What the story was told to be true of earlier on, since somebody last spoke: why the next line is said.
///
/// A class, because a condition is asked in the middle of a step of the machine.
final class Recollection {
    private(set) var recalls: [Recall] = []

    /// Notes a question with its answer, where it was about earlier on and the answer was yes.
    func note(_ function: String, _ arguments: [Value], _ answer: Value) {
        guard answer == .bool(true) else { return }
        let kind: Recall.Kind? =
            switch function {
            case "said": .said
            case "said_publicly": .saidPublicly
            case "said_privately": .saidPrivately
            case "kept": .kept
            case "missed": .missed
            case "interrupted": .interrupted
            default: nil
            }
        guard let kind else { return }
        let name: String = if case .string(let text)? = arguments.first { text } else { "" }
        let recall = Recall(kind, name)
        if !recalls.contains(recall) { recalls.append(recall) }
    }

    /// Hands out what was noted, with what the author names, and forgets it; nil for nothing.
    func take(_ named: [String]) -> [Recall]? {
        defer { recalls = [] }
        let all = recalls + named.map { Recall(.named, $0) }
        return all.isEmpty ? nil : all
    }
}
