import Terminal

#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// How long the room's own work takes, without a terminal: `terminal-probe --measure`, in a release build.
enum Measurement {
    static func run() {
        let size = Size(columns: 120, rows: 40)
        var blank = Surface(size)
        drawPage(on: &blank)
        let page = blank
        report("a frame of 120×40, drawn", 2000) {
            var surface = Surface(size)
            drawPage(on: &surface)
            return surface.cursor?.row ?? 0
        }
        report("two equal frames compared", 2000) {
            var other = page
            other.put("x", at: Point(column: 119, row: 39))
            return other == page ? 1 : 0
        }
        let paste = Array(
            ("\u{1B}[200~" + String(repeating: "Where is my order, été? ", count: 41_944) + "\u{1B}[201~").utf8)
        report("1 MiB pasted, parsed in pieces of 4 KiB", 10) {
            var parser = KeyParser()
            var events = 0
            for start in stride(from: 0, to: paste.count, by: 4096) {
                events += parser.feed(paste[start..<min(paste.count, start + 4096)]).count
            }
            return events
        }
        let typed = Array(String(repeating: "typed \u{1B}[A\u{1B}[1;5C", count: 1000).utf8)
        report("8,000 keys parsed", 50) {
            var parser = KeyParser()
            return parser.feed(typed).count
        }
        let mixed = String(repeating: "Où est ma commande ? 日本語 👩‍👧 e\u{301} \u{1B}[31m ", count: 2000)
        report("100 KB of mixed text made fit", 10) { DisplayText.sanitised(mixed).utf8.count }
        report("100 KB of mixed text wrapped", 5) { DisplayText.wrapped(mixed, columns: 60).count }
    }

    private static func drawPage(on surface: inout Surface) {
        surface.fill(surface.bounds, style: 1)
        surface.box(surface.bounds, title: "Page – été")
        for row in 1..<39 {
            surface.put(
                "Ada 10:04  I have been waiting since Tuesday and nobody", at: Point(column: 2, row: row), style: 2)
            surface.put("│ patience ▂▃▅ calm – “thanks”, it’s late", at: Point(column: 64, row: row), style: 3)
        }
        surface.cursor = Point(column: 4, row: 38)
    }

    private static func report(_ name: String, _ times: Int, _ work: () -> Int) {
        var sum = work()
        let begun = now()
        for _ in 0..<times { sum &+= work() }
        let micros = (now() - begun) / Double(times) * 1e6
        print("\(name): \((micros * 10).rounded() / 10) µs", sum == 0 ? "" : " ")
    }

    private static func now() -> Double {
        var time = timespec()
        clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
}
