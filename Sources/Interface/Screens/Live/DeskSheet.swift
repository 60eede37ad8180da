import Room
import Terminal

/// What lies over the desk: a list to choose from, a card, a question.
enum DeskSheet: Hashable, Sendable {
    /// Everybody in the room.
    case people
    /// The moments of this round, to go back to.
    case moments
    /// Who plays on from a moment.
    case player(moment: Int)
    /// What can be thrown in, and what can be handed in.
    case curveballs
    /// An envelope, to be read aloud.
    case envelope(Int)
    /// A word of help.
    case hint
    /// The checklist.
    case marks
    /// Whose mark it is.
    case marker(behaviour: String)
    /// The behaviour of a small win.
    case win
    /// Whose it was.
    case winner(behaviour: String)
    /// The customer's card, on the whole screen.
    case card(face: Int)
    /// Something to be sure of.
    case question(Question)

    /// What is asked before it is done.
    enum Question: Hashable, Sendable {
        case leaving, closing, again, removing(String), handing(String)
    }
}

/// One row of a list on the desk.
struct DeskRow: Equatable, Sendable {
    /// What choosing it does.
    enum Act: Equatable, Sendable {
        /// Nothing: it is only told.
        case nothing
        /// The desk does something.
        case command(RoomCommand)
        /// Another sheet follows.
        case open(DeskSheet)
        /// Something is typed.
        case type(DeskEntry.Purpose)
    }

    /// What it says.
    var text: String
    /// A word about it, muted.
    var detail = ""
    /// What is typed for it; empty for its number.
    var key = ""
    /// What choosing it does.
    var act = Act.nothing
}

/// A line that is being typed at the desk.
struct DeskEntry: Equatable, Sendable {
    /// What the line is for.
    enum Purpose: Hashable, Sendable {
        /// Somebody is let in.
        case welcome
        /// Somebody is called otherwise.
        case rename(String)
        /// What the agent said.
        case agent
        /// A word of help.
        case hint
        /// What somebody said in the feedback round.
        case feedback(String)
        /// A small win in other words than the checklist's.
        case winName
        /// What was said about a small win.
        case winWords(behaviour: String, person: String?)
        /// The answer to a prompt of the guide, by its place.
        case prompt(Int)
        /// A rule in the group's own words.
        case rule
        /// Something to change in the way people work.
        case fix
        /// When this comes back.
        case returns
    }

    /// What it is for.
    var purpose: Purpose
    /// The words.
    var editor: LineEditor

    init(_ purpose: Purpose, text: String = "") {
        self.purpose = purpose
        let isName = if case .rename = purpose { true } else { purpose == .welcome }
        editor = LineEditor(limit: isName ? 24 : RoomInput.longest, isSingleLine: true)
        editor.insert(text)
    }
}
