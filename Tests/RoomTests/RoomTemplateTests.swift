import Testing

@testable import Room

@Suite("Room templates")
struct RoomTemplateTests {
    @Test(
        "a name makes the name of a file, and never one elsewhere",
        arguments: [
            ("Thursday huddle", "thursday-huddle"), ("../../etc/passwd", "etc-passwd"),
            ("  Späte Schicht! ", "späte-schicht"),
            ("3 + 1", "3-1"), ("…", nil), ("", nil),
        ])
    func slugs(name: String, slug: String?) {
        #expect(RoomTemplate(name: name, play: .cards("late-delivery")).slug == slug)
    }
}
