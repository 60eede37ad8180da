// swift-tools-version: 6.2
import PackageDescription

#if os(macOS)
let ncursesPkgConfig: String? = "ncursesw"
#else
// Debian's .pc file carries -D flags that SwiftPM refuses with a warning; the shim header defines what it needs.
let ncursesPkgConfig: String? = nil
#endif

let strict: [SwiftSetting] = [.treatAllWarnings(as: .error)]
let database: [Target.Dependency] = [
    .product(name: "GRDB", package: "GRDB.swift"), .product(name: "GRDBSQLite", package: "GRDB.swift"),
]

/// A room: what it may import is what stands below it here, and nothing else.
func room(_ name: String, _ below: [Target.Dependency] = [], linker: [LinkerSetting] = []) -> Target {
    .target(name: name, dependencies: below, swiftSettings: strict, linkerSettings: linker)
}

/// The tests of a room.
func tests(of name: String, _ others: [Target.Dependency] = [], exclude: [String] = []) -> Target {
    .testTarget(
        name: "\(name)Tests", dependencies: [.byName(name: name)] + others, exclude: exclude, swiftSettings: strict)
}

/// A small program that tests start, to do to it what nobody should do to the real one.
func probe(_ name: String, _ below: [Target.Dependency]) -> Target {
    .executableTarget(name: name, dependencies: below, path: "Tests/\(name)", swiftSettings: strict)
}

let package = Package(
    name: "rapport",
    platforms: [.macOS(.v15)],
    products: [
        .executable(name: "rapport", targets: ["rapport"]),
        .executable(name: "journal-probe", targets: ["JournalProbe"]),
        .executable(name: "terminal-probe", targets: ["TerminalProbe"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
        .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
        .package(url: "https://github.com/jpsim/Yams", exact: "6.2.2"),
        .package(url: "https://github.com/swiftlang/swift-subprocess", exact: "1.0.2", traits: []),
    ],
    targets: [
        .systemLibrary(
            name: "CNcurses", pkgConfig: ncursesPkgConfig,
            providers: [.apt(["libncurses-dev"]), .brew(["ncurses"])]),
        .target(name: "CUnix"),
        // libpq is looked for at run time: nothing of PostgreSQL's is needed to build.
        .target(name: "CPostgres", linkerSettings: [.linkedLibrary("dl", .when(platforms: [.linux]))]),
        room("Postgres", ["CPostgres"]),
        room("Terminal", ["CNcurses", "CUnix"]),
        // Rounding and remainders call the C maths library, which nothing else would bring in.
        room("Yarn", linker: [.linkedLibrary("m", .when(platforms: [.linux]))]),
        room("Listening"),
        room("Conversation", ["Yarn", "Listening"]),
        room("Room", ["Conversation"]),
        room("Patterns", ["Conversation"]),
        room("Library", ["Room", "Patterns", "Conversation", "Listening", "Yarn", "Yams"]),
        room("Journal", ["Conversation", "CUnix", "Postgres"] + database),
        room("Seating", ["Room", "Journal", "Conversation"]),
        room(
            "Interface", ["Terminal", "Conversation", "Listening", "Room", "Patterns", "Library", "Journal"]),
        .executableTarget(
            name: "rapport",
            dependencies: [
                "Interface", "Seating", "Journal", "Library", "Room", "Patterns", "Conversation", "Listening", "Yarn",
                "Terminal",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "Subprocess", package: "swift-subprocess"),
            ],
            swiftSettings: strict),

        // What several tests need: numbers that look like chance, and scenarios to play.
        .target(name: "SeededChance", path: "Tests/SeededChance", swiftSettings: strict),
        .target(
            name: "SampleScenarios", dependencies: ["Room", "Conversation", "Yarn"], path: "Tests/SampleScenarios",
            swiftSettings: strict),
        // A PostgreSQL server that a test starts and stops.
        .target(
            name: "DatabaseServer", dependencies: ["Postgres", "Journal"], path: "Tests/DatabaseServer",
            swiftSettings: strict),
        .target(
            name: "PseudoTerminal", dependencies: ["CUnix"], path: "Tests/PseudoTerminal", swiftSettings: strict),
        .target(
            name: "Robot",
            dependencies: [
                "Interface", "Journal", "Library", "Patterns", "Listening", "Conversation", "Yarn", "Terminal",
            ],
            path: "Tests/Robot", swiftSettings: strict),
        .executableTarget(
            name: "rapport-pictures", dependencies: ["Robot", "Interface", "Terminal"], path: "Tests/Pictures",
            swiftSettings: strict),
        probe("TerminalProbe", ["Terminal", "CUnix"]),
        probe("JournalProbe", ["Conversation", "Journal"]),
        .executableTarget(
            name: "terminal-fuzz", dependencies: ["Terminal", "SeededChance"], path: "Tests/TerminalFuzzing",
            swiftSettings: strict),
        .executableTarget(name: "width-table", path: "Tests/WidthTable", swiftSettings: strict),
        .executableTarget(
            name: "rapport-bench",
            dependencies: [
                "Seating", "Room", "Interface", "Journal", "Library", "Conversation", "Listening", "Yarn", "Terminal",
                "Postgres", "CUnix", "DatabaseServer",
            ],
            path: "Tests/Benchmarks", swiftSettings: strict),
        .executableTarget(
            name: "yarn-fuzz", dependencies: ["Yarn", "Conversation", "SeededChance"], path: "Tests/Fuzzing",
            swiftSettings: strict),
        tests(of: "Terminal", ["PseudoTerminal", "TerminalProbe", "SeededChance"]),
        tests(of: "Yarn"),
        tests(of: "Conversation", ["Yarn", "Listening", "SeededChance", "SampleScenarios"]),
        tests(of: "Listening", ["SeededChance"]),
        tests(of: "Room", ["Conversation", "Listening", "Yarn", "SeededChance", "SampleScenarios"]),
        tests(of: "Patterns", ["Conversation"]),
        tests(of: "Library", ["Room", "Patterns", "Conversation", "Listening", "Yarn", "SeededChance"]),
        tests(of: "Seating", ["Room", "Journal", "Conversation", "Yarn", "SampleScenarios"]),
        tests(
            of: "Journal", ["Conversation", "JournalProbe", "SeededChance", "DatabaseServer", "Postgres"] + database),
        tests(
            of: "Interface",
            [
                "Robot", "Room", "Patterns", "Conversation", "Library", "Listening", "Journal", "Terminal", "Yarn",
                "SeededChance",
                "SampleScenarios",
            ],
            exclude: ["Snapshots"]),
        .testTarget(
            name: "EndToEndTests",
            dependencies: [
                "rapport", "PseudoTerminal", "SeededChance", "Interface", "Terminal", "Journal", "Library",
                "DatabaseServer", "Seating", "Room", "Listening", "Conversation", "Yarn", "SampleScenarios",
            ] + database,
            swiftSettings: strict),
    ],
    swiftLanguageModes: [.v6]
)
