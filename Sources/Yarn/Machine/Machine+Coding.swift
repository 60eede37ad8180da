extension Machine: Codable {
    private enum Key: String, CodingKey {
        case phase, node, position, isArriving, waiting, pending, values, spent, trail, isAskingAgain
    }

    /// Reads what `encode` wrote, now or in an earlier version; whether it belongs to a program is checked when it is used.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: Key.self)
        phase = try container.decode(Phase.self, forKey: .phase)
        node = try container.decode(Int.self, forKey: .node)
        position = try container.decode(Int.self, forKey: .position)
        isArriving = try container.decode(Bool.self, forKey: .isArriving)
        waiting = try container.decode([Waiting].self, forKey: .waiting)
        pending = try container.decode([Pending].self, forKey: .pending)
        values = try container.decodeIfPresent([Value].self, forKey: .values) ?? []
        spent = try container.decode(Int.self, forKey: .spent)
        trail = try container.decode([Int].self, forKey: .trail)
        isAskingAgain = try container.decodeIfPresent(Bool.self, forKey: .isAskingAgain) ?? false
    }

    /// Writes whole numbers, truth values and the values of the text that the machine stopped at.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        try container.encode(phase, forKey: .phase)
        try container.encode(node, forKey: .node)
        try container.encode(position, forKey: .position)
        try container.encode(isArriving, forKey: .isArriving)
        try container.encode(waiting, forKey: .waiting)
        try container.encode(pending, forKey: .pending)
        if !values.isEmpty { try container.encode(values, forKey: .values) }
        try container.encode(spent, forKey: .spent)
        try container.encode(trail, forKey: .trail)
        if isAskingAgain { try container.encode(true, forKey: .isAskingAgain) }
    }
}

extension Machine.Pending: Codable {
    private enum Key: String, CodingKey {
        case target, isAvailable, line, values
    }

    /// An option of an earlier version says only where it leads: it can be taken, and not be read again.
    init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: Key.self)
        target = try container.decode(Int.self, forKey: .target)
        isAvailable = try container.decode(Bool.self, forKey: .isAvailable)
        line = try container.decodeIfPresent(Int.self, forKey: .line) ?? -1
        values = try container.decodeIfPresent(Int.self, forKey: .values) ?? 0
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        try container.encode(target, forKey: .target)
        try container.encode(isAvailable, forKey: .isAvailable)
        try container.encode(line, forKey: .line)
        if values > 0 { try container.encode(values, forKey: .values) }
    }
}
