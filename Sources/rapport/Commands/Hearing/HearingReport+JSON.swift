import Listening

// The same for programs. Docs/Listening.md says what each name means.
extension HearingReport {
    struct Document: Encodable {
        struct Move: Encodable {
            var move: String, name: String
            var harms: Bool
            var confidence: Double
            var certainty: String
            var span: [Int]
            var words: String
        }

        struct Questions: Encodable {
            var open: Int, closed: Int
            var stacked: Bool
        }

        struct Promise: Encodable {
            var due: String
            var span: [Int]
            var words: String
        }

        struct Apology: Encodable {
            var namesHarm: Bool, owns: Bool, mends: Bool, saysWhen: Bool
        }

        struct Boundary: Encodable {
            var namesLimit: Bool, offersHelp: Bool, saysConsequence: Bool
        }

        struct Echo: Encodable {
            var word: String
            var span: [Int]
        }

        var version = 1
        var table: String
        var moves: [Move]
        var questions: Questions
        var promises: [Promise]
        var apology: Apology?
        var boundary: Boundary?
        var echo: [Echo]?
        var orders: [String]
        var words: Int
        var isCut: Bool
        var tooLong: String?
    }

    /// The report as JSON with sorted keys.
    func json(table: String) -> some Encodable {
        Document(
            table: table,
            moves: HeardLine.told(hearing).map { move in
                Document.Move(
                    move: move.move, name: vocabulary.move(move.move)?.name ?? move.move, harms: move.harms,
                    confidence: HeardLine.rounded(move.confidence), certainty: move.certainty,
                    span: [move.span.lowerBound, move.span.upperBound], words: written(move.span))
            },
            questions: Document.Questions(
                open: hearing.questions.open, closed: hearing.questions.closed, stacked: hearing.questions.isStacked),
            promises: hearing.promises.map { promise in
                Document.Promise(
                    due: Self.words(for: promise.due), span: [promise.span.lowerBound, promise.span.upperBound],
                    words: written(promise.span))
            },
            apology: hearing.apology.map { parts in
                Document.Apology(
                    namesHarm: parts.namesHarm, owns: parts.owns, mends: parts.mends, saysWhen: parts.saysWhen)
            },
            boundary: hearing.boundary.map { parts in
                Document.Boundary(
                    namesLimit: parts.namesLimit, offersHelp: parts.offersHelp, saysConsequence: parts.saysConsequence)
            },
            echo: hearing.echo.map { echo in
                zip(echo.words, echo.spans).map { Document.Echo(word: $0, span: [$1.lowerBound, $1.upperBound]) }
            },
            orders: hearing.orders.map(\.rawValue), words: hearing.wordCount, isCut: hearing.isCut, tooLong: tooLong)
    }

    private func written(_ span: Range<Int>) -> String {
        String(String.UnicodeScalarView(text.unicodeScalars.dropFirst(span.lowerBound).prefix(span.count)))
    }
}
