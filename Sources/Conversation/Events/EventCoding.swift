#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// An event with its thread and time: what ``Session`` folds and ``Engine`` answers with.
public struct TimedEvent: Hashable, Sendable {
    /// The conversation thread it belongs to.
    public var thread: String
    /// Session time in milliseconds.
    public var time: Int
    /// What happened.
    public var event: SessionEvent

    /// Makes a timed event.
    public init(thread: String = Conversation.mainThread, time: Int, event: SessionEvent) {
        self.thread = thread
        self.time = time
        self.event = event
    }
}

extension TimedEvent {
    static let withheldType = "withheld"

    /// What stands in the place of an event that is not for the reader, so that every number still finds its event.
    public static func withheld(thread: String = Conversation.mainThread, time: Int) -> TimedEvent {
        let record = EventRecord(
            thread: thread, type: withheldType, version: 1, weight: .note, time: time, payload: "{}")
        return TimedEvent(thread: thread, time: time, event: .unknown(record))
    }
}

/// An event's payload could not be read.
public struct EventCodingFailure: Error, CustomStringConvertible {
    /// The event's type and version, and what was wrong with it.
    public var description: String

    /// A failure with its words.
    public init(description: String) { self.description = description }
}

extension TimedEvent {
    /// The event as a journal keeps it.
    /// - Throws: ``EventCodingFailure`` when a value cannot be written as JSON.
    public func record() throws(EventCodingFailure) -> EventRecord {
        guard let known = event.known else {
            if case .unknown(let record) = event { return record }
            throw EventCodingFailure(description: "an event without a name")
        }
        return EventRecord(
            thread: thread, type: known.type, version: known.version, weight: known.weight, time: time,
            payload: try known.json())
    }

    /// Reads what a journal kept. A type or version of a later program becomes ``SessionEvent/unknown(_:)``.
    /// - Throws: ``EventCodingFailure`` when the payload of a known type is damaged.
    public init(_ record: EventRecord) throws(EventCodingFailure) {
        self.init(thread: record.thread, time: record.time, event: try SessionEvent(record))
    }
}

/// An event of this version: its name and payload.
private struct Known {
    var type: String
    var payload: any EventPayload

    init(_ type: String, _ payload: any EventPayload) {
        self.type = type
        self.payload = payload
    }

    var version: Int { Swift.type(of: payload).version }
    var weight: EventRecord.Weight { Swift.type(of: payload).weight }

    func json() throws(EventCodingFailure) -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        do {
            return String(decoding: try encoder.encode(payload), as: UTF8.self)
        } catch {
            throw EventCodingFailure(description: "\(type) could not be written: \(error)")
        }
    }
}

extension SessionEvent {
    fileprivate var known: Known? {
        switch self {
        case .began(let payload): Known("began", payload)
        case .nodeEntered(let payload): Known("nodeEntered", payload)
        case .channelChanged(let payload): Known("channelChanged", payload)
        case .lineSpoken(let payload): Known("lineSpoken", payload)
        case .optionsOffered(let payload): Known("optionsOffered", payload)
        case .interrupted(let payload): Known("interrupted", payload)
        case .replied(let payload): Known("replied", payload)
        case .movesHeard(let payload): Known("movesHeard", payload)
        case .shifted(let payload): Known("shifted", payload)
        case .ruptured(let payload): Known("ruptured", payload)
        case .repaired(let payload): Known("repaired", payload)
        case .clockStarted(let payload): Known("clockStarted", payload)
        case .clockRanOut(let payload): Known("clockRanOut", payload)
        case .storyMoved(let payload): Known("storyMoved", payload)
        case .commitmentMade(let payload): Known("commitmentMade", payload)
        case .commitmentKept(let payload): Known("commitmentKept", payload)
        case .commitmentMissed(let payload): Known("commitmentMissed", payload)
        case .commitmentRenegotiated(let payload): Known("commitmentRenegotiated", payload)
        case .feedbackShown(let payload): Known("feedbackShown", payload)
        case .queueChanged(let payload): Known("queueChanged", payload)
        case .holdChanged(let payload): Known("holdChanged", payload)
        case .muteChanged(let payload): Known("muteChanged", payload)
        case .audienceGrew(let payload): Known("audienceGrew", payload)
        case .drafted(let payload): Known("drafted", payload)
        case .draftEdited(let payload): Known("draftEdited", payload)
        case .attached(let payload): Known("attached", payload)
        case .sendOffered(let payload): Known("sendOffered", payload)
        case .emailSent(let payload): Known("emailSent", payload)
        case .reflectionAsked(let payload): Known("reflectionAsked", payload)
        case .reflected(let payload): Known("reflected", payload)
        case .threadOpened(let payload): Known("threadOpened", payload)
        case .threadClosed(let payload): Known("threadClosed", payload)
        case .threadRested(let payload): Known("threadRested", payload)
        case .turnedTo(let payload): Known("turnedTo", payload)
        case .curveballStruck(let payload): Known("curveballStruck", payload)
        case .difficultyChanged(let payload): Known("difficultyChanged", payload)
        case .noteWritten(let payload): Known("noteWritten", payload)
        case .noteRemoved(let payload): Known("noteRemoved", payload)
        case .checkedIn(let payload): Known("checkedIn", payload)
        case .outputKept(let payload): Known("outputKept", payload)
        case .promptAnswered(let payload): Known("promptAnswered", payload)
        case .hearingCorrected(let payload): Known("hearingCorrected", payload)
        case .commented(let payload): Known("commented", payload)
        case .commentRemoved(let payload): Known("commentRemoved", payload)
        case .paused(let payload): Known("paused", payload)
        case .resumed(let payload): Known("resumed", payload)
        case .steppedBack(let payload): Known("steppedBack", payload)
        case .rewound(let payload): Known("rewound", payload)
        case .checkpointed(let payload): Known("checkpointed", payload)
        case .setAside(let payload): Known("setAside", payload)
        case .ended(let payload): Known("ended", payload)
        case .unknown: nil
        }
    }

