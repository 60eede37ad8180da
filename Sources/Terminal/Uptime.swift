#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// A moment on a clock that only goes forward: milliseconds since some fixed moment, usually the machine's start.
public struct Uptime: Comparable, Hashable, Sendable {
    /// Milliseconds.
    public var milliseconds: Int64

    /// A moment, in milliseconds.
    public init(milliseconds: Int64) { self.milliseconds = milliseconds }

    /// This moment, by `CLOCK_MONOTONIC`.
    public static func now() -> Uptime {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return Uptime(milliseconds: Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000)
    }

    /// Earlier before later.
    public static func < (left: Uptime, right: Uptime) -> Bool { left.milliseconds < right.milliseconds }

    /// The moment so many milliseconds later.
    public static func + (moment: Uptime, milliseconds: Int64) -> Uptime {
        Uptime(milliseconds: moment.milliseconds &+ milliseconds)
    }

    /// The moment so many milliseconds earlier.
    public static func - (moment: Uptime, milliseconds: Int64) -> Uptime {
        Uptime(milliseconds: moment.milliseconds &- milliseconds)
    }

    /// Milliseconds from the second moment to the first.
    public static func - (later: Uptime, earlier: Uptime) -> Int64 {
        later.milliseconds &- earlier.milliseconds
    }
}
