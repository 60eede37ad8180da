import Conversation
import Foundation
import Testing
import Yarn

@testable import Library

@Suite("The library")
struct LibraryTests {
    @Test("lists every scenario of every folder, by slug, and the learner's own hides a shipped one")
    func hiding() throws {
        let own = try ContentFolder()
        let shipped = try ContentFolder()
        try own.scenario("b", titled: "My B")
        try shipped.scenario("b", titled: "Their B")
        try shipped.scenario("a", titled: "A")
        try own.scenario("c", titled: "C")
        let library = Library(folders: [own.path, shipped.path])
        #expect(library.entries().map(\.slug) == ["a", "b", "c"])
        #expect(library.entries().map(\.title) == ["A", "My B", "C"])
        #expect(library.entry("b")?.folder == own.path + "/scenarios/b")
        #expect(library.entry("d") == nil)
        #expect(Library(folders: [shipped.path, own.path]).entry("b")?.title == "Their B")
    }

    @Test("a folder with no scenario in it is no scenario, and hides none")
    func emptyFolder() throws {
        let own = try ContentFolder()
        let shipped = try ContentFolder()
        try own.folder("scenarios/a")
        try own.write("x", "scenarios/notes.txt")
        try own.scenario(".hidden", titled: "Hidden")
        try shipped.scenario("a", titled: "A")
        #expect(Library(folders: [own.path, shipped.path]).entries().map(\.title) == ["A"])
    }

