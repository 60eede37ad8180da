/// Short names: what files and folders of the library are called.
enum LibrarySlug {
    /// Characters of a short name.
    static let longest = 60

    /// Whether a word is a short name: small letters, figures, and hyphens between them. So it names no other folder.
    static func isSlug(_ word: String) -> Bool {
        !word.isEmpty && word.count <= longest && word.first != "-" && word.last != "-"
            && word.allSatisfy { $0 == "-" || ($0.isLetter && $0.lowercased() == String($0)) || $0.isNumber }
    }
}
