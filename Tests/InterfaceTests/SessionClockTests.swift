import Terminal
import Testing

@testable import Interface

@Suite("The session's clock")
struct SessionClockTests {
    private func at(_ milliseconds: Int64) -> Uptime { Uptime(milliseconds: milliseconds) }

    @Test("runs only while nothing holds it")
    func holds() {
        var clock = SessionClock(at: 500)
        #expect(!clock.isRunning)
        #expect(clock.reading(at: at(9_000)) == 500)
        clock.set(.away, false, at: at(10_000))
        #expect(clock.reading(at: at(11_000)) == 1_500)
        clock.set(.pause, true, at: at(12_000))
        clock.set(.popUp, true, at: at(13_000))
        #expect(clock.reading(at: at(90_000)) == 2_500)
        clock.set(.pause, false, at: at(90_000))
        #expect(clock.reading(at: at(95_000)) == 2_500)
        clock.set(.popUp, false, at: at(95_000))
        #expect(clock.reading(at: at(95_250)) == 2_750)
    }

    @Test("the same hold twice is one hold")
    func twice() {
        var clock = SessionClock(at: 0)
        clock.set(.away, false, at: at(0))
        clock.set(.pause, true, at: at(100))
        clock.set(.pause, true, at: at(200))
        clock.set(.pause, false, at: at(300))
        #expect(clock.reading(at: at(400)) == 200)
        clock.set(.pause, false, at: at(500))
        #expect(clock.reading(at: at(600)) == 400)
    }

    @Test("skips ahead and never back")
    func skip() {
        var clock = SessionClock(at: 1_000)
        clock.skip(to: 3_000, at: at(0))
        #expect(clock.reading(at: at(10)) == 3_000)
        clock.skip(to: 2_000, at: at(20))
        #expect(clock.reading(at: at(30)) == 3_000)
        clock.set(.away, false, at: at(100))
        clock.skip(to: 10, at: at(600))
        #expect(clock.reading(at: at(600)) == 3_500)
        clock.skip(to: 5_000, at: at(700))
        #expect(clock.reading(at: at(800)) == 5_100)
    }

    @Test("knows when a session time is reached, while it runs")
    func uptime() {
        var clock = SessionClock(at: 1_000)
        #expect(clock.uptime(of: 2_000) == nil)
        clock.set(.away, false, at: at(50))
        #expect(clock.uptime(of: 2_000) == at(1_050))
        #expect(clock.reading(at: at(1_050)) == 2_000)
    }

    @Test("a machine's clock that goes back takes nothing away")
    func back() {
        var clock = SessionClock(at: 1_000)
        clock.set(.away, false, at: at(5_000))
        #expect(clock.reading(at: at(4_000)) == 1_000)
    }
}
