/// The smallest piece of a body that has a meaning of its own.
struct Token: Equatable {
    enum Kind: Equatable {
        case newline, indent, dedent, blankAfterOption
        case optionArrow, itemArrow
        case text, strayText, escape, hashtag
        case openBrace, closeBrace
        case openCommand, closeCommand, commandText
        case keyword(Keyword)
        case identifier, variable, number, string
        /// A string whose closing quote is missing.
        case openString
        case symbol(Symbol)
        case unknown
        case end
    }

    var kind: Kind
    /// Bytes in the source.
    var range: Range<Int>
}

/// A word that begins a statement when it stands first inside `<< >>`.
enum Keyword: String, CaseIterable {
    case `if`, elseif, `else`, endif, set, declare, call, jump, detour, `return`, `enum`, `case`, endenum, once,
        endonce, stop
    /// Reserved by the language.
    case local
}

/// Punctuation of expressions.
enum Symbol: String, CaseIterable {
    case lessOrEqual = "<="
    case greaterOrEqual = ">="
    case equal = "=="
    case notEqual = "!="
    case and = "&&"
    case or = "||"
    case addAssign = "+="
    case subtractAssign = "-="
    case multiplyAssign = "*="
    case divideAssign = "/="
    case remainderAssign = "%="
    case add = "+"
    case subtract = "-"
    case multiply = "*"
    case divide = "/"
    case remainder = "%"
    case less = "<"
    case greater = ">"
    case not = "!"
    case xor = "^"
    case assign = "="
    case open = "("
    case close = ")"
    case comma = ","
    case dot = "."
}
