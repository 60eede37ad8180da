/// A mail that is being written.
public struct Draft: Equatable, Sendable {
    /// The subject.
    public var subject = ""
    /// The paragraphs, in order.
    public var paragraphs: [String] = []
    /// The names of the attached files.
    public var attachments: [String] = []

    /// Nothing has been written.
    public var isEmpty: Bool { subject.isEmpty && paragraphs.isEmpty && attachments.isEmpty }
}
