import Terminal

/// A frame as a picture: SVG that shows a surface in a theme's colours, and carries its text for those who do not see it.
///
/// Lines and blocks are drawn as shapes, so that frames join whatever font there is; text keeps its columns. The same frame
/// gives the same bytes.
public struct SurfacePicture: Sendable {
    /// The frame.
    public var surface: Surface
    /// The colours. A theme without a background of its own gets one of its ground.
    public var theme: Theme
    /// What the picture shows, in a few words.
    public var title: String

    /// The width and height of a cell, in pixels.
    static let cell = (width: 9, height: 19)
    /// The room between the cells and the edge, in pixels.
    private static let margin = 14

    /// A picture of a frame.
    public init(_ surface: Surface, theme: Theme, title: String) {
        (self.surface, self.theme, self.title) = (surface, theme, title)
    }

    /// A piece of a row in one style.
    struct Run {
        var row: Int
        var column: Int
        var columns: Int
        var text: String
        var style: Style
    }

    /// The whole picture, as the text of a file.
    public var svg: String {
        let (columns, rows) = (surface.size.columns, surface.size.rows)
        let width = columns * Self.cell.width + 2 * Self.margin
        let height = rows * Self.cell.height + 2 * Self.margin
        var classes = PictureClasses()
        var backgrounds: [PictureShape] = []
        var shapes: [PictureShape] = []
        var letters = ""
        for row in 0..<rows {
            for run in runs(row) {
                let behind = colours(run.style).behind
                if behind != paper {
                    backgrounds.append(
                        PictureShape(
                            run.column * Self.cell.width, row * Self.cell.height, run.columns * Self.cell.width,
                            Self.cell.height, behind.hex))
                }
                draw(run, letters: &letters, shapes: &shapes, classes: &classes)
            }
        }
        let cursor = surface.cursor.map {
            PictureShape(
                $0.column * Self.cell.width, $0.row * Self.cell.height + 2, 2, Self.cell.height - 4, ink.hex)
        }
        return """
            <svg xmlns="http://www.w3.org/2000/svg" width="\(width)" height="\(height)" \
            viewBox="0 0 \(width) \(height)" role="img" aria-labelledby="title text">
            <title id="title">\(Self.escaped(title))</title>
            <desc id="text">\(Self.escaped(surface.text))</desc>
            <style>
            text{font:15px ui-monospace,"SF Mono","Cascadia Mono",Menlo,Consolas,"DejaVu Sans Mono",monospace;\
            white-space:pre}
            \(classes.rules)</style>
            <rect x=".5" y=".5" width="\(width - 1)" height="\(height - 1)" rx="8" fill="\(paper.hex)" \
            stroke="#808080" stroke-opacity=".55"/>
            <g transform="translate(\(Self.margin) \(Self.margin))">
            \(drawn(backgrounds))\(drawn(shapes))\(letters)\(cursor?.svg ?? "")</g>
            </svg>

            """
    }

    private func drawn(_ shapes: [PictureShape]) -> String { PictureShapes.merged(shapes).map(\.svg).joined() }

    // MARK: Colours

    /// The background.
    var paper: RGB {
        if case .indexed(let index) = theme[.text].background { return RGB(indexed: index) }
        return theme.ground == .dark ? RGB(24, 26, 31) : RGB(252, 252, 250)
    }

    /// Plain text.
    private var ink: RGB {
        if case .indexed(let index) = theme[.text].foreground { return RGB(indexed: index) }
        return theme.ground == .dark ? RGB(222, 224, 228) : RGB(28, 28, 30)
    }

    /// The colours of a style, as they come out: reversed where it says so.
    private func colours(_ style: Style) -> (front: RGB, behind: RGB) {
        func rgb(_ colour: Color, or other: RGB) -> RGB {
            if case .indexed(let index) = colour { RGB(indexed: index) } else { other }
        }
        let (front, behind) = (rgb(style.foreground, or: ink), rgb(style.background, or: paper))
        return style.attributes.contains(.reverse) ? (behind, front) : (front, behind)
    }

    // MARK: Cells

    private func runs(_ row: Int) -> [Run] {
        var runs: [Run] = []
        for column in 0..<surface.size.columns {
            let cell = surface[Point(column: column, row: row)]
            let index = Int(cell.style.rawValue)
            let style = theme.styles.indices.contains(index) ? theme.styles[index] : .plain
            if let last = runs.last, last.style == style {
                runs[runs.count - 1].text += cell.text
                runs[runs.count - 1].columns += 1
            } else {
                runs.append(Run(row: row, column: column, columns: 1, text: cell.text, style: style))
            }
        }
        return runs
    }

    /// Draws the words of a run, and its lines and blocks as shapes.
    private func draw(_ run: Run, letters: inout String, shapes: inout [PictureShape], classes: inout PictureClasses) {
        let front = colours(run.style).front
        var word = "", start = 0, width = 0
        func flush(into letters: inout String, _ classes: inout PictureClasses) {
            let trimmed = String(word.reversed().drop { $0 == " " }.reversed())
            width -= word.count - trimmed.count
            guard !trimmed.isEmpty else { return }
            let name = classes.name(front, run.style.attributes)
            letters +=
                "<text x=\"\(start * Self.cell.width)\" y=\"\(run.row * Self.cell.height + 14)\" "
                + "textLength=\"\(width * Self.cell.width)\" lengthAdjust=\"spacingAndGlyphs\" class=\"\(name)\">"
                + Self.escaped(trimmed) + "</text>\n"
        }
        var column = run.column
        while column < run.column + run.columns {
            let cell = surface[Point(column: column, row: run.row)]
            let shape = PictureShapes.shapes(
                of: cell.base, x: column * Self.cell.width, y: run.row * Self.cell.height, colour: front.hex)
            let isPlain = cell.base.value < 0x250 || (0x2010...0x2026).contains(cell.base.value)
            if shape != nil || !isPlain || word.isEmpty || (cell.isBlank && word.hasSuffix("  ")) {
                flush(into: &letters, &classes)
                (word, start, width) = ("", column, 0)
            }
            if let shape {
                shapes += shape
            } else if !(cell.isBlank && word.isEmpty) || run.style.attributes.contains(.underline) {
                word += cell.text
                width += max(1, Int(cell.width))
                if !isPlain {
                    flush(into: &letters, &classes)
                    (word, width) = ("", 0)
                }
            }
            column += max(1, Int(cell.width))
        }
        flush(into: &letters, &classes)
    }

    private static func escaped(_ text: String) -> String {
        text.reduce(into: "") { escaped, character in
            switch character {
            case "&": escaped += "&amp;"
            case "<": escaped += "&lt;"
            case ">": escaped += "&gt;"
            default: escaped.append(character)
            }
        }
    }
}

extension RGB {
    /// As the web writes it: `#rrggbb`.
    var hex: String {
        "#"
            + [red, green, blue].map { part in
                let digits = String(part, radix: 16)
                return part < 16 ? "0" + digits : digits
            }.joined()
    }
}
