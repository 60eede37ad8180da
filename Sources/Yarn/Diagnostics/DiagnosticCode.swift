/// Every diagnostic of this room: the table that messages, documentation and tests are made from.
///
/// `YS` codes are those of the Yarn language. `RP09` codes are this room's own.
public enum DiagnosticCode: String, CaseIterable, Hashable, Sendable {
    case implicitTypeConflict = "YS0001"
    case typeMismatch = "YS0002"
    case undeclaredVariable = "YS0003"
    case missingDelimiter = "YS0004"
    case syntax = "YS0005"
    case unclosedCommand = "YS0006"
    case unclosedBlock = "YS0007"
    case unusedVariable = "YS0010"
    case duplicateTitle = "YS0011"
    case unknownNode = "YS0012"
    case unknownFunction = "YS0013"
    case wrongArguments = "YS0014"
    case lineAndShadow = "YS0017"
    case duplicateLineID = "YS0018"
    case textAfterCommand = "YS0019"
    case commandAfterText = "YS0020"
    case strayChevrons = "YS0021"
    case bareKeyword = "YS0022"
    case invalidTitle = "YS0027"
    case ambiguousType = "YS0028"
    case unknownType = "YS0029"
    case smartVariableWritten = "YS0030"
    case memberWithoutWhen = "YS0031"
    case duplicateSubtitle = "YS0032"
    case emptyNode = "YS0033"
    case invalidEnum = "YS0035"
    case invalidLiteral = "YS0037"
    case unknownCase = "YS0038"
    case redeclaredVariable = "YS0039"
    case redeclaredType = "YS0040"
    case unknownShadow = "YS0042"
    case shadowedExpression = "YS0043"
    case shadowTextDiffers = "YS0044"
    case smartVariableLoop = "YS0045"
    case nullValue = "YS0046"
    case singleChevrons = "YS0048"
    case wrongType = "YS0050"
    case missingTitle = "YS0051"
    case severalTitles = "YS0052"
    case declaredTypeMismatch = "YS0053"
    case severalLineIDs = "YS0062"
    case badMarkup = "YS0063"
    case extraChevrons = "YS0064"
    case splitOptionGroup = "RP0901"
    case cutOptionBody = "RP0902"
    case tooDeep = "RP0903"
    case badTestPlan = "RP0904"

    /// How much it matters.
    public var severity: Diagnostic.Severity {
        switch self {
        case .undeclaredVariable, .unknownNode, .textAfterCommand, .strayChevrons, .bareKeyword, .emptyNode,
            .singleChevrons,
            .badMarkup,
            .extraChevrons, .splitOptionGroup, .cutOptionBody:
            .warning
        case .unusedVariable: .info
        default: .error
        }
    }

    /// What it is called, in a few words.
    public var title: String { text.title }
    /// Why it matters and what to do, in a sentence or two.
    public var explanation: String { text.explanation }

