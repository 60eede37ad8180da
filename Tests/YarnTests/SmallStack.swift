#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// Runs work on a thread whose stack is as small as that of a secondary thread anywhere: 512 KiB. An overflow ends the tests.
func onSmallStack(_ work: @escaping @Sendable () -> Void) {
    final class Job {
        let work: @Sendable () -> Void

        init(_ work: @escaping @Sendable () -> Void) { self.work = work }
    }
    var attributes = pthread_attr_t()
    pthread_attr_init(&attributes)
    pthread_attr_setstacksize(&attributes, 512 * 1024)
    let job = Unmanaged.passRetained(Job(work)).toOpaque()
    #if canImport(Glibc)
    var thread = pthread_t()
    let status = pthread_create(
        &thread, &attributes,
        { pointer in
            if let pointer { Unmanaged<Job>.fromOpaque(pointer).takeRetainedValue().work() }
            return nil
        }, job)
    precondition(status == 0, "no thread")
    pthread_join(thread, nil)
    #else
    var thread: pthread_t?
    let status = pthread_create(
        &thread, &attributes,
        { pointer in
            Unmanaged<Job>.fromOpaque(pointer).takeRetainedValue().work()
            return nil
        }, job)
    precondition(status == 0, "no thread")
    if let thread { pthread_join(thread, nil) }
    #endif
}
