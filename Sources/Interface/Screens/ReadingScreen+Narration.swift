import Terminal

extension ReadingScreen {
    /// The text, line by line.
    public func narration(at now: Uptime) -> Narration {
        var narration = Narration("reading:\(title)", "\(title).")
        for (index, paragraph) in paragraphs.enumerated() {
            narration.items.append(Narration.Item("line-\(index)", paragraph))
        }
        narration.prompt = "Enter goes back"
        return narration
    }
}
