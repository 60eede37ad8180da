import Terminal

@testable import Interface

/// The preview in every state that is worth a look.
enum PreviewScenes {
    static let names = [
        "moment", "answered", "reloaded", "gone", "broken", "broken-first", "nodes", "over", "variables", "unavailable",
    ]

    static func desk(_ scene: String) -> PreviewDesk {
        var desk = PreviewDesk()
        switch scene {
        case "answered": desk.type("1")
        case "reloaded":
            desk.type("211")
            desk.save(SmallScenario.source.replacing("when will i know", with: "and when will i know, exactly"))
        case "gone":
            desk.type("12")
            desk.save(
                SmallScenario.source.replacing("-> Soon.", with: "-> Tomorrow, or so.").replacing(
                    "#line:s73", with: "#line:s79"
                )
                .replacing("-> You hear", with: "-> A moment. #move:generic-apology #line:s69\n-> You hear"))
        case "broken":
            desk.type("21")
            desk.saveBroken()
        case "broken-first": desk = PreviewDesk(broken: PreviewDesk.broken)
        case "nodes":
            desk.type("/")
            desk.type("l")
        case "over": desk.type("1111")
        case "variables", "unavailable":
            let declared = "<<declare $tries = 0>>\n<<declare $first = \"\">>\n<<channel chat>>"
            desk = PreviewDesk(
                SmallScenario.source.replacing("<<channel chat>>", with: declared)
                    .replacing(
                        "    <<trust +5>>\n    <<heat -3>>",
                        with: "    <<set $first = \"the table\">>\n    <<trust +5>>"
                    )
                    .replacing("Please calm down. #move", with: "Please calm down. <<if $tries > 1>> #move"))
            if scene == "variables" { desk.type("1") }
            if scene == "unavailable" { desk.press(.plain(.down), .plain(.down)) }
        default: break
        }
        return desk
    }

    static func scene(_ name: String) -> Scene {
        let desk = desk(name)
        return Scene(description: name, compositor: desk.compositor, now: desk.now)
    }
}
