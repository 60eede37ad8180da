import Testing
import Yarn

@testable import Conversation

@Suite("A session that is shared")
struct SharingTests {
    private func played() throws -> Play {
        var play = try Play()
        try play.say("Please calm")
        try play.perform(.rewind(to: play.session.moments[0].sequence))
        try play.say("What has to be")
        return play
    }

    private func shared(
        _ play: Play, by name: String = "Sam", adding: [TimedEvent] = [], with consent: SharedSession.Consent = .init()
    ) throws -> SharedSession {
        let scenario = play.engine.scenario
        return SharedSession(
            play.log + adding, of: scenario.slug, title: scenario.heading.title, hash: scenario.hash,
            files: scenario.files, by: name, with: consent)
    }

    private func failure(_ text: String) -> String? {
        do {
            _ = try SharedSession(reading: Array(text.utf8))
            return nil
        } catch {
            return error.description
        }
    }

    private func note(_ text: String, at time: Int) -> TimedEvent {
        TimedEvent(
            time: time,
            event: .noteWritten(NoteWritten(kind: .note, text: text, moment: nil, name: "", topics: [])))
    }

    @Test("what is read is what was written, and shows no difference from it")
    func roundTrip() throws {
        let play = try played()
        let shared = try shared(play)
        let read = try SharedSession(reading: Array(try shared.text().utf8))
        #expect(read == shared)
        #expect(read.log == play.log)
        #expect(SessionComparison(Attempts(read.log), Attempts(play.log)).isSame)
    }

    @Test("one's own words stay behind unless they are agreed to, and leave every number where it was")
    func consent() throws {
        let play = try played()
        let note = note("my own secret", at: play.session.time)
        let kept = try shared(play, adding: [note])
        #expect(kept.withheld == 1)
        #expect(kept.log.count == play.log.count + 1)
        #expect(try !kept.text().contains("my own secret"))
        var consent = SharedSession.Consent()
        consent.notes = true
        #expect(try shared(play, adding: [note], with: consent).text().contains("my own secret"))
    }

    @Test("a name cannot steer a terminal, however the file was made")
    func names() throws {
        let shared = try shared(try played(), by: "S\u{1B}[2Jam\u{202E}\n")
        #expect(shared.name == "S[2Jam")
        let text = try shared.text().replacing("\"by\":\"S[2Jam\"", with: "\"by\":\"\\u001b]0;x\\u0007Sam\"")
        #expect(try SharedSession(reading: Array(text.utf8)).name == "]0;xSam")
    }

    @Test("a damaged file is refused in words that name the line, whatever was done to it")
    func damaged() throws {
        let text = try shared(try played()).text()
        let lines = text.split(separator: "\n").map(String.init)
        #expect(failure(text) == nil)
        #expect(failure("")?.contains("Line 1") == true)
        #expect(failure("{}\n")?.contains("Line 1") == true)
        #expect(failure("\0\0\0")?.contains("Line 1") == true)
        #expect(
            failure(text.replacing("\"rapport-session\":1", with: "\"rapport-session\":9"))?.contains("later") == true)
        #expect(failure(lines.dropLast().joined(separator: "\n"))?.contains("a part is missing") == true)
        #expect(failure(text + lines[4] + "\n")?.contains("something was added") == true)
        #expect(
            failure(text.replacing("Rain on the skylight", with: "Snow on it"))?.contains("word was changed") == true)
        var swapped = lines
        swapped.swapAt(4, 5)
        #expect(failure(swapped.joined(separator: "\n"))?.contains("order was changed") == true)
        var broken = lines
        broken[6] = "{"
        #expect(failure(broken.joined(separator: "\n"))?.contains("Line 7") == true)
        let huge = text.replacing("\"events\":\(lines.count - 2)", with: "\"events\":99999999999")
        #expect(failure(huge)?.contains("no session has") == true)
        #expect(throws: SharingFailure.self) { try SharedSession(reading: [0xFF, 0xFE, 0x00]) }
        #expect(throws: SharingFailure.self) {
            try SharedSession(reading: Array(repeating: 32, count: SharedSession.sizeLimit + 1))
        }
    }

    @Test("any byte may be another: it is refused, or compared, and nothing breaks", arguments: 1...8)
    func mutated(seed: Int) throws {
        let bytes = Array(try shared(try played()).text().utf8)
        var state = UInt64(seed) &* 6_364_136_223_846_793_005
        for _ in 0..<60 {
            var other = bytes
            for _ in 0..<3 {
                state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                // Behind the scenario, where the hash does not see it.
                let start = bytes.count / 3
                other[start + Int(state >> 33) % (bytes.count - start)] = UInt8(truncatingIfNeeded: state >> 20) & 0x7F
            }
            guard let read = try? SharedSession(reading: other) else { continue }
            let attempts = Attempts(read.log)
            #expect(SessionComparison(attempts, attempts).isSame)
        }
    }
}
