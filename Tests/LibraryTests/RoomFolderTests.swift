import Foundation
import Room
import Testing

@testable import Library

@Suite("Rooms that are kept")
struct RoomFolderTests {
    private static let room = RoomTemplate(
        name: "Thursday \"huddle\" \\ #1: yes", play: .cards("late-delivery"),
        people: [.init("Ana"), .init("Bo: the second", role: .customer), .init("- Mo")], rounds: 3, minutes: 5,
        countdown: 0, recording: .kept, agreement: "huddle")

    @Test("a room comes back as it was kept, whatever its words")
    func keep() throws {
        let folder = try ContentFolder()
        let rooms = RoomFolder(path: folder.path + "/new/rooms")
        let path = try rooms.keep(Self.room)
        #expect(path.hasSuffix("/rooms/thursday-huddle-1-yes.yaml"))
        #expect(try rooms.room("thursday-huddle-1-yes") == Self.room)
        #expect(rooms.rooms().values == [Self.room])
        let scenario = RoomTemplate(name: "Again", play: .scenario("weekend-outage"), customer: .scenario)
        try rooms.keep(scenario)
        #expect(rooms.rooms().values == [scenario, Self.room])
        rooms.forget(scenario)
        #expect(rooms.rooms().values == [Self.room])
    }

    @Test("it is its owner's alone, written whole, and nothing else is left in the folder")
    func whole() throws {
        let folder = try ContentFolder()
        let rooms = RoomFolder(path: folder.path + "/rooms")
        let path = try rooms.keep(Self.room)
        var other = Self.room
        other.rounds = 7
        try rooms.keep(other)
        #expect(try rooms.room(other.name).rounds == 7)
        #expect(try FileManager.default.contentsOfDirectory(atPath: rooms.path) == ["thursday-huddle-1-yes.yaml"])
        let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
        #expect(mode == 0o600)
    }

    @Test("what could not be read back is not kept, and the old file stays")
    func refused() throws {
        let folder = try ContentFolder()
        let rooms = RoomFolder(path: folder.path)
        try rooms.keep(Self.room)
        var broken = Self.room
        broken.people = [.init("An\u{1B}[2Ja")]
        let failure = #expect(throws: LibraryFailure.self) { try rooms.keep(broken) }
        #expect(failure?.description.contains("This room cannot be kept.") == true)
        broken = Self.room
        broken.minutes = 90
        #expect(throws: LibraryFailure.self) { try rooms.keep(broken) }
        #expect(throws: LibraryFailure.self) { try rooms.keep(RoomTemplate(name: "…", play: .cards("x"))) }
        #expect(throws: LibraryFailure.self) { try rooms.keep(RoomTemplate(name: "x", play: .cards("../../x"))) }
        #expect(rooms.rooms().values == [Self.room])
    }

    @Test("where a file stands in the way, nothing is left behind and the trouble is named")
    func inTheWay() throws {
        let folder = try ContentFolder()
        try folder.write("", "rooms")
        #expect(throws: LibraryFailure.self) { try RoomFolder(path: folder.path + "/rooms").keep(Self.room) }
        try folder.folder("other/thursday-huddle-1-yes.yaml/full")
        let rooms = RoomFolder(path: folder.path + "/other")
        #expect(throws: LibraryFailure.self) { try rooms.keep(Self.room) }
        #expect(try FileManager.default.contentsOfDirectory(atPath: rooms.path) == ["thursday-huddle-1-yes.yaml"])
    }

    @Test("what stands in a room by hand need not be everything")
    func short() throws {
        let folder = try ContentFolder()
        try folder.write("name: Short\nscenario: late-delivery\n", "short.yaml")
        #expect(
            try RoomFolder(path: folder.path).room("short")
                == RoomTemplate(name: "Short", play: .scenario("late-delivery"), customer: .scenario))
    }

    @Test(
        "what is wrong is named with its place",
        arguments: [
            ("name: A\n", ":1:1: `scenario` or `cards` is missing: what the room plays."),
            ("name: A\nscenario: x\ncards: y\n", ":1:1: A room plays a `scenario` or `cards`, and not both."),
            ("name: A\ncards: ../x\n", ":2:8: `cards` is a short name"),
            ("name: A\ncards: x\ncustomer: scenario\n", ":3:11: With `cards`, the customer is a `person`."),
            ("name: A\ncards: x\nrounds: 99\n", ":3:9: `rounds` is a whole number from 0 to 12."),
            ("name: A\ncards: x\nrecording: perhaps\n", ":3:12: `recording` is one of kept, forgotten."),
            ("name: A\ncards: x\npeople: [Bo, Bo]\n", ":3:14: There is a Bo already. Give one of them an alias."),
            (
                "name: A\ncards: x\npeople:\n  - name: Bo\n    role: boss\n",
                ":5:11: `role` is one of agent, customer, observer."
            ),
            ("cards: x\n", ":1:1: `name` is missing."),
        ])
    func wrong(text: String, complaint: String) throws {
        let folder = try ContentFolder()
        let path = try folder.write(text, "a.yaml")
        let shelf = RoomFolder(path: folder.path).rooms()
        #expect(shelf.values.isEmpty)
        #expect(shelf.troubles.contains { $0.hasPrefix(path + complaint) }, "\(shelf.troubles)")
        #expect(throws: LibraryFailure.self) { try RoomFolder(path: folder.path).room("a") }
    }

    @Test("the folder is the user's own")
    func place() {
        #expect(RoomFolder(environment: ["XDG_CONFIG_HOME": "/c", "HOME": "/h"])?.path == "/c/rapport/rooms")
        #expect(RoomFolder(environment: ["XDG_CONFIG_HOME": "c", "HOME": "/h"])?.path == "/h/.config/rapport/rooms")
        #expect(RoomFolder(environment: [:]) == nil)
    }
}
