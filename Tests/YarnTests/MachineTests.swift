import Foundation
import Testing

@testable import Yarn

@Suite("The machine")
struct MachineTests {
    static let script = """
        title: Start
        ---
        <<declare $n = 0.1>>
        Priya: hello {dice(6)} <<once>>
        <<detour G>>
        -> more {random_range(1, 9)}
            <<set $n += 0.1>>
            <<note {$n}>>
            => one
            => two <<once>>
            <<jump Start>>
        -> stop <<if visited_count("G") > 2>>
            bye {$n}
        -> leave <<if $n > 0.25>>
        ===
        title: G
        when: once
        ---
        first
        <<return>>
        ===
        title: G
        when: $n > 0.15
        ---
        later
        ===
        """

    private struct Step: Equatable {
        var event: MachineEvent
        var machine: Machine
        var memory: Memory
    }

    /// Plays to the end; `keep` may replace machine and memory between any two steps.
    private func run(_ keep: (Machine, Memory) throws -> (Machine, Memory)) throws -> [Step] {
        let talk = try Conversation(Self.script, seed: 9)
        var (machine, memory) = (talk.machine, talk.memory)
        memory.saliency = .randomBestLeastRecentlySeen
        var steps: [Step] = []
        var input = MachineInput.proceed
        while !machine.isFinished, steps.count < 200 {
            (machine, memory) = try keep(machine, memory)
            let event = try machine.step(input, in: talk.program, memory: &memory, host: EmptyHost())
            input = .proceed
            if case .options(let options) = event {
                input = .choose(options.last { $0.isAvailable }?.index ?? 0)
            }
            steps.append(Step(event: event, machine: machine, memory: memory))
        }
        return steps
    }

    @Test("can be saved and loaded at every step, and goes on as if nothing had been")
    func roundTrip() throws {
        let plain = try run { ($0, $1) }
        #expect(plain.last?.event == .finished)
        #expect(plain.count > 10)
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        let saved = try run { machine, memory in
            let machineData = try encoder.encode(machine)
            let memoryData = try encoder.encode(memory)
            let loaded = try JSONDecoder().decode(Machine.self, from: machineData)
            let remembered = try JSONDecoder().decode(Memory.self, from: memoryData)
            #expect(try encoder.encode(loaded) == machineData)
            #expect(try encoder.encode(remembered) == memoryData)
            #expect(machineData.count < 600)
            #expect(!String(decoding: memoryData, as: UTF8.self).contains("."))
            return (loaded, remembered)
        }
        #expect(saved == plain)
    }

    @Test("two machines may share one memory")
    func sharedMemory() throws {
        var talk = try Conversation(
            "title: Start\n---\n<<declare $n = 0>>\n<<set $n += 1>>\n{$n}\n===\ntitle: Other\n---\n<<set $n += 10>>\n{$n}\n===\n"
        )
        var other = try Machine(startingAt: "Other", in: talk.program)
        var seen: [String] = []
        for _ in 0..<2 {
            for isOther in [false, true] {
                let event =
                    isOther
                    ? try other.step(.proceed, in: talk.program, memory: &talk.memory, host: EmptyHost())
                    : try talk.machine.step(.proceed, in: talk.program, memory: &talk.memory, host: EmptyHost())
                if case .line(let line) = event { seen.append(line.fullText) }
            }
        }
        #expect(seen == ["1", "11"])
    }

    @Test("two nodes that only jump to each other are found out and named")
    func endlessLoop() throws {
        var talk = try Conversation(
            "title: Start\n---\n<<jump Other>>\n===\ntitle: Other\n---\n<<jump Start>>\n===\n")
        let fault = #expect(throws: MachineFault.self) { try talk.play() }
        #expect(fault?.kind == .budgetExceeded)
        #expect(fault?.message.contains("\"Start\", \"Other\"") == true)
    }

    @Test("detours without end are found out")
    func deepDetours() throws {
        var talk = try Conversation(body: "deeper\n<<detour Start>>")
        let fault = #expect(throws: MachineFault.self) { try talk.play() }
        #expect(fault?.kind == .detourTooDeep)
    }

    @Test("a node that does not exist is a fault with a suggestion")
    func unknownNode() throws {
        var talk = try Conversation(body: "a\n<<jump {\"Strat\"}>>")
        let fault = #expect(throws: MachineFault.self) { try talk.play() }
        #expect(fault?.kind == .unknownNode)
        #expect(fault?.message == "There is no node \"Strat\". Did you mean \"Start\"?")
        #expect(fault?.span?.start.line == 4)
        #expect(throws: MachineFault.self) { try Machine(startingAt: "Nowhere", in: talk.program) }
    }

    @Test("a host's fault ends the machine; a copy from before it can go on")
    func hostFault() throws {
        let moody = FunctionSignature(name: "moody", parameters: [], result: .number)
        var talk = try Conversation(body: "{moody()}", functions: [moody])
        _ = try talk.machine.step(.proceed, in: talk.program, memory: &talk.memory, host: EmptyHost())
        var before = talk.machine
        let fault = #expect(throws: MachineFault.self) { try talk.play() }
        #expect(fault?.kind == .functionFailed)
        let again = #expect(throws: MachineFault.self) { try talk.play() }
        #expect(again?.kind == .alreadyFinished)
        struct Calm: FunctionHost {
            func call(_ function: String, _ arguments: [Value]) throws(FunctionFault) -> Value { .number(7) }
        }
        let event = try before.step(.proceed, in: talk.program, memory: &talk.memory, host: Calm())
        guard case .line(let line) = event else { return #expect(Bool(false), "\(event)") }
        #expect(line.fullText == "7")
    }

    @Test("a machine or memory of another program is refused")
    func wrongProgram() throws {
        let small = try Conversation(body: "a")
        var large = try Conversation(Self.script)
        let machine = large.machine
        #expect(throws: MachineFault.self) {
            var stranger = machine
            var memory = small.memory
            _ = try stranger.step(.proceed, in: small.program, memory: &large.memory, host: EmptyHost())
            _ = try stranger.step(.proceed, in: large.program, memory: &memory, host: EmptyHost())
        }
    }

