import Testing
import Yarn

@testable import Conversation

@Suite("What an author is told about a mistake")
struct ScenarioMistakeTests {
    /// Everything that is said, as `rapport check` prints it, about a scenario whose second node has this body. Its
    /// first line is line 9 of the file.
    func said(_ body: String, headers: String = "", warnings: Bool = false, about code: String = "") -> String {
        let source = """
            title: Start
            scenario: A cake
            channels: chat
            cast: Ana = Ana Ruiz, Ben
            customer: Ana
            ending: done
            outcome: kept
            \(headers)---

            """ + body + "\n===\n"
        let loaded = Scenario.load(
            slug: "small", files: [SourceFile(name: "scenario.yarn", text: source)],
            vocabulary: SmallScenario.vocabulary)
        let shown = loaded.diagnostics.filter { (warnings || $0.severity == .error) && $0.code.hasPrefix(code) }
        #expect(loaded.scenario == nil || loaded.errors.isEmpty)
        return shown.map { $0.rendered(in: loaded.files) }.joined(separator: "\n")
    }

    @Test("a right scenario is met with silence")
    func right() {
        #expect(said("Ana: hello #line:a", warnings: true) == "")
    }

    @Test("a typo in a command")
    func commandTypo() {
        #expect(
            said("<<trsut +5>>") == """
                scenario.yarn:9:3: error RP0301: There is no command `trsut`.
                 9 | <<trsut +5>>
                   |   ^^^^^
                   expected: one of channel, trust, heat, effort, reply_within, wait, later, promise, keep, renegotiate, queue, send, attach, audience, hold, mute, curveball, thread
                   hint: Did you mean `trust`?
                """)
    }

    @Test("a wrong argument")
    func wrongArgument() {
        #expect(
            said("<<trust 5>>") == """
                scenario.yarn:9:9: error RP0301: `5` is no change: that is a sign and a whole number up to 100.
                 9 | <<trust 5>>
                   |         ^
                   expected: <<trust +5>>
                """)
        #expect(
            said("<<later soon>>") == """
                scenario.yarn:9:9: error RP0301: `soon` is no length of time: 45 or 45s (seconds), 15m, 2h.
                 9 | <<later soon>>
                   |         ^^^^
                   expected: <<later 15m>>
                """)
        #expect(
            said("<<keep>>") == """
                scenario.yarn:9:3: error RP0301: `keep` takes one word after its name, and here 0 came.
                 9 | <<keep>>
                   |   ^^^^
                   expected: <<keep status>>
                """)
        #expect(
            said("<<channel fax>>") == """
                scenario.yarn:9:11: error RP0301: There is no channel `fax`: there are chat, voice, email and social.
                 9 | <<channel fax>>
                   |           ^^^
                   expected: <<channel chat>>
                """)
    }

    @Test("a conversation beside the others, misspelt")
    func thread() {
        #expect(
            said("<<thread opne side Start>>") == """
                scenario.yarn:9:10: error RP0301: `opne` is nothing that can be done with a conversation.
                 9 | <<thread opne side Start>>
                   |          ^^^^
                   expected: <<thread open NAME NODE>>, <<thread close NAME>> or <<thread rest>>
                   hint: Did you mean `open`?
                """)
    }

    @Test("what only a call has, where there is none")
    func noCall() {
        #expect(
            said("<<hold on>>") == """
                scenario.yarn:9:3: error RP0301: `hold` belongs to a call, and this scenario has none.
                 9 | <<hold on>>
                   |   ^^^^
                   hint: Add voice to `channels:` in the first node, and `<<channel voice>>` where the call begins.
                """)
        #expect(said("Ana: no #overlap #line:a").contains("RP0202: `#overlap` belongs to a call"))
        #expect(said("Ana: no #wpm:190 #line:a").contains("RP0202: `#wpm` belongs to a call"))
    }

    @Test("a rate nobody speaks at, a tone and a sound nobody knows, a hold that is neither on nor off")
    func wrongSounds() {
        #expect(said("Ana: no #wpm:900 #line:a").contains("RP0203: `#wpm` needs a number of words a minute."))
        #expect(said("Ana: no #wpm:fast #line:a").contains("hint: From 60 to 300; people speak at about 160."))
        #expect(said("Ana: no #tone:dri #line:a").contains("hint: Did you mean `dry`?"))
        #expect(said("Ana: no #sound:dor #line:a").contains("hint: Did you mean `door`?"))
        #expect(said("<<mute maybe>>").contains("RP0301: `maybe` is neither on nor off."))
        #expect(said("-> (wait) #pause:long #line:a").contains("RP0203: `#pause` needs a number, or none."))
    }

    @Test("a jump to a node that is not there")
    func missingNode() {
        #expect(
            said("<<jump Strat>>") == """
                scenario.yarn:9:8: error YS0012: There is no node `Strat`.
                 9 | <<jump Strat>>
                   |        ^^^^^
                   hint: Did you mean `Start`?
                """)
        #expect(
            said("Ana: hello #line:a", headers: "step_back: HandOver\n") == """
                scenario.yarn:8:12: error RP0104: There is no node `HandOver`.
                 8 | step_back: HandOver
                   |            ^^^^^^^^
                   expected: the title of a node
                """)
    }

    @Test("a blank line inside a group of options, or inside a body")
    func blankLines() {
        #expect(
            said("-> A #line:a\n\n-> B #line:b", warnings: true, about: "RP09") == """
                scenario.yarn:11:1: error RP0901: The blank line above makes this a second group of options, asked after the first.
                 11 | -> B #line:b
                    | ^^
                   hint: Remove the blank line if it is one choice.
                """)
        #expect(
            said("-> A #line:a\n    Ana: one #line:b\n\n    Ana: two #line:c", warnings: true, about: "RP09") == """
                scenario.yarn:12:5: error RP0902: The empty line above ended the body of the option: this is outside it.
                 12 |     Ana: two #line:c
                    |     ^^^^^^^^^
                   hint: Remove the empty line.
                """)
    }

    @Test("an end of a block that is indented differently from its beginning")
    func badIndentation() {
        #expect(
            said("-> A #line:a\n    <<if trust() > 50>>\n    Ana: one #line:b\n<<endif>>") == """
                scenario.yarn:10:5: error YS0007: `<<if>>` has no `<<endif>>`.
                 10 |     <<if trust() > 50>>
                    |     ^^^^^^^^^^^^^^^^^^^
                   expected: <<endif>> before the body of the option ends
                   hint: A line that is indented less, or empty, ends the body of an option.
                scenario.yarn:12:1: error YS0005: There is no `<<if>>` that this `<<endif>>` could belong to.
                 12 | <<endif>>
                    | ^^^^^^^^^
                   hint: Remove it, or write the beginning of its block above.
                """)
    }

    @Test("a hashtag that is not of the language")
    func unknownHashtag() {
        #expect(
            said("Ana: hello #emotoin:anxious #line:a") == """
                scenario.yarn:9:12: error RP0202: There is no hashtag `#emotoin` for a line.
                 9 | Ana: hello #emotoin:anxious #line:a
                   |            ^^^^^^^^^^^^^^^^
                   expected: one of #line #shadow #emotion #tone #rupture #cue #pause #wpm #overlap #sound #lastline #private #confirms #recalls
                   hint: Did you mean `emotion`?
                """)
        #expect(
            said("Ana: hello #move:focusing-question #line:a") == """
                scenario.yarn:9:12: error RP0202: There is no hashtag `#move` for a line.
                 9 | Ana: hello #move:focusing-question #line:a
                   |            ^^^^^^^^^^^^^^^^^^^^^^^
                   expected: one of #line #shadow #emotion #tone #rupture #cue #pause #wpm #overlap #sound #lastline #private #confirms #recalls
                   hint: `#move` belongs on an option.
                """)
        #expect(
            said("Ana: hello #emotion:anxius #line:a") == """
                scenario.yarn:9:12: error RP0203: There is no feeling `anxius`.
                 9 | Ana: hello #emotion:anxius #line:a
                   |            ^^^^^^^^^^^^^^^
                   expected: a feeling of the vocabulary
                   hint: Did you mean `anxious`?
                """)
    }

    @Test("a line that comes back to what nobody promises, and what is no move")
    func unknownRecall() {
        #expect(
            said("<<promise status 15m>>\nAna: you said so #recalls:statsu #line:a") == """
                scenario.yarn:10:18: error RP0304: Nobody promises `statsu`, and there is no move of that name.
                 10 | Ana: you said so #recalls:statsu #line:a
                    |                  ^^^^^^^^^^^^^^^
                   expected: the id of a promise or of a move, as in #recalls:status
                   hint: Did you mean `status`?
                """)
        #expect(said("<<promise status 15m>>\nAna: you said so #recalls:status #line:a") == "")
        #expect(said("Ana: you asked me that #recalls:focusing-question #line:a") == "")
    }

    @Test("a move that is not in the vocabulary")
    func unknownMove() {
        #expect(
            said("-> Why? #move:focussing-question #line:a") == """
                scenario.yarn:9:9: error RP0203: There is no move `focussing-question`.
                 9 | -> Why? #move:focussing-question #line:a
                   |         ^^^^^^^^^^^^^^^^^^^^^^^^
                   expected: a move of the vocabulary
                   hint: Did you mean `focusing-question`?
                """)
        #expect(
            said("<<if said(\"repair\")>>\nAna: hello #line:a\n<<endif>>") == """
                scenario.yarn:9:11: error RP0303: There is no move `repair`.
                 9 | <<if said("repair")>>
                   |           ^^^^^^^^
                """)
    }

    @Test("a speaker who is not of the cast")
    func unknownSpeaker() {
        #expect(
            said("Anna: hello #line:a") == """
                scenario.yarn:9:1: error RP0201: Nobody is called `Anna`.
                 9 | Anna: hello #line:a
                   | ^^^^
                   expected: a name of the cast (Ana, Ben) or You, Coach, Scene, Note, Subject, Paragraph, Reflect
                   hint: Did you mean `Ana`?
                """)
        #expect(
            said("hello #line:a") == """
                scenario.yarn:9:1: error RP0201: Nobody says this line.
                 9 | hello #line:a
                   | ^^^^^^
                   expected: a name and a colon before it
                   hint: What the room gives is said by `Scene:`.
                """)
    }

    @Test("a promise that nobody makes")
    func promiseNeverMade() {
        #expect(
            said("<<promise status 15m>>\n<<keep statsu>>") == """
                scenario.yarn:10:8: error RP0302: Nobody promises `statsu`.
                 10 | <<keep statsu>>
                    |        ^^^^^^
                   expected: the id of a promise, as in <<promise statsu 15m>>
                   hint: Did you mean `status`?
                """)
        #expect(
            said("<<if missed(\"status\")>>\nAna: hello #line:a\n<<endif>>") == """
                scenario.yarn:9:13: error RP0302: Nobody promises `status`.
                 9 | <<if missed("status")>>
                   |             ^^^^^^^^
                """)
    }

    @Test("a clock with nothing to do when it runs out")
    func clockWithoutTimeout() {
        #expect(
            said("<<reply_within 60>>\nAna: well? #line:a\n-> Yes. #line:b") == """
                scenario.yarn:9:1: error RP0401: This clock has nothing to do when it runs out.
                 9 | <<reply_within 60>>
                   | ^^^^^^^^^^^^^^^^^^^
                   expected: an option tagged #timeout among those below it
                   hint: Add `-> … #timeout` with what the customer does then.
                """)
        #expect(
            said("<<reply_within 60>>\nAna: well? #line:a") == """
                scenario.yarn:9:1: error RP0401: This clock has no options to run on.
                 9 | <<reply_within 60>>
                   | ^^^^^^^^^^^^^^^^^^^
                   hint: Write the options below it, in the same place.
                """)
    }

    @Test("a second pause in one moment")
    func secondPause() {
        #expect(
            said("-> (wait) #pause #line:a\n-> (wait on) #pause #line:b") == """
                scenario.yarn:10:4: error RP0402: This moment has a second `#pause`.
                 10 | -> (wait on) #pause #line:b
                    |    ^^^^^^^^^^
                   hint: One option of a group answers it. Put the choice into its body.
                """)
    }

    @Test("a condition behind a hashtag")
    func conditionAfterHashtag() {
        #expect(
            said("-> Yes. #line:a <<if trust() > 50>>") == """
                scenario.yarn:9:17: error YS0005: The condition stands behind a hashtag.
                 9 | -> Yes. #line:a <<if trust() > 50>>
                   |                 ^^
                   expected: text, then one condition, then hashtags
                   hint: Move `<<if …>>` in front of the hashtags.
                """)
    }

    @Test("several mistakes are told at once, in the order of the file")
    func several() {
        let lines = said("<<trsut +5>>\nAnna: hello #line:a\n<<keep status>>").split(separator: "\n")
        #expect(
            lines.filter { $0.contains("error RP") }.map { $0.prefix(19) } == [
                "scenario.yarn:9:3: ", "scenario.yarn:10:1:", "scenario.yarn:11:8:",
            ])
    }

    @Test("missing words of the coach, moves and ids are warnings, and do not refuse a scenario")
    func warnings() {
        #expect(
            said("-> Yes.", warnings: true) == """
                scenario.yarn:9:4: warning RP0204: This line has no id.
                 9 | -> Yes.
                   |    ^^^^
                   expected: #line: and an id of its own
                scenario.yarn:9:4: warning RP0404: This option does not say which move it makes.
                 9 | -> Yes.
                   |    ^^^^
                   expected: #move: and an id, as in #move:acknowledge-impact
                scenario.yarn:9:4: warning RP0403: No word of the coach follows this option.
                 9 | -> Yes.
                   |    ^^^^
                   expected: a `Coach:` line in its body
                """)
        #expect(
            said(
                "-> Yes. #move:focusing-question #line:a\n    Coach: [quote]No[/quote] was a word. #line:b",
                warnings: true) == """
                    scenario.yarn:10:5: warning RP0405: The option does not say “No”.
                     10 |     Coach: [quote]No[/quote] was a word. #line:b
                        |     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
                       hint: Quote its very words, letter for letter.
                    """)
    }

    @Test("control characters of a file reach nobody through a message")
    func hostile() {
        let text = said("A\u{1B}[31mna\u{202E}: hello #line:a\n<<tr\u{9B}ust +5>>")
        let isClean = text.unicodeScalars.allSatisfy { scalar in
            scalar == "\n" || (scalar.properties.generalCategory != .control && scalar.value != 0x202E)
        }
        #expect(isClean)
        #expect(!text.isEmpty)
    }
}
