import Testing
import Yarn

@testable import Conversation

@Suite("The map of a scenario")
struct ScenarioMapTests {
    private func map(_ source: String) -> ScenarioMap {
        ScenarioMap(files: [SourceFile(name: "scenario.yarn", text: source)])
    }

    private func ways(_ map: ScenarioMap) -> [String] {
        map.edges.map { edge in
            let when = edge.condition.map { " (\($0))" } ?? ""
            return "\(edge.from) -\(edge.way.rawValue)-> \(edge.to ?? "?")\(when) \(edge.label)"
        }
    }

    static let various = """
        title: Start
        moment: Hello
        step_back: Over
        ---
        <<declare $next = "Left">>
        A: hi
        -> One "quoted" \\{ \\# <<if trust() > 3>> #move:x
            <<jump Left>>
        -> … #timeout
            <<if $a>>
                <<detour Aside>>
            <<elseif $b>>
                <<set $next = "Right">>
            <<else>>
                <<jump Nowhere>>
            <<endif>>
            <<jump {$next}>>
        -> (wait) #pause
            <<jump {"Le" + "ft"}>>
        ===
        title: Left
        ---
        <<jump Group>>
        ===
        title: Right
        ---
        <<jump Start>>
        ===
        title: Aside
        ---
        A: by the way
        <<return>>
        ===
        title: Group
        subtitle: calm
        when: heat() < 10
        ---
        <<jump Over>>
        ===
        title: Group
        when: always
        ---
        A: well
        ===
        title: Over
        ending: done
        outcome: kept
        ---
        A: bye
        ===
        title: Stray
        ---
        A: anyone?
        ===
        """

    @Test("options, silence, jumps, detours, conditions, groups and stepping back are its ways")
    func reads() {
        let map = map(Self.various)
        #expect(
            map.nodes.map(\.name) == [
                "Start", "Left", "Right", "Aside", "Group", "Group.calm", "Group.2", "Over", "Stray",
            ])
        #expect(
            ways(map) == [
                "Start -option-> Left (if trust() > 3) One \"quoted\" { #",
                "Start -timeout-> Aside (if $a) …",
                "Start -timeout-> ? (otherwise) …",
                "Start -timeout-> Left …",
                "Start -timeout-> Right …",
                "Start -pause-> ? (wait) \"Le\" + \"ft\"",
                "Left -jump-> Group ",
                "Right -jump-> Start ",
                "Group -member-> Group.calm (when heat() < 10) ",
                "Group.calm -jump-> Over ",
                "Group -member-> Group.2 (when always) ",
                "Start -stepBack-> Over step back, at any moment",
            ])
        #expect(map.node("Start")?.moment == "Hello")
        #expect(map.node("Over")?.ending == "done")
        #expect(map.node("Over")?.outcome == .kept)
        #expect(map.node("Group")?.isGroup == true)
    }

    @Test("layers go by the fewest ways from the beginning; what nothing leads to is apart")
    func layers() {
        let map = map(Self.various)
        #expect(
            map.layers.map { $0.map(\.name) } == [
                ["Start"], ["Left", "Aside", "Right", "Over"], ["Group"], ["Group.calm", "Group.2"],
            ])
        #expect(map.strays.map(\.name) == ["Stray"])
        #expect(map.reaches["Right"]?.contains("Right") == true, "round and round")
        #expect(map.reaches["Over"] == [])
    }

    @Test("DOT and Mermaid escape what would end their strings")
    func escapes() {
        let map = map(Self.various)
        #expect(map.dot.contains(#""Start" -> "Left" [label="One \"quoted\" { #\nif trust() > 3"];"#))
        #expect(map.dot.contains(#""Over" [label="Over\nending: done (kept)", shape=doubleoctagon, style=""];"#))
        #expect(map.dot.contains(#""?3" [label="?", shape=plaintext];"#))
        #expect(map.mermaid.contains(#"n1 -->|"One #34;quoted#34; #123; #35;<br/>if trust() #62; 3"| n2"#))
        #expect(map.mermaid.hasPrefix("flowchart TD\n  n1[\"Start<br/>Hello\"]\n"))
        let odd = self.map("title: A\n---\n-> \u{1B}[31m back\\\\slash `x`\n    <<jump A>>\n===\n")
        #expect(!odd.dot.contains("\u{1B}"))
        #expect(odd.dot.contains(#"back\\slash"#))
        #expect(!odd.mermaid.contains("`"))
    }

    @Test("the same source gives the same map, and one with mistakes has one too")
    func isStable() {
        #expect(map(Self.various) == map(Self.various))
        #expect(map(Self.various).dot == map(Self.various).dot)
        #expect(map("").nodes == [])
        #expect(map("").layers == [])
        #expect(map("title: A\n---\n<<jump B>>\n<<if>>\n===\n").nodes.map(\.name) == ["A"])
        #expect(map("title: A\n---\n<<jump A>>\n===\n").layers.count == 1)
    }
}
