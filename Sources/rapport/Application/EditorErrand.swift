import Foundation
import Terminal

/// A text that is being written in somebody's own editor: a file of their own for it, and what came of it.
struct EditorErrand {
    /// The program with the file.
    let errand: TerminalErrand
    private let folder: String
    private let file: String
    private let before: String

    /// Longer files are not taken back: nobody wrote them by hand.
    private static let longestText = 1 << 20

    /// Puts the text into a file that only its owner reads.
    /// - Throws: what the file system says.
    init(_ text: String, environment: [String: String]) throws {
        before = text
        folder = NSTemporaryDirectory() + "rapport-" + UUID().uuidString
        file = folder + "/reply.txt"
        try FileManager.default.createDirectory(
            atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        try Data((text + "\n").utf8).write(to: URL(fileURLWithPath: file))
        let wish = ["VISUAL", "EDITOR"].lazy.compactMap { environment[$0] }.first { !$0.isEmpty }
        errand = TerminalErrand.command(wish ?? Self.usual(environment["PATH"] ?? ""), file: file)
    }

    /// The editor of somebody who names none.
    private static func usual(_ path: String) -> String {
        ["nano", "vi"].first { name in
            path.split(separator: ":").contains { FileManager.default.isExecutableFile(atPath: "\($0)/\(name)") }
        } ?? "vi"
    }

    /// What came of it: the new text, or why it stays as it was. The file is gone afterwards.
    func end(_ outcome: TerminalErrand.Outcome) -> Result<String, SessionTrouble> {
        defer { try? FileManager.default.removeItem(atPath: folder) }
        switch outcome {
        case .exited(status: 0): break
        case .exited(status: 127):
            return .failure(SessionTrouble("The editor was not found. VISUAL or EDITOR names one that is here."))
        case .exited, .killed: return .failure(SessionTrouble("The editor gave up; your text is as it was."))
        case .notStarted(let reason): return .failure(SessionTrouble("The editor could not be started: \(reason)."))
        }
        guard let data = FileManager.default.contents(atPath: file), data.count <= Self.longestText else {
            return .failure(SessionTrouble("What the editor left could not be read; your text is as it was."))
        }
        var text = String(decoding: data, as: UTF8.self)
        while text.last?.isNewline == true { text.removeLast() }
        return .success(text)
    }
}
