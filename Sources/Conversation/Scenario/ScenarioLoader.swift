import Yarn

/// What came of loading a scenario: the scenario unless there is an error, and everything worth saying.
public struct LoadedScenario: Sendable {
    /// The scenario; nil when a diagnostic is an error.
    public let scenario: Scenario?
    /// Errors and warnings, in source order.
    public let diagnostics: [Diagnostic]
    /// The files it was made from.
    public let files: [SourceFile]

    /// The diagnostics that refuse the scenario.
    public var errors: [Diagnostic] { diagnostics.filter { $0.severity == .error } }
}

extension Scenario {
    /// Compiles and checks a scenario. It never throws: what is wrong is data, every mistake at once.
    /// - Parameters:
    ///   - slug: its folder's name.
    ///   - files: its Yarn files; the first node of the first one has the headers.
    ///   - vocabulary: the words its tags may use.
    public static func load(slug: String, files: [SourceFile], vocabulary: Vocabulary) -> LoadedScenario {
        loading(slug: slug, files: files, vocabulary: vocabulary).loaded
    }

    /// Loads, and keeps the trees for whoever looks closer.
    static func loading(
        slug: String, files: [SourceFile], vocabulary: Vocabulary
    ) -> (loaded: LoadedScenario, trees: [SyntaxTree]) {
        let compilation = Compiler.compile(files, functions: SessionFunctions.signatures)
        let checked = ScenarioCheck.diagnostics(
            of: compilation.trees, vocabulary: vocabulary, language: compilation.diagnostics.map(Self.asRule))
        let diagnostics = checked.inSourceOrder(of: files)
        guard let program = compilation.program, !diagnostics.contains(where: { $0.severity == .error }),
            let first = compilation.trees.first?.nodes.first
        else {
            return (LoadedScenario(scenario: nil, diagnostics: diagnostics, files: files), compilation.trees)
        }
        var nodes: [String: NodeDetails] = [:]
        let places = Self.curveballPlaces(in: compilation.trees)
        for node in program.nodes {
            // The headers of the first node that are about the whole scenario are read by its heading.
            func measure(_ name: String) -> Int? { node.header(name).flatMap(ScenarioHeading.measure) }
            nodes[node.name] = NodeDetails(
                ending: node.header("ending"), outcome: node.header("outcome").flatMap(Outcome.init(rawValue:)),
                moment: node.header("moment"), micro: node.header("micro"), stepBack: node.header("step_back"),
                thread: node.header("thread"), customer: node.header("customer"), ticket: node.header("ticket"),
                persona: node.header("persona"), channel: node.header("channel").flatMap(Channel.init(rawValue:)),
                trust: measure("trust"), heat: measure("heat"), effort: measure("effort"),
                curveball: node.header("curveball"),
                hasPlace: places.contains(node.name) || places.contains(Self.anyCurveball),
                needsCare: node.header("care") == "yes",
                isEasy: node.header("easy") == "yes", isTyped: node.header("typed") != "no",
                unclear: node.header("unclear"))
        }
        let scenario = Scenario(
            slug: slug, heading: ScenarioHeading(first.headers), files: files, program: program, start: first.title,
            nodes: nodes)
        return (LoadedScenario(scenario: scenario, diagnostics: diagnostics, files: files), compilation.trees)
    }

    /// Stands for every curveball of a scenario.
    private static var anyCurveball: String { "" }

    /// The nodes that the places for curveballs name, and ``anyCurveball`` where one names none or says it only at run time.
    private static func curveballPlaces(in trees: [SyntaxTree]) -> Set<String> {
        var places: Set<String> = []
        for tree in trees {
            tree.walk { statement, _ in
                guard case .command(let command) = statement, command.name == "curveball" else { return }
                let isOpen = command.arguments.isEmpty || command.arguments.contains(where: \.isInterpolated)
                places.formUnion(isOpen ? [anyCurveball] : command.arguments.map(\.text))
            }
        }
        return places
    }

    /// A blank line that cuts a group of options, or a jump to nowhere, is legal Yarn and never meant: in a scenario it is
    /// a mistake.
    private static func asRule(_ diagnostic: Diagnostic) -> Diagnostic {
        guard ["RP0901", "RP0902", "YS0012"].contains(diagnostic.code) else { return diagnostic }
        var diagnostic = diagnostic
        diagnostic.severity = .error
        return diagnostic
    }
}
