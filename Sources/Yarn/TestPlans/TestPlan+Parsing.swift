extension TestPlan {
    /// Reads a plan; what cannot be read is in `diagnostics`, what is not known is kept as `other`.
    public init(parsing file: SourceFile) {
        self.init(runs: [], diagnostics: [])
        let source = SourceText(file)
        var run: [PlacedStep] = []
        for index in source.lines.indices {
            let range = source.trimmed(source.lines[index])
            guard !range.isEmpty, source.bytes[range.lowerBound] != 0x23 else { continue }
            let text = source.string(range)
            if text.hasPrefix("---") {
                runs.append(run)
                run = []
                continue
            }
            let span = source.span(range)
            let (directive, argument) = TestPlan.split(TestPlan.uncommented(text))
            do throws(Diagnostic) {
                let (step, tags) = try TestPlan.step(directive, argument, at: span)
                run.append(PlacedStep(step: step, line: index + 1, tags: tags, span: span))
            } catch {
                diagnostics.append(error)
            }
        }
        runs.append(run)
    }

    /// The step without the comment behind it, where no hashtags can stand. A hash sign in a quoted text begins none.
    private static func uncommented(_ text: String) -> String {
        guard ["select", "stop", "node", "set", "saliency"].contains(where: text.hasPrefix) else { return text }
        let quoted = text.lastIndex(of: "\"") ?? text.startIndex
        guard let hash = text[quoted...].firstIndex(of: "#") else { return text }
        return trimmed(text[..<hash])
    }

    /// `line: text` → `line` and `text`.
    private static func split(_ text: String) -> (directive: String, argument: String) {
        guard let colon = text.firstIndex(of: ":") else { return (text, "") }
        return (trimmed(text[..<colon]), trimmed(text[text.index(after: colon)...]))
    }

    private static func trimmed(_ text: Substring) -> String {
        var rest = text
        while rest.first?.isWhitespace == true { rest.removeFirst() }
        while rest.last?.isWhitespace == true { rest.removeLast() }
        return String(rest)
    }

    private static func step(
        _ directive: String, _ argument: String, at span: SourceSpan
    ) throws(Diagnostic) -> (Step, [String]) {
        switch directive {
        case "line":
            if argument.hasPrefix("*") { return (.line(nil), tags(in: argument.dropFirst())) }
            let (text, rest) = try quoted(argument, of: directive, at: span)
            return (.line(text), tags(in: rest))
        case "option":
            let (text, rest) = try quoted(argument, of: directive, at: span)
            return (.option(text, isDisabled: rest.contains("[disabled]")), tags(in: rest))
        case "command":
            let (text, rest) = try quoted(argument, of: directive, at: span)
            return (.command(text), tags(in: rest))
        case "select":
            guard let number = Int(argument), number >= 0 else {
                throw Diagnostic(.badTestPlan, "`\(argument)` is no option.", at: span, expected: "select: 1")
            }
            return (.select(number), [])
        case "stop" where argument.isEmpty: return (.stop, [])
        case "node": return (.node(argument), [])
        case "set": return (try assignment(argument, at: span), [])
        case "saliency":
            guard let strategy = SaliencyStrategy(rawValue: argument) else {
                let names = SaliencyStrategy.allCases.map(\.rawValue)
                throw Diagnostic(
                    .badTestPlan, "There is no strategy `\(argument)`.", at: span,
                    expected: names.joined(separator: ", "),
                    hint: Spelling.nearest(to: argument, in: names).map { "Did you mean `\($0)`?" })
            }
            return (.saliency(strategy), [])
        default: return (.other(directive: directive, argument: argument), [])
        }
    }

    /// The text between back quotes, and what follows it.
    private static func quoted(
        _ argument: String, of directive: String, at span: SourceSpan
    ) throws(Diagnostic) -> (String, Substring) {
        guard argument.first == "`", let end = argument.dropFirst().firstIndex(of: "`") else {
            throw Diagnostic(
                .badTestPlan, "The text is not in back quotes.", at: span, expected: "\(directive): `text`")
        }
        return (
            String(argument[argument.index(after: argument.startIndex)..<end]), argument[argument.index(after: end)...]
        )
    }

    private static func tags(in text: Substring) -> [String] {
        text.split(whereSeparator: \.isWhitespace).filter { $0.hasPrefix("#") }.map { String($0.dropFirst()) }
    }

    private static func assignment(_ argument: String, at span: SourceSpan) throws(Diagnostic) -> Step {
        if let equals = argument.firstIndex(of: "=") {
            let name = trimmed(argument[..<equals])
            let text = trimmed(argument[argument.index(after: equals)...])
            if name.hasPrefix("$"), name.dropFirst().description.isIdentifier {
                switch text {
                case "true", "True": return .set(name, .bool(true))
                case "false", "False": return .set(name, .bool(false))
                default:
                    if let number = MarkupScanner.number(text) { return .set(name, .number(number)) }
                    if text.count >= 2, text.hasPrefix("\""), text.hasSuffix("\"") {
                        return .set(name, .string(String(text.dropFirst().dropLast())))
                    }
                }
            }
        }
        throw Diagnostic(
            .badTestPlan, "This sets nothing.", at: span,
            expected: "set: $name = true, false, a number or a text in quotes")
    }
}
