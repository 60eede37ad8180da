import Conversation
import Patterns
import Yarn

extension PageKind {
    /// The folder of a content folder in which pages of this kind are.
    public var folder: String {
        switch self {
        case .pattern: "patterns"
        case .move: "moves/pages"
        case .checklist: "checklists"
        case .rubric: "rubrics"
        case .pathway: "pathways"
        case .guide: "guides"
        case .story: "stories"
        }
    }
}

// What there is to read, beside what there is to play.
extension Library {
    /// Everything there is to read; a file in an earlier folder hides its namesake in a later.
    public func patterns() -> PatternShelf {
        let vocabulary = try? vocabulary()
        var shelf = PatternShelf()
        var troubles: [String] = []
        func take<Value>(
            _ kind: PageKind, _ read: @escaping (SourceFile, String, Vocabulary?) -> FileReading<Value>
        ) -> [Value] {
            let found = Shelf(pages(kind, vocabulary, read))
            troubles += found.troubles
            return found.values
        }
        shelf.patterns = take(.pattern, PatternFile.read)
        shelf.moves = take(.move, MovePageFile.read)
        shelf.checklists = take(.checklist, ChecklistFile.read)
        shelf.rubrics = take(.rubric, RubricFile.read)
        shelf.pathways = take(.pathway, PathwayFile.read)
        shelf.guides = take(.guide, GuideFile.read)
        shelf.stories = take(.story, StoryFile.read)
        shelf.troubles = troubles
        return shelf
    }

    /// The files with pages in them, each with what was found in it. A story that names a scenario which is not there is
    /// noted.
    public func pageFiles() -> [FileReading<Page>] {
        let vocabulary = try? vocabulary()
        let slugs = Set(entries().map(\.slug))
        var all: [FileReading<Page>] = []
        func take<Value: Readable>(
            _ kind: PageKind, _ read: @escaping (SourceFile, String, Vocabulary?) -> FileReading<Value>
        ) {
            all += pages(kind, vocabulary, read).map { reading in
                var findings = reading.findings
                if let practice = reading.value?.page.practice, !slugs.contains(practice.scenario) {
                    findings.append(Self.missing(practice.scenario, among: slugs, in: reading.source, code: "page"))
                }
                return FileReading(
                    source: reading.source, slug: reading.slug, value: reading.value?.page, findings: findings)
            }
        }
        take(.pattern, PatternFile.read)
        take(.move, MovePageFile.read)
        take(.checklist, ChecklistFile.read)
        take(.rubric, RubricFile.read)
        take(.pathway, PathwayFile.read)
        take(.guide, GuideFile.read)
        take(.story, StoryFile.read)
        return all
    }

    private func pages<Value>(
        _ kind: PageKind, _ vocabulary: Vocabulary?,
        _ read: @escaping (SourceFile, String, Vocabulary?) -> FileReading<Value>
    ) -> [FileReading<Value>] {
        readings(kind.folder, code: "page") { source, slug in read(source, slug, vocabulary) }
    }
}
