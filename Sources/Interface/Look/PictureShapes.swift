import Terminal

/// A filled rectangle of a picture, in pixels.
struct PictureShape: Hashable {
    var x: Int, y: Int, width: Int, height: Int
    var colour: String
    /// It lets the background through.
    var isFaint = false

    init(_ x: Int, _ y: Int, _ width: Int, _ height: Int, _ colour: String, isFaint: Bool = false) {
        (self.x, self.y, self.width, self.height) = (x, y, width, height)
        (self.colour, self.isFaint) = (colour, isFaint)
    }

    /// As SVG.
    var svg: String {
        "<rect x=\"\(x)\" y=\"\(y)\" width=\"\(width)\" height=\"\(height)\" fill=\"\(colour)\""
            + (isFaint ? " fill-opacity=\".25\"/>\n" : "/>\n")
    }
}

/// The lines and blocks of a frame, as shapes of a picture: a font's own leave gaps between the rows.
enum PictureShapes {
    /// Fewer shapes that cover the same: what touches side by side, then one above the other, becomes one.
    static func merged(_ shapes: [PictureShape]) -> [PictureShape] {
        var rows: [PictureShape] = []
        for shape in shapes.sorted(by: { ($0.y, $0.height, $0.x) < ($1.y, $1.height, $1.x) }) {
            if let last = rows.last, last.y == shape.y, last.height == shape.height, last.x + last.width == shape.x,
                last.colour == shape.colour, last.isFaint == shape.isFaint
            {
                rows[rows.count - 1].width += shape.width
            } else {
                rows.append(shape)
            }
        }
        var merged: [PictureShape] = []
        for shape in rows.sorted(by: { ($0.x, $0.width, $0.y) < ($1.x, $1.width, $1.y) }) {
            if let last = merged.last, last.x == shape.x, last.width == shape.width, last.y + last.height == shape.y,
                last.colour == shape.colour, last.isFaint == shape.isFaint
            {
                merged[merged.count - 1].height += shape.height
            } else {
                merged.append(shape)
            }
        }
        return merged
    }

    /// What stands for a character in the cell at `x`, `y` pixels; nil for one that the font draws.
    static func shapes(of scalar: Unicode.Scalar, x: Int, y: Int, colour: String) -> [PictureShape]? {
        line(scalar, x: x, y: y, colour: colour) ?? block(scalar, x: x, y: y, colour: colour)
    }

    /// The ends of a line's strokes, and how thick they are: up, right, down, left.
    private static func line(_ scalar: Unicode.Scalar, x: Int, y: Int, colour: String) -> [PictureShape]? {
        let ways: (up: Bool, right: Bool, down: Bool, left: Bool)
        switch scalar {
        case "─", "━": ways = (false, true, false, true)
        case "│", "┃": ways = (true, false, true, false)
        case "┌", "┏": ways = (false, true, true, false)
        case "┐", "┓": ways = (false, false, true, true)
        case "└", "┗": ways = (true, true, false, false)
        case "┘", "┛": ways = (true, false, false, true)
        case "├", "┣": ways = (true, true, true, false)
        case "┤", "┫": ways = (true, false, true, true)
        case "┬", "┳": ways = (false, true, true, true)
        case "┴", "┻": ways = (true, true, false, true)
        case "┼", "╋": ways = (true, true, true, true)
        default: return nil
        }
        let thick = "━┃┏┓┗┛┣┫┳┻╋".unicodeScalars.contains(scalar) ? 3 : 1
        let (width, height) = SurfacePicture.cell
        let (middle, centre) = (x + width / 2 - thick / 2, y + height / 2 - thick / 2)
        var shapes: [PictureShape] = []
        if ways.left || ways.right {
            let from = ways.left ? x : middle
            let to = ways.right ? x + width : middle + thick
            shapes.append(PictureShape(from, centre, to - from, thick, colour))
        }
        if ways.up || ways.down {
            let from = ways.up ? y : centre
            let to = ways.down ? y + height : centre + thick
            shapes.append(PictureShape(middle, from, thick, to - from, colour))
        }
        return shapes
    }

    /// Blocks that fill a part of the cell, from below or from the left.
    private static func block(_ scalar: Unicode.Scalar, x: Int, y: Int, colour: String) -> [PictureShape]? {
        let (width, height) = SurfacePicture.cell
        switch scalar.value {
        case 0x2580: return [PictureShape(x, y, width, height / 2, colour)]
        case 0x2581...0x2588:
            let part = max(1, height * Int(scalar.value - 0x2580) / 8)
            return [PictureShape(x, y + height - part, width, part, colour)]
        case 0x2589...0x258F:
            return [PictureShape(x, y, max(1, width * Int(0x2590 - scalar.value) / 8), height, colour)]
        case 0x2590: return [PictureShape(x + width / 2, y, width - width / 2, height, colour)]
        // A quarter of the ink: the empty part of a gauge.
        case 0x2591: return [PictureShape(x, y, width, height, colour, isFaint: true)]
        default: return nil
        }
    }
}

/// The styles that a picture's text has, each with a short name.
struct PictureClasses {
    private var names: [String: String] = [:]
    /// The rules, in the order in which styles were first needed.
    private(set) var rules = ""

    /// The name of a style.
    mutating func name(_ colour: RGB, _ attributes: Attributes) -> String {
        var rule = "fill:\(colour.hex)"
        if attributes.contains(.bold) { rule += ";font-weight:700" }
        if attributes.contains(.dim) { rule += ";opacity:.65" }
        if attributes.contains(.italic) { rule += ";font-style:italic" }
        if attributes.contains(.underline) { rule += ";text-decoration:underline" }
        if let name = names[rule] { return name }
        let name = "s\(names.count)"
        names[rule] = name
        rules += ".\(name){\(rule)}\n"
        return name
    }
}
