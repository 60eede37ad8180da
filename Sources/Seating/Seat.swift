import Conversation
import Journal
import Room

/// One terminal's place in a live room.
///
/// What the journal acknowledged is what happened; the seat's ``room`` is the fold of that and nothing else. Only the
/// holder of the stream's term appends facts; others submit wishes, which it answers in the order of the journal. When
/// its beat is not heard for a while, the next terminal takes the term, and the room goes on.
public struct Seat {
    /// Where the room is kept.
    public let store: any JournalStore
    /// The room's stream.
    public let stream: StreamID
    /// Who reads here.
    public let account: String
    /// The room as it stands.
    public internal(set) var room = LiveRoom()
    /// Why nothing comes or goes just now, in people's words; nil while all is well.
    public internal(set) var trouble: String?
    /// The stream is not for this reader any more, or is forgotten.
    public internal(set) var isOut = false

    /// Makes what conducts, from the room and the scenario's source; nil where this terminal cannot.
    let prepare: (LiveRoom) -> Conductor?
    /// Makes keys that no other append has.
    let newKey: () -> String
    /// What decides, once it is needed.
    var conductor: Conductor?
    /// The term that this terminal holds; nil while another does.
    var term: Int?
    var bell: (any JournalBell)?
    /// A room time and the uptime it was reached at, ms.
    var anchor = (room: 0, uptime: 0)
    /// When the conductor was last heard, and when to show that one is there.
    var heardAt: Int?, beatsAt: Int?
    /// Since when the bell hangs.
    var connectedAt: Int?
    /// When to look for the journal again after it went away, and how long to wait the time after.
    var retriesAt: Int?, patience = Seat.firstPatience
    /// The wall time of the last event that has one, ms.
    var lastWall: Int?
    /// When the journal was last read.
    var lookedAt: Int?
    /// This terminal does not have what conducts the room.
    var cannotLead = false
    /// An append whose answer did not come: it is asked again before anything else is written.
    var unanswered: Unanswered?
    /// Wishes that the journal has not acknowledged yet, in order.
    var wishes: [Wish] = []
    /// What was refused since it was last asked about.
    var refusals: [String] = []
    /// The stream's last sequence as far as it is known; events for others may stand behind the room's own.
    var last = 0
    /// The last event that changed what can be seen here.
    var visible = 0
    /// This terminal opened the room, or was given the desk: it leads where nobody does.
    var wantsDesk: Bool
    /// Somebody was asked to go: the journal is told as well.
    var leavers: [String] = []

    struct Unanswered {
        var records: [EventRecord]
        var readers: [Int: Set<String>]
        var mark: StreamMark?
        var key: String
        var expected: Int
        var term: Int
        var wall: Int
        /// Somebody pressed a key for it, and is told when it was not done.
        var isCommand: Bool
    }

    struct Wish {
        var record: EventRecord
        var key: String
    }

    /// The conductor shows this often that it is there, ms.
    public static let beat = 1_000
    /// Nothing heard for so long, ms: it is gone.
    public static let silence = 3_000
    /// How long to wait before the journal is tried again for the first time, ms.
    static let firstPatience = 250
    /// A beat is a reason to read after so long without news, ms: a ring may have been lost.
    static let lookAgain = 5_000
    /// A room that nobody conducted for longer, ms, is frozen when its opener comes back.
    static let absence = 30_000
    /// So many wishes are answered in one go.
    static let answersAtOnce = 16
    /// How much longer each next terminal in the room's order waits before it takes over, ms.
    static let courtesy = 700

    /// A place in a room that is in the journal.
    ///
    /// - Parameters:
    ///   - wantsDesk: this terminal leads where nobody does: it opened the room.
    ///   - newKey: makes a text that no other append has.
    ///   - prepare: makes what conducts, from the room; nil where this terminal cannot.
    public init(
        store: any JournalStore, stream: StreamID, account: String, wantsDesk: Bool = false,
        newKey: @escaping () -> String, prepare: @escaping (LiveRoom) -> Conductor?
    ) {
        self.store = store
        self.stream = stream
        self.account = account
        self.wantsDesk = wantsDesk
        self.newKey = newKey
        self.prepare = prepare
    }

    /// What to wait for beside the keyboard; nil for nothing.
    public var descriptor: Int32? { bell.flatMap { $0.descriptor >= 0 ? $0.descriptor : nil } }

    /// This terminal has the desk: it conducts.
    public var leads: Bool { term != nil }

    /// The room time at a moment, ms.
    public func roomTime(at now: SeatTime) -> Int { anchor.room + max(0, now.uptime - anchor.uptime) }

    /// The curveballs that can be thrown now.
    public var curveballs: [CurveballAtHand] {
        guard let engine = conductor?.engine, room.phase == .playing else { return [] }
        return engine.curveballsAtHand(in: room.play)
    }

    /// What was refused since the last time, each a whole sentence.
    public mutating func takeRefusals() -> [String] {
        defer { refusals = [] }
        return refusals
    }

    /// Leaves the place: the room goes on without it.
    public mutating func leave() {
        bell?.close()
        bell = nil
        term = nil
    }
}