    fileprivate init(_ record: EventRecord) throws(EventCodingFailure) {
        func read<Payload: EventPayload>(_ type: Payload.Type) throws -> Payload {
            guard record.version <= Payload.version else { throw LaterVersion() }
            guard PlausibleNumbers.hold(in: record) else { throw Implausible() }
            return try JSONDecoder().decode(type, from: Data(record.payload.utf8))
        }
        do {
            self =
                switch record.type {
                case "began": .began(try read(Began.self))
                case "nodeEntered": .nodeEntered(try read(NodeEntered.self))
                case "channelChanged": .channelChanged(try read(ChannelChanged.self))
                case "lineSpoken": .lineSpoken(try read(LineSpoken.self))
                case "optionsOffered": .optionsOffered(try read(OptionsOffered.self))
                case "interrupted": .interrupted(try read(Interrupted.self))
                case "replied": .replied(try read(Replied.self))
                case "movesHeard": .movesHeard(try read(MovesHeard.self))
                case "shifted": .shifted(try read(Shifted.self))
                case "ruptured": .ruptured(try read(Ruptured.self))
                case "repaired": .repaired(try read(Repaired.self))
                case "clockStarted": .clockStarted(try read(ClockStarted.self))
                case "clockRanOut": .clockRanOut(try read(ClockRanOut.self))
                case "storyMoved": .storyMoved(try read(StoryMoved.self))
                case "commitmentMade": .commitmentMade(try read(CommitmentMade.self))
                case "commitmentKept": .commitmentKept(try read(CommitmentChanged.self))
                case "commitmentMissed": .commitmentMissed(try read(CommitmentChanged.self))
                case "commitmentRenegotiated": .commitmentRenegotiated(try read(CommitmentMade.self))
                case "feedbackShown": .feedbackShown(try read(FeedbackShown.self))
                case "queueChanged": .queueChanged(try read(QueueChanged.self))
                case "holdChanged": .holdChanged(try read(CallSwitched.self))
                case "muteChanged": .muteChanged(try read(CallSwitched.self))
                case "audienceGrew": .audienceGrew(try read(AudienceGrew.self))
                case "drafted": .drafted(try read(Drafted.self))
                case "draftEdited": .draftEdited(try read(DraftEdited.self))
                case "attached": .attached(try read(Attached.self))
                case "sendOffered": .sendOffered(try read(SendOffered.self))
                case "emailSent": .emailSent(try read(EmailSent.self))
                case "reflectionAsked": .reflectionAsked(try read(ReflectionAsked.self))
                case "reflected": .reflected(try read(Reflected.self))
                case "threadOpened": .threadOpened(try read(ThreadOpened.self))
                case "threadClosed": .threadClosed(try read(ThreadClosed.self))
                case "threadRested": .threadRested(try read(ThreadRested.self))
                case "turnedTo": .turnedTo(try read(TurnedTo.self))
                case "curveballStruck": .curveballStruck(try read(CurveballStruck.self))
                case "difficultyChanged": .difficultyChanged(try read(DifficultyChanged.self))
                case "noteWritten": .noteWritten(try read(NoteWritten.self))
                case "noteRemoved": .noteRemoved(try read(NoteRemoved.self))
                case "checkedIn": .checkedIn(try read(CheckedIn.self))
                case "outputKept": .outputKept(try read(OutputKept.self))
                case "promptAnswered": .promptAnswered(try read(PromptAnswered.self))
                case "hearingCorrected": .hearingCorrected(try read(HearingCorrected.self))
                case "commented": .commented(try read(Commented.self))
                case "commentRemoved": .commentRemoved(try read(CommentRemoved.self))
                case "paused": .paused(try read(Paused.self))
                case "resumed": .resumed(try read(Resumed.self))
                case "steppedBack": .steppedBack(try read(SteppedBack.self))
                case "rewound": .rewound(try read(Rewound.self))
                case "checkpointed": .checkpointed(try read(Checkpointed.self))
                case "setAside": .setAside(try read(SetAside.self))
                case "ended": .ended(try read(Ended.self))
                default: .unknown(record)
                }
        } catch is LaterVersion {
            self = .unknown(record)
        } catch {
            throw EventCodingFailure(
                description: "the event \(record.type) (form \(record.version)) is damaged and cannot be read")
        }
    }
}

private struct LaterVersion: Error {}
private struct Implausible: Error {}
