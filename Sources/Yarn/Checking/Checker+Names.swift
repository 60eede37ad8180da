extension Checker {
    /// Titles, node groups, subtitles; empty nodes.
    mutating func checkNodes() {
        // Where statements were lost to errors, what is empty may not be meant so.
        let filesWithErrors = Set(diagnostics.lazy.filter { $0.severity == .error }.map(\.span.file))
        var groups: [String: [NodeSyntax]] = [:]
        var order: [String] = []
        for node in trees.flatMap(\.nodes) where !node.title.isEmpty {
            if groups[node.title] == nil { order.append(node.title) }
            groups[node.title, default: []].append(node)
        }
        for title in order {
            let nodes = groups[title] ?? []
            let isGroup = nodes.contains { !$0.whens.isEmpty }
            if nodes.count > 1 { checkSharedTitle(nodes, isGroup: isGroup) }
            for node in nodes where node.body.isEmpty && !filesWithErrors.contains(node.span.file) {
                report(.emptyNode, "The node `\(node.title)` has no content; it is left out.", at: node.titleSpan)
            }
            if nodes.contains(where: { !$0.body.isEmpty }) {
                destinations.insert(title)
            } else {
                emptyNodes.insert(title)
            }
        }
    }

    private mutating func checkSharedTitle(_ nodes: [NodeSyntax], isGroup: Bool) {
        if isGroup {
            for node in nodes where node.whens.isEmpty {
                report(
                    .memberWithoutWhen, "Other nodes called `\(node.title)` have a `when:` header, this one has none.",
                    at: node.titleSpan, expected: "a header `when: always`, or another condition")
            }
            var seen: [String: SourceSpan] = [:]
            for header in nodes.compactMap({ $0.header("subtitle") }) {
                if let first = seen[header.value] {
                    report(
                        .duplicateSubtitle, "The subtitle `\(header.value)` is taken.", at: header.span,
                        hint: "It stands in \(place(first)) already.")
                }
                seen[header.value] = header.span
            }
        } else {
            for node in nodes.dropFirst() {
                report(
                    .duplicateTitle, "There is a node `\(node.title)` already, in \(place(nodes[0].titleSpan)).",
                    at: node.titleSpan, hint: "Rename one, or give each a `when:` header to make them a node group.")
            }
        }
    }

    /// Line ids, shadow lines.
    mutating func checkLineIDs() {
        var sources: [String: LineSyntax] = [:]
        var shadows: [LineSyntax] = []
        eachLine { checker, line in
            let ids = line.hashtags.filter { $0.text.hasPrefix("line:") }
            let shadowTags = line.hashtags.filter { $0.text.hasPrefix("shadow:") }
            if !ids.isEmpty, let shadow = shadowTags.first {
                checker.report(
                    .lineAndShadow, "A line has its own text or borrows one, not both.", at: shadow.span,
                    hint: "Remove `#\(ids[0].text)` or `#\(shadow.text)`.")
                return
            }
            if let extra = (ids + shadowTags).dropFirst().first {
                checker.report(
                    .severalLineIDs, "The line has an id already.", at: extra.span, hint: "Remove one of them.")
                return
            }
            if shadowTags.first != nil { shadows.append(line) }
            guard let id = ids.first else { return }
            if let first = sources[id.text] {
                checker.report(
                    .duplicateLineID, "The id `\(id.text)` is taken.", at: id.span,
                    hint: "It stands in \(checker.place(first.span)) already.")
            } else {
                sources[id.text] = line
            }
        }
        for shadow in shadows { checkShadow(shadow, sources) }
    }

    private mutating func checkShadow(_ line: LineSyntax, _ sources: [String: LineSyntax]) {
        guard let id = line.shadowedID, let tag = line.hashtags.first(where: { $0.text.hasPrefix("shadow:") }) else {
            return
        }
        guard let source = sources[id] else {
            let near = suggestion(for: id, in: sources.keys)
            report(
                .unknownShadow, "There is no line with the id `\(id)`.", at: tag.span,
                hint: near.map { "Did you mean `#shadow:\($0.dropFirst("line:".count))`?" })
            return
        }
        let hasValues = source.parts.contains { if case .expression = $0 { true } else { false } }
        if hasValues {
            report(
                .shadowedExpression, "The line `\(id)` has values in it and cannot be shadowed.", at: tag.span,
                hint: "It stands in \(place(source.span)).")
        } else if source.template != line.template {
            report(
                .shadowTextDiffers, "The text differs from that of the line it shadows.", at: line.textSpan,
                expected: source.template, hint: "That line stands in \(place(source.span)).")
        }
    }

    private mutating func eachLine(_ visit: (inout Checker, LineSyntax) -> Void) {
        for node in trees.flatMap(\.nodes) {
            node.walk { statement in
                switch statement {
                case .line(let line): visit(&self, line)
                case .options(let group), .lineGroup(let group):
                    for item in group.items { visit(&self, item.line) }
                default: break
                }
            }
        }
    }
}
