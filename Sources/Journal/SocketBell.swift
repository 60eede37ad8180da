internal import CUnix

#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// The bell of a journal file's follower: a socket that others send single bytes to.
final class SocketBell: JournalBell {
    private(set) var descriptor: Int32
    private let stream: StreamID
    private let room: String
    private let name: String
    private let tower: BellTower

    init(descriptor: Int32, stream: StreamID, room: String, name: String, tower: BellTower) {
        self.descriptor = descriptor
        self.stream = stream
        self.room = room
        self.name = name
        self.tower = tower
    }

    deinit { close() }

    /// A socket holds few rings, and drops those beyond: after as many beats as this, news may have been among them.
    private static let crowd = 4

    func drain() throws(JournalFailure) -> Set<JournalRing> {
        guard descriptor >= 0 else { return [] }
        var rings: Set<JournalRing> = []
        var count = 0
        while case let byte = cunix_bell_hear(descriptor), byte >= 0 {
            count += 1
            rings.insert(UInt8(exactly: byte).flatMap(JournalRing.init(rawValue:)) ?? .news)
            // Somebody who rings without end does not keep the program here.
            if count == 4_096 { break }
        }
        if count >= Self.crowd { rings.insert(.news) }
        return rings
    }

    func ring(_ ring: JournalRing) throws(JournalFailure) {
        if descriptor >= 0 { tower.ring(ring, for: stream) }
    }

    func close() {
        guard descriptor >= 0 else { return }
        // Out of the folder first, so that nobody rings at a socket that has no end.
        tower.takeDown(name, in: room)
        closeDescriptor(descriptor)
        descriptor = -1
    }
}

private func closeDescriptor(_ descriptor: Int32) { _ = close(descriptor) }
