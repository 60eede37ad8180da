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
    case unreachableCode = "YS0008"
    case unreachedNode = "YS0009"
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
    case notText = "RP0905"
    case unknownLocale = "RP0906"

    /// How much it matters.
    public var severity: Diagnostic.Severity {
        switch self {
        case .unreachableCode, .unreachedNode, .unknownLocale, .undeclaredVariable, .unknownNode, .textAfterCommand,
            .strayChevrons, .bareKeyword, .emptyNode,
            .singleChevrons,
            .badMarkup,
            .extraChevrons, .splitOptionGroup, .cutOptionBody:
            .warning
        case .unusedVariable: .info
        default: .error
        }
    }

    /// What there is to say about it: the row that messages, the reference page and tests are made from.
    public var entry: DiagnosticEntry {
        switch self {
        case .implicitTypeConflict: .implicitTypeConflict
        case .typeMismatch: .typeMismatch
        case .undeclaredVariable: .undeclaredVariable
        case .missingDelimiter: .missingDelimiter
        case .syntax: .syntax
        case .unclosedCommand: .unclosedCommand
        case .unclosedBlock: .unclosedBlock
        case .unreachableCode: .unreachableCode
        case .unreachedNode: .unreachedNode
        case .unusedVariable: .unusedVariable
        case .duplicateTitle: .duplicateTitle
        case .unknownNode: .unknownNode
        case .unknownFunction: .unknownFunction
        case .wrongArguments: .wrongArguments
        case .lineAndShadow: .lineAndShadow
        case .duplicateLineID: .duplicateLineID
        case .textAfterCommand: .textAfterCommand
        case .commandAfterText: .commandAfterText
        case .strayChevrons: .strayChevrons
        case .bareKeyword: .bareKeyword
        case .invalidTitle: .invalidTitle
        case .ambiguousType: .ambiguousType
        case .unknownType: .unknownType
        case .smartVariableWritten: .smartVariableWritten
        case .memberWithoutWhen: .memberWithoutWhen
        case .duplicateSubtitle: .duplicateSubtitle
        case .emptyNode: .emptyNode
        case .invalidEnum: .invalidEnum
        case .invalidLiteral: .invalidLiteral
        case .unknownCase: .unknownCase
        case .redeclaredVariable: .redeclaredVariable
        case .redeclaredType: .redeclaredType
        case .unknownShadow: .unknownShadow
        case .shadowedExpression: .shadowedExpression
        case .shadowTextDiffers: .shadowTextDiffers
        case .smartVariableLoop: .smartVariableLoop
        case .nullValue: .nullValue
        case .singleChevrons: .singleChevrons
        case .wrongType: .wrongType
        case .missingTitle: .missingTitle
        case .severalTitles: .severalTitles
        case .declaredTypeMismatch: .declaredTypeMismatch
        case .severalLineIDs: .severalLineIDs
        case .badMarkup: .badMarkup
        case .extraChevrons: .extraChevrons
        case .splitOptionGroup: .splitOptionGroup
        case .cutOptionBody: .cutOptionBody
        case .tooDeep: .tooDeep
        case .badTestPlan: .badTestPlan
        case .notText: .notText
        case .unknownLocale: .unknownLocale
        }
    }

    /// What it is called, in a few words.
    public var title: String { entry.title }
    /// Why it matters and what to do, in a sentence or two.
    public var explanation: String { entry.explanation }
}
