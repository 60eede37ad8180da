import Yarn

/// Everything that can be said about a scenario before anybody plays it: what `rapport check` prints.
///
/// ``Scenario/load(slug:files:vocabulary:)`` finds what refuses a scenario, and is quick. A review also walks every path
/// and reads what people say to each other, once there is no error left.
public struct ScenarioReview: Sendable {
    /// The scenario, or why there is none.
    public let loaded: LoadedScenario
    /// Errors, warnings and what is worth knowing, in source order.
    public let diagnostics: [Diagnostic]
    /// How far the walk went; nil when an error stands in its way.
    public let walk: PathWalk?

    /// The diagnostics that are errors.
    public var errors: [Diagnostic] { diagnostics.filter { $0.severity == .error } }
    /// The diagnostics that are warnings.
    public var warnings: [Diagnostic] { diagnostics.filter { $0.severity == .warning } }
}

extension Scenario {
    /// Loads a scenario and reviews it.
    /// - Parameters:
    ///   - slug: its folder's name.
    ///   - files: its Yarn files; the first node of the first one has the headers.
    ///   - vocabulary: the words its tags may use, and those that scold.
    ///   - budget: how much the walk may do.
    public static func review(
        slug: String, files: [SourceFile], vocabulary: Vocabulary, budget: PathWalk.Budget = PathWalk.Budget()
    ) -> ScenarioReview {
        let (loaded, trees) = loading(slug: slug, files: files, vocabulary: vocabulary)
        guard let scenario = loaded.scenario else {
            return ScenarioReview(loaded: loaded, diagnostics: loaded.diagnostics, walk: nil)
        }
        let program = WalkWriter.write(trees, program: scenario.program, heading: scenario.heading)
        let walk = PathWalk(program, budget: budget)
        var found = PathRules(walk: walk, heading: scenario.heading).diagnostics()
        found += VariableRules.diagnostics(trees)
        found += TrapRules.diagnostics(trees)
        found += LanguageRules(
            trees: trees, heading: scenario.heading, vocabulary: vocabulary, walk: walk
        ).diagnostics()
        // The language may say of a variable or a line what a rule here says too.
        let said = Set(
            loaded.diagnostics.filter { ["YS0008", "YS0009", "YS0010"].contains($0.code) }.map(\.span.start))
        let isNew = { (diagnostic: Diagnostic) in
            let rules: [ScenarioRule] = [.neverReached, .lostNode, .neverRead]
            return !said.contains(diagnostic.span.start) || !rules.map(\.rawValue).contains(diagnostic.code)
        }
        let all = Self.sorted(loaded.diagnostics + found.filter(isNew), by: files)
        return ScenarioReview(loaded: loaded, diagnostics: all, walk: walk)
    }

    /// By file in the order given, then by place; those at one place as they were found.
    static func sorted(_ diagnostics: [Diagnostic], by files: [SourceFile]) -> [Diagnostic] {
        var order: [String: Int] = [:]
        for (index, file) in files.enumerated() where order[file.name] == nil { order[file.name] = index }
        let key = { (diagnostic: Diagnostic) in
            (order[diagnostic.span.file] ?? .max, diagnostic.span.start.line, diagnostic.span.start.column)
        }
        return diagnostics.enumerated().sorted { left, right in
            let (first, second) = (key(left.element), key(right.element))
            return first == second ? left.offset < right.offset : first < second
        }.map(\.element)
    }
}
