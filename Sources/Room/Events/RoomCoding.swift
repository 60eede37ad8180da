import Conversation

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// An event of a room's stream with its time: of the room itself, or of the role-play that is on.
public enum RoomRecord: Hashable, Sendable {
    /// The room's own, at a room time, ms since it was opened.
    case room(RoomEvent, time: Int)
    /// The role-play's, at its session time.
    case play(TimedEvent)

    /// The event as a journal keeps it.
    /// - Throws: ``EventCodingFailure`` when a value cannot be written as JSON.
    public func record() throws(EventCodingFailure) -> EventRecord {
        switch self {
        case .play(let timed): return try timed.record()
        case .room(.unknown(let record), _): return record
        case .room(let event, let time):
            let (type, payload) = event.coded
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
            do {
                let json = String(decoding: try encoder.encode(payload), as: UTF8.self)
                return EventRecord(
                    type: Self.prefix + type, version: 1, weight: Self.weight(of: type), time: time, payload: json)
            } catch {
                throw EventCodingFailure(description: "room.\(type) could not be written: \(error)")
            }
        }
    }

    /// Reads what a journal kept. A type or version of a later program becomes an unknown event.
    /// - Throws: ``EventCodingFailure`` when the payload of a known type is damaged.
    public init(_ record: EventRecord) throws(EventCodingFailure) {
        guard record.type.hasPrefix(Self.prefix) else {
            self = .play(try TimedEvent(record))
            return
        }
        // Only whoever conducts may write what counts: a wish that calls itself a fact is none.
        guard record.version == 1, PlausibleNumbers.hold(in: record),
            record.weight == Self.weight(of: String(record.type.dropFirst(Self.prefix.count)))
        else {
            self = .room(.unknown(record), time: 0)
            return
        }
        do {
            let event = try RoomEvent(
                type: String(record.type.dropFirst(Self.prefix.count)), payload: Data(record.payload.utf8))
            self = .room(event ?? .unknown(record), time: max(0, record.time))
        } catch {
            throw EventCodingFailure(description: "the event \(record.type) is damaged and cannot be read")
        }
    }

    /// Wishes are laid before the conductor as notes; everything else is part of the state.
    private static func weight(of type: String) -> EventRecord.Weight { type == "asked" ? .note : .state }

    /// What the types of a room's own events begin with.
    static let prefix = "room."
}

/// The payloads that are one or two plain values.
private struct Batch: Codable { var batch: Int }
private struct Reason: Codable { var account: String, reason: String }
private struct Invited: Codable { var code: String }
private struct Account: Codable { var account: String }
private struct Left: Codable { var person: String, isRemoved: Bool }
private struct Muted: Codable { var person: String, isMuted: Bool }
private struct Agreed: Codable { var person: String, mayKeep: Bool }
private struct Planned: Codable { var number: Int, casting: Casting }
private struct Dealt: Codable { var person: String, card: CustomerCard }
private struct Lasting: Codable { var lasting: Int }
private struct By: Codable { var by: Int }
private struct Words: Codable { var text: String }
private struct Place: Codable { var sequence: Int }
private struct Vote: Codable { var moment: Int, options: [Int] }
private struct Cast: Codable { var person: String, option: Int }
private struct Hands: Codable { var option: Int, count: Int }
private struct Turns: Codable { var turns: [FeedbackTurn] }
private struct Index: Codable { var index: Int }
private struct Told: Codable { var person: String, text: String }
private struct Switch: Codable { var isOn: Bool }
private struct Nothing: Codable {}

