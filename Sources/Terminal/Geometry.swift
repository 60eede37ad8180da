/// How large a terminal or surface is, in cells.
public struct Size: Hashable, Sendable {
    /// Cells across.
    public var columns: Int
    /// Cells down.
    public var rows: Int

    /// A size; negative numbers become 0.
    public init(columns: Int, rows: Int) {
        self.columns = max(0, columns)
        self.rows = max(0, rows)
    }
}

/// A cell's place, counted from 0 at the top left.
public struct Point: Hashable, Sendable {
    /// Cells from the left.
    public var column: Int
    /// Cells from the top.
    public var row: Int

    /// A place; it may lie outside any surface.
    public init(column: Int, row: Int) {
        self.column = column
        self.row = row
    }
}

/// A side of a rectangle.
public enum Edge: Hashable, Sendable, CaseIterable {
    /// The upper side.
    case top
    /// The lower side.
    case bottom
    /// The left side.
    case left
    /// The right side.
    case right
}

/// A rectangle of cells. No number in it is ever negative.
public struct Rect: Hashable, Sendable {
    /// The leftmost column.
    public private(set) var column: Int
    /// The uppermost row.
    public private(set) var row: Int
    /// Cells across.
    public private(set) var columns: Int
    /// Cells down.
    public private(set) var rows: Int

    /// A rectangle; negative numbers become 0, and numbers no screen reaches are held at a million.
    public init(column: Int = 0, row: Int = 0, columns: Int, rows: Int) {
        self.column = Self.held(column)
        self.row = Self.held(row)
        self.columns = Self.held(columns)
        self.rows = Self.held(rows)
    }

    private static func held(_ number: Int) -> Int { min(max(0, number), 1_000_000) }

    /// The rectangle of a whole surface.
    public init(_ size: Size) {
        self.init(columns: size.columns, rows: size.rows)
    }

    /// The top left cell.
    public var origin: Point { Point(column: column, row: row) }

    /// The size of the rectangle.
    public var size: Size { Size(columns: columns, rows: rows) }

    /// The first column to the right of the rectangle.
    public var endColumn: Int { column + columns }

    /// The first row below the rectangle.
    public var endRow: Int { row + rows }

    /// True when the rectangle has no cell.
    public var isEmpty: Bool { columns == 0 || rows == 0 }

    /// True when the cell at `point` is one of this rectangle's.
    public func contains(_ point: Point) -> Bool {
        point.column >= column && point.column < endColumn && point.row >= row && point.row < endRow
    }

    /// Cuts up to `cells` columns or rows off one edge, shrinks this rectangle by them and returns the piece.
    public mutating func take(_ edge: Edge, _ cells: Int) -> Rect {
        var piece = self
        switch edge {
        case .top, .bottom:
            let count = min(max(0, cells), rows)
            piece.rows = count
            rows -= count
            if edge == .top { row += count } else { piece.row = row + rows }
        case .left, .right:
            let count = min(max(0, cells), columns)
            piece.columns = count
            columns -= count
            if edge == .left { column += count } else { piece.column = column + columns }
        }
        return piece
    }

    /// This rectangle without a margin of `cells` on all four sides; empty when the margin is too wide.
    public func inset(by cells: Int) -> Rect {
        inset(columns: cells, rows: cells)
    }

    /// This rectangle without a margin of `columns` left and right and `rows` above and below.
    public func inset(columns across: Int, rows down: Int) -> Rect {
        let across = Self.held(across)
        let down = Self.held(down)
        return Rect(
            column: column + min(across, columns), row: row + min(down, rows), columns: columns - 2 * across,
            rows: rows - 2 * down)
    }

    /// The part that both rectangles share; empty when they do not touch.
    public func intersection(_ other: Rect) -> Rect {
        let left = max(column, other.column)
        let top = max(row, other.row)
        return Rect(
            column: left, row: top, columns: min(endColumn, other.endColumn) - left,
            rows: min(endRow, other.endRow) - top)
    }
}
