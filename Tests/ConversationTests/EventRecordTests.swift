import Testing

@testable import Conversation

@Suite("Events as they are kept")
struct EventRecordTests {
    @Test("every payload has sorted keys and whole numbers only")
    func canonical() throws {
        var types: Set<String> = []
        for event in try Play.happy().log + Play.rough().log {
            let record = try event.record()
            types.insert(record.type)
            #expect(CanonicalReader.accepts(record.payload), "\(record.type): \(record.payload)")
        }
        #expect(types.count >= 26, "\(types.sorted())")
    }

    @Test("the reader of this test knows what is not canonical")
    func readerIsStrict() {
        for text in [#"{"b":1,"a":2}"#, #"{"a":1.5}"#, #"{"a":1e3}"#, #"{"a": 1}"#, #"{"a":1"#] {
            #expect(!CanonicalReader.accepts(text), "\(text)")
        }
        #expect(CanonicalReader.accepts(#"{"a":[1,-2,"1.5 e3"],"b":{"c":null,"d":true}}"#))
    }

    @Test("a note of a later program is kept and skipped")
    func unknownNote() throws {
        var play = try Play()
        let note = EventRecord(type: "starred", version: 1, weight: .note, time: 5, payload: #"{"by":"me"}"#)
        let event = try TimedEvent(note)
        let before = play.session
        play.session.apply(event)
        #expect(play.session.front == before.front)
        #expect(!play.session.isReadOnly)
        #expect(try play.session.log.last?.record() == note)
        try play.say("What has to be")
    }

    @Test("a later program's part of the state makes a session read-only, and the engine says why")
    func unknownState() throws {
        var play = try Play()
        play.session.apply(
            try TimedEvent(EventRecord(type: "swapped", version: 1, weight: .state, time: 5, payload: "{}")))
        #expect(play.session.isReadOnly)
        for input in [SessionInput.reply(0), .timePassed, .rewind(to: play.session.moments[0].sequence)] {
            let refusal = #expect(throws: EngineRefusal.self) {
                try play.engine.handle(input, in: play.session, at: play.opens)
            }
            #expect(refusal?.description.hasPrefix("A later version of Rapport wrote part of this session.") == true)
        }
        #expect(play.engine.nextDeadline(in: play.session) == nil)
    }

    @Test("a later program's part of the state is not forgotten by going back")
    func unknownStateBeforeRewinding() throws {
        var play = try Play()
        let sequence = play.session.moments[0].sequence
        play.session.apply(
            try TimedEvent(EventRecord(type: "swapped", version: 1, weight: .state, time: 5, payload: "{}")))
        play.session.apply(TimedEvent(time: 6, event: .rewound(Rewound(to: sequence))))
        #expect(play.session.isReadOnly)
    }

    @Test("a known event in a later form is not guessed at")
    func laterForm() throws {
        let record = EventRecord(type: "lineSpoken", version: 2, weight: .state, time: 5, payload: "{}")
        let event = try TimedEvent(record)
        #expect(event.event == .unknown(record))
        #expect(try event.record() == record)
    }

    @Test(
        "a damaged payload is named, not folded",
        arguments: ["", "{", "null", "[]", #"{"line":7}"#, "\u{0}", "{\"to\":1e400}"])
    func damaged(payload: String) {
        let failure = #expect(throws: EventCodingFailure.self) {
            try TimedEvent(EventRecord(type: "rewound", version: 1, weight: .state, time: 5, payload: payload))
        }
        #expect(failure?.description == "the event rewound (form 1) is damaged and cannot be read")
    }

    @Test(
        "numbers that no session reaches are damage, and never overflow",
        arguments: ["9223372036854775807", "99999999999999"])
    func hugeNumbers(number: String) throws {
        let began = #""seed":18446744073709551615"#
        var refused = 0
        for event in try Play.happy(seed: .max).log + Play.rough(seed: .max).log where event.type != "checkpointed" {
            let record = try event.record()
            #expect(record.type != "began" || record.payload.contains(began))
            for sign in ["", "-"] {
                for place in record.payload.ranges(of: #/:-?[0-9]+/#) {
                    var damaged = record
                    damaged.payload.replaceSubrange(place, with: ":" + sign + number)
                    if record.payload[..<place.lowerBound].hasSuffix(#""seed""#) { continue }
                    #expect(throws: EventCodingFailure.self, "\(damaged.payload)") { try TimedEvent(damaged) }
                    refused += 1
                }
            }
        }
        #expect(refused > 100)
        #expect(throws: EventCodingFailure.self) {
            try TimedEvent(EventRecord(type: "paused", version: 1, weight: .note, time: .max, payload: "{}"))
        }
    }

    @Test("events that make no sense where they stand change nothing and never trap")
    func outOfPlace() throws {
        let log = try Play.happy().log + Play.rough().log
        for stride in 2...9 {
            var session = Session()
            for index in log.indices where index % stride == 0 { session.apply(log[index]) }
            for event in log.reversed() { session.apply(event) }
            #expect(session.log.count > 0)
        }
    }
}

/// Reads JSON as a journal keeps it and finds whatever is not canonical: unsorted keys, spaces, broken numbers.
private struct CanonicalReader {
    private var bytes: [UInt8]
    private var index = 0

    init(_ text: String) {
        bytes = Array(text.utf8)
    }

    static func accepts(_ text: String) -> Bool {
        var reader = CanonicalReader(text)
        return reader.value() && reader.index == reader.bytes.count
    }

    private var next: UInt8? { index < bytes.count ? bytes[index] : nil }

    private mutating func take(_ byte: Character) -> Bool {
        guard let wanted = byte.asciiValue, next == wanted else { return false }
        index += 1
        return true
    }

    private mutating func value() -> Bool {
        switch next.map({ Character(Unicode.Scalar($0)) }) {
        case "{": object()
        case "[": array()
        case "\"": string() != nil
        case "-", "0", "1", "2", "3", "4", "5", "6", "7", "8", "9": number()
        default: word("true") || word("false") || word("null")
        }
    }

    private mutating func word(_ text: String) -> Bool {
        guard bytes[index...].starts(with: text.utf8) else { return false }
        index += text.utf8.count
        return true
    }

    private mutating func number() -> Bool {
        _ = take("-")
        let start = index
        while let byte = next, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) { index += 1 }
        return index > start
    }

    private mutating func string() -> String? {
        guard take("\"") else { return nil }
        let start = index
        while let byte = next, byte != UInt8(ascii: "\"") { index += byte == UInt8(ascii: "\\") ? 2 : 1 }
        guard index < bytes.count else { return nil }
        defer { index += 1 }
        return String(decoding: bytes[start..<index], as: UTF8.self)
    }

    private mutating func array() -> Bool {
        guard take("[") else { return false }
        if take("]") { return true }
        repeat { guard value() else { return false } } while take(",")
        return take("]")
    }

    private mutating func object() -> Bool {
        guard take("{") else { return false }
        if take("}") { return true }
        var keys: [String] = []
        repeat {
            guard let key = string(), take(":"), value() else { return false }
            keys.append(key)
        } while take(",")
        return take("}") && keys == keys.sorted() && Set(keys).count == keys.count
    }
}
