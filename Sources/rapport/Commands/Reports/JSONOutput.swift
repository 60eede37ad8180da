import Foundation
import Terminal

/// JSON on standard output: sorted keys, and no character in it that a terminal would not show as it is.
enum JSONOutput {
    static func say(_ value: some Encodable) throws {
        print(try text(of: value))
    }

    /// The JSON of a value; what could steer a terminal, or would not be shown, is written `\uXXXX`.
    static func text(of value: some Encodable) throws -> String {
        try text(of: value, [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes])
    }

    /// The same on one line, for JSON Lines.
    static func line(of value: some Encodable) throws -> String {
        try text(of: value, [.sortedKeys, .withoutEscapingSlashes])
    }

    private static func text(of value: some Encodable, _ form: JSONEncoder.OutputFormatting) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = form
        var result = ""
        for character in String(decoding: try encoder.encode(value), as: UTF8.self) {
            let cluster = String(character)
            if character == "\n" || DisplayText.sanitised(cluster) == cluster {
                result.append(character)
            } else {
                for unit in cluster.utf16 { result += escaped(unit) }
            }
        }
        return result
    }

    private static func escaped(_ unit: UInt16) -> String {
        if unit >= 0x20, unit < 0x7F { return String(UnicodeScalar(UInt8(unit))) }
        let digits = String(unit, radix: 16)
        return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
    }
}
