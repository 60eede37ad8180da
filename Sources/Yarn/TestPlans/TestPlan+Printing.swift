extension TestPlan: CustomStringConvertible {
    /// The plan as a file: one step a line, runs divided by `---`. Reading it gives the same runs.
    public var description: String {
        runs.map { steps in steps.map { "\($0.step)\n" }.joined() }.joined(separator: "---\n")
    }
}

extension TestPlan.Step: CustomStringConvertible {
    /// The step as it stands in a plan.
    ///
    /// The format has no way to write a back quote inside a text. Such a line is printed as any line, `line: *`.
    public var description: String {
        switch self {
        case .line(let text): Self.quoted(text).map { "line: \($0)" } ?? "line: *"
        case .option(let text, let isDisabled):
            "option: \(Self.quoted(text) ?? "``")\(isDisabled ? " [disabled]" : "")"
        case .select(let number): "select: \(number)"
        case .command(let text): "command: \(Self.quoted(text) ?? "``")"
        case .stop: "stop"
        case .set(let name, .string(let text)): "set: \(name) = \"\(text)\""
        case .set(let name, let value): "set: \(name) = \(value)"
        case .node(let name): "node: \(name)"
        case .saliency(let strategy): "saliency: \(strategy.rawValue)"
        case .other(let directive, let argument): argument.isEmpty ? directive : "\(directive): \(argument)"
        }
    }

    private static func quoted(_ text: String?) -> String? {
        guard let text, !text.contains(where: { $0 == "`" || $0.isNewline }) else { return nil }
        return "`\(text)`"
    }
}
