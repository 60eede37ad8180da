/// A parsed file, with the place of everything in it.
public struct SyntaxTree: Hashable, Sendable {
    /// Name of the file.
    public var file: String
    /// Hashtags before the first node.
    public var tags: [Hashtag]
    /// The nodes in source order.
    public var nodes: [NodeSyntax]

    /// Visits every statement of every node in source order, outer ones before the statements inside them.
    public func walk(_ visit: (Statement, NodeSyntax) -> Void) {
        for node in nodes {
            node.walk { visit($0, node) }
        }
    }
}

/// One node: headers and body.
public struct NodeSyntax: Hashable, Sendable {
    /// The title; empty when the node has none (that is an error).
    public var title: String
    /// Where the title stands; the first header otherwise.
    public var titleSpan: SourceSpan
    /// All headers in source order, `title` among them.
    public var headers: [Header]
    /// The `when:` headers, understood.
    public var whens: [WhenSyntax]
    /// What the node does.
    public var body: [Statement]
    /// From the first header to the end of the body.
    public var span: SourceSpan

    /// The value of the first header with this name.
    public func header(_ name: String) -> Header? {
        headers.first { $0.name == name }
    }

    /// The words of the `tags:` header; none when there is no such header.
    public var tags: [String] {
        (header("tags")?.value ?? "").split(whereSeparator: \.isWhitespace).map(String.init)
    }

    /// Visits every statement in source order, outer ones before the statements inside them.
    public func walk(_ visit: (Statement) -> Void) {
        Statement.walk(body, visit)
    }
}

/// One `name: value` of a node.
public struct Header: Hashable, Sendable {
    /// The name before the colon.
    public var name: String
    /// The value, trimmed and without a comment; may be empty.
    public var value: String
    /// Where the value stands.
    public var span: SourceSpan
    /// Where the name stands.
    public var nameSpan: SourceSpan

    /// A header with its places.
    public init(name: String, value: String, span: SourceSpan, nameSpan: SourceSpan) {
        self.name = name
        self.value = value
        self.span = span
        self.nameSpan = nameSpan
    }
}

/// A `when:` header: when a member of a node group may run.
public struct WhenSyntax: Hashable, Sendable {
    /// True for `once` and `once if …`.
    public var isOnce: Bool
    /// The expression, if there is one; `always` and plain `once` have none.
    public var condition: Expression?
    /// Where the value stands.
    public var span: SourceSpan
}

/// A `#tag`.
public struct Hashtag: Hashable, Sendable {
    /// The tag without `#`.
    public var text: String
    /// Where it stands, `#` included.
    public var span: SourceSpan
}
