internal import CUnix
import Conversation
import Synchronization

#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// Where the followers of one journal file hang their bells: a folder for each stream, with a socket for each follower.
///
/// Everything in a folder of the user's own that nobody else may enter. Names of sockets are drawn by lot; whoever rings
/// looks who is there. A follower that crashed leaves a socket that nobody answers at, which the next to ring removes.
final class BellTower: Sendable {
    private struct State: ~Copyable {
        var sender: Int32 = -1
        /// The sockets of this journal's own followers, which its own writing does not ring.
        var own: [String: Set<String>] = [:]
        var rooms: [StreamID: String] = [:]

        deinit { if sender >= 0 { close(sender) } }
    }

    /// The folders that may hold bells, the likeliest first. One hangs in the first that can be used, and all are rung,
    /// for another terminal of the same user's may have been started with other surroundings.
    let folders: [String]
    private let identity: String
    private let state = Mutex(State())

    /// - Parameter identity: the same for every program that has the same journal open, whatever it calls the file.
    init(folders: [String], identity: String) {
        self.folders = folders
        self.identity = identity
    }

    /// `rapport` in `$XDG_RUNTIME_DIR` (XDG Base Directory Specification), in the folder that systemd gives a user, and
    /// in `/tmp` for the user alone.
    static func standardFolders(runtime: String?, user: UInt32) -> [String] {
        var folders: [String] = []
        if let runtime, runtime.hasPrefix("/") { folders.append(runtime + "/rapport") }
        for folder in ["/run/user/\(user)/rapport", "/tmp/rapport-\(user)"] where !folders.contains(folder) {
            folders.append(folder)
        }
        return folders
    }

    /// What names a journal file to every program that has it open.
    static func identity(ofFile path: String) -> String {
        var status = stat()
        return stat(path, &status) == 0 ? "\(status.st_dev):\(status.st_ino)" : path
    }

    // MARK: Hanging a bell

    /// Hangs a bell for a stream.
    func hang(for stream: StreamID) throws(JournalFailure) -> SocketBell {
        var failure = JournalFailure.noBell(path: folders.first ?? "", reason: "no folder can be used")
        for folder in folders {
            if let refusal = makeUsable(folder) {
                failure = .noBell(path: folder, reason: refusal)
                continue
            }
            switch listen(in: folder, stream) {
            case .success(let bell): return bell
            case .failure(let refused): failure = .noBell(path: folder, reason: refused.reason)
            }
        }
        throw failure
    }

    private struct Refused: Error { var reason: String }

    private func listen(in folder: String, _ stream: StreamID) -> Result<SocketBell, Refused> {
        let rooms = folder + "/rooms"
        let room = rooms + "/" + name(of: stream)
        var code: Int32 = 0
        // The last to leave a room takes its folder along, perhaps between these steps.
        for _ in 0..<8 {
            for path in [rooms, room] where mkdir(path, 0o700) == 0 { _ = chmod(path, 0o700) }
            let name = Self.drawnName()
            // Bound under a name that nobody rings at: between its making and its binding it would look left behind.
            let waiting = room + "/." + name
            let descriptor = cunix_bell_listener(waiting)
            if descriptor >= 0, rename(waiting, room + "/" + name) == 0 {
                state.withLock { _ = $0.own[room, default: []].insert(name) }
                return .success(SocketBell(descriptor: descriptor, stream: stream, room: room, name: name, tower: self))
            }
            code = descriptor >= 0 ? errno : -descriptor
            if descriptor >= 0 {
                close(descriptor)
                unlink(waiting)
            }
            if code != ENOENT && code != EADDRINUSE { break }
        }
        return .failure(Refused(reason: String(cString: strerror(code))))
    }

    /// Takes a bell down, and the stream's folder with the last of them.
    func takeDown(_ name: String, in room: String) {
        state.withLock { state in
            state.own[room]?.remove(name)
            if state.own[room]?.isEmpty == true { state.own[room] = nil }
        }
        unlink(room + "/" + name)
        rmdir(room)
    }

    // MARK: Ringing

    /// Rings at every follower of a stream but this journal's own.
    func ring(_ ring: JournalRing, for stream: StreamID) {
        let name = name(of: stream)
        for folder in folders {
            let room = folder + "/rooms/" + name
            let others = names(in: room)
            guard !others.isEmpty, isOurs(folder) else { continue }
            let (sender, own) = state.withLock { state in
                if state.sender < 0 { state.sender = cunix_bell_sender() }
                return (state.sender, state.own[room] ?? [])
            }
            guard sender >= 0 else { return }
            for other in others where !own.contains(other) {
                let path = room + "/" + other
                if cunix_bell_ring(sender, path, ring.rawValue) == ECONNREFUSED { removeLeftBehind(path, room) }
            }
        }
    }

    private func removeLeftBehind(_ path: String, _ room: String) {
        var status = stat()
        guard lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFSOCK else { return }
        unlink(path)
        rmdir(room)
    }

    private func names(in room: String) -> [String] {
        guard let folder = opendir(room) else { return [] }
        defer { closedir(folder) }
        var names: [String] = []
        while let entry = readdir(folder) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) { start in
                start.withMemoryRebound(to: CChar.self, capacity: MemoryLayout.size(ofValue: start.pointee)) {
                    String(cString: $0)
                }
            }
            if !name.hasPrefix(".") { names.append(name) }
        }
        return names
    }

    // MARK: Folders and names

    /// Makes a folder for the user alone. Returns why that cannot be.
    private func makeUsable(_ folder: String) -> String? {
        if mkdir(folder, 0o700) == 0 {
            _ = chmod(folder, 0o700)
        } else if errno != EEXIST {
            return String(cString: strerror(errno))
        }
        return isOurs(folder) ? nil : "it is not a folder of yours alone"
    }

    /// A folder, not a link to one, that belongs to the user and that nobody else may enter: all below it is theirs.
    private func isOurs(_ folder: String) -> Bool {
        var status = stat()
        return lstat(folder, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR && status.st_uid == geteuid()
            && status.st_mode & 0o077 == 0
    }

    /// Short, for a socket's path has little room, and silent about the stream.
    private func name(of stream: StreamID) -> String {
        state.withLock { state in
            if let name = state.rooms[stream] { return name }
            let hash = ContentHash.hexadecimal(of: "\(identity) \(stream.rawValue)".utf8)
            let name = String(hash.prefix(16))
            if state.rooms.count > 64 { state.rooms = [:] }
            state.rooms[stream] = name
            return name
        }
    }

    private static func drawnName() -> String {
        String(UInt64.random(in: 0...UInt64.max), radix: 36)
    }
}
