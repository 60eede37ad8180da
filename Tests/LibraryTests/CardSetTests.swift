import Foundation
import Room
import Testing

@testable import Library

@Suite("Role cards")
struct CardSetTests {
    static let good = """
        title: A tent
        summary: No poles.
        minutes: 4
        stop: time out
        agent:
          goal: A dry night.
          knows:
            - Two parcels.
          may:
            - Pay.
          may_not:
            - Promise today.
        customer:
          name: Lena
          persona: Patient.
          public:
            - No poles.
          private:
            - Told the children.
          goal: Sleep.
          begins: Cheerful.
          worse:
            - when: Told to look it up
              becomes: polite
          better:
            - when: Asked about tonight
              becomes: frank
          must_not:
            - Threaten.
          lines:
            - All this fabric.
            - And then?
        observer:
          - key: a
            name: Asked
            looks_like: A question first.
            example: Who is with you?
          - key: o
            name: Offered
            looks_like: Two ways.
            example: This or that.
          - key: c
            name: Closed
            looks_like: A time.
            example: By four.

        """

    @Test("a set is read with everything on it")
    func read() throws {
        let folder = try ContentFolder()
        try folder.write(Self.good, "cards/tent.yaml")
        let library = Library(folders: [folder.path])
        #expect(library.cards().troubles == [])
        let set = try library.cards("tent")
        #expect(set.slug == "tent" && set.scenario == nil && set.minutes == 4 && set.stopWord == "time out")
        #expect(set.agent.mayNot == ["Promise today."])
        #expect(set.customer.privateFacts == ["Told the children."])
        #expect(set.customer.arc.raises == [.init(when: "Told to look it up", becomes: "polite")])
        #expect(set.observer.behaviour(for: "o")?.example == "This or that.")
        #expect(set.envelopes == [])
    }

    @Test(
        "every mistake is named with its place, and the other sets work",
        arguments: [
            ("minutes: 4", "minutes: soon", ":3:10: `minutes` is a whole number from 1 to 15."),
            ("minutes: 4", "minuts: 4", ":3:1: There is no `minuts` here. Did you mean `minutes`?"),
            ("  goal: A dry night.\n", "", ":6:3: `goal` is missing."),
            ("    - Pay.", "    - \"\"", ":10:7: `may` needs words."),
            ("  may:\n    - Pay.", "  may: Pay.", ":9:8: `may` is a list: a line each, with a dash before it."),
            ("    - Two parcels.", "    - {a: b}", ":8:7: `knows` takes words."),
            ("    - All this fabric.\n", "", ":31:5: `lines` has 1; it takes 2 to 5."),
            ("key: o", "key: a", ":38:10: `a` marks another behaviour already."),
            (
                "key: o", "key: q",
                ":38:10: `q` cannot mark anything. A key is one small letter, and not g, h, j, k, l, q."
            ),
            ("key: o", "key: oh", ":38:10: `key` has 2 characters; there is room for 1."),
            ("becomes: frank", "become: frank", ":27:7: There is no `become` here. Did you mean `becomes`?"),
            (
                "name: Lena", "name: \"Le\\e[31mna\"",
                ":14:9: `name` holds a character that shows nothing, U+1B. Take it out."
            ),
            (
                "name: Lena", "name: \"Le\\u202ena\"",
                ":14:9: `name` holds a character that shows nothing, U+202E. Take it out."
            ),
            ("persona: Patient.", "persona: [Patient", ":16:9: This is no YAML"),
            ("stop: time out", "stop: time out\nstop: halt", ":4:1: `stop` stands here twice."),
            (
                "agent:\n", "agent: Ana\nother:\n",
                ":5:8: `agent` has `goal`, `knows`, `may`, `may_not`, each on a line of its own."
            ),
        ])
    func wrong(old: String, new: String, complaint: String) throws {
        let folder = try ContentFolder()
        let path = try folder.write(Self.good.replacing(old, with: new), "cards/bad.yaml")
        try folder.write(Self.good, "cards/good.yaml")
        let shelf = Library(folders: [folder.path]).cards()
        #expect(shelf.values.map(\.slug) == ["good"])
        #expect(shelf.troubles.contains { $0.hasPrefix(path + complaint) }, "\(shelf.troubles)")
    }

    @Test("several mistakes are told at once")
    func several() throws {
        let folder = try ContentFolder()
        try folder.write(
            Self.good.replacing("minutes: 4\n", with: "").replacing("key: a", with: "key: A"), "cards/a.yaml")
        let file = try #require(Library(folders: [folder.path]).cardFiles().first)
        #expect(file.value == nil)
        #expect(file.findings.map(\.message) == ["`minutes` is missing.", "`A` cannot mark anything."])
    }

