import Conversation
import Interface
import Journal
import Library
import Room
import Seating
import Terminal

/// This program's place in a live room: the seat, and what only this machine knows of it.
struct RoomPlace {
    var seat: Seat
    /// Where the room is kept is one file that others here read too.
    let sharesFile: Bool
    /// The cards, where this machine has them.
    let cards: RoleCardSet?
    /// What was noted in earlier rooms with this scenario.
    var notes: [DeskNote] = []
    /// The last refusal that was told here, by its place in the stream.
    var toldRefusal = 0

    init(seat: Seat, sharesFile: Bool, cards: RoleCardSet?, notes: [DeskNote]) {
        self.seat = seat
        self.sharesFile = sharesFile
        self.cards = cards
        self.notes = notes
    }

    /// The room as this terminal sees it.
    func view(at now: Uptime) -> LiveView {
        let leads = seat.leads
        // A terminal that only keeps the room going has somebody's seat, and is shown what that seat may see.
        let facilitates = leads && seat.room.isDeskFacilitators
        let curveballs = seat.curveballs.map { LiveView.Standing.Curveball(node: $0.node, label: $0.label) }
        return LiveView(
            room: seat.room,
            standing: LiveView.Standing(
                account: seat.account, hasDesk: leads, trouble: seat.isOut ? Self.out : seat.trouble,
                sharesFile: sharesFile, cards: facilitates ? cards : leads ? cards?.publicPart : nil,
                notes: facilitates ? notes : [], curveballs: leads ? curveballs : []),
            roomTime: seat.roomTime(at: SeatTime(now)), at: now)
    }

    private static let out =
        "This room is not open to this terminal any more: it was forgotten, or you were asked to go."
}

extension SeatTime {
    /// A moment of the terminal's, with the wall time of now.
    init(_ now: Uptime) {
        self.init(uptime: Int(now.milliseconds), wall: Surroundings.wallTime())
    }
}
