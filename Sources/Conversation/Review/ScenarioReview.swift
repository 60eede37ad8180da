import Listening
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
    ///   - ear: hears whether options sound like the moves in their tags; nil leaves that out.
    ///   - budget: how much the walk may do.
    public static func review(
        slug: String, files: [SourceFile], vocabulary: Vocabulary, ear: Ear? = nil,
        budget: PathWalk.Budget = PathWalk.Budget()
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
        found += MailRules(walk: walk).diagnostics()
        if let ear {
            found += HearingRules(trees: trees, heading: scenario.heading, vocabulary: vocabulary, ear: ear)
                .diagnostics()
        }
        // The language says of a variable nobody uses what a rule here would say too.
        let unused = Set(
            loaded.diagnostics.filter { $0.code == DiagnosticCode.unusedVariable.rawValue }.map(\.span.start))
        let isNew = { (diagnostic: Diagnostic) in
            diagnostic.code != ScenarioRule.neverRead.rawValue || !unused.contains(diagnostic.span.start)
        }
        let all = (loaded.diagnostics + found.filter(isNew)).inSourceOrder(of: files)
        return ScenarioReview(loaded: loaded, diagnostics: all, walk: walk)
    }
}
