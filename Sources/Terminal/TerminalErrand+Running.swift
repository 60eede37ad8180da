internal import CUnix

#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

extension TerminalErrand {
    /// Runs the program on the terminal and waits for it. Signals to end us are passed on to it, and returned as pending.
    func run(input: Int32, output: Int32, signals pipe: Int32) -> (outcome: Outcome, pending: [Int32]) {
        guard let program = arguments.first, !program.isEmpty else {
            return (.notStarted(reason: "no program was named"), [])
        }
        // Both are caught, not ignored: what is ignored stays so in the child.
        let caught = [SIGCHLD, SIGQUIT].filter { cunix_catch($0) != 0 }
        defer { for signal in caught { cunix_release(signal) } }
        var argv = arguments.map { strdup($0) } + [nil]
        var envp = variables().map { strdup($0) } + [nil]
        defer { for text in argv + envp { free(text) } }
        var process: pid_t = 0
        let error = cunix_spawn(&argv, &envp, input, output, &process)
        guard error == 0 else {
            let reason = error == ENOENT ? "there is no program “\(program)”" : String(cString: strerror(error))
            return (.notStarted(reason: DisplayText.sanitised(reason)), [])
        }
        return wait(for: process, signals: pipe)
    }

    private func wait(for process: pid_t, signals pipe: Int32) -> (Outcome, [Int32]) {
        var pending: [Int32] = []
        // Ctrl-C goes to both of us; what ended the other program must not end us when it is read afterwards.
        func ended(_ outcome: Outcome) -> (Outcome, [Int32]) {
            (outcome, pending + Self.arrived(pipe, within: 0).filter { $0 == SIGTERM || $0 == SIGHUP })
        }
        while true {
            var status: Int32 = 0
            switch Int(cunix_look_after(process, &status)) {
            case Int(CUNIX_EXITED): return ended(.exited(status: status))
            case Int(CUNIX_KILLED): return ended(.killed(signal: status))
            case Int(CUNIX_LOST): return ended(.exited(status: 0))
            case Int(CUNIX_STOPPED):
                // To the shell we are one job: it sees that the job has stopped when we have.
                cunix_stop(0)
                kill(process, SIGCONT)
            default:
                for signal in Self.arrived(pipe, within: -1) where signal == SIGTERM || signal == SIGHUP {
                    kill(process, signal)
                    pending.append(signal)
                }
            }
        }
    }

    /// The signals that have come, after waiting for one so many ms at most; -1 waits for ever.
    private static func arrived(_ pipe: Int32, within milliseconds: Int32) -> [Int32] {
        var (readable, unused): (Int32, Int32) = (0, 0)
        guard cunix_poll(pipe, -1, milliseconds, &readable, &unused) == 0, readable != 0 else { return [] }
        var bytes = [UInt8](repeating: 0, count: 256)
        let count = bytes.withUnsafeMutableBytes { cunix_read(pipe, $0.baseAddress, $0.count) }
        return count > 0 ? bytes[..<count].map(Int32.init) : []
    }

    private func variables() -> [String] {
        var all = environment.map { "\($0)=\($1)" }
        guard let start = cunix_environment() else { return all }
        var place = start
        while let text = place.pointee {
            let variable = String(cString: text)
            let name = String(variable.prefix { $0 != "=" })
            if environment[name] == nil { all.append(variable) }
            place += 1
        }
        return all
    }
}
