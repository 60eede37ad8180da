// swift-tools-version: 6.2
import PackageDescription

#if os(macOS)
let ncursesPkgConfig: String? = "ncursesw"
#else
// Debian's .pc file carries -D flags that SwiftPM refuses with a warning; the shim header defines what it needs.
let ncursesPkgConfig: String? = nil
#endif

let strict: [SwiftSetting] = [.treatAllWarnings(as: .error)]

/// A room: what it may import is what stands in its dependencies, and nothing else.
func room(_ name: String, _ below: [Target.Dependency] = []) -> Target {
    .target(name: name, dependencies: below, swiftSettings: strict)
}

func tests(of name: String, _ dependencies: [Target.Dependency]) -> Target {
    .testTarget(name: "\(name)Tests", dependencies: [.byName(name: name)] + dependencies, swiftSettings: strict)
}

let package = Package(
    name: "rapport",
    platforms: [.macOS(.v15)],
    products: [.executable(name: "rapport", targets: ["rapport"])],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
        .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
        .package(url: "https://github.com/jpsim/Yams", exact: "6.2.2"),
    ],
    targets: [
        .systemLibrary(
            name: "CNcurses", pkgConfig: ncursesPkgConfig,
            providers: [.apt(["libncurses-dev"]), .brew(["ncurses"])]),
        .target(name: "CSystem"),
        room("Terminal", ["CNcurses", "CSystem"]),
        room("Yarn"),
        room("Conversation", ["Yarn"]),
        room("Library", ["Conversation", "Yarn", "Yams"]),
        room(
            "Journal",
            [
                "Conversation", .product(name: "GRDB", package: "GRDB.swift"),
                .product(name: "GRDBSQLite", package: "GRDB.swift"),
            ]),
        room("Interface", ["Terminal", "Conversation", "Library", "Journal"]),
        .executableTarget(
            name: "rapport",
            dependencies: [
                "Interface", "Journal", "Library", "Conversation", "Yarn", "Terminal",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            swiftSettings: strict),
    ],
    swiftLanguageModes: [.v6]
)
