/// Texts as C reads them, for as long as a call lasts.
enum LentTexts {
    /// Calls `body` with a pointer to each text, ended by a NUL; nil stays nil.
    static func lend<Result>(
        _ texts: [String?], _ body: (UnsafePointer<UnsafePointer<CChar>?>) -> Result
    ) -> Result {
        var bytes: [CChar] = []
        var starts: [Int?] = []
        for text in texts {
            starts.append(text == nil ? nil : bytes.count)
            guard let text else { continue }
            bytes.append(contentsOf: text.utf8.lazy.map { CChar(bitPattern: $0) })
            bytes.append(0)
        }
        bytes.append(0)
        return bytes.withUnsafeBufferPointer { buffer in
            // There is at least the NUL above.
            let pointers: [UnsafePointer<CChar>?] =
                starts.map { start in start.flatMap { offset in buffer.baseAddress.map { $0 + offset } } } + [nil]
            return pointers.withUnsafeBufferPointer { pointers in
                guard let base = pointers.baseAddress else { preconditionFailure("a list with one member is empty") }
                return body(base)
            }
        }
    }
}
