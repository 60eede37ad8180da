import Library
import Listening

/// Measures hearing: `rapport-bench hear [CONTENT]`. What is aimed at: 2 ms for a chat line, 10 ms for a mail of 300 words, 50 ms
/// for whatever is pasted.
enum HearingBench {
    static func run(_ content: String) throws {
        let library = Library(folders: [content])
        let shelf = try library.hearing(try library.vocabulary())
        let ear = Ear(table: try shelf.table())
        let bytes = ear.table.bytes()
        var report = Report()
        report.note("hearing table \(ear.table.name)")
        report.baseline("count the scalars of 64 KiB", runs: 50) { pasted[0].text.unicodeScalars.count }
        for (name, text) in said + pasted {
            report.measure(name, runs: 15) { ear.hear(text).wordCount }
        }
        let mail = said[1].text
        report.measure("a chat line after a mail of 300 words", runs: 50) {
            ear.hear(said[0].text, context: HearingContext(customer: mail)).wordCount
        }
        report.baseline("sum the bytes of the table", runs: 10) { bytes.reduce(0) { $0 &+ Int($1) } }
        report.measure("read the table", runs: 5) { (try? HearingTable(bytes: bytes).moves.count) ?? 0 }
        report.show()
    }

    private static let said: [(name: String, text: String)] = [
        ("a chat line", "I'm sorry the courier left it in the rain, I'll have a new one with you by 4pm tomorrow."),
        (
            "a mail of 300 words",
            repeated(
                "I can see the two charges from Tuesday and why they worry you before the wedding. I have refunded the "
                    + "second one just now. You will have it by Friday and I will look again on Monday.\n", 1_640)
        ),
    ]

    /// 64 KiB or more of each: more is not heard.
    private static let pasted: [(name: String, text: String)] = [
        ("64 KiB of sentences", repeated("I am so sorry about the delay, I will refund it by 4pm. ", 65_536)),
        ("64 KiB without an end", repeated("I am so sorry about the delay I will refund it ", 65_536)),
        ("64 KiB of short questions", repeated("I? No. ", 65_536)),
        ("64 KiB of words that nobody knows", repeated("zxqvw bxqzt kkjwq ", 65_536)),
        ("64 KiB of letters alone", repeated("a ", 65_536)), ("1 MiB without a blank", repeated("ab", 1 << 20)),
        ("1 MiB of emoji", repeated("👩🏽‍💻", 1 << 20)), ("1 MiB right to left", repeated("أنا آسف على التأخير. ", 1 << 20)),
        ("1 MiB of control characters", repeated("\u{1B}[31m\u{0}\u{7}", 1 << 20)),
        ("300,000 question marks", repeated("?", 300_000)), ("one letter", "a"),
    ]

    /// A piece again and again, up to so many bytes.
    private static func repeated(_ piece: String, _ bytes: Int) -> String {
        String(repeating: piece, count: max(1, bytes / piece.utf8.count))
    }
}
