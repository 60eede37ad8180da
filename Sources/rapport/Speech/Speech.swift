import Dispatch
import Interface
import Subprocess
import Synchronization

/// Says lines aloud beside the program, one at a time: a new one cuts off the old, and nothing here ever waits for a
/// voice, but ``close()`` for the end of it.
final class Speech: Sendable {
    private struct State {
        var current: Task<Void, Never>?
        var isClosed = false
    }

    /// How long leaving waits for a voice to fall silent, ms. It is killed, so this is hardly ever needed.
    static let patience = 500

    /// What says it.
    let voice: Voice
    private let state = Mutex(State())

    /// A voice that is silent so far.
    init(_ voice: Voice) {
        self.voice = voice
    }

    /// Says something; what was being said is killed first.
    func say(_ utterance: Utterance) {
        state.withLock { state in
            guard !state.isClosed else { return }
            let before = state.current
            before?.cancel()
            state.current = Task.detached { [voice] in
                await before?.value
                guard !Task.isCancelled else { return }
                await Self.run(voice, utterance)
            }
        }
    }

    /// Falls silent.
    func hush() {
        state.withLock { $0.current?.cancel() }
    }

    /// Falls silent for good, and comes back when no process is left.
    func close() {
        let last = state.withLock { state in
            state.isClosed = true
            state.current?.cancel()
            return state.current
        }
        guard let last else { return }
        let isOver = DispatchSemaphore(value: 0)
        Task.detached {
            await last.value
            isOver.signal()
        }
        _ = isOver.wait(timeout: .now() + .milliseconds(Self.patience))
    }

    /// Runs the program to its end, or until the task is cancelled: then it is killed. A voice that does not work is a
    /// silent one; the captions say the same.
    private static func run(_ voice: Voice, _ utterance: Utterance) async {
        _ = try? await Subprocess.run(
            .path(.init(voice.path)), arguments: Arguments(voice.arguments(for: utterance)), input: .none,
            output: .discarded, error: .discarded)
    }
}
