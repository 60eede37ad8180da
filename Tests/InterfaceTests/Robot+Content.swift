import Foundation
import Robot
import Terminal

extension Robot {
    /// Somebody at Home, with the scenarios that the program is shipped with.
    static func atHome(columns: Int = 100, rows: Int = 30) throws -> Robot {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        let content = root.deletingLastPathComponent().appendingPathComponent("Content").path
        return try Robot(in: [content], size: Size(columns: columns, rows: rows))
    }
}
