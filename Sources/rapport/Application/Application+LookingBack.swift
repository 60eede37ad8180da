import Conversation
import Foundation
import Interface
import Journal
import Library
import Terminal

// Guides, fixes and files of a debrief, and the debrief as it is now.
extension Application {
    /// A debrief that comes to the front again shows what has happened since.
    mutating func renewDebrief() {
        guard let debrief = compositor.front as? DebriefScreen else { return }
        renewTalk(about: debrief.stream)
    }

    mutating func chooseGuide(_ stream: StreamID, at now: Uptime) {
        guard let session = session(stream, at: now) else { return }
        push(GuideScreen(stream: stream, session: session, shelf: surroundings.library.guides()), at: now)
    }

    mutating func writeFix(_ stream: StreamID, title: String, guide: String, at now: Uptime) {
        guard let session = session(stream, at: now) else { return }
        push(FixScreen(stream: stream, session: session, title: title, guide: guide), at: now)
    }

    /// Writes the debrief into the folder where the program was started. What was written there before stays.
    mutating func export(_ stream: StreamID, at now: Uptime) {
        guard let session = session(stream, at: now) else { return }
        let path = FileReplacement.free(FileManager.default.currentDirectoryPath + "/rapport-\(stream).html")
        do {
            let document = DebriefDocument(session, vocabulary: (try? words()) ?? Vocabulary())
            try FileReplacement.write(document.html, to: path)
            try? FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: path)
            // Its folder is where the program was started: the name alone finds it, and fits on a row.
            let name = path.split(separator: "/").last.map(String.init) ?? path
            compositor.say("Written here, for you alone to read: \(name)", at: now)
        } catch {
            compositor.say("\(path) cannot be written here. `rapport export` writes it where you like.", at: now)
        }
    }

    private mutating func session(_ stream: StreamID, at now: Uptime) -> Session? {
        do {
            return try keeper?.session(stream)
        } catch {
            complain("This session cannot be opened", "\(error)", at: now)
            return nil
        }
    }
}