    @Test("folders that are not there are an empty library")
    func nothing() {
        let library = Library(folders: ["/nowhere/at/all"])
        #expect(library.entries().isEmpty)
        let failure = #expect(throws: LibraryFailure.self) { try library.vocabulary() }
        #expect(
            failure?.description
                == "There is no vocabulary.yaml in /nowhere/at/all. It comes with Rapport; name the folder that has it with --content."
        )
    }

    @Test("a broken scenario is listed with its reason, and the others can be played")
    func broken() throws {
        let folder = try ContentFolder()
        try folder.scenario("good", titled: "Good")
        try folder.write(Data([0x74, 0xFF, 0xFE, 0x0A]), "scenarios/bytes/scenario.yarn")
        try folder.write("title: Start\nscenario: Bad\n---\n<<trsut +1>>\n===\n", "scenarios/bad/scenario.yarn")
        try folder.write(ContentFolder.vocabulary, "vocabulary.yaml")
        let library = Library(folders: [folder.path])
        let vocabulary = try library.vocabulary()
        #expect(library.entries().map(\.slug) == ["bad", "bytes", "good"])
        let bytes = try #require(library.entry("bytes"))
        #expect(bytes.title == "bytes")
        #expect(
            bytes.trouble
                == "\(folder.path)/scenarios/bytes/scenario.yarn is not UTF-8 text. Save it as UTF-8 in your editor.")
        let damaged = try bytes.load(vocabulary: vocabulary)
        #expect(damaged.scenario == nil)
        #expect(
            damaged.errors.contains { $0.code == "RP0905" && $0.span.start == SourcePosition(line: 1, column: 2) })

        let bad = try #require(library.entry("bad"))
        #expect(bad.trouble == nil)
        #expect(bad.title == "Bad")
        let loaded = try bad.load(vocabulary: vocabulary)
        #expect(loaded.scenario == nil)
        #expect(loaded.errors.contains { $0.message == "There is no command `trsut`." && $0.span.start.line == 4 })

        let good = try #require(library.entry("good")).load(vocabulary: vocabulary)
        #expect(good.scenario?.heading.title == "Good")
        #expect(good.scenario?.slug == "good")
    }

    @Test("a scenario may be told in several files; the one called scenario.yarn comes first")
    func severalFiles() throws {
        let folder = try ContentFolder()
        try folder.scenario("x", titled: "X")
        try folder.write("title: Other\n---\nAna: more #line:b\n===\n", "scenarios/x/another.yarn")
        try folder.write("not yarn", "scenarios/x/notes.md")
        let entry = try #require(Library(folders: [folder.path]).entry("x"))
        #expect(try entry.files().map(\.name) == ["scenario.yarn", "another.yarn"])
        #expect(try entry.load(vocabulary: Vocabulary()).scenario?.start == "Start")
    }

    @Test("a test plan is read where there is one")
    func plan() throws {
        let folder = try ContentFolder()
        try folder.scenario("x", titled: "X")
        let entry = try #require(Library(folders: [folder.path]).entry("x"))
        #expect(try entry.plan() == nil)
        try folder.write("ending: done\n---\nstop\n", "scenarios/x/scenario.testplan")
        #expect(try entry.plan()?.plan.runs.count == 2)
        try folder.write(Data([0xC3]), "scenarios/x/scenario.testplan")
        #expect(throws: LibraryFailure.self) { try entry.plan() }
    }

    @Test("a file that is too large, or no file at all, is said so")
    func unreadable() throws {
        let folder = try ContentFolder()
        let large = try folder.write(Data(repeating: 0x61, count: 4_000_001), "scenarios/large/scenario.yarn")
        try folder.folder("scenarios/folder/scenario.yarn")
        let library = Library(folders: [folder.path])
        #expect(
            library.entry("large")?.trouble
                == "\(large) is larger than 4 MB, which no scenario is. Is it the right file?")
        #expect(
            library.entry("folder")?.trouble
                == "\(folder.path)/scenarios/folder/scenario.yarn cannot be read. Check that it is there and that it is yours to read."
        )
    }

    @Test("an author names a content folder, a folder of scenarios, one of them, or its file")
    func namedPaths() throws {
        let folder = try ContentFolder()
        try folder.scenario("a", titled: "A")
        try folder.scenario("b", titled: "B")
        try folder.scenario("solo", titled: "Solo", in: "drafts")
        let path = folder.path
        #expect(try Library.entries(at: path).map(\.slug) == ["a", "b"])
        #expect(try Library.entries(at: path + "/").map(\.slug) == ["a", "b"])
        #expect(try Library.entries(at: path + "/scenarios").map(\.slug) == ["a", "b"])
        #expect(try Library.entries(at: path + "/scenarios/b").map(\.slug) == ["b"])
        #expect(try Library.entries(at: path + "/scenarios/b/").map(\.title) == ["B"])
        #expect(try Library.entries(at: path + "/scenarios/b/scenario.yarn").map(\.slug) == ["b"])
        #expect(try Library.entries(at: path + "/drafts").map(\.slug) == ["solo"])
        let failure = #expect(throws: LibraryFailure.self) { try Library.entries(at: path + "/nothing") }
        #expect(
            failure?.description
                == "There is no scenario at \(path)/nothing. A scenario is a folder with scenario.yarn in it.")
    }

    @Test("the content folder of a scenario is found above it by its vocabulary")
    func contentFolder() throws {
        let folder = try ContentFolder()
        try folder.scenario("a", titled: "A")
        let file = folder.path + "/scenarios/a/scenario.yarn"
        #expect(Library.contentFolder(above: file) == nil)
        try folder.write(ContentFolder.vocabulary, "vocabulary.yaml")
        #expect(Library.contentFolder(above: file) == folder.path)
        #expect(Library.contentFolder(above: folder.path) == folder.path)
    }

    @Test("a file with a name of its own is a scenario by itself, whatever lies beside it")
    func ownName() throws {
        let folder = try ContentFolder()
        try folder.write(ContentFolder.scenario(titled: "One"), "drafts/one.yarn")
        try folder.write(ContentFolder.scenario(titled: "Two"), "drafts/two.yarn")
        try folder.write("ending: done\n", "drafts/two.testplan")
        let entry = try #require(try Library.entries(at: folder.path + "/drafts/two.yarn").first)
        #expect(entry.slug == "two")
        #expect(entry.title == "Two")
        #expect(try entry.files().map(\.name) == ["two.yarn"])
        #expect(try entry.plan()?.plan.runs.count == 1)
    }

    @Test("a short name that is no path is a scenario of the library")
    func shortName() throws {
        let folder = try ContentFolder()
        try folder.scenario("one", titled: "One")
        let library = Library(folders: [folder.path])
        #expect(try library.entries(named: "one").map(\.title) == ["One"])
        #expect(throws: LibraryFailure.self) { try library.entries(named: "two") }
    }
}
