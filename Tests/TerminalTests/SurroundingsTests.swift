import PseudoTerminal
import Testing

@testable import Terminal

#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// Other terminals, other character sets, no terminal at all; and how quiet the loop is.
@Suite(.serialized, .timeLimit(.minutes(15))) struct SurroundingsTests {
    @Test func aModernEmulatorWithoutADescriptionIsTreatedAsXterm() throws {
        let session = try startedProbe(env: ["TERM": "xterm-kitty-of-tomorrow"])
        #expect(session.screen.isAlternate && session.screen.isBold(row: 1, column: 31))
    }

    @Test(arguments: [
        ("nonsense", "no description of the terminal “nonsense”"), ("", "TERM is empty"), ("dumb", "cannot place text"),
    ])
    func anUnfitTerminalIsRefusedInWords(_ name: String, _ words: String) throws {
        let session = try PtySession(probe, env: ["TERM": name])
        #expect(session.waitExit() == 2)
        #expect(session.screen.text.contains(words))
        expectRestored(session)
    }

    @Test func redirectedOutputIsNoTerminal() throws {
        let session = try PtySession("/bin/sh", ["-c", "\(probe) > /dev/null"])
        #expect(session.waitExit() == 2)
        #expect(session.screen.text.contains("This needs a terminal"))
    }

    @Test func keysComeFromTheTerminalWhenInputIsAFile() throws {
        let session = try PtySession("/bin/sh", ["-c", "exec \(probe) < /dev/null"])
        try session.wait(for: "size=80x24")
        session.send("k")
        try session.wait(for: "keys=k")
        session.send("\u{11}")
        #expect(session.waitExit() == 0)
        expectRestored(session)
    }

    @Test func aCrashRestoresAlsoWhenInputIsAFile() throws {
        let session = try PtySession("/bin/sh", ["-c", "exec \(probe) < /dev/null"])
        try session.wait(for: "size=80x24")
        session.send("s\u{18}")
        #expect(session.waitExit() == -SIGSEGV)
        expectRestored(session)
    }

    @Test func anotherCharacterSetGetsAscii() throws {
        let session = try startedProbe(env: ["LANG": "C", "LC_ALL": "C"])
        #expect(session.raw.allSatisfy { $0 < 0x80 })
        #expect(session.screen.lines[0].hasPrefix("+ Probe - ete -"))
        #expect(session.screen.text.contains("\"ok\" ."))
        #expect(!session.screen.text.contains("?"))
    }

    @Test(arguments: ["linux", "vt220", "screen", "xterm", "vt100", "tmux-256color"])
    func otherTerminalsShowTheSameText(_ name: String) throws {
        let session = try startedProbe(env: ["TERM": name])
        #expect(session.screen.lines[6].hasPrefix("│ 日本語 “ok” … é"))
        session.send("\u{11}")
        #expect(session.waitExit() == 0)
        #expect(!session.screen.isAlternate && session.screen.cursorVisible && session.isCooked)
    }

    @Test func coloursAreMappedDownForEightColourTerminals() {
        #expect(ColourPairs.number(.indexed(208), of: 256) == 208)
        #expect(ColourPairs.number(.indexed(208), of: 8) == 1)
        #expect(ColourPairs.number(.indexed(33), of: 8) == 4)
        #expect(ColourPairs.number(.indexed(9), of: 8) == 1)
        #expect(ColourPairs.number(.indexed(231), of: 8) == 7)
        #expect(ColourPairs.number(.indexed(232), of: 8) == 0)
        #expect(ColourPairs.number(.standard, of: 256) == -1)
        #expect(ColourPairs.number(.indexed(4), of: 0) == -1)
    }

    @Test(.enabled(if: access("/proc/self/status", R_OK) == 0)) func anIdleProgramNeverWakes() throws {
        let session = try startedProbe()
        session.send("k")
        try session.wait(for: "keys=k")
        // The key is on the screen; once the program sleeps, its idle work is done too.
        #expect(session.wait { _ in status(session.process, "State").contains("sleeping") })
        let before = status(session.process, "voluntary_ctxt_switches")
        let bytes = session.raw.count
        session.wait(timeout: 0.6) { _ in false }
        #expect(status(session.process, "voluntary_ctxt_switches") == before)
        #expect(session.raw.count == bytes)
    }

    @Test func aClockRunsWithoutKeysAndStops() throws {
        let session = try startedProbe()
        session.send("\u{14}")
        #expect(session.wait { !$0.screen.text.contains("ticks=0") })
        try session.wait(for: "ticks=1")
    }

    @Test func oneKeySendsFewBytes() throws {
        let session = try startedProbe()
        session.send("k")
        try session.wait(for: "keys=k")
        let before = session.raw.count
        session.send("m")
        try session.wait(for: "keys=k,m")
        #expect(session.raw.count - before <= 16)
    }

    private func status(_ process: pid_t, _ name: String) -> String {
        let lines = contents(of: "/proc/\(process)/status").split(separator: "\n")
        return lines.first { $0.hasPrefix(name + ":") }.map(String.init) ?? ""
    }
}
