import Foundation
import PseudoTerminal
import Testing

/// Lines said aloud by a voice that is only a script: it writes down what it was asked, and speaks for a minute unless
/// somebody stops it.
@Suite(.serialized, .timeLimit(.minutes(15))) struct SpeechTests {
    private static let call =
        FixtureText.headers("A call", more: "step_back: Handed\n").replacing("channels: chat", with: "channels: voice")
            + #"""
            <<channel voice>>
            Priya: -w /tmp/x \[\[boo\]\] $(touch oops) `id` 'and' I have been waiting since Monday for one single word from you about it #wpm:60 #line:c1
            Priya: and here is the second thing that I wanted to say to you today about all of this #wpm:60 #line:c2
            -> What must be there by Saturday? #move:focusing-question #line:c3
                Coach: You asked. #line:c4
                <<jump Done>>
            -> Sorry about that. #move:generic-apology #line:c5
                Coach: For what? #line:c6
                <<jump Done>>
            ===
            title: Done
            ending: heard
            outcome: kept
            ---
            Priya: right. that is all that I wanted somebody to know, and now somebody does #wpm:60 #line:c7
            ===
            title: Handed
            ending: handed
            outcome: strained
            ---
            Priya: thank you #line:c8
            ===

            """#

    /// A call with a voice beside it, once the first words are heard.
    private struct Stage {
        let fixture: Fixture
        let session: PtySession

        init(hasVoice: Bool = true, settings: [String: String] = [:]) throws {
            fixture = try Fixture(["call": SpeechTests.call])
            let folder = fixture.root + "/bin"
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
            if hasVoice {
                let script = #"""
                    #!/bin/sh
                    for word in "$@"; do printf '%s\n' "$word" >> "$SPOKEN"; done
                    echo $$ >> "$SPOKEN.processes"
                    exec sleep 60

                    """#
                try fixture.write(script, to: folder + "/espeak-ng")
                try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: folder + "/espeak-ng")
            }
            session = try fixture.start(
                "practise", "call",
                env: ["PATH": hasVoice ? "\(folder):/usr/bin:/bin" : folder, "SPOKEN": fixture.root + "/spoken"]
                    .merging(settings) { $1 })
            try session.see("is speaking")
        }

        var spoken: [String] { text("/spoken") }
        var processes: [pid_t] { text("/spoken.processes").compactMap { pid_t($0) } }

        private func text(_ name: String) -> [String] {
            let data = FileManager.default.contents(atPath: fixture.root + name)
            return String(decoding: data ?? Data(), as: UTF8.self).split(separator: "\n").map(String.init)
        }

        /// The voices that are still speaking.
        var living: [pid_t] {
            processes.filter { process in
                guard let stat = try? String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8) else {
                    return kill(process, 0) == 0 && !FileManager.default.fileExists(atPath: "/proc/self/stat")
                }
                return stat.split(separator: ")").last?.split(separator: " ").first != "Z"
            }
        }

        @discardableResult
        func wait(_ condition: () -> Bool) -> Bool {
            let end = Date().addingTimeInterval(60)
            while !condition() {
                if Date() > end { return false }
                session.settle()
            }
            return true
        }

        /// Turns the voice on and waits for its first line.
        func speak() throws {
            try session.press("v", for: "said aloud by espeak-ng")
            try #require(wait { !processes.isEmpty && spoken.count >= 8 })
        }
    }

    @Test func settingsLetItSpeakFromTheStartAndAsFastAsOneLikes() throws {
        let stage = try Stage(settings: ["RAPPORT_SPEECH": "on", "RAPPORT_VOICE_RATE": "260"])
        defer { stage.fixture.remove() }
        stage.session.wait { _ in stage.spoken.contains("-s") && stage.spoken.contains("--") }
        #expect(stage.spoken.contains("260"))
        stage.session.signal(SIGTERM)
        _ = stage.session.waitExit()
    }

    @Test func aLineIsOneArgumentAndNoShellSeesIt() throws {
        let stage = try Stage()
        defer { stage.fixture.remove() }
        stage.session.settle()
        #expect(stage.processes.isEmpty)
        try stage.speak()
        #expect(Array(stage.spoken.prefix(7)) == ["-v", "en", "-s", "80", "-p", "45", "--"])
        let line = stage.spoken[7]
        #expect(line.hasSuffix("waiting since Monday for one single word from you about it"))
        #expect(line.contains("$(touch oops) `id` 'and'"))
        #expect(!line.contains("[") && !line.contains("]"))
        stage.session.send("q")
        stage.session.send("q")
        #expect(stage.session.waitExit() == 0)
        #expect(stage.wait { stage.living.isEmpty })
    }

    @Test func aNewLineCutsOffTheOldOne() throws {
        let stage = try Stage()
        defer { stage.fixture.remove() }
        try stage.speak()
        stage.session.press("\r")
        #expect(stage.wait { stage.processes.count == 2 && stage.living.count == 1 })
        #expect(stage.spoken.last?.hasPrefix("and here is the second thing") == true)
    }

    @Test func pausingAndSpeakingOverSomebodySilence() throws {
        let stage = try Stage()
        defer { stage.fixture.remove() }
        try stage.speak()
        try stage.session.press(" ", for: "Paused")
        #expect(stage.wait { stage.living.isEmpty })
        stage.session.press(" ")
        #expect(stage.wait { stage.living.count == 1 })
        stage.session.send("1")
        try stage.session.see("spoke over Priya")
        #expect(stage.wait { stage.living.isEmpty })
    }

    @Test func steppingBackAndTheKeyItselfSilence() throws {
        let stage = try Stage()
        defer { stage.fixture.remove() }
        try stage.speak()
        try stage.session.press("v", for: "Nothing is said aloud any more.")
        #expect(stage.wait { stage.living.isEmpty })
        try stage.session.press("v", for: "said aloud by espeak-ng")
        #expect(stage.wait { stage.living.count == 1 })
        try stage.session.press("b", for: "Stepping back")
        #expect(stage.living.count == 1, "looking for words silences nobody")
        stage.session.send("\r")
        let first = stage.processes
        #expect(stage.wait { !stage.living.contains { first.contains($0) } })
    }

    @Test(arguments: [SIGTERM, SIGHUP, SIGINT]) func aSignalLeavesNoVoiceBehind(_ number: Int32) throws {
        let stage = try Stage()
        defer { stage.fixture.remove() }
        try stage.speak()
        stage.session.signal(number)
        #expect(stage.session.waitExit() == -number)
        #expect(stage.session.isCooked)
        #expect(stage.wait { stage.living.isEmpty })
    }

    @Test func aClosedWindowLeavesNoVoiceBehind() throws {
        let stage = try Stage()
        defer { stage.fixture.remove() }
        try stage.speak()
        stage.session.hangUp()
        #expect(stage.session.waitExit() != nil)
        #expect(stage.wait { stage.living.isEmpty })
    }

    @Test func leavingWithinABreathLeavesNoVoiceBehind() throws {
        let stage = try Stage()
        defer { stage.fixture.remove() }
        // The voice has hardly been asked for when everything ends.
        stage.session.send("v")
        stage.session.send("\u{03}")
        stage.session.send("\u{03}")
        #expect(stage.session.waitExit() == 0)
        #expect(stage.wait { stage.living.isEmpty })
    }

    @Test func withoutAVoiceItSaysSo() throws {
        let stage = try Stage(hasVoice: false)
        defer { stage.fixture.remove() }
        try stage.session.press("v", for: "This machine has no voice.")
    }
}
