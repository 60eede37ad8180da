extension MachineFault {
    static func unknownNode(_ name: String, in program: Program, span: SourceSpan?) -> MachineFault {
        let near = Spelling.nearest(to: name, in: program.nodes.map(\.name))
        let hint = near.map { " Did you mean \"\($0)\"?" } ?? ""
        return MachineFault(kind: .unknownNode, message: "There is no node \"\(name)\".\(hint)", span: span)
    }
}
