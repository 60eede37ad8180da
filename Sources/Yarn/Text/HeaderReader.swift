/// Reads headers without parsing bodies: fast enough for lists of many files.
public enum HeaderReader {
    /// The headers of the first node only, in source order; whatever can be read, without complaints.
    public static func firstNode(of file: SourceFile) -> [Header] {
        var head: [UInt8] = []
        var lineStart = 0
        var isLineOpen = true
        for byte in file.text.utf8 {
            head.append(byte)
            if byte == 0x0A || byte == 0x0D {
                lineStart = head.count
                isLineOpen = true
            } else if isLineOpen, byte == 0x2D, head.count - lineStart >= 3, head.suffix(3).allSatisfy({ $0 == 0x2D }) {
                break
            } else if byte != 0x2D, byte != 0x20, byte != 0x09 {
                isLineOpen = false
            }
        }
        let outline = Outline(of: SourceText(name: file.name, utf8: head))
        return outline.nodes.first?.headers.map(\.header) ?? []
    }
}
