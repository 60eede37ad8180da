extension Sequence<Diagnostic> {
    /// By file in the order given, then by place; those at one place as they were found.
    public func inSourceOrder(of files: [SourceFile]) -> [Diagnostic] {
        var order: [String: Int] = [:]
        for (index, file) in files.enumerated() where order[file.name] == nil { order[file.name] = index }
        let key = { (diagnostic: Diagnostic) in
            (order[diagnostic.span.file] ?? .max, diagnostic.span.start.line, diagnostic.span.start.column)
        }
        return enumerated().sorted { left, right in
            let (first, second) = (key(left.element), key(right.element))
            return first == second ? left.offset < right.offset : first < second
        }.map(\.element)
    }
}
