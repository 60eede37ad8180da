import ArgumentParser
import Foundation
import Yarn

/// `rapport yarn markup 'Mae: [b]Hi[/b]'`
struct YarnMarkupCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "markup", abstract: "Read the markup of one line and print what it says, as JSON.",
        discussion: """
            The text is that of a line whose values are filled in. The name before the colon is kept in it, as an \
            attribute `character`. When anything is wrong the text is printed as it is, and `diagnostics` say why.
            """)

    @Argument(help: "The line.")
    var text: String

    @Option(
        name: .long,
        help: ArgumentHelp("What positions count: characters as a reader sees them, or utf16.", valueName: "UNIT"))
    var units = LineMarkup.Unit.characters

    func run() throws {
        // Composed, as the reference reads it: a letter and its accent are one 16-bit unit where they can be.
        let markup = LineMarkup(of: text.precomposedStringWithCanonicalMapping, countedIn: units)
        let attributes = markup.attributes.map { attribute in
            Report.Attribute(
                name: attribute.name, position: attribute.start, length: attribute.length,
                properties: Dictionary(attribute.properties.map { ($0.name, JSONValue($0.value)) }) { $1 })
        }
        try JSONOutput.say(Report(text: markup.text, attributes: attributes, diagnostics: markup.problems))
    }

    private struct Report: Encodable {
        struct Attribute: Encodable {
            var name: String
            var position: Int
            var length: Int
            var properties: [String: JSONValue]
        }

        var text: String
        var attributes: [Attribute]
        var diagnostics: [String]
    }
}

extension LineMarkup.Unit: ExpressibleByArgument {}

/// A value of Yarn as JSON has it: whole numbers without a point, others with as many digits as Yarn prints.
struct JSONValue: Encodable {
    var value: Value

    init(_ value: Value) { self.value = value }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        switch value {
        case .bool(let truth): try container.encode(truth)
        case .string(let text): try container.encode(text)
        case .number(let number):
            if let whole = Int(exactly: number) {
                try container.encode(whole)
            } else if number.isFinite, let double = Double(number.description) {
                try container.encode(double)
            } else {
                try container.encode(value.description)
            }
        }
    }
}
