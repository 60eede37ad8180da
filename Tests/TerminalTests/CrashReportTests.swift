import PseudoTerminal
import Testing

#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// What a crash leaves behind: a usable terminal, one sentence, a file.
@Suite(.serialized, .timeLimit(.minutes(15))) struct CrashReportTests {
    @Test(arguments: [
        ("f", "SIGILL SIGTRAP"), ("s", "SIGSEGV"), ("a", "SIGABRT"), ("v", "SIGSEGV"), ("h", "SIGSEGV"),
        ("t", "SIGTRAP"),
    ])
    func aCrashSaysWhereItsReportIs(_ kind: String, _ names: String) throws {
        let note = try TemporaryFile()
        let session = try startedProbe(["--report", note.path])
        session.send("\(kind)\u{18}")
        #expect(session.waitExit().map { $0 < 0 } == true)
        expectRestored(session)
        #expect(session.screen.text.contains("The probe stopped; what is known is in \(note.path)"))
        let report = note.text
        #expect(report.hasPrefix("probe 1.0\nended by "))
        #expect(names.split(separator: " ").contains { report.contains("ended by \($0) (") }, "\(report)")
        #expect(report.utf8.allSatisfy { $0 == 0x0A || ($0 >= 0x20 && $0 < 0x7F) })
        #if os(Linux)
        #expect(report.contains("backtrace:\n  0x"))
        #endif
        if kind == "s" { #expect(report.contains("at address 0x8\n")) }
        if kind == "f" {
            #expect(report.contains("Fatal error: probe: told to"))
            #expect(!session.transcript.contains("Fatal error"))
        }
    }

    @Test func withoutAPlaceForTheReportTheLastWordsAreShown() throws {
        let session = try startedProbe(["--report", "/nonexistent/folder/report"])
        session.send("f\u{18}")
        #expect(session.waitExit().map { $0 < 0 } == true)
        expectRestored(session)
        #expect(session.transcript.contains("Fatal error: probe: told to"))
        #expect(!session.transcript.contains("what is known"))
    }

    @Test(arguments: ["h", "t"]) func otherThreadsAndTrapsRestoreToo(_ kind: String) throws {
        let session = try startedProbe()
        session.send("\(kind)\u{18}")
        let status = try #require(session.waitExit())
        #expect(status == (kind == "h" ? -SIGSEGV : -SIGTRAP))
        expectRestored(session)
    }
}
