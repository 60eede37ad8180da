import Conversation
import Foundation

/// One line of a batch: what is to be heard.
struct HearBatchLine {
    /// What a line is known by, as it was written: letters or a whole number.
    enum ID: Codable, Hashable {
        case text(String)
        case number(Int)

        init(from decoder: any Decoder) throws {
            let value = try decoder.singleValueContainer()
            if let number = try? value.decode(Int.self) {
                self = .number(number)
            } else {
                self = .text(try value.decode(String.self))
            }
        }

        func encode(to encoder: any Encoder) throws {
            var value = encoder.singleValueContainer()
            switch self {
            case .text(let text): try value.encode(text)
            case .number(let number): try value.encode(number)
            }
        }
    }

    /// Why a line cannot be heard: a whole sentence.
    struct Failure: Error {
        var id: ID?
        var message: String
    }

    var id: ID
    var text: String
    var customer: String?

    /// Reads a line.
    init(_ bytes: Data) throws(Failure) {
        guard let string = String(validating: bytes, as: UTF8.self) else {
            throw Failure(message: "The line is not UTF-8.")
        }
        let fields: [String: Piece]
        do {
            fields = try JSONDecoder().decode([String: Piece].self, from: Data(string.utf8))
        } catch {
            throw Failure(message: "The line is no JSON object, {\"id\": …, \"text\": …}.")
        }
        guard let piece = fields["id"], let id = piece.id else {
            throw Failure(message: "There is no \"id\", which is a text or a whole number.")
        }
        func value(_ name: String) throws(Failure) -> String? {
            switch fields[name] {
            case nil, .nothing: return nil
            case .text(let text): return text
            default: throw Failure(id: id, message: "The value of \"\(name)\" is no text.")
            }
        }
        guard let text = try value("text") else { throw Failure(id: id, message: "There is no \"text\".") }
        if let name = try value("channel"), Channel(rawValue: name) == nil {
            let names = Channel.allCases.map(\.rawValue).joined(separator: ", ")
            throw Failure(id: id, message: "There is no channel \"\(name.prefix(40))\". There is: \(names).")
        }
        self.id = id
        self.text = text
        customer = try value("customer")
    }

    /// The value of a field.
    private enum Piece: Decodable {
        case text(String)
        case number(Int)
        case nothing
        case other

        init(from decoder: any Decoder) throws {
            guard let value = try? decoder.singleValueContainer() else {
                self = .other
                return
            }
            if value.decodeNil() {
                self = .nothing
            } else if let text = try? value.decode(String.self) {
                self = .text(text)
            } else if (try? value.decode(Bool.self)) == nil, let number = try? value.decode(Int.self) {
                self = .number(number)
            } else {
                self = .other
            }
        }

        var id: ID? {
            switch self {
            case .text(let text): .text(text)
            case .number(let number): .number(number)
            default: nil
            }
        }
    }
}
