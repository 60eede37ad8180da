import Terminal

extension OfferScreen {
    /// The question, and its three answers.
    public func narration(at now: Uptime) -> Narration {
        var narration = Narration("offer", title + ".")
        narration.items.append(
            Narration.Item(
                "question",
                isRoom ? "This room is still open." : "You were in the middle of this conversation."))
        narration.choices = Narration.Choices(
            "offer", "",
            [
                Narration.Choice(
                    "1", isRoom ? "Come back to it, at the very same moment." : "Go on at the very same moment.",
                    does: [.accept]),
                Narration.Choice(
                    "2",
                    isRoom
                        ? "Open a new one; the other stays in the journal."
                        : "Begin a new one; the other waits in the journal.",
                    does: [.restart]),
                Narration.Choice("3", "Neither: to Home.", does: [.leave]),
            ])
        narration.prompt = "1 to 3"
        return narration
    }
}
