import Testing

@testable import Yarn

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// Scripts that somebody wrote for another purpose: the shipped scenarios, and the official cases where they are present.
enum Corpus {
    static let scripts: [SourceFile] = content + reference

    private static let content: [SourceFile] = {
        let root = #filePath.split(separator: "/").dropLast(4).map { "/" + $0 }.joined()
        let folder = root + "/Content/scenarios"
        return names(in: folder).compactMap { slug in
            read("\(folder)/\(slug)/scenario.yarn").map { SourceFile(name: slug, text: $0) }
        }
    }()

    private static let reference = ReferenceData.cases(in: "run").compactMap { name in
        ReferenceData.read("run/\(name).yarn").map { SourceFile(name: name, text: $0) }
    }

    static func program(_ files: [SourceFile]) -> Program? {
        Compiler.compile(files, functions: ConformanceHost.signatures, acceptsUnknownFunctions: true).program
    }

    private static func names(in folder: String) -> [String] {
        guard let directory = opendir(folder) else { return [] }
        defer { closedir(directory) }
        var names: [String] = []
        while let entry = readdir(directory) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if !name.hasPrefix(".") { names.append(name) }
        }
        return names.sorted()
    }

    private static func read(_ path: String) -> String? {
        guard let file = fopen(path, "r") else { return nil }
        defer { fclose(file) }
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 65_536)
        while case let count = fread(&buffer, 1, buffer.count, file), count > 0 { bytes += buffer[..<count] }
        return String(decoding: bytes, as: UTF8.self)
    }
}
