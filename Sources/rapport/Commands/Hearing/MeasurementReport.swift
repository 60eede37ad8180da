import Foundation
import Listening

/// How well lines were heard, as `rapport listen measure` tells it.
struct MeasurementReport {
    /// What was heard: the path of a file, or a name.
    var name: String
    var measurement: Listening.Measurement
    /// The table's name.
    var table: String

    /// What a figure has to be: the aims of Docs/Listening.md.
    struct Aim {
        var name: String
        var figure: Double
        /// It is to be at least this, or at most.
        var bound: Double
        var isLeast: Bool

        var isMet: Bool { isLeast ? figure >= bound : figure <= bound }
    }

    /// What is aimed at.
    var aims: [Aim] {
        [
            Aim(name: "macro-F1", figure: measurement.macroF1, bound: 0.70, isLeast: true),
            Aim(name: "right among the first three", figure: measurement.topThree, bound: 0.92, isLeast: true),
            Aim(
                name: "helping lines heard as harming", figure: measurement.blamedShare, bound: 0.02, isLeast: false),
            Aim(name: "plain lines heard as a move", figure: measurement.alarmShare, bound: 0.05, isLeast: false),
        ]
    }
    /// The aims that are missed.
    var missed: [Aim] { aims.filter { !$0.isMet } }

    /// How many confusions are told.
    private static let mostConfusions = 10

    // MARK: For people

    /// For people: what was heard, the aims, every move, and what is taken for what.
    var words: String {
        var lines = [
            "\(name): \(measurement.lines) lines that make a move, \(measurement.neutral) that make none; table \(table)",
            "",
        ]
        for aim in aims {
            let bound = "\(aim.isLeast ? "at least" : "at most") \(Self.figure(aim.bound, aim.isLeast))"
            lines.append(
                Self.row(aim.name, Self.figure(aim.figure, aim.isLeast))
                    + "  \(bound): \(aim.isMet ? "yes" : "missed")")
        }
        lines.append(Self.row("right first", Self.figure(measurement.topOne, true)))
        lines += ["", "Each move, the worst first: F1, and lines heard rightly, wrongly, not"]
        for move in measurement.moves.sorted(by: { ($0.f1, $0.move) < ($1.f1, $1.move) }) {
            lines.append(
                Self.row(move.move, Self.figure(move.f1, true)) + "  \(move.right) \(move.wrong) \(move.missed)")
        }
        let confusions = measurement.confusions.prefix(Self.mostConfusions)
        if !confusions.isEmpty { lines += ["", "Taken for another most often"] }
        lines += confusions.map { "  \($0.count)× \($0.made), heard as \($0.heard)" }
        return lines.joined(separator: "\n")
    }

    /// On one line, for comparing.
    var line: String {
        aims.map { "\($0.name) \(Self.figure($0.figure, $0.isLeast))" }.joined(separator: ", ")
            + ", right first \(Self.figure(measurement.topOne, true))"
    }

    private static func row(_ name: String, _ figure: String) -> String {
        "  " + name + String(repeating: " ", count: max(1, 40 - name.count - figure.count)) + figure
    }

    /// `0.861`, or a share that is to be small, `2.1 %`.
    private static func figure(_ value: Double, _ isPlain: Bool) -> String {
        isPlain ? String(format: "%.3f", value) : String(format: "%.1f %%", value * 100)
    }

    // MARK: For programs

    struct Document: Encodable {
        struct Move: Encodable {
            var move: String
            var f1: Double
            var right: Int, wrong: Int, missed: Int
        }

        struct Confusion: Encodable {
            var made: String, heard: String
            var count: Int
        }

        var version = 1
        var file: String, table: String
        var isFrozen: Bool
        var lines: Int, neutral: Int
        var macroF1: Double, topOne: Double, topThree: Double
        var helpfulFlaggedHarmful: Double, neutralFalseAlarms: Double
        var missedAims: [String]
        var moves: [Move]
        var confusions: [Confusion]
    }

    /// As JSON with sorted keys; shares from 0 to 1.
    func json(isFrozen: Bool) -> some Encodable {
        Document(
            file: name, table: table, isFrozen: isFrozen, lines: measurement.lines, neutral: measurement.neutral,
            macroF1: Self.rounded(measurement.macroF1), topOne: Self.rounded(measurement.topOne),
            topThree: Self.rounded(measurement.topThree),
            helpfulFlaggedHarmful: Self.rounded(measurement.blamedShare),
            neutralFalseAlarms: Self.rounded(measurement.alarmShare), missedAims: missed.map(\.name),
            moves: measurement.moves.map {
                Document.Move(
                    move: $0.move, f1: Self.rounded($0.f1), right: $0.right, wrong: $0.wrong, missed: $0.missed)
            },
            confusions: measurement.confusions.prefix(Self.mostConfusions).map {
                Document.Confusion(made: $0.made, heard: $0.heard, count: $0.count)
            })
    }

    private static func rounded(_ value: Double) -> Double { (value * 10_000).rounded() / 10_000 }
}
