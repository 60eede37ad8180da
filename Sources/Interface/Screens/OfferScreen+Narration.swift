import Terminal

extension OfferScreen {
    /// The question, and its three answers.
    public func narration(at now: Uptime) -> Narration {
        var narration = Narration("offer", title + ".")
        narration.items.append(Narration.Item("question", "You were in the middle of this conversation."))
        narration.choices = Narration.Choices(
            "offer", "",
            [
                Narration.Choice("1", "Go on at the very same moment.", does: [.accept]),
                Narration.Choice("2", "Begin a new one; the other waits in the journal.", does: [.restart]),
                Narration.Choice("3", "Neither: to Home.", does: [.leave]),
            ])
        narration.prompt = "1 to 3"
        return narration
    }
}
