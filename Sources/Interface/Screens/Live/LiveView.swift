import Conversation
import Room
import Terminal

/// What a terminal knows of a live room: the room as its events make it, and its own place in it.
public struct LiveView: Equatable, Sendable {
    /// How this terminal is connected with the room.
    public struct Standing: Equatable, Sendable {
        /// Who reads here, as the journal knows them.
        public var account: String
        /// This terminal has the desk, and conducts.
        public var hasDesk: Bool
        /// Why nothing comes or goes just now; nil while all is well.
        public var trouble: String?
        /// People here share one file under one system user: they are kept apart on the screen only.
        public var sharesFile: Bool
        /// The customer's and the facilitator's cards, where this terminal may show them: the desk.
        public var cards: RoleCardSet?
        /// What earlier rooms' facilitator noted on this scenario, where this terminal has the desk.
        public var notes: [DeskNote]
        /// The curveballs that can be thrown now, where this terminal has the desk: node and name.
        public var curveballs: [Curveball]

        /// A curveball that can be thrown.
        public struct Curveball: Equatable, Sendable {
            /// Its node.
            public var node: String
            /// Its name.
            public var label: String

            /// A curveball.
            public init(node: String, label: String) { (self.node, self.label) = (node, label) }
        }

        /// A standing.
        public init(
            account: String, hasDesk: Bool = false, trouble: String? = nil, sharesFile: Bool = false,
            cards: RoleCardSet? = nil, notes: [DeskNote] = [], curveballs: [Curveball] = []
        ) {
            self.account = account
            self.hasDesk = hasDesk
            self.trouble = trouble
            self.sharesFile = sharesFile
            self.cards = cards
            self.notes = notes
            self.curveballs = curveballs
        }
    }

    /// The room.
    public var room: LiveRoom
    /// This terminal's place in it.
    public var standing: Standing
    /// A room time, ms, and the moment it was that time here.
    private var anchor: (room: Int, here: Uptime)

    /// A room as this terminal sees it at a moment.
    public init(room: LiveRoom, standing: Standing, roomTime: Int, at now: Uptime) {
        (self.room, self.standing) = (room, standing)
        anchor = (roomTime, now)
    }

    /// Whether two views show the same room at the same time.
    public static func == (one: LiveView, other: LiveView) -> Bool {
        one.room == other.room && one.standing == other.standing && one.anchor == other.anchor
    }

    /// The room time now, ms.
    public func roomTime(at now: Uptime) -> Int { anchor.room + Int(max(0, now - anchor.here)) }

    /// The moment at which a room time is reached.
    public func uptime(ofRoom time: Int) -> Uptime { anchor.here + Int64(time - anchor.room) }

    /// The session time of the play now, ms.
    public func playTime(at now: Uptime) -> Int { room.clock.session(at: roomTime(at: now)) }

    /// The local time of the play now, ms: what its entries and offers are timed by.
    public func local(at now: Uptime) -> Int { room.play.local(playTime(at: now)) }

    /// What is left of the round, ms; less than nothing once it is over.
    public func left(at now: Uptime) -> Int { room.timer.left(at: roomTime(at: now)) }

    /// The people who sit at this terminal.
    public var own: [Person] { room.people(of: standing.account) }
}

/// A screen of a live room: the stage, the desk, somebody's seat.
public protocol LiveFace: Screen {
    /// What it shows.
    var view: LiveView { get }
    /// What was typed here and on the faces before it, and not sent yet.
    var kept: LiveKept { get set }
    /// Takes the room as it is now.
    mutating func receive(_ view: LiveView, at now: Uptime)
    /// Somebody's wish of this terminal's was declined, or could not be done: a whole sentence.
    mutating func receive(refusal: String, at now: Uptime)
}

/// What somebody typed at a terminal of a live room and put away: it goes with them from one face of the room to the next.
public struct LiveKept: Equatable, Sendable {
    /// At the desk, by what it is for.
    var desk: [DeskEntry.Purpose: String] = [:]
    /// At seats, by who sits there.
    var seats: [String: SeatTyping] = [:]

    /// Nothing was typed.
    public init() {}
}

/// What a screen of a live room wants done.
public enum LiveEffect: Hashable, Sendable {
    /// The desk does something.
    case command(RoomCommand)
    /// Somebody at this terminal lays something before the room: their id, and what.
    case wish(person: String, RoomInput.Wish)
    /// Show another face of the room here.
    case show(LiveFaceKind)
    /// Open a room as the form says, with people at this screen.
    case open(RoomPlan, people: [String])
    /// Keep the form as a template under a name.
    case keepTemplate(RoomTemplate)
    /// Come into a room by its code; ``JoinScreen/receive(refusal:at:)`` takes a no.
    case join(JoinScreen.Request)
    /// Leave this terminal's place; the room goes on.
    case leave
}

/// The faces of a live room.
public enum LiveFaceKind: Hashable, Sendable {
    /// For everybody to look at.
    case stage
    /// The facilitator's.
    case desk
    /// Somebody's own: by their role.
    case seat
}
