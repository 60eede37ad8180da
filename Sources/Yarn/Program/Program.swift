/// A compiled project: code, the texts of its lines, and the slots of everything a `Memory` holds.
public struct Program: Sendable {
    /// One node, or the hub of a node group.
    public struct Node: Hashable, Sendable {
        /// The name by which jumps and visit counts know it; `Title.subtitle` for a member of a node group.
        public var name: String
        /// The title as written.
        public var title: String
        /// The headers in source order.
        public var headers: [Header]
        /// False for `tracking: never`.
        public var isTracked: Bool
        /// True for the hub of a node group: it says nothing and chooses one of its members.
        public var isHub: Bool
        /// Where the title stands.
        public var span: SourceSpan
        /// The first instruction.
        var entry = 0
        /// For a hub: where the code begins that asks whether any member may run.
        var query: Int?

        /// The value of the first header with this name.
        public func header(_ name: String) -> String? {
            headers.first { $0.name == name }?.value
        }
    }

    /// What a line is.
    public enum LineKind: String, Hashable, Codable, Sendable {
        /// Said when reached.
        case line
        /// Offered behind `->`.
        case option
        /// A candidate behind `=>`.
        case lineGroupItem
    }

    /// One entry of the line table.
    public struct Line: Hashable, Sendable {
        /// The id: `line:…`.
        public var id: String
        /// True when the source gives no id and one was made up.
        public var isImplicit: Bool
        /// The text with `{0}`, `{1}` … for the values; for a shadow line that of its source.
        public var template: String
        /// The id of the line whose text this one shares.
        public var shadows: String?
        /// The name of the node it stands in.
        public var node: String
        /// Where it stands.
        public var span: SourceSpan
        /// The hashtags in source order, without `#`.
        public var tags: [String]
        /// What it is.
        public var kind: LineKind
        /// Literal texts around the values: one more than there are values.
        private(set) var pieces: [String]
        /// For a translated line: which values stand between the pieces; nil for all of them in order.
        private var order: [Int]?
        /// How `plural` and `ordinal` in the text choose.
        var plurals: PluralRules { didSet { if plurals != oldValue { source = freshSource } } }
        /// What is shared by everything said from it.
        private(set) var source: LineSource

        init(
            id: String, isImplicit: Bool, template: String, shadows: String?, node: String, span: SourceSpan,
            tags: [String], kind: LineKind, pieces: [String], plurals: PluralRules = .english
        ) {
            self.id = id
            self.isImplicit = isImplicit
            self.template = template
            self.shadows = shadows
            self.node = node
            self.span = span
            self.tags = tags
            self.kind = kind
            self.pieces = pieces
            self.plurals = plurals
            source = LineSource(id: id, tags: tags, span: span, pieces: pieces, plurals: plurals)
        }

        private var freshSource: LineSource {
            LineSource(id: id, tags: tags, span: span, pieces: pieces, order: order, plurals: plurals)
        }

        /// Gives the line another text, with its values in the order of `order`, in a language with these plurals.
        mutating func rewrite(_ template: String, pieces: [String], order: [Int], plurals: PluralRules) {
            self.template = template
            self.pieces = pieces
            self.order = order
            self.plurals = plurals
            source = freshSource
        }
    }

    /// A variable with its slot's initial value.
    public struct Variable: Hashable, Sendable {
        /// The name, with `$`.
        public var name: String
        /// Its type.
        public var type: ValueType
        /// What it holds before anything is written; for a smart variable unused.
        public var initial: Value
        /// True when it is computed at each read.
        public var isSmart: Bool
        /// False when it was never declared and only used.
        public var isDeclared: Bool
        /// Where it is declared, or first used.
        public var span: SourceSpan
        /// Where the code of a smart variable begins.
        var entry: Int?
    }

    /// All nodes in source order, hubs of node groups after them.
    public internal(set) var nodes: [Node] = []
    /// All lines in source order.
    public internal(set) var lines: [Line] = []
    /// All variables by slot.
    public internal(set) var variables: [Variable] = []
    /// How `plural` and `ordinal` in the texts choose; those of the language the texts are in.
    public var plurals = PluralRules.english {
        didSet { for index in lines.indices { lines[index].plurals = plurals } }
    }
    /// The code.
    public internal(set) var instructions: [Instruction] = []
    /// For each instruction where it comes from.
    public internal(set) var spans: [SourceSpan] = []

    var commands: [Command] = []
    /// Texts that instructions put on the stack.
    var texts: [String] = []
    /// Names of the functions that the host must answer.
    var hostFunctions: [String] = []
    var onceCount = 0
    var viewCount = 0
    var nodeSlots: [String: Int] = [:]
    var lineSlots: [String: Int] = [:]
    var variableSlots: [String: Int] = [:]
    var symbols = SymbolTable()

    /// Where an instruction comes from; nil for a place outside the program.
    func span(at index: Int) -> SourceSpan? {
        spans.indices.contains(index) ? spans[index] : nil
    }

    /// The node, or hub of a node group, that jumps know by this name.
    public func node(named name: String) -> Node? {
        nodeSlots[name].map { nodes[$0] }
    }

    /// The line with this id.
    public func line(id: String) -> Line? {
        lineSlots[id].map { lines[$0] }
    }

    /// The variable with this name (`$` included).
    public func variable(named name: String) -> Variable? {
        variableSlots[name].map { variables[$0] }
    }
}
