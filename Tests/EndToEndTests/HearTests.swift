import Foundation
import Testing

/// `rapport hear` and `rapport listen`, as authors and measuring programs use them.
@Suite(.serialized, .timeLimit(.minutes(15))) struct HearTests {
    /// The content of this repository, which has the table.
    private static let content = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appendingPathComponent("Content").path

    private func hear(_ arguments: [String], reading lines: [String] = []) throws -> Fixture.Finished {
        let fixture = try Fixture()
        defer { fixture.remove() }
        return try fixture.pipe(lines, passing: arguments + ["--content", Self.content])
    }

    private func objects(_ text: String) throws -> [[String: Any]] {
        try text.split(separator: "\n").map {
            try #require(try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any])
        }
    }

    @Test func itSaysWhatWasHeardAndInWhichWords() throws {
        let run = try hear([
            "hear", "I'm so sorry the cot was sent to the wrong town. I'll call you by 4pm. Does that work for you?",
            "--customer", "where is my cot", "--channel", "voice",
        ])
        #expect(run.status == 0)
        #expect(run.output.contains("Sounds like\n"))
        #expect(run.output.contains("Apologising for the actual thing\n    “"))
        #expect(run.output.contains("It asks one question that a word answers."))
        #expect(run.output.contains("It promises something by 16:00: “I'll call you by 4pm”"))
        #expect(run.output.contains("The apology names what went wrong"))
        #expect(run.output.contains("It picks up from the customer: “cot”."))
        #expect(!run.output.contains("%"))
    }

    @Test func nothingHeardIsSaidKindly() throws {
        let run = try hear(["hear", "Good morning."])
        #expect(run.status == 0)
        #expect(run.output.hasPrefix("No move was heard. Many good lines make none"))
        #expect(try hear(["hear", "🙂"]).output.hasPrefix("There are no words in it to hear."))
        #expect(try hear(["hear"]).status == 64)
        #expect(try hear(["hear", "x", "--batch", "y"]).status == 64)
    }

    @Test func jsonIsForPrograms() throws {
        let run = try hear(
            ["hear", "-", "--format", "json", "--channel", "chat"], reading: ["It's only a day late, honestly."])
        let object = try #require(try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
        let moves = try #require(object["moves"] as? [[String: Any]])
        #expect(moves.first?["move"] as? String == "minimise")
        #expect(moves.first?["harms"] as? Bool == true)
        #expect(moves.first?["certainty"] as? String != "maybe")
        #expect("It's only a day late, honestly".contains(try #require(moves.first?["words"] as? String)))
        #expect(moves.count >= 5)
        #expect(object["isCut"] as? Bool == false)
    }

    @Test func aBatchAnswersEveryLine() throws {
        let lines = [
            #"{"id":"a","text":"May I put you on hold for two minutes?"}"#, "", #"{"id":7,"text":5}"#,
            "no json \u{1B}[31m", #"{"id":"b","text":"x","channel":"fax"}"#, #"{"text":"x"}"#,
            #"{"id":"c","text":"\u001b[31m👩🏽‍💻 It’s only a day late, honestly.","customer":"late again","channel":"chat"}"#,
        ]
        let run = try hear(["hear", "--batch", "-"], reading: lines)
        #expect(run.status == 1)
        let answers = try objects(run.output)
        #expect(answers.map { $0["id"] as? String } == ["a", nil, nil, "b", nil, "c"])
        #expect(answers[1]["id"] as? Int == 7)
        #expect(answers.map { $0["error"] == nil } == [true, false, false, false, false, true])
        for answer in [answers[0], answers[5]] {
            let moves = try #require(answer["moves"] as? [[String: Any]])
            let confidences = moves.compactMap { $0["confidence"] as? Double }
            #expect(moves.count >= 5 && confidences.count == moves.count)
            #expect(confidences == confidences.sorted(by: >) && confidences.allSatisfy { (0...1).contains($0) })
            #expect(confidences[0] >= 0.5)
        }
        let text = Array("\u{1B}[31m👩🏽‍💻 It’s only a day late, honestly.".unicodeScalars)
        let span = try #require((answers[5]["moves"] as? [[String: Any]])?.first?["span"] as? [Int])
        let words = String(String.UnicodeScalarView(text[span[0]..<span[1]]))
        #expect(words.contains("only a day late"))
        #expect(run.complaint.contains("standard input:3: The value of \"text\" is no text.\n"))
        #expect(run.complaint.contains("standard input:4: The line is no JSON object"))
        #expect(
            run.complaint.contains(
                "standard input:5: There is no channel \"fax\". There is: chat, voice, email, social.\n"))
        #expect(run.complaint.contains("standard input:6: There is no \"id\", which is a text or a whole number.\n"))
        #expect(!(run.output + run.complaint).unicodeScalars.contains("\u{1B}"))
    }

    @Test func aBatchFromAFileNamesTheFile() throws {
        let fixture = try Fixture()
        defer { fixture.remove() }
        let file = fixture.root + "/lines.jsonl"
        try fixture.write("{\"id\":1,\"text\":\"Hello.\"}\r\n[]\n", to: file)
        let run = try fixture.pipe([], passing: ["hear", "--batch", file, "--content", Self.content])
        #expect(run.status == 1)
        #expect(run.complaint.contains("\(file):2: The line is no JSON object"))
        #expect(try objects(run.output).count == 2)
        #expect(try hear(["hear", "--batch", "/nowhere.jsonl"]).status == 1)
        #expect(try hear(["hear", "--batch", fixture.root]).complaint.contains("cannot be read"))
    }

    @Test func aFolderWithoutATableSaysWhatIsMissing() throws {
        let fixture = try Fixture()
        defer { fixture.remove() }
        let none = try fixture.run("hear", "Hello.")
        #expect(none.status == 1)
        #expect(none.complaint.contains("There is no folder moves in "))
        try FileManager.default.createDirectory(atPath: fixture.content + "/moves", withIntermediateDirectories: true)
        try fixture.write("rapport hearing 0\n", to: fixture.content + "/moves/hearing.table")
        #expect(try fixture.run("hear", "Hello.").complaint.contains("`rapport listen train` makes one."))
        // An author's check goes on without it, and says so.
        let check = try fixture.run("check")
        #expect(check.status == 0)
        #expect(check.complaint.contains("Options were not heard."))
    }

    @Test func measuringPrintsTheFiguresAndMeetsTheAims() throws {
        let run = try hear(["listen", "measure"])
        #expect(run.status == 0)
        for name in ["macro-F1", "right among the first three", "helping lines heard as harming", "plain lines heard"] {
            #expect(run.output.contains(name))
        }
        #expect(run.output.contains("Taken for another most often"))
        #expect(try hear(["listen", "train", "--check"]).status == 0)
    }

    @Test func checkNotesAnOptionThatSoundsElse() throws {
        let text = FixtureText.mini.replacing("What must be there by Saturday?", with: "Sorry about the inconvenience.")
        let fixture = try Fixture(["mini": text])
        defer { fixture.remove() }
        let table = try Data(contentsOf: URL(fileURLWithPath: Self.content + "/moves/hearing.table"))
        let deaf = try fixture.run("check", "--format", "json")
        #expect(deaf.output.contains("\"notes\" : 0"))
        try FileManager.default.createDirectory(atPath: fixture.content + "/moves", withIntermediateDirectories: true)
        try table.write(to: URL(fileURLWithPath: fixture.content + "/moves/hearing.table"))
        let run = try fixture.run("check")
        #expect(run.status == 0)
        #expect(run.output.contains("info RP0607: This does not sound like `focusing-question`"))
        #expect(run.output.contains(" note"))
        // Notes never count: --strict says of the scenario what it says without the table.
        let strict = try fixture.run("check", "--strict").status
        try FileManager.default.removeItem(atPath: fixture.content + "/moves")
        #expect(try fixture.run("check", "--strict").status == strict)
    }
}
