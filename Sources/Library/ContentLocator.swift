#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// Where `Content/` is. A folder that is named wins alone; otherwise the learner's own folder comes first, so that
/// their scenarios are found beside the shipped ones, then an installed prefix, then the checkout it was built in.
public enum ContentLocator {
    /// The content folders to read, in order.
    /// - Parameters:
    ///   - named: the folder given with `--content`, if any.
    ///   - environment: the process's environment.
    ///   - executable: the path of the running program.
    public static func folders(named: String?, environment: [String: String], executable: String?) -> [String] {
        if let named = named ?? environment["RAPPORT_CONTENT"], !named.isEmpty { return [named] }
        var folders: [String] = []
        if let own = ownFolder(environment: environment), exists(own) { folders.append(own) }
        if let shipped = shipped(beside: executable) { folders.append(shipped) }
        return folders
    }

    /// `$XDG_DATA_HOME/rapport/content`: where a learner's own scenarios lie.
    public static func ownFolder(environment: [String: String]) -> String? {
        if let data = environment["XDG_DATA_HOME"], data.hasPrefix("/") { return data + "/rapport/content" }
        return environment["HOME"].map { $0 + "/.local/share/rapport/content" }
    }

    /// `PREFIX/share/rapport/Content` beside `PREFIX/bin`, else `Content` in the nearest checkout above the program.
    static func shipped(beside executable: String?) -> String? {
        guard let executable else { return nil }
        let binaries = parent(executable)
        let installed = parent(binaries) + "/share/rapport/Content"
        if exists(installed) { return installed }
        var folder = binaries
        while folder != "/", folder != "." {
            if exists(folder + "/Package.swift") {
                return exists(folder + "/Content") ? folder + "/Content" : nil
            }
            folder = parent(folder)
        }
        return nil
    }

    /// The path of the running program, links resolved.
    public static func executablePath() -> String? {
        #if os(Linux)
        var buffer = [UInt8](repeating: 0, count: 4096)
        let count = buffer.withUnsafeMutableBytes { bytes in
            bytes.baseAddress.map { readlink("/proc/self/exe", $0, bytes.count) } ?? 0
        }
        return count > 0 ? String(decoding: buffer[0..<count], as: UTF8.self) : nil
        #else
        var size = UInt32(4096)
        var buffer = [CChar](repeating: 0, count: 4096)
        guard _NSGetExecutablePath(&buffer, &size) == 0, let path = realpath(buffer, nil) else { return nil }
        defer { free(path) }
        return String(cString: path)
        #endif
    }

    private static func exists(_ path: String) -> Bool { access(path, R_OK) == 0 }

    private static func parent(_ path: String) -> String {
        guard let slash = path.lastIndex(of: "/") else { return "." }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }
}
