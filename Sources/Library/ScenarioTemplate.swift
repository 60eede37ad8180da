import Conversation
import Yarn

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// A scenario to start from, in `templates/` of a content folder.
public struct ScenarioTemplate: Sendable {
    /// The template that `rapport new` copies.
    public static let first = "first-scenario"
    /// What the line ids of a template begin with.
    static let idPrefix = "fs"

    /// Its files: `scenario.yarn` and `scenario.testplan`.
    public let files: [SourceFile]

    /// What is wrong with a slug, a whole sentence or two; nil when it can be used.
    ///
    /// A slug is the scenario's folder: small letters, digits and single hyphens, beginning with a letter.
    public static func problem(withSlug slug: String) -> String? {
        let hint = suggestion(for: slug).map { " Try \($0)." } ?? ""
        guard !slug.isEmpty else { return "A scenario's short name has at least one letter, as in late-parcel." }
        guard slug.count <= 60 else { return "`\(slug.prefix(20))…` is longer than 60 characters." }
        guard slug.allSatisfy({ $0.isASCII && ($0.isLowercase || $0.isNumber || $0 == "-") }) else {
            return
                "`\(slug)` is no short name: it is a folder's name, of small letters a to z, digits and hyphens.\(hint)"
        }
        guard slug.first?.isLetter == true, slug.last != "-", !slug.contains("--") else {
            return "`\(slug)` is no short name: it begins with a letter, and single hyphens stand between words.\(hint)"
        }
        return nil
    }

    /// The nearest slug to a text; nil when there is none in it.
    private static func suggestion(for text: String) -> String? {
        let words = text.lowercased().split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }
        let slug = words.drop { $0.first?.isNumber == true }.joined(separator: "-")
        return slug.isEmpty || slug.count > 60 ? nil : slug
    }

    /// The template as the scenario of a slug: its title is the slug in words, its line ids begin with the slug's
    /// initials.
    public func files(for slug: String) -> [SourceFile] {
        let words = slug.split(separator: "-").joined(separator: " ")
        let title = words.prefix(1).uppercased() + words.dropFirst()
        return files.map { file in
            let lines = file.text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
                line.hasPrefix("scenario: ")
                    ? "scenario: \(title)"
                    : String(line).replacing("#line:\(Self.idPrefix)", with: "#line:\(Self.initials(of: slug))")
            }
            return SourceFile(name: file.name, text: lines.joined(separator: "\n"))
        }
    }

    /// `late-parcel` → `lp`; one word gives its first two letters.
    static func initials(of slug: String) -> String {
        let words = slug.split(separator: "-")
        return words.count > 1 ? String(words.compactMap(\.first)) : String(slug.prefix(2))
    }
}

extension Library {
    /// The template with a name.
    /// - Throws: ``LibraryFailure`` when no content folder has it or it cannot be read.
    public func template(_ name: String = ScenarioTemplate.first) throws(LibraryFailure) -> ScenarioTemplate {
        for folder in folders {
            let path = folder + "/templates/" + name
            guard FileManager.default.fileExists(atPath: path + "/scenario.yarn") else { continue }
            var files: [SourceFile] = []
            for file in ["scenario.yarn", "scenario.testplan"] {
                files.append(SourceFile(name: file, text: try TextFile.read("\(path)/\(file)")))
            }
            return ScenarioTemplate(files: files)
        }
        throw LibraryFailure(
            "There is no templates/\(name) in \(folders.joined(separator: ", ")). "
                + "It comes with Rapport; name the folder that has it with --content.")
    }
}
