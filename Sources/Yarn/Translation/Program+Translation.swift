extension Program {
    /// The program as it speaks another language. Lines without translation stay as they are; ids, tags and places too.
    ///
    /// Values go where the translation has their placeholders: in another order, several times, or not at all.
    public func translated(by translation: Translation) -> Program {
        let texts = translation.texts
        let plurals = PluralRules(locale: translation.language) ?? PluralRules(unknown: translation.language)
        var program = self
        for index in program.lines.indices {
            let line = program.lines[index]
            guard let text = texts[line.shadows ?? line.id], text != line.template else { continue }
            let (pieces, numbers) = Placeholders.cut(text, count: line.pieces.count - 1)
            program.lines[index].rewrite(text, pieces: pieces, order: numbers, plurals: plurals)
        }
        return program
    }
}
