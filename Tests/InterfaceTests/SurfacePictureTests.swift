import Foundation
import Terminal
import Testing

@testable import Interface

@Suite("Pictures of a frame")
struct SurfacePictureTests {
    private func surface() -> Surface {
        var surface = Surface(Size(columns: 24, rows: 3))
        surface.put("┌──┐ <b> & “quoted”", at: Point(column: 0, row: 0))
        surface.put("│漢│ wide", at: Point(column: 0, row: 1), style: Role.strong.index)
        surface.put("└──┘", at: Point(column: 0, row: 2), style: Role.selected.index)
        return surface
    }

    @Test("well-formed, with the text for those who do not see it, whatever the text")
    func isWellFormed() throws {
        for theme in Theme.all {
            let svg = SurfacePicture(surface(), theme: theme, title: "A & <b>").svg
            let reader = XMLReading(svg)
            #expect(reader.isWellFormed, "\(theme): \(svg)")
            #expect(reader.text(of: "title") == "A & <b>")
            #expect(reader.text(of: "desc")?.contains("┌──┐ <b> & “quoted”") == true)
        }
    }

    @Test("lines are shapes that touch, so that frames have no gaps; what touches is one shape")
    func lines() {
        var surface = Surface(Size(columns: 40, rows: 20))
        surface.box(surface.bounds, style: 0, lines: .unicode)
        let svg = SurfacePicture(surface, theme: .calm, title: "A box").svg
        #expect(!svg.contains("<text"))
        // The paper, and at most the four sides with their corners.
        #expect(svg.split(separator: "<rect").count - 1 <= 12, "\(svg)")
    }

    @Test("the same frame gives the same bytes; another theme gives other colours")
    func deterministic() {
        let calm = SurfacePicture(surface(), theme: .calm, title: "x").svg
        #expect(calm == SurfacePicture(surface(), theme: .calm, title: "x").svg)
        #expect(calm != SurfacePicture(surface(), theme: .projector, title: "x").svg)
    }
}

/// Just enough of an XML reader: tags that close, entities that are known.
private struct XMLReading {
    private(set) var isWellFormed = true
    private var texts: [String: String] = [:]

    init(_ xml: String) {
        var open: [String] = []
        var rest = xml[...]
        while let start = rest.firstIndex(of: "<") {
            if let name = open.last { texts[name, default: ""] += rest[..<start] }
            guard let end = rest[start...].firstIndex(of: ">") else {
                isWellFormed = false
                return
            }
            let tag = rest[rest.index(after: start)..<end]
            rest = rest[rest.index(after: end)...]
            if tag.hasPrefix("/") {
                if open.popLast().map({ $0 != tag.dropFirst() }) ?? true { isWellFormed = false }
            } else if !tag.hasSuffix("/") {
                open.append(String(tag.prefix { !$0.isWhitespace }))
            }
        }
        let bare = xml.split(separator: "&", omittingEmptySubsequences: false).dropFirst()
        isWellFormed =
            isWellFormed && open.isEmpty
            && bare.allSatisfy { $0.hasPrefix("amp;") || $0.hasPrefix("lt;") || $0.hasPrefix("gt;") }
    }

    func text(of name: String) -> String? {
        texts[name]?.replacing("&lt;", with: "<").replacing("&gt;", with: ">").replacing("&amp;", with: "&")
    }
}
