internal import CUnix

#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// Collects what ncurses writes for one frame, so that the frame, its modes and its brackets leave in one write.
///
/// ncurses writes to a descriptor and nowhere else. It opens the terminal itself, to learn of its line; then the
/// descriptor is turned over to a file without a name.
struct FrameOutput {
    private let scratch: Int32

    /// Turns over the descriptor that ncurses writes to; nil when the system has none to spare.
    init?(of descriptor: Int32) {
        scratch = cunix_scratch()
        guard scratch >= 0, dup2(scratch, descriptor) == descriptor else { return nil }
    }

    /// What was written since the last time.
    func take() -> [UInt8] {
        let length = lseek(scratch, 0, SEEK_CUR)
        guard length > 0 else { return [] }
        lseek(scratch, 0, SEEK_SET)
        return [UInt8](unsafeUninitializedCapacity: Int(length)) { room, count in
            let read = pread(scratch, room.baseAddress, room.count, 0)
            count = max(0, read)
        }
    }

    /// Lets the file go.
    func close() {
        #if canImport(Glibc)
        _ = Glibc.close(scratch)
        #else
        _ = Darwin.close(scratch)
        #endif
    }
}
