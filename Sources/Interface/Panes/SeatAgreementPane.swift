import Room
import Terminal

/// What somebody says yes to: what is recorded, what a lead can never see, and how people treat each other here.
struct SeatAgreementPane {
    let plan: RoomPlan
    /// People here share one file under one system user.
    let sharesFile: Bool
    let glyphs: Glyphs

    /// One thing that is said, with its heading.
    struct Part: Equatable {
        var heading: String
        var items: [String]
        var isList = true
    }

    /// What a file that people share cannot promise.
    static let sharing =
        "Everybody in this room uses one file under one system user. It keeps people apart on the screen only: whoever "
        + "may read that file can read private cards in it too. Over PostgreSQL the server keeps people apart."

    /// All of it, in the order in which it is asked.
    var parts: [Part] {
        let agreement = plan.agreement
        var parts = [
            Part(
                heading: "What is recorded",
                items: [plan.recording == .kept ? agreement.kept : agreement.forgotten], isList: false),
            Part(heading: "What a lead can never see", items: agreement.neverSeen),
        ]
        if sharesFile {
            parts.append(Part(heading: "What this file cannot promise", items: [Self.sharing], isList: false))
        }
        parts.append(Part(heading: agreement.title, items: agreement.points))
        if !plan.stopWord.isEmpty {
            let words = "“\(plan.stopWord)” from anybody stops a round at once. No reason is asked."
            parts.append(Part(heading: "The word that stops it", items: [words], isList: false))
        }
        return parts.filter { !$0.items.isEmpty }
    }

    /// The answers, by their numbers.
    var answers: [String] {
        plan.recording == .kept
            ? ["Yes.", "Yes, but do not keep what happens here.", "No: I leave."] : ["Yes.", "No: I leave."]
    }

    /// The text in lines of at most so many cells.
    func lines(columns: Int) -> [StyledLine] {
        parts.enumerated().flatMap { index, part in
            (index > 0 ? [StyledLine()] : []) + [StyledLine(part.heading, .title)]
                + part.items.flatMap { item -> [StyledLine] in
                    guard part.isList else { return StyledLine.wrapped(item, .text, columns: columns) }
                    return DisplayText.wrapped(item, columns: max(8, columns - 2)).enumerated().map {
                        StyledLine($0 == 0 ? "\(glyphs.dot) " : "  ", .muted).with($1)
                    }
                }
        }
    }
}
