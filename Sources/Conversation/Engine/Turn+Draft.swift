// The agent's own typing in a mail.
extension Turn {
    /// Changes the draft. The story does not move: which way it goes follows from the replies that are chosen.
    mutating func edit(_ edit: DraftEdit) throws(EngineRefusal) {
        guard here.channel == .email, here.offer != nil else {
            throw EngineRefusal(description: "There is no mail being written now.")
        }
        let draft = here.draft
        switch edit {
        case .subject(let text):
            let text = try Self.kept(text)
            if text != draft.subject { emit(.draftEdited(DraftEdited(.subject(text)))) }
        case .add(let text, let place):
            let text = try Self.kept(text)
            guard !text.isEmpty else { return }
            guard draft.paragraphs.count < DraftEdit.mostParagraphs else {
                throw EngineRefusal(description: "A mail has room for \(DraftEdit.mostParagraphs) paragraphs.")
            }
            let place = min(max(0, place), draft.paragraphs.count)
            emit(.draftEdited(DraftEdited(.add(text, at: place))))
        case .rewrite(let place, let text):
            guard draft.paragraphs.indices.contains(place) else { throw Self.noParagraph }
            let text = try Self.kept(text)
            if text.isEmpty {
                emit(.draftEdited(DraftEdited(.remove(place))))
            } else if text != draft.paragraphs[place].text {
                emit(.draftEdited(DraftEdited(.rewrite(place, text))))
            }
        case .remove(let place):
            guard draft.paragraphs.indices.contains(place) else { throw Self.noParagraph }
            emit(.draftEdited(DraftEdited(.remove(place))))
        }
    }

    private static var noParagraph: EngineRefusal {
        EngineRefusal(description: "That paragraph is not in the draft any more.")
    }

    /// A text without white space around it.
    private static func kept(_ text: String) throws(EngineRefusal) -> String {
        guard text.utf8.count <= DraftEdit.longestText * 4, text.count <= DraftEdit.longestText else {
            throw EngineRefusal(
                description: "A paragraph has room for \(DraftEdit.longestText) characters. Make two of it.")
        }
        return Prose.trimmed(text)
    }
}
