import Interface
import Room
import SampleScenarios
import Terminal

extension RoomRehearsal {
    /// When the room was opened, on the clock of the terminals.
    static let opened = Uptime(milliseconds: 9_000_000)

    /// The moment on the clock of the terminals that it is in the room now.
    var now: Uptime { Self.opened + Int64(time) }

    /// The room as a terminal sees it now.
    func view(
        as account: String = RoomRehearsal.desk, sharesFile: Bool = false, trouble: String? = nil,
        notes: [DeskNote] = []
    ) -> LiveView {
        let room = room(readBy: account)
        let hasDesk = room.desk == account
        let curveballs = conductor.engine?.curveballsAtHand(in: room.play).map {
            LiveView.Standing.Curveball(node: $0.node, label: $0.label)
        }
        return LiveView(
            room: room,
            standing: LiveView.Standing(
                account: account, hasDesk: hasDesk, trouble: trouble, sharesFile: sharesFile,
                cards: hasDesk ? conductor.cards : nil, notes: hasDesk ? notes : [],
                curveballs: hasDesk ? curveballs ?? [] : []),
            roomTime: time, at: now)
    }
}
