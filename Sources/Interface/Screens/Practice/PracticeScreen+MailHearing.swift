import Conversation
import Terminal

// What is heard in a mail while it is written: when one pauses, or leaves a paragraph; not at every key.
extension PracticeScreen {
    /// Who has not typed for so long pauses, ms.
    private static let mailPauseLasting: Int64 = 600

    /// When a pause in the mail becomes one; nil where nobody types.
    var mailPause: Uptime? {
        guard editing != nil, engine.listener != nil else { return nil }
        return typedInMail.map { $0 + Self.mailPauseLasting }
    }

    /// Hears what was typed, once one pauses.
    mutating func hearMailWhenPaused(at now: Uptime) {
        guard let pause = mailPause, pause <= now else { return }
        hearMail()
    }

    /// Hears the paragraphs of one's own that were not heard yet.
    mutating func hearMail() {
        typedInMail = nil
        guard let listener = engine.listener else { return }
        let draft = editing?.applied(to: session.front.draft) ?? session.front.draft
        let customer = session.front.transcript.last { $0.kind == .customer }?.text
        var heard: [String: Set<String>] = [:]
        for paragraph in draft.paragraphs where paragraph.origin == .written {
            let text = String(paragraph.text.prefix(DraftStructure.longestRead))
            heard[text] = heardMail[text] ?? listener.moves(in: text, after: customer)
        }
        heardMail = heard
    }

    /// The moves that are heard in the paragraphs of one's own of a draft.
    func heard(in draft: Draft) -> Set<String> {
        draft.paragraphs.filter { $0.origin == .written }.reduce(into: []) { moves, paragraph in
            moves.formUnion(heardMail[String(paragraph.text.prefix(DraftStructure.longestRead))] ?? [])
        }
    }
}
