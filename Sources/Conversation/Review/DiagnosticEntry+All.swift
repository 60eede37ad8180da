import Yarn

extension DiagnosticEntry {
    /// Everything that can be said about a scenario: what the language says, then its own rules, then those of translations.
    public static var all: [DiagnosticEntry] {
        DiagnosticCode.allCases.map(\.entry) + ScenarioRule.allCases.map(\.entry)
            + TranslationRule.allCases.map(\.entry)
    }
}
