import Interface
import Robot
import Terminal

/// One picture: what it shows, and how the robot comes there.
struct Sight {
    /// The file's name.
    var name: String
    /// What it shows, in a sentence.
    var title: String
    var theme = Theme.calm
    var size = Size(columns: 100, rows: 30)
    /// The way there.
    var way: (inout Robot) throws -> Void

    /// Draws it.
    func picture(from content: String) throws -> SurfacePicture {
        var robot = try Robot(in: [content], size: size, theme: theme, glyphs: theme.glyphs(isUTF8: true))
        try way(&robot)
        return SurfacePicture(robot.surface, theme: theme, title: title)
    }

    /// Every picture of the documentation.
    static var all: [Sight] {
        [
            Sight(name: "home", title: "Home: what there is to practise, and what was practised lately") { robot in
                try robot.plays("late-delivery")
                robot.goesOn()
                robot.presses(.plain(.escape))
                robot.presses(.plain(.down))
                // A short word in the last row goes after a while.
                try robot.timePasses(seconds: 20)
            },
            Sight(name: "chat", title: "A chat: what Priya wrote, the clock, and what one could answer") { robot in
                try firstMoment(&robot)
            },
            Sight(name: "coach", title: "After a reply: the coach's word, and what it moved") { robot in
                try firstMoment(&robot)
                try robot.says(1)
                try robot.timePasses(seconds: 2)
            },
            Sight(name: "voice", title: "A telephone call: Milan speaks, word by word, and can be interrupted") {
                robot in
                try robot.opens("unexpected-charge")
                try robot.hears("Half a year")
                try robot.hears("and then again")
            },
            Sight(
                name: "mail", title: "A mail in the making, with what it has and has not yet in the margin",
                size: Size(columns: 120, rows: 36)
            ) {
                robot in
                try robot.plays("unexpected-charge") { robot in
                    robot.session?.front.offer?.isSend == false
                        && !(robot.session?.front.draft.paragraphs.isEmpty ?? true)
                }
            },
            Sight(name: "social", title: "A public thread: the crowd grows while nobody answers") { robot in
                try robot.opens("weekend-outage")
                try robot.hearsOut()
                try robot.timePasses(seconds: 24)
            },
            Sight(name: "debrief", title: "Looking back: how the conversation went, turn by turn") { robot in
                try robot.plays("late-delivery")
                robot.goesOn()
            },
            Sight(name: "pattern", title: "The pattern for a moment, to read while every clock waits") { robot in
                try firstMoment(&robot)
                robot.types("p")
            },
            Sight(name: "palette", title: "Everything that can be done here, to choose from") { robot in
                try firstMoment(&robot)
                robot.presses(.control("p"))
            },
            Sight(name: "projector", title: "The same chat for the back of a room", theme: .projector) { robot in
                try firstMoment(&robot)
            },
        ]
    }

    private static func firstMoment(_ robot: inout Robot) throws {
        try robot.opens("late-delivery")
        try robot.hearsOut()
        try robot.timePasses(seconds: 14)
        robot.presses(.plain(.down))
    }
}
