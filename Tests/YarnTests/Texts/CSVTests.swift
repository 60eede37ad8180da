import Testing

@testable import Yarn

@Suite("Comma-separated values")
struct CSVTests {
    private func read(_ text: String) throws -> [[String]] {
        try CSVTable(parsing: SourceFile(name: "t.csv", text: text)).rows.map { $0.map(\.text) }
    }

    private func complaint(_ text: String) -> String? {
        do throws(Diagnostic) {
            _ = try CSVTable(parsing: SourceFile(name: "t.csv", text: text))
            return nil
        } catch {
            return "\(error.span.start.line):\(error.span.start.column) \(error.code) \(error.message)"
        }
    }

    @Test("fields are divided by commas, rows by line breaks of any kind")
    func plain() throws {
        #expect(try read("a,b\r\n1, 2 \n3,\r,4") == [["a", "b"], ["1", " 2 "], ["3", ""], ["", "4"]])
        #expect(try read("\u{FEFF}a,b\r\n\r\n1,2\r\n") == [["a", "b"], ["1", "2"]])
        #expect(try read("") == [])
    }

    @Test("a quoted field may hold commas, line breaks and doubled quotes")
    func quotes() throws {
        #expect(try read("\"a,\"\"b\"\"\r\n\nc\",\"\"\n") == [["a,\"b\"\r\n\nc", ""]])
    }

    @Test("the place of a field counts lines inside quoted fields, and characters")
    func places() throws {
        let table = try CSVTable(parsing: SourceFile(name: "t.csv", text: "\"x\ny\",👍🏽é,z\nö,b,c\n"))
        #expect(table.rows[0][2].span.start == SourcePosition(line: 2, column: 7))
        #expect(table.rows[1][1].span.start == SourcePosition(line: 3, column: 3))
    }

    @Test("what is no CSV is refused with its place")
    func mistakes() {
        #expect(complaint("a,b\n1,x\"y") == "2:4 RP0701 A double quote stands in a field that is not quoted.")
        #expect(complaint("a\n\"b") == "2:1 RP0701 The quoted field that begins here has no end.")
        #expect(complaint("\"a\"b,c") == "1:4 RP0701 Something stands behind the closing quote of this field.")
        #expect(complaint("a,b\n1,2,3\n") == "2:1 RP0701 This row has 3 fields, and the first has 2.")
        #expect(complaint("a,b\n \n") == "2:1 RP0701 This row has 1 field, and the first has 2.")
    }

    @Test("whatever is written is read again the same")
    func roundTrip() throws {
        let pieces = [
            "a", ",", "\"", "\r\n", "\n", "\r", " ", "é", "👍🏽", "\u{301}", "\u{0}", "\t", "=1+1", "🇩🇪", "\u{FEFF}",
        ]
        var random = RandomGenerator(seed: 5)
        for _ in 0..<300 {
            let columns = 1 + Int(random.next(below: 4))
            let rows = (0..<1 + Int(random.next(below: 5))).map { _ in
                (0..<columns).map { _ in
                    (0..<random.next(below: 6)).map { _ in pieces[Int(random.next(below: UInt64(pieces.count)))] }
                        .joined()
                }
            }
            let text = CSVTable.text(of: rows)
            #expect(try read(text).map { $0.map { Array($0.utf8) } } == rows.map { $0.map { Array($0.utf8) } })
        }
    }

    @Test("random bytes give rows or a diagnostic")
    func hostile() {
        var random = RandomGenerator(seed: 6)
        for _ in 0..<500 {
            let bytes = (0..<random.next(below: 60)).map { _ in
                [0x22, 0x2C, 0x0A, 0x0D, 0x61, UInt8(truncatingIfNeeded: random.next())][Int(random.next(below: 6))]
            }
            let text = String(decoding: bytes, as: UTF8.self)
            _ = try? read(text)
            _ = Translation.read(SourceFile(name: "t.csv", text: text), language: "de")
            let header = Translation.columns.joined(separator: ",") + "\n"
            _ = Translation.read(SourceFile(name: "t.csv", text: header + text), language: "de")
        }
    }

    @Test("the checksum is the one that RFC 1952 defines")
    func checksum() {
        #expect(Checksum.crc32("123456789".utf8) == "cbf43926")
        #expect(Checksum.crc32("".utf8) == "00000000")
    }
}
