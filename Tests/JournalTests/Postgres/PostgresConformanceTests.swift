import DatabaseServer
import Testing

@testable import Journal

/// The journal in PostgreSQL does what every store must. Every account has a login of its own, and every case a database.
@Suite(
    .enabled(if: PostgresServer.isThere, "no PostgreSQL server's programs on this machine"), .timeLimit(.minutes(15)))
struct PostgresConformanceTests {
    @Test(arguments: JournalConformance.Case.allCases) func itDoes(item: JournalConformance.Case) throws {
        let server = try PostgresServer.shared.get()
        let database = try server.makeJournal(members: ["ann", "bea", "cy"])
        try JournalConformance { account in try PostgresJournal(server.address(account, database: database)) }.run(item)
    }
}
