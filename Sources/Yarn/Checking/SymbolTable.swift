/// What the names of a program mean; kept with it so that expressions can be compiled later.
struct SymbolTable: Hashable, Sendable {
    var functions: [String: FunctionSignature] = [:]
    var enums: [String: EnumType] = [:]
}

/// A user's enum.
struct EnumType: Hashable, Sendable {
    struct Case: Hashable, Sendable {
        var name: String
        var value: Value
    }

    var name: String
    /// Cases with raw values, in source order.
    private(set) var cases: [Case] = []
    /// `number` or `string`.
    var raw: ValueType
    private var places: [String: Int] = [:]

    init(name: String, raw: ValueType) {
        self.name = name
        self.raw = raw
    }

    mutating func add(_ name: String, _ value: Value) {
        places[name] = cases.count
        cases.append(Case(name: name, value: value))
    }

    func value(of name: String) -> Value? {
        places[name].map { cases[$0].value }
    }
}
