import Room
import Yarn

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// Where somebody's own rooms are kept to be set up again: a file each.
public struct RoomFolder: Sendable {
    /// The folder.
    public let path: String

    /// The rooms in a folder.
    public init(path: String) {
        self.path = path
    }

    /// `$XDG_CONFIG_HOME/rapport/rooms`; nil without a home.
    public init?(environment: [String: String]) {
        if let folder = environment["XDG_CONFIG_HOME"], folder.hasPrefix("/") {
            path = folder + "/rapport/rooms"
        } else if let home = environment["HOME"], !home.isEmpty {
            path = home + "/.config/rapport/rooms"
        } else {
            return nil
        }
    }

    /// The rooms there are, by name, and why others cannot be read.
    public func rooms() -> Shelf<RoomTemplate> {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
        var shelf = Shelf(
            names.sorted().filter { $0.hasSuffix(".yaml") && !$0.hasPrefix(".") }.map { name in
                Library.reading(
                    path + "/" + name, slug: String(name.dropLast(".yaml".count)), code: "room", RoomTemplateFile.read)
            })
        shelf.values.sort { $0.name < $1.name }
        return shelf
    }

    /// The room with a name or a short name.
    /// - Throws: ``LibraryFailure`` when there is none, or it cannot be read.
    public func room(_ name: String) throws(LibraryFailure) -> RoomTemplate {
        let shelf = rooms()
        if let room = shelf.values.first(where: { $0.name == name || $0.slug == name }) { return room }
        if let trouble = shelf.troubles.first(where: { $0.contains("/\(name).yaml:") }) {
            throw LibraryFailure(trouble)
        }
        let names = shelf.values.map(\.name)
        let hint = Spelling.nearest(to: name, in: names).map { " Did you mean \($0)?" } ?? ""
        let there = names.isEmpty ? "None is kept yet." : "There is: \(names.joined(separator: ", "))."
        throw LibraryFailure("There is no room \(name).\(hint) \(there)")
    }

    /// Keeps a room under its name, in place of the one that has it. A reader sees the old file or the new one, and never
    /// a part; the folder and the file are their owner's alone, because they may name people.
    /// - Returns: the file's path.
    /// - Throws: ``LibraryFailure`` when the room could not be read back, or the file cannot be written.
    @discardableResult
    public func keep(_ room: RoomTemplate) throws(LibraryFailure) -> String {
        guard let slug = room.slug, LibrarySlug.isSlug(slug) else {
            throw LibraryFailure(
                "A room is kept under its name: letters or figures, at most \(RoomTemplate.nameLength).")
        }
        let file = path + "/" + slug + ".yaml"
        let text = RoomTemplateFile.text(room)
        let reading = RoomTemplateFile.read(SourceFile(name: file, text: text), slug: slug)
        guard reading.value == room else {
            let reason = reading.findings.first { $0.severity == .error }?.message
            throw LibraryFailure("This room cannot be kept. " + (reason ?? "Something in it has too many spaces."))
        }
        do {
            try FileManager.default.createDirectory(
                atPath: path, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
            try write(text, slug: slug, to: file)
        } catch {
            throw LibraryFailure("\(file) cannot be written. Check that its folder is yours to write.")
        }
        return file
    }

    /// Takes a kept room away. Nothing happens when there is none.
    public func forget(_ room: RoomTemplate) {
        guard let slug = room.slug, LibrarySlug.isSlug(slug) else { return }
        try? FileManager.default.removeItem(atPath: path + "/" + slug + ".yaml")
    }

    private func write(_ text: String, slug: String, to file: String) throws {
        let beside = "\(path)/.\(slug).\(getpid()).new"
        do {
            try Data(text.utf8).write(to: URL(fileURLWithPath: beside))
            try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: beside)
            guard rename(beside, file) == 0 else { throw CocoaError(.fileWriteUnknown) }
        } catch {
            try? FileManager.default.removeItem(atPath: beside)
            throw error
        }
    }
}
