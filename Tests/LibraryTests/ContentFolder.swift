import Foundation

/// A folder of a test's own, gone when the test is over.
final class ContentFolder: Sendable {
    let path: String

    init() throws {
        path = NSTemporaryDirectory() + "rapport-library-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    /// Writes a file, with the folders above it.
    @discardableResult
    func write(_ data: Data, _ name: String) throws -> String {
        let file = path + "/" + name
        let folder = (file as NSString).deletingLastPathComponent
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        try data.write(to: URL(fileURLWithPath: file))
        return file
    }

    @discardableResult
    func write(_ text: String, _ name: String) throws -> String { try write(Data(text.utf8), name) }

    /// Makes a folder.
    @discardableResult
    func folder(_ name: String) throws -> String {
        try FileManager.default.createDirectory(atPath: path + "/" + name, withIntermediateDirectories: true)
        return path + "/" + name
    }

    /// Writes a scenario that can be played.
    func scenario(_ slug: String, titled title: String, in folder: String = "scenarios") throws {
        try write(Self.scenario(titled: title), "\(folder)/\(slug)/scenario.yarn")
    }

    static func scenario(titled title: String) -> String {
        """
        title: Start
        scenario: \(title)
        channels: chat
        cast: Ana
        customer: Ana
        ending: done
        outcome: kept
        ---
        Ana: hello #line:a
        ===

        """
    }

    static let vocabulary = """
        skills:
          clarify: Asking before fixing
        emotions: [calm]
        tones: [dry]
        sounds: [door]
        moves:
          - id: clarify
            name: Asking
            helps: true
            definition: You ask.

        """
}
