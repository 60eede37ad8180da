import Synchronization

#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// Ends the process when one input takes for ever, and says which.
final class Watchdog: Sendable {
    private let current = Atomic<Int>(-1)

    init(limit: Duration) {
        let seconds = UInt32(limit.components.seconds)
        let watch = Watch(watchdog: self, seconds: seconds)
        var thread = pthread_t()
        let context = Unmanaged.passRetained(watch).toOpaque()
        pthread_create(&thread, nil, watchForEver, context)
    }

    func note(_ number: Int) { current.store(number, ordering: .relaxed) }

    fileprivate var number: Int { current.load(ordering: .relaxed) }
}

private final class Watch: Sendable {
    let watchdog: Watchdog
    let seconds: UInt32

    init(watchdog: Watchdog, seconds: UInt32) {
        self.watchdog = watchdog
        self.seconds = seconds
    }
}

private func watchForEver(_ context: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
    guard let context else { return nil }
    let watch = Unmanaged<Watch>.fromOpaque(context).takeRetainedValue()
    var last = -2
    while true {
        sleep(watch.seconds)
        let number = watch.watchdog.number
        if number == last {
            print("input \(number) does not end")
            Process.end(1)
        }
        last = number
    }
}

/// The running program.
enum Process {
    static func end(_ status: Int32) -> Never { exit(status) }
}

/// How much memory the program holds, to see whether it grows.
struct ResidentMemory {
    private var first: Int?
    private var last = 0

    /// After the first report more than 64 MiB have come to stay.
    var hasGrown: Bool { last - (first ?? last) > 64 * 1_024 }

    /// The peak so far, in words.
    mutating func report() -> String {
        var usage = rusage()
        #if canImport(Glibc)
        getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
        last = usage.ru_maxrss
        #else
        getrusage(RUSAGE_SELF, &usage)
        last = usage.ru_maxrss / 1_024
        #endif
        first = first ?? last
        return "\(last / 1_024) MiB at most"
    }
}
