import Testing
import Yarn

@testable import Conversation

@Suite("A story that turns in a circle")
struct CircleTests {
    /// What the engine says when a scenario with this body begins.
    private func refusal(_ body: String) throws -> String? {
        let text = """
            title: Start
            scenario: Circle
            channels: chat
            cast: Ana
            customer: Ana
            ---
            \(body)
            ===
            title: End
            ending: e
            outcome: kept
            ---
            Ana: bye
            ===
            """
        let file = SourceFile(name: "scenario.yarn", text: text)
        let loaded = Scenario.load(slug: "circle", files: [file], vocabulary: Vocabulary())
        let scenario = try #require(loaded.scenario, "\(loaded.errors)")
        do {
            _ = try Engine(scenario: scenario).begin(seed: 1, settings: SessionSettings(difficulty: 1))
            return nil
        } catch {
            return error.description
        }
    }

    @Test("without a word is ended, and its nodes are named")
    func silent() throws {
        let message = try refusal("<<jump A>>\n===\ntitle: A\n---\n<<jump B>>\n===\ntitle: B\n---\n<<jump A>>")
        #expect(message?.contains("circle") == true)
        #expect(message?.contains("\"A\", \"B\"") == true)
    }

    @Test("with words and no moment to answer is ended too")
    func talking() throws {
        let message = try refusal(
            "<<jump A>>\n===\ntitle: A\n---\nAna: hello?\n<<jump B>>\n===\ntitle: B\n---\n<<jump A>>")
        #expect(
            message
                == "The scenario cannot go on: it talks in a circle without a moment to answer, through \"Start\", \"A\", \"B\"."
        )
    }

    @Test("with commands alone is ended too")
    func commands() throws {
        #expect(try refusal("<<trust +1>>\n<<jump Start>>")?.contains("talks in a circle") == true)
    }
}