    private var text: (title: String, explanation: String) {
        switch self {
        case .implicitTypeConflict:
            (
                "a variable used as several types",
                "A variable keeps one type for ever. Declare it, or use two variables."
            )
        case .typeMismatch:
            ("a value of the wrong type", "A variable takes only values of the type it was declared with.")
        case .undeclaredVariable:
            (
                "a variable that is not declared",
                "It starts as 0, \"\" or false. Declare it to say so, or check its spelling."
            )
        case .missingDelimiter:
            ("a node without its delimiters", "Headers end with a line `---`, the body with a line `===`.")
        case .syntax: ("something that is not Yarn", "The message says what was expected.")
        case .unclosedCommand: ("a command without its end", "A command ends with `>>` on the line it began on.")
        case .unclosedBlock:
            (
                "a block without its end",
                "`<<if>>` needs `<<endif>>`, `<<once>>` needs `<<endonce>>`, inside the same body."
            )
        case .unusedVariable: ("a variable nobody reads", "It is declared but never used.")
        case .duplicateTitle:
            ("two nodes with one title", "Titles are unique in a project, unless every such node has a `when:` header.")
        case .unknownNode:
            ("a node that does not exist", "A jump to it can only fail. Check the spelling of its title.")
        case .unknownFunction: ("a function that does not exist", "Neither the language nor the host offers it.")
        case .wrongArguments: ("the wrong arguments", "A function takes a fixed number of values of fixed types.")
        case .lineAndShadow: ("a line id and a shadow id", "A line has its own text or borrows one, not both.")
        case .duplicateLineID: ("two lines with one id", "Line ids are unique in a project.")
        case .textAfterCommand: ("text behind a command", "It becomes a line of its own. Put it on the next line.")
        case .commandAfterText:
            ("a command behind text", "Only `<<if>>` and `<<once>>` may follow text. Put commands on their own lines.")
        case .strayChevrons: ("`>>` in text", "It ends no command. Write `\\>\\>` if it is meant as text.")
        case .bareKeyword: ("a keyword without `<< >>`", "It is taken as text.")
        case .invalidTitle:
            (
                "a title that is not one word",
                "Letters, digits and underscores, not beginning with a digit; no spaces, no full stop."
            )
        case .ambiguousType: ("a case that several enums have", "Name the enum: `Enum.Case`.")
        case .unknownType: ("a type that cannot be found out", "Declare the variable with a value.")
        case .smartVariableWritten: ("a smart variable that is set", "It is computed at each read and cannot be set.")
        case .memberWithoutWhen:
            ("a member of a node group without `when:`", "Nodes share a title only if each says when it may run.")
        case .duplicateSubtitle: ("two members with one subtitle", "Subtitles are unique in a node group.")
        case .emptyNode: ("a node without content", "It is left out of the program.")
        case .invalidEnum: ("an enum that does not hold together", "Cases and raw values are unique and of one kind.")
        case .invalidLiteral: ("a raw value that is not a literal", "Raw values are whole numbers or texts.")
        case .unknownCase: ("a case that does not exist", "No enum in question has it.")
        case .redeclaredVariable: ("a variable declared twice", "A project declares a variable once.")
        case .redeclaredType: ("a type declared twice", "A project declares an enum once.")
        case .unknownShadow: ("a shadow of an unknown line", "`#shadow:x` needs a line with `#line:x`.")
        case .shadowedExpression: ("a shadow of a line with values", "The line that is shadowed may not have `{…}`.")
        case .shadowTextDiffers: ("a shadow with another text", "A shadow line repeats the text of its source.")
        case .smartVariableLoop: ("smart variables in a circle", "None of them could ever be computed.")
        case .nullValue: ("null", "Yarn has no null. Use \"\", 0 or false.")
        case .singleChevrons: ("a line in single chevrons", "It is taken as text. Commands have two: `<<…>>`.")
        case .wrongType: ("a value of the wrong type", "Operators and conditions take values of certain types.")
        case .missingTitle: ("a node without a title", "Every node has one `title:` header.")
        case .severalTitles: ("a node with two titles", "Every node has one `title:` header.")
        case .declaredTypeMismatch: ("a value that is not of the type behind `as`", "Change the value or the type.")
        case .severalLineIDs: ("several line ids", "A line has at most one `#line:` or `#shadow:`.")
        case .badMarkup: ("markup that does not fit", "The text is shown raw, brackets and all.")
        case .extraChevrons: ("too many chevrons", "Commands have two on each side.")
        case .splitOptionGroup:
            ("a blank line between options", "It splits them into two groups that are asked one after the other.")
        case .cutOptionBody:
            ("an empty line inside the body of an option", "It ends the body: what follows belongs to nobody.")
        case .tooDeep: ("too much nesting", "Split the node, or the expression.")
        case .badTestPlan: ("a test plan that cannot be read", "The message says which line.")
        }
    }
}
