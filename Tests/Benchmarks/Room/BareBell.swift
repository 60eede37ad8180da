internal import CUnix
import Foundation
import Postgres

/// A bell with nothing behind it, for comparison: there to another process, and back.
///
/// Over a Unix socket each way is one datagram of a byte. Over PostgreSQL each way is `NOTIFY` on one connection and the
/// notification on another, which listens.
final class BareBell {
    private enum Way {
        case socket(sender: Int32, listener: Int32, other: String)
        case server(asks: PostgresConnection, listens: PostgresConnection)
    }

    private let way: Way
    private let channels: (own: String, other: String)

    /// - Parameter place: a folder for sockets, or a server's address.
    /// - Parameter isFirst: rings and waits for the echo; the other one echoes.
    init(_ place: String, isFirst: Bool) throws {
        channels = isFirst ? ("back", "there") : ("there", "back")
        if place.hasPrefix("/") {
            let (own, other) = (place + "/" + channels.own, place + "/" + channels.other)
            way = .socket(sender: cunix_bell_sender(), listener: cunix_bell_listener(own), other: other)
        } else {
            let library = try PostgresLibrary()
            let client = PostgresClient(try PostgresAddress(place, library: library), library: library)
            let (asks, listens) = (try client.connect(), try client.connect())
            try listens.run("LISTEN bare_\(channels.own)")
            way = .server(asks: asks, listens: listens)
        }
    }

    private var descriptor: Int32 {
        switch way {
        case .socket(_, let listener, _): listener
        case .server(_, let listens): listens.socket
        }
    }

    private func ring() throws {
        switch way {
        case .socket(let sender, _, let other): _ = cunix_bell_ring(sender, other, 0)
        case .server(let asks, _): try asks.run("NOTIFY bare_\(channels.other)")
        }
    }

    private func hears() throws -> Bool {
        switch way {
        case .socket(_, let listener, _): return cunix_bell_hear(listener) >= 0
        case .server(_, let listens): return try !listens.notifications().isEmpty
        }
    }

    /// Rings, and waits for the echo: how long that took, ns; nil when none came within a second.
    func roundTrip() throws -> Int? {
        while try hears() {}
        let start = Nanoseconds.now
        try ring()
        while Nanoseconds.now - start < 1_000_000_000 {
            wait(limit: 1_000)
            if try hears() { return Nanoseconds.now - start }
        }
        return nil
    }

    private func wait(limit: Int32) {
        var (first, second, third): (Int32, Int32, Int32) = (0, 0, 0)
        _ = cunix_poll3(-1, descriptor, -1, limit, &first, &second, &third)
    }

    /// Echoes until its orders end, however they end, and then removes a folder that nobody needs any more.
    static func echo(_ place: String, thenRemoving folder: String) throws {
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let bell = try BareBell(place, isFirst: false)
        cunix_write(STDOUT_FILENO, ".\n", 2)
        while true {
            var (orders, rung, none): (Int32, Int32, Int32) = (0, 0, 0)
            guard cunix_poll3(STDIN_FILENO, bell.descriptor, -1, -1, &orders, &rung, &none) == 0, orders == 0 else {
                return
            }
            while try bell.hears() { try bell.ring() }
        }
    }
}

/// A write that waits for the disk, with nothing behind it, for comparison with a commit.
final class BareDisk {
    private let descriptor: Int32
    private var offset: off_t = 0

    init(_ path: String) { descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600) }

    deinit { close(descriptor) }

    /// Writes so many bytes and waits for them to be on the disk: how long that took, ns.
    func write(_ count: Int) -> Int {
        let bytes = [UInt8](repeating: 7, count: count)
        let start = Nanoseconds.now
        bytes.withUnsafeBytes { _ = pwrite(descriptor, $0.baseAddress, count, offset) }
        fsync(descriptor)
        offset = (offset + off_t(count)) % 4_000_000
        return Nanoseconds.now - start
    }
}
