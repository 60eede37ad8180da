import Testing

@testable import Yarn

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// The reference cases outside the project, found through the environment.
enum ReferenceData {
    static let folder = getenv("RAPPORT_REFERENCE_DATA").map { String(cString: $0) + "/yarn" }

    static var isPresent: Bool { folder != nil }

    static func read(_ path: String) -> String? {
        guard let folder, let file = fopen(folder + "/" + path, "r") else { return nil }
        defer { fclose(file) }
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 65_536)
        while case let count = fread(&buffer, 1, buffer.count, file), count > 0 { bytes += buffer[..<count] }
        return String(decoding: bytes, as: UTF8.self)
    }

    static func cases(in subfolder: String) -> [String] {
        guard let folder, let directory = opendir(folder + "/" + subfolder) else { return [] }
        defer { closedir(directory) }
        var names: [String] = []
        while let entry = readdir(directory) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if name.hasSuffix(".yarn") { names.append(String(name.dropLast(5))) }
        }
        return names.sorted()
    }
}