    @Test("what is too long for a card, or for a row, is told with how much room there is")
    func tooLong() throws {
        let folder = try ContentFolder()
        let long = String(repeating: "lang ", count: 26)
        try folder.write(Self.good.replacing("goal: Sleep.", with: "goal: \(long)"), "cards/long.yaml")
        try folder.write(
            Self.good.replacing("goal: Sleep.", with: "goal: Donaudampfschifffahrtsgesellschaft."), "cards/word.yaml")
        let troubles = Library(folders: [folder.path]).cards().troubles
        #expect(troubles.contains { $0.contains(":20:9: `goal` has 129 characters; there is room for 126.") })
        #expect(troubles.contains { $0.contains("a word that is too long for a row: `Donaudampf") })
    }

    @Test("a file that is no text, too large, or has a name that is none, is told about")
    func oddFiles() throws {
        let folder = try ContentFolder()
        try folder.write(Data([0x74, 0x3A, 0xFF, 0xFE]), "cards/bytes.yaml")
        try folder.write(String(repeating: "# much\n", count: 12_000), "cards/large.yaml")
        try folder.write(Self.good, "cards/Two Words.yaml")
        try folder.write("", "cards/empty.yaml")
        try folder.folder("cards/folder.yaml")
        try folder.write("a: &a [x]\nb: [*a, *a, *c]\n", "cards/alias.yaml")
        try folder.write(String(repeating: "- ", count: 20_000) + "x", "cards/deep.yaml")
        let shelf = Library(folders: [folder.path]).cards()
        #expect(shelf.values.isEmpty)
        for (name, words) in [
            ("bytes", ":1:3: This is no UTF-8 text."), ("large", "larger than 64 KB"), ("Two Words", "no short name"),
            ("empty", "The file is empty."), ("folder", "it is a folder"), ("alias", "This is no YAML"),
            ("deep", "nested"),
        ] {
            #expect(shelf.troubles.contains { $0.contains("/\(name).yaml") && $0.contains(words) }, "\(name)")
        }
    }

    @Test("one that names a scenario which is not there is noted, and can be played all the same")
    func scenario() throws {
        let folder = try ContentFolder()
        try folder.scenario("lost-tent", titled: "A tent")
        try folder.write("scenario: lost-tnt\n" + Self.good, "cards/tent.yaml")
        try folder.write("scenario: lost-tent\n" + Self.good, "cards/other.yaml")
        let files = Library(folders: [folder.path]).cardFiles()
        #expect(files.allSatisfy { $0.value != nil })
        #expect(files.map { $0.findings.map(\.hint) } == [[], ["Did you mean `lost-tent`?"]])
    }

    @Test("what may be a real person's is a warning at its place, as in scenarios")
    func personalData() throws {
        let folder = try ContentFolder()
        try folder.write(Self.good.replacing("Two parcels.", with: "Write to ana@somewhere.org."), "cards/tent.yaml")
        let file = try #require(Library(folders: [folder.path]).cardFiles().first)
        #expect(file.value != nil)
        #expect(file.findings.map(\.span.start.line) == [8])
        #expect(file.findings.first?.message.contains("a mail address") == true)
    }

    @Test("a set in an earlier folder hides its namesake, and a name that is not there is told with the nearest")
    func folders() throws {
        let (own, shipped) = (try ContentFolder(), try ContentFolder())
        try own.write(Self.good.replacing("A tent", with: "My tent"), "cards/tent.yaml")
        try shipped.write(Self.good, "cards/tent.yaml")
        try shipped.write(Self.good, "cards/boat.yaml")
        let library = Library(folders: [own.path, shipped.path])
        #expect(library.cards().values.map(\.title) == ["A tent", "My tent"])
        let failure = #expect(throws: LibraryFailure.self) { try library.cards("tnt") }
        #expect(failure?.description == "There is no set of role cards tnt. Did you mean tent? There is: boat, tent.")
    }

    @Test("a folder of content, one of cards, and one file are all found by their path")
    func paths() throws {
        let folder = try ContentFolder()
        try folder.write(Self.good, "cards/tent.yaml")
        try folder.write(Self.good, "cards/boat.yaml")
        try folder.write(AgreementTests.good, "agreements/us.yaml")
        func found(_ path: String) -> [String] {
            let found = LibraryFiles(at: folder.path + path)
            return found.cards.map(\.slug) + found.agreements.map(\.slug)
        }
        #expect(found("") == ["boat", "tent", "us"])
        #expect(found("/") == ["boat", "tent", "us"])
        #expect(found("/cards") == ["boat", "tent"])
        #expect(found("/cards/tent.yaml") == ["tent"])
        #expect(found("/agreements/") == ["us"])
        #expect(found("/scenarios") == [])
        #expect(found("/vocabulary.yaml") == [])
    }
}
