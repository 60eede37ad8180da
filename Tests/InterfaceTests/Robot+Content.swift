import Foundation
import Robot
import Terminal

extension Robot {
    /// The folder that the program is shipped with.
    static let content = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appendingPathComponent("Content").path

    /// Somebody at Home, with the scenarios that the program is shipped with.
    static func atHome(columns: Int = 100, rows: Int = 30) throws -> Robot {
        try Robot(in: [content], size: Size(columns: columns, rows: rows))
    }
}
