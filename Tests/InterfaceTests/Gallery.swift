/// Every scene there is, by its name.
enum Gallery {
    static let names =
        Scenes.names + LayerScenes.names + CallScenes.names + WrittenScenes.names + TypedScenes.names
        + LearningScenes.names + TalkScenes.names + PatternScenes.names + PreviewScenes.names.map { "preview-" + $0 }
        + ["gathering", "playing", "vote", "feedback"].map { "stage-" + $0 }

    /// Scenes that can be made of any source: what comes of hostile words in a story.
    static let told = Scenes.names + LearningScenes.names + TalkScenes.names

    /// A scene of ``told``.
    static func scene(_ name: String, source: String) throws -> Scene {
        if TalkScenes.names.contains(name) { return try TalkScenes.scene(name, source: source) }
        return LearningScenes.names.contains(name)
            ? try LearningScenes.scene(name, source: source) : try Scenes.scene(name, source: source)
    }

    static func scene(_ name: String) throws -> Scene {
        // Each is played once; what is drawn of it is a value.
        guard let made = made[name] else { return try make(name) }
        return try made.get()
    }

    private static let made = Dictionary(
        names.map { name in (name, Result { try make(name) }) }, uniquingKeysWith: { first, _ in first })

    private static func make(_ name: String) throws -> Scene {
        if LayerScenes.names.contains(name) { return try LayerScenes.scene(name) }
        if CallScenes.names.contains(name) { return try CallScenes.scene(name) }
        if WrittenScenes.names.contains(name) { return try WrittenScenes.scene(name) }
        if TypedScenes.names.contains(name) { return try TypedScenes.scene(name) }
        if LearningScenes.names.contains(name) { return try LearningScenes.scene(name) }
        if TalkScenes.names.contains(name) { return try TalkScenes.scene(name) }
        if PatternScenes.names.contains(name) { return PatternScenes.scene(name) }
        if name.hasPrefix("preview-") { return PreviewScenes.scene(String(name.dropFirst("preview-".count))) }
        if name.hasPrefix("stage-") { return try StageScenes.scene(String(name.dropFirst("stage-".count))) }
        return try Scenes.scene(name)
    }
}
