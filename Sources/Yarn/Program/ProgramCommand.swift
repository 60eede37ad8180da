extension Program {
    /// A command for the host, before its values are known.
    final class Command: Sendable {
        /// Literal texts around the values.
        let pieces: [String]
        /// Where it stands.
        let span: SourceSpan
        private let fixed: IssuedCommand

        init(pieces: [String], span: SourceSpan) {
            self.pieces = pieces
            self.span = span
            fixed = IssuedCommand(text: Self.trimmed(pieces.first ?? ""), span: span)
        }

        /// The command with its values in it.
        func issued(with values: ArraySlice<Value>) -> IssuedCommand {
            guard pieces.count > 1 else { return fixed }
            let text = TextPart.filled(pieces, values, length: 0)
            return IssuedCommand(text: Self.trimmed(text), span: span)
        }

        private static func trimmed(_ text: String) -> String {
            var rest = text[...]
            while rest.first?.isWhitespace == true { rest.removeFirst() }
            while rest.last?.isWhitespace == true { rest.removeLast() }
            return String(rest)
        }
    }
}
