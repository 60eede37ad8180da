import Foundation
import Terminal

/// Where things are left that are neither practice nor settings: what a crash writes down.
struct StateFolder {
    /// `$XDG_STATE_HOME/rapport`; nil without a home.
    let path: String?

    init(environment: [String: String]) {
        if let state = environment["XDG_STATE_HOME"], state.hasPrefix("/") {
            path = state + "/rapport"
        } else if let home = environment["HOME"], !home.isEmpty {
            path = home + "/.local/state/rapport"
        } else {
            path = nil
        }
    }

    /// What the last crash has left, or will.
    var crashFile: String? { path.map { $0 + "/crash.txt" } }

    /// Makes the folder for its owner alone. False when it cannot be.
    func make() -> Bool {
        guard let path else { return false }
        try? FileManager.default.createDirectory(
            atPath: path, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        return access(path, W_OK) == 0
    }
}

extension Surroundings {
    /// Where a crash leaves what is known. A run that keeps nothing leaves nothing.
    func crashReport() -> CrashReport? {
        let state = StateFolder(environment: environment)
        guard place != .memory, state.make(), let path = state.crashFile else { return nil }
        return CrashReport(
            path: path, about: "Rapport \(Rapport.version)",
            farewell: "Rapport has broken down, and is sorry. What you practised is kept. What is known is in")
    }
}
