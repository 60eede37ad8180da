extension Program {
    /// The program as it speaks another language. Lines without translation stay as they are; ids, tags and places too.
    ///
    /// Values go where the translation has their placeholders: in another order, several times, or not at all.
    public func translated(by translation: Translation) -> Program {
        let texts = translation.texts
        var program = self
        for index in program.lines.indices {
            let line = program.lines[index]
            guard let text = texts[line.shadows ?? line.id], text != line.template else { continue }
            let (pieces, numbers) = Placeholders.cut(text, count: line.pieces.count - 1)
            program.lines[index].template = text
            program.lines[index].pieces = pieces
            program.lines[index].order = numbers
        }
        return program
    }
}

extension Program.Line {
    /// The values in the order in which the text has them.
    func arranged(_ values: [Value]) -> [Value] {
        guard let order else { return values }
        return order.compactMap { values.indices.contains($0) ? values[$0] : nil }
    }
}
