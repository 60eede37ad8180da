/// A value while a script runs.
///
/// Its `Codable` form holds whole numbers only, so that it is the same everywhere: a number is its IEEE bit pattern.
public enum Value: Hashable, Sendable {
    /// A 32-bit floating-point number.
    case number(Float)
    /// Text.
    case string(String)
    /// True or false.
    case bool(Bool)

    /// The type of the value; a case of an enum has the type of its raw value.
    public var type: ValueType {
        switch self {
        case .number: .number
        case .string: .string
        case .bool: .bool
        }
    }

    /// Equal as numbers, texts or truth values; values are the same when their kinds and contents are.
    public static func == (left: Value, right: Value) -> Bool {
        switch (left, right) {
        case (.number(let left), .number(let right)): left.bitPattern == right.bitPattern
        case (.string(let left), .string(let right)): left == right
        case (.bool(let left), .bool(let right)): left == right
        default: false
        }
    }

    /// Feeds kind and content, numbers by their bits.
    public func hash(into hasher: inout Hasher) {
        switch self {
        case .number(let number): hasher.combine(number.bitPattern)
        case .string(let text): hasher.combine(text)
        case .bool(let truth): hasher.combine(truth)
        }
    }
}

extension Value: Codable {
    private enum Key: String, CodingKey {
        case number = "n"
        case string = "s"
        case bool = "b"
    }

    /// Reads `{"n": bits}`, `{"s": text}` or `{"b": true}`.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: Key.self)
        if let bits = try container.decodeIfPresent(UInt32.self, forKey: .number) {
            self = .number(Float(bitPattern: bits))
        } else if let text = try container.decodeIfPresent(String.self, forKey: .string) {
            self = .string(text)
        } else {
            self = .bool(try container.decode(Bool.self, forKey: .bool))
        }
    }

    /// Writes `{"n": bits}`, `{"s": text}` or `{"b": true}`.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        switch self {
        case .number(let number): try container.encode(number.bitPattern, forKey: .number)
        case .string(let text): try container.encode(text, forKey: .string)
        case .bool(let truth): try container.encode(truth, forKey: .bool)
        }
    }
}
