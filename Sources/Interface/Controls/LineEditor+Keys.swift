import Terminal

extension LineEditor {
    /// Takes a key by a key table: types it, or does what the table says.
    /// - Returns: what came of it; nil when the key is not the editor's.
    @discardableResult
    mutating func take(_ key: Key, in keys: KeyTable) -> Outcome? {
        if key.typed != nil { return handle(key) }
        return keys.edit(for: key).map { perform($0) }
    }
}
