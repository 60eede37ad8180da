/// One thing in the body of a node.
public indirect enum Statement: Hashable, Sendable {
    /// A line of text.
    case line(LineSyntax)
    /// A group of `->` options, asked together.
    case options(OptionGroup)
    /// A group of `=>` items, of which one is said.
    case lineGroup(OptionGroup)
    /// `<<if>>` … `<<endif>>`.
    case `if`(IfSyntax)
    /// `<<once>>` … `<<endonce>>`.
    case once(OnceSyntax)
    /// `<<set $x = …>>`.
    case set(SetSyntax)
    /// `<<declare $x = …>>`.
    case declare(DeclareSyntax)
    /// `<<enum X>>` … `<<endenum>>`.
    case `enum`(EnumSyntax)
    /// `<<jump …>>`.
    case jump(JumpSyntax)
    /// `<<detour …>>`.
    case detour(JumpSyntax)
    /// `<<return>>`, with its place.
    case `return`(SourceSpan)
    /// `<<stop>>`, with its place.
    case stop(SourceSpan)
    /// `<<call f(…)>>`, with its place.
    case call(Expression, SourceSpan)
    /// A command for the host.
    case command(CommandSyntax)

    /// Where the statement stands, with everything inside it.
    public var span: SourceSpan {
        switch self {
        case .line(let line): line.span
        case .options(let group), .lineGroup(let group): group.span
        case .if(let syntax): syntax.span
        case .once(let syntax): syntax.span
        case .set(let syntax): syntax.span
        case .declare(let syntax): syntax.span
        case .enum(let syntax): syntax.span
        case .jump(let syntax), .detour(let syntax): syntax.span
        case .return(let span), .stop(let span), .call(_, let span): span
        case .command(let command): command.span
        }
    }

    /// The lists of statements inside this one, in source order.
    public var bodies: [[Statement]] {
        switch self {
        case .options(let group), .lineGroup(let group): group.items.map(\.body)
        case .if(let syntax): syntax.branches.map(\.body)
        case .once(let syntax): [syntax.body, syntax.otherwise ?? []]
        default: []
        }
    }

    /// Visits statements in source order, outer ones before the statements inside them.
    public static func walk(_ statements: [Statement], _ visit: (Statement) -> Void) {
        var pending: [ArraySlice<Statement>] = [statements[...]]
        while var rest = pending.popLast() {
            guard let next = rest.popFirst() else { continue }
            pending.append(rest)
            visit(next)
            for body in next.bodies.reversed() where !body.isEmpty { pending.append(body[...]) }
        }
    }
}

/// `->` or `=>` items that belong together.
public struct OptionGroup: Hashable, Sendable {
    /// One item: its line and what follows when it is taken.
    public struct Item: Hashable, Sendable {
        /// The text behind the arrow, with condition and hashtags.
        public var line: LineSyntax
        /// The indented statements below it.
        public var body: [Statement]
        /// Where the arrow stands.
        public var arrow: SourceSpan
    }

    /// The items in source order; at least one.
    public var items: [Item]
    /// From the first arrow to the end of the last body.
    public var span: SourceSpan
}

/// `<<if>>` with all its branches.
public struct IfSyntax: Hashable, Sendable {
    /// One branch.
    public struct Branch: Hashable, Sendable {
        /// When it is taken; nil for `else`.
        public var condition: Expression?
        /// What it does.
        public var body: [Statement]
        /// The place of its `<<if …>>`, `<<elseif …>>` or `<<else>>`.
        public var span: SourceSpan
    }

    /// In source order; the first whose condition is true is taken.
    public var branches: [Branch]
    /// From `<<if` to `endif>>`.
    public var span: SourceSpan
}

/// `<<once>>` as a block.
public struct OnceSyntax: Hashable, Sendable {
    /// A further condition: `<<once if …>>`.
    public var condition: Expression?
    /// What is done once.
    public var body: [Statement]
    /// What is done at all other times, if there is an `<<else>>`.
    public var otherwise: [Statement]?
    /// From `<<once` to `endonce>>`.
    public var span: SourceSpan
}

/// `<<set $x = …>>` and its kin.
public struct SetSyntax: Hashable, Sendable {
    /// The variable, with `$`.
    public var variable: String
    /// Where the variable stands.
    public var variableSpan: SourceSpan
    /// The operator of `+=` and its kin; nil for a plain assignment.
    public var operation: BinaryOperator?
    /// The value.
    public var value: Expression
    /// The whole command.
    public var span: SourceSpan
}

/// `<<declare $x = … as …>>`.
public struct DeclareSyntax: Hashable, Sendable {
    /// The variable, with `$`.
    public var variable: String
    /// Where the variable stands.
    public var variableSpan: SourceSpan
    /// The initial value, or what a smart variable computes.
    public var value: Expression
    /// The name behind `as`.
    public var typeName: String?
    /// Where that name stands.
    public var typeSpan: SourceSpan?
    /// The whole command.
    public var span: SourceSpan

    /// True when the value is computed at each read: anything but a literal, a negative number or an enum case.
    public var isSmart: Bool { !value.isLiteral }
}

/// `<<enum X>>` with its cases.
public struct EnumSyntax: Hashable, Sendable {
    /// One case.
    public struct Case: Hashable, Sendable {
        /// Its name.
        public var name: String
        /// The value behind `=`, if any.
        public var rawValue: Expression?
        /// Where the name stands.
        public var span: SourceSpan
    }

    /// The name of the enum.
    public var name: String
    /// Where the name stands.
    public var nameSpan: SourceSpan
    /// The cases in source order.
    public var cases: [Case]
    /// From `<<enum` to `endenum>>`.
    public var span: SourceSpan
}

/// Where a `<<jump>>` or `<<detour>>` leads.
public struct JumpSyntax: Hashable, Sendable {
    /// A node by name, or an expression that gives the name.
    public enum Target: Hashable, Sendable {
        /// A literal name.
        case node(String)
        /// `{…}`.
        case expression(Expression)
    }

    /// Where it leads.
    public var target: Target
    /// Where the target stands.
    public var targetSpan: SourceSpan
    /// The whole command.
    public var span: SourceSpan
}
