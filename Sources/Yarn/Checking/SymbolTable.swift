/// What the names of a program mean; kept with it so that expressions can be compiled later.
struct SymbolTable: Hashable, Sendable {
    var functions: [String: FunctionSignature] = [:]
    var enums: [String: EnumType] = [:]
}

/// A user's enum.
struct EnumType: Hashable, Sendable {
    var name: String
    /// Cases with raw values, in source order.
    var cases: [(name: String, value: Value)]
    /// `number` or `string`.
    var raw: ValueType

    func value(of name: String) -> Value? {
        cases.first { $0.name == name }?.value
    }

    static func == (left: EnumType, right: EnumType) -> Bool {
        left.name == right.name && left.raw == right.raw && left.cases.elementsEqual(right.cases) { $0 == $1 }
    }

    func hash(into hasher: inout Hasher) {
        hasher.combine(name)
    }
}