extension RoomEvent {
    fileprivate var coded: (type: String, payload: any Encodable) {
        switch self {
        case .asked(let input): ("asked", input)
        case .did(let did): ("did", did)
        case .undone(let batch): ("undone", Batch(batch: batch))
        case .declined(let account, let reason): ("declined", Reason(account: account, reason: reason))
        case .opened(let plan): ("opened", plan)
        case .closed: ("closed", Nothing())
        case .invited(let code): ("invited", Invited(code: code))
        case .deskTaken(let account): ("deskTaken", Account(account: account))
        case .personCame(let person): ("personCame", person)
        case .personLeft(let id, let isRemoved): ("personLeft", Left(person: id, isRemoved: isRemoved))
        case .personMuted(let id, let isMuted): ("personMuted", Muted(person: id, isMuted: isMuted))
        case .agreed(let person, let mayKeep): ("agreed", Agreed(person: person, mayKeep: mayKeep))
        case .roundPlanned(let number, let casting): ("roundPlanned", Planned(number: number, casting: casting))
        case .cardDealt(let person, let card): ("cardDealt", Dealt(person: person, card: card))
        case .countdownStarted(let lasting): ("countdownStarted", Lasting(lasting: lasting))
        case .roundStarted(let lasting): ("roundStarted", Lasting(lasting: lasting))
        case .roundExtended(let by): ("roundExtended", By(by: by))
        case .frozen: ("frozen", Nothing())
        case .unfrozen: ("unfrozen", Nothing())
        case .roundEnded: ("roundEnded", Nothing())
        case .roundResumed: ("roundResumed", Nothing())
        case .cast(let casting): ("cast", casting)
        case .said(let said): ("said", said)
        case .hinted(let text): ("hinted", Words(text: text))
        case .marked(let mark): ("marked", mark)
        case .markRemoved(let sequence): ("markRemoved", Place(sequence: sequence))
        case .voteOpened(let moment, let options): ("voteOpened", Vote(moment: moment, options: options))
        case .voteCast(let person, let option): ("voteCast", Cast(person: person, option: option))
        case .handsCounted(let option, let count): ("handsCounted", Hands(option: option, count: count))
        case .voteClosed: ("voteClosed", Nothing())
        case .feedbackOpened(let turns): ("feedbackOpened", Turns(turns: turns))
        case .feedbackMoved(let index): ("feedbackMoved", Index(index: index))
        case .feedbackSaid(let person, let text): ("feedbackSaid", Told(person: person, text: text))
        case .winKept(let win): ("winKept", win)
        case .debriefOpened: ("debriefOpened", Nothing())
        case .prompted(let prompt): ("prompted", prompt)
        case .noteHung(let note): ("noteHung", note)
        case .namesShown(let isOn): ("namesShown", Switch(isOn: isOn))
        case .blanked(let isOn): ("blanked", Switch(isOn: isOn))
        case .unknown(let record): (record.type, Nothing())
        }
    }

    /// Reads an event by its type; nil for a type of a later program.
    fileprivate init?(type: String, payload: Data) throws {
        func read<Payload: Decodable>(_ type: Payload.Type) throws -> Payload {
            try JSONDecoder().decode(type, from: payload)
        }
        switch type {
        case "asked": self = .asked(try read(RoomInput.self))
        case "did": self = .did(try read(Did.self))
        case "undone": self = .undone(batch: try read(Batch.self).batch)
        case "declined":
            let declined = try read(Reason.self)
            self = .declined(account: declined.account, declined.reason)
        case "opened": self = .opened(try read(RoomPlan.self))
        case "closed": self = .closed
        case "invited": self = .invited(code: try read(Invited.self).code)
        case "deskTaken": self = .deskTaken(account: try read(Account.self).account)
        case "personCame": self = .personCame(try read(Person.self))
        case "personLeft":
            let left = try read(Left.self)
            self = .personLeft(id: left.person, isRemoved: left.isRemoved)
        case "personMuted":
            let muted = try read(Muted.self)
            self = .personMuted(id: muted.person, isMuted: muted.isMuted)
        case "agreed":
            let agreed = try read(Agreed.self)
            self = .agreed(person: agreed.person, mayKeep: agreed.mayKeep)
        case "roundPlanned":
            let planned = try read(Planned.self)
            self = .roundPlanned(number: planned.number, planned.casting)
        case "cardDealt":
            let dealt = try read(Dealt.self)
            self = .cardDealt(to: dealt.person, dealt.card)
        case "countdownStarted": self = .countdownStarted(lasting: try read(Lasting.self).lasting)
        case "roundStarted": self = .roundStarted(lasting: try read(Lasting.self).lasting)
        case "roundExtended": self = .roundExtended(by: try read(By.self).by)
        case "frozen": self = .frozen
        case "unfrozen": self = .unfrozen
        case "roundEnded": self = .roundEnded
        case "roundResumed": self = .roundResumed
        case "cast": self = .cast(try read(Casting.self))
        case "said": self = .said(try read(SaidAloud.self))
        case "hinted": self = .hinted(try read(Words.self).text)
        case "marked": self = .marked(try read(Mark.self))
        case "markRemoved": self = .markRemoved(try read(Place.self).sequence)
        case "voteOpened":
            let vote = try read(Vote.self)
            self = .voteOpened(moment: vote.moment, options: vote.options)
        case "voteCast":
            let cast = try read(Cast.self)
            self = .voteCast(person: cast.person, option: cast.option)
        case "handsCounted":
            let hands = try read(Hands.self)
            self = .handsCounted(option: hands.option, count: hands.count)
        case "voteClosed": self = .voteClosed
        case "feedbackOpened": self = .feedbackOpened(try read(Turns.self).turns)
        case "feedbackMoved": self = .feedbackMoved(to: try read(Index.self).index)
        case "feedbackSaid":
            let told = try read(Told.self)
            self = .feedbackSaid(person: told.person, text: told.text)
        case "winKept": self = .winKept(try read(Win.self))
        case "debriefOpened": self = .debriefOpened
        case "prompted": self = .prompted(try read(Prompt.self))
        case "noteHung": self = .noteHung(try read(DeskNote.self))
        case "namesShown": self = .namesShown(try read(Switch.self).isOn)
        case "blanked": self = .blanked(try read(Switch.self).isOn)
        default: return nil
        }
    }
}
