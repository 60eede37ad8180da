import Foundation
import Interface
import Robot
import Terminal

/// Draws the pictures of the documentation: the main screens, from the shipped scenarios, played by the robot.
///
///     swift run rapport-pictures --to Docs/Pictures
///     swift run rapport-pictures --check --to Docs/Pictures
@main
enum RapportPictures {
    static func main() throws {
        var arguments = CommandLine.arguments.dropFirst()
        var folder: String?
        var content = "Content"
        var isCheck = false
        while let argument = arguments.popFirst() {
            switch argument {
            case "--check": isCheck = true
            case "--to": folder = arguments.popFirst()
            case "--content": content = arguments.popFirst() ?? content
            default: stop("There is no option \(argument). There are --check, --to FOLDER and --content FOLDER.")
            }
        }
        guard let folder else { stop("Say where the pictures are: --to Docs/Pictures") }
        var stale: [String] = []
        for sight in Sight.all {
            let path = "\(folder)/\(sight.name).svg"
            let svg: String
            do { svg = try sight.picture(from: content).svg } catch { stop("\(sight.name): \(error)") }
            if isCheck {
                let kept = FileManager.default.contents(atPath: path)
                if kept != Data(svg.utf8) { stale.append(path) }
            } else {
                try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
                try Data(svg.utf8).write(to: URL(fileURLWithPath: path))
            }
        }
        guard stale.isEmpty else {
            stop(
                stale.map { "\($0) is not what the program draws now." }.joined(separator: "\n")
                    + "\nDraw them anew: swift run rapport-pictures --to \(folder)")
        }
    }

    private static func stop(_ words: String) -> Never {
        FileHandle.standardError.write(Data((words + "\n").utf8))
        exit(1)
    }
}