    @Test("headers of the first node are read without its body")
    func headers() {
        let file = SourceFile(
            name: "s.yarn",
            text:
                "// note\n\ntitle: Start\nsummary: A parcel // not this\ntags:\n---\n<<broken\n===\ntitle: Next\n---\n===\n"
        )
        let headers = HeaderReader.firstNode(of: file)
        #expect(headers.map { "\($0.name)=\($0.value)" } == ["title=Start", "summary=A parcel", "tags="])
        #expect(headers[1].span.start == SourcePosition(line: 4, column: 10))
    }

    // MARK: a detour into a choice

    private static let interrupted = """
        title: Start
        ---
        <<declare $n = 1>>
        hello
        -> one {dice(1000000)}
            first
        -> two <<if $n > 1>>
        -> three {$n}
            third
        after
        ===
        title: Aside
        ---
        aside
        <<set $n = 2>>
        -> yes {$n}
            good
        ===
        title: Away
        ---
        <<jump Aside>>
        ===
        """

    @Test("a detour into a choice asks for the same choice again, also when it was written down in between")
    func detourWhileAsking() throws {
        let talk = try Conversation(Self.interrupted)
        let program = talk.program
        var (machine, memory) = (talk.machine, talk.memory)
        func next(_ input: MachineInput = .proceed) throws -> MachineEvent {
            machine = try JSONDecoder().decode(Machine.self, from: JSONEncoder().encode(machine))
            return try machine.step(input, in: program, memory: &memory, host: EmptyHost())
        }
        _ = try next()
        _ = try next()
        let options = try next()
        let asking = machine
        try machine.detour(through: "Aside", in: program)
        #expect(machine.heldChoices == 1)
        #expect(machine.offer(in: program).isEmpty)
        #expect(try next() == .nodeEntered("Aside"))
        _ = try next()
        // Another one inside it.
        let inner = try next()
        try machine.detour(through: "Aside", in: program)
        #expect(machine.heldChoices == 2)
        for _ in 0..<3 { _ = try next() }
        _ = try next(.choose(0))
        #expect(try next() == .nodeEntered("Aside"))
        #expect(try next() == inner)
        #expect(machine.isAskingAgain)
        _ = try next(.choose(0))
        #expect(try next() == .nodeEntered("Start"))
        #expect(try next() == options, "as they stood, with the values they had")
        #expect(machine.isAskingAgain && machine.heldChoices == 0)
        #expect(machine.offer(in: program) == asking.offer(in: program))
        guard case .line(let line) = try next(.choose(2)) else { return #expect(Bool(false)) }
        #expect(line.fullText == "third")
        #expect(!machine.isAskingAgain)
    }

    @Test("a detour that jumps elsewhere leaves the choice behind")
    func detourAway() throws {
        var talk = try Conversation(Self.interrupted)
        for _ in 0..<3 {
            _ = try talk.machine.step(.proceed, in: talk.program, memory: &talk.memory, host: EmptyHost())
        }
        try talk.machine.detour(through: "Away", in: talk.program)
        #expect(try talk.play(0) == ["aside", "yes 2", "good", "."])
        #expect(talk.machine.heldChoices == 0)
    }

    @Test("a machine written down before choices could be held is read, and one that fits nothing is refused")
    func earlierForm() throws {
        var talk = try Conversation(Self.interrupted)
        for _ in 0..<3 {
            _ = try talk.machine.step(.proceed, in: talk.program, memory: &talk.memory, host: EmptyHost())
        }
        let text = String(decoding: try JSONEncoder().encode(talk.machine), as: UTF8.self)
        #expect(!text.contains("held") && !text.contains("isAskingAgain"))
        let earlier = """
            {"phase":0,"node":1,"position":\(talk.program.nodes[1].entry),"isArriving":true,"spent":0,"trail":[],"pending":[],
            "waiting":[{"node":0,"position":\(talk.machine.position)}]}
            """
        talk.machine = try JSONDecoder().decode(Machine.self, from: Data(earlier.utf8))
        #expect(try talk.play(0) == ["aside", "yes 2", "good", "after", "."])
        let held = "{\"held\":{\"pending\":[{\"target\":99999,\"isAvailable\":true}],\"values\":[]},"
        let wrong = earlier.replacing("\"waiting\":[{", with: "\"waiting\":[" + held)
        var misfit = try JSONDecoder().decode(Machine.self, from: Data(wrong.utf8))
        let program = talk.program
        var memory = talk.memory
        let fault = #expect(throws: MachineFault.self) {
            try misfit.step(.proceed, in: program, memory: &memory, host: EmptyHost())
        }
        #expect(fault?.kind == .wrongProgram)
    }
}
