import Testing

@testable import Library

@Suite("Where the content is found")
struct ContentLocatorTests {
    private let place: ContentFolder

    init() throws {
        place = try ContentFolder()
        try place.folder("data/rapport/content")
        try place.folder("prefix/share/rapport/Content")
        try place.folder("prefix/bin")
        try place.folder("checkout/.build/debug")
        try place.folder("checkout/Content")
        try place.write("", "checkout/Package.swift")
        try place.folder("bare/.build/debug")
        try place.write("", "bare/Package.swift")
    }

    private func folders(
        named: String? = nil, environment: [String: String] = [:], program: String? = nil
    ) -> [String] {
        ContentLocator.folders(
            named: named, environment: environment, executable: program.map { place.path + "/" + $0 }
        ).map { $0.hasPrefix(place.path) ? String($0.dropFirst(place.path.count + 1)) : $0 }
    }

    private var own: [String: String] { ["XDG_DATA_HOME": place.path + "/data"] }

    @Test("a folder that is named wins alone")
    func named() {
        #expect(
            folders(
                named: "here", environment: own.merging(["RAPPORT_CONTENT": "there"]) { first, _ in first },
                program: "prefix/bin/rapport") == ["here"])
    }

    @Test("then the environment, alone too")
    func environment() {
        let environment = own.merging(["RAPPORT_CONTENT": "there"]) { first, _ in first }
        #expect(folders(environment: environment, program: "prefix/bin/rapport") == ["there"])
        #expect(
            folders(environment: ["RAPPORT_CONTENT": ""], program: "prefix/bin/rapport") == [
                "prefix/share/rapport/Content"
            ])
    }

    @Test("then the learner's own folder before the shipped one")
    func ownFirst() {
        #expect(
            folders(environment: own, program: "prefix/bin/rapport") == [
                "data/rapport/content", "prefix/share/rapport/Content",
            ])
        #expect(folders(environment: own) == ["data/rapport/content"])
        #expect(folders(environment: ["XDG_DATA_HOME": place.path + "/nowhere"]).isEmpty)
    }

    @Test("an installed program finds what was installed beside it, a built one its checkout")
    func shipped() {
        #expect(folders(program: "prefix/bin/rapport") == ["prefix/share/rapport/Content"])
        #expect(folders(program: "checkout/.build/debug/rapport") == ["checkout/Content"])
        #expect(folders(program: "bare/.build/debug/rapport").isEmpty)
        #expect(folders().isEmpty)
        #expect(ContentLocator.folders(named: nil, environment: [:], executable: "rapport").isEmpty)
        #expect(ContentLocator.folders(named: nil, environment: [:], executable: "").isEmpty)
    }

    @Test("the own folder follows XDG, and ignores a relative one as XDG asks")
    func xdg() {
        #expect(ContentLocator.ownFolder(environment: ["XDG_DATA_HOME": "/d", "HOME": "/h"]) == "/d/rapport/content")
        #expect(
            ContentLocator.ownFolder(environment: ["XDG_DATA_HOME": "d", "HOME": "/h"])
                == "/h/.local/share/rapport/content")
        #expect(ContentLocator.ownFolder(environment: [:]) == nil)
    }
}
