/// The functions that belong to the language.
public enum BuiltInFunction: String, Hashable, Sendable, CaseIterable {
    case visited
    case visitedCount = "visited_count"
    case hasAnyContent = "has_any_content"
    case random
    case randomRange = "random_range"
    case randomRangeFloat = "random_range_float"
    case dice, min, max, round
    case roundPlaces = "round_places"
    case floor, ceil, int, decimal, inc, dec, string, number, bool, format
    case formatInvariant = "format_invariant"

    /// What it takes and gives.
    public var signature: FunctionSignature {
        let (parameters, result): ([ParameterType], ValueType) =
            switch self {
            case .visited, .hasAnyContent: ([.string], .bool)
            case .visitedCount: ([.string], .number)
            case .random: ([], .number)
            case .randomRange, .randomRangeFloat, .min, .max, .roundPlaces: ([.number, .number], .number)
            case .dice, .round, .floor, .ceil, .int, .decimal, .inc, .dec: ([.number], .number)
            case .string: ([.any], .string)
            case .number: ([.any], .number)
            case .bool: ([.any], .bool)
            case .format: ([.string, .any], .string)
            case .formatInvariant: ([.number], .string)
            }
        return FunctionSignature(name: rawValue, parameters: parameters, result: result)
    }
}
