import Testing

@testable import Journal

/// The SQLite journal does what every store must.
@Suite(.timeLimit(.minutes(5))) struct SQLiteConformanceTests {
    @Test(arguments: JournalConformance.Case.allCases) func itDoes(item: JournalConformance.Case) throws {
        let folder = try TestFolder()
        let (file, bells) = (folder.file, folder.path + "/bells")
        try JournalConformance { _ in try Journal(.file(file), patience: 60, bells: bells) }.run(item)
    }
}
