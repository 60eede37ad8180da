import ArgumentParser
import Foundation

/// Finds conformance cases in folders.
enum CaseFinder {
    /// A script and its plan, by path; one of them may be missing.
    struct Found {
        var name: String
        var script: String?
        var plan: String?
    }

    /// The cases below some folders, by path. A plan belongs to the script of its name beside it, else to that of the
    /// nearest folder above.
    static func cases(in folders: [String]) throws -> [Found] {
        var scripts: [String] = []
        var plans: [String] = []
        for folder in folders {
            var isFolder: ObjCBool = false
            guard FileManager.default.fileExists(atPath: folder, isDirectory: &isFolder) else {
                throw Words.failure("There is no folder \(folder).")
            }
            guard isFolder.boolValue else {
                scripts.append(folder)
                let plan = base(folder) + ".testplan"
                if FileManager.default.fileExists(atPath: plan) { plans.append(plan) }
                continue
            }
            let root = folder.hasSuffix("/") && folder.count > 1 ? String(folder.dropLast()) : folder
            for path in (FileManager.default.enumerator(atPath: root)?.compactMap { $0 as? String } ?? []) {
                if path.hasSuffix(".yarn") { scripts.append(root + "/" + path) }
                if path.hasSuffix(".testplan") { plans.append(root + "/" + path) }
            }
        }
        let known = Set(scripts)
        var planned: [String: String] = [:]
        var orphans: [Found] = []
        for plan in plans.sorted() {
            if let script = script(of: plan, among: known) {
                if planned[script] == nil || base(plan) + ".yarn" == script { planned[script] = plan }
            } else {
                orphans.append(Found(name: plan, script: nil, plan: plan))
            }
        }
        guard !(scripts.isEmpty && orphans.isEmpty) else {
            throw Words.failure("There is no .yarn file in \(folders.joined(separator: ", ")).")
        }
        return known.sorted().map { Found(name: $0, script: $0, plan: planned[$0]) } + orphans
    }

    private static func script(of plan: String, among scripts: Set<String>) -> String? {
        var parts = base(plan).split(separator: "/", omittingEmptySubsequences: false)
        guard let name = parts.popLast() else { return nil }
        while true {
            let candidate = (parts + [name]).joined(separator: "/") + ".yarn"
            if scripts.contains(candidate) { return candidate }
            guard parts.popLast() != nil else { return nil }
        }
    }

    private static func base(_ path: String) -> String {
        guard let dot = path.lastIndex(of: ".") else { return path }
        return String(path[..<dot])
    }
}
