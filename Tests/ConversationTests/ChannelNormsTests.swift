import Testing

@testable import Conversation

@Suite("What is usual in a channel")
struct ChannelNormsTests {
    private func moment(
        _ text: String, _ channel: Channel, sequence: Int = 1, isPrivate: Bool = false, opensMail: Bool = false,
        moves: [String] = []
    ) -> Moment {
        var moment = Moment(
            sequence: sequence, thread: "main", name: "", node: "", key: "", channel: channel, trust: 50, heat: 50)
        moment.reply = Moment.Reply(
            text: text, role: .say, moves: moves, taken: 0, isPrivate: isPrivate, opensMail: opensMail)
        return moment
    }

    private let long = Array(repeating: "word", count: 90).joined(separator: " ")

    @Test("each channel has its own far outside")
    func each() {
        #expect(ChannelNorms.remark(on: moment(long, .chat))?.norm == .length)
        #expect(ChannelNorms.remark(on: moment(long, .voice))?.norm == .breath)
        #expect(ChannelNorms.remark(on: moment(long, .email)) == nil)
        #expect(ChannelNorms.remark(on: moment("on it", .email, opensMail: true))?.norm == .greeting)
        #expect(ChannelNorms.remark(on: moment("Hello Ana, on it", .email, opensMail: true)) == nil)
        #expect(ChannelNorms.remark(on: moment("on it", .email)) == nil)
        #expect(ChannelNorms.remark(on: moment("Reply with your address.", .social))?.norm == .publicData)
        #expect(ChannelNorms.remark(on: moment("Reply with your address.", .social, isPrivate: true)) == nil)
        #expect(
            ChannelNorms.remark(
                on: moment("Message me, your address stays yours.", .social, moves: ["move-to-private"]))
                == nil)
        #expect(ChannelNorms.remark(on: moment("on it", .chat)) == nil)
    }

    @Test("each is said once, and not where the coach says it")
    func once() {
        var session = Session()
        session.moments = [moment(long, .chat)]
        let remark = ChannelNorms.remark(in: session, coach: "Her date is in it.")
        #expect(remark?.text == "90 words are a lot to take in at once; two shorter pieces are easier to answer.")
        #expect(ChannelNorms.remark(in: session, coach: "It is long for a chat.") == nil)
        session.moments.append(moment(long, .chat, sequence: 2))
        #expect(ChannelNorms.remark(in: session, coach: "Her date is in it.") == nil)
    }

    @Test("every channel has norms in words", arguments: Channel.allCases)
    func words(channel: Channel) {
        let norms = ChannelNorms.of(channel)
        #expect(norms.channel == channel)
        for words in [norms.form, norms.pace, norms.acknowledgement] { #expect(words.count > 10) }
    }
}
