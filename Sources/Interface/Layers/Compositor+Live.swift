import Terminal

// What is different where a live room is in front.
extension Compositor {
    /// Shows a live room, as it is now, on every screen of it.
    public mutating func show(_ view: LiveView, at now: Uptime) {
        for index in screens.indices {
            guard var face = screens[index] as? any LiveFace else { continue }
            face.receive(view, at: now)
            screens[index] = face
        }
    }

    /// Tells the front screen of a live room why something was not done.
    public mutating func show(refusal: String, at now: Uptime) {
        guard let index = screens.lastIndex(where: { $0 is any LiveFace }), var face = screens[index] as? any LiveFace
        else { return notices.refuse(refusal, at: now) }
        face.receive(refusal: refusal, at: now)
        screens[index] = face
        notices.refuse(refusal, at: now)
    }

    /// Time passes for the front screen: it stands under a layer, but a live room waits for nobody's note.
    var frontRuns: Bool { layer == nil || front is any LiveFace }
}
