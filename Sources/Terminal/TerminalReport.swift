internal import CNcurses
internal import CUnix

#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// What can be known of the terminal without taking it: for a check-up. Everything works when nothing does.
public struct TerminalReport: Sendable {
    /// The variable TERM as it is; empty when unset.
    public var name: String
    /// The description that stands in where TERM's own is missing; nil when none can.
    public var description: String?
    /// Why no full screen can be shown here; nil when one can.
    public var failure: TerminalFailure?
    /// Output is a terminal.
    public var isOutput: Bool
    /// Input is a terminal.
    public var isInput: Bool
    /// The window's size in cells; nil where there is no window.
    public var size: Size?
    /// How many colours the description knows; 0 for none.
    public var colours = 0
    /// Whether the locale writes UTF-8.
    public var isUTF8: Bool
    /// The locale's character set in its own words.
    public var characterSet: String
    /// Whether the terminal was asked; only one that should understand is.
    public var wasAsked = false
    /// What it answered.
    public var answers: [TerminalAnswer] = []

    /// Looks at the terminal of this process.
    /// - Parameters:
    ///   - name: the variable TERM.
    ///   - patience: how long to wait for its answers, ms; 0 asks nothing.
    public init(name: String, patience: Int) {
        self.name = name
        isOutput = isatty(1) == 1
        isInput = isatty(0) == 1
        isUTF8 = TerminalSession.isUTF8
        characterSet = nl_langinfo(nl_item(CODESET)).map { String(cString: $0) } ?? ""
        let place: Int32? = isOutput ? 1 : isInput ? 0 : isatty(2) == 1 ? 2 : nil
        if let place {
            var rows: Int32 = 0
            var columns: Int32 = 0
            if cunix_size(place, &rows, &columns) == 0, rows > 0, columns > 0 {
                size = Size(columns: Int(columns), rows: Int(rows))
            }
        }
        do {
            description = try TerminalDescription.name(for: place ?? 1)
        } catch {
            failure = error
        }
        if !isOutput { failure = failure ?? .notATerminal }
        var isXtermLike = false
        if let description, nc_load_description(description, place ?? 1) != 0 {
            colours = max(0, Int(nc_number("colors")))
            isXtermLike = TerminalDescription.abilities(of: description).isXtermLike
            nc_drop_description()
        }
        // A question to a terminal that another program has in front would stop this one.
        if isXtermLike, isInput, isOutput, patience > 0, tcgetpgrp(0) == getpgrp() {
            wasAsked = true
            ask(patience: patience)
        }
    }

    /// The version of ncurses in use.
    public static var libraryVersion: String {
        curses_version().map { String(cString: $0).split(separator: " ").last.map(String.init) ?? "" } ?? ""
    }

    /// Asks what is asked after a first frame, and waits for the last answer or until patience is over. Keys that are
    /// pressed meanwhile are lost.
    private mutating func ask(patience: Int) {
        var before = termios()
        guard tcgetattr(0, &before) == 0 else { return }
        var quiet = before
        quiet.c_lflag &= ~tcflag_t(ICANON | ECHO | ISIG)
        guard tcsetattr(0, TCSAFLUSH, &quiet) == 0 else { return }
        defer { _ = tcsetattr(0, TCSAFLUSH, &before) }
        cunix_write(1, ModeSwitches.questions, ModeSwitches.questions.count)
        let end = Uptime.now() + Int64(patience)
        var parser = KeyParser()
        var buffer = [UInt8](repeating: 0, count: 4_096)
        while true {
            let left = end - Uptime.now()
            var waited = pollfd(fd: 0, events: Int16(POLLIN), revents: 0)
            guard left > 0, poll(&waited, 1, Int32(left)) > 0 else { return }
            let count = read(0, &buffer, buffer.count)
            guard count > 0 else { return }
            for case .answered(let answer) in parser.feed(buffer[..<count]) {
                answers.append(answer)
                if case .attributes = answer { return }
            }
        }
    }
}
