import Foundation
import Testing

@testable import Yarn

@Suite("Random walks through a big story")
struct RandomWalkTests {
    /// 10,000 for a long campaign: `RAPPORT_WALKS=10000 swift test --filter RandomWalkTests`.
    static let walks = ProcessInfo.processInfo.environment["RAPPORT_WALKS"].flatMap(Int.init) ?? 200

    @Test("a walk that is kept at a random step and taken up again says the same")
    func keptWalks() throws {
        let file = SourceFile(name: "big.yarn", text: BigStory.text())
        let program = try #require(Compiler.compile([file], functions: []).program)
        for walk in 0..<Self.walks {
            var chance = RandomGenerator(seed: UInt64(walk))
            let seed = chance.next()
            let choices = (0..<60).map { _ in Int(chance.next(below: 3)) }
            let stop = Int(chance.next(below: 150))
            let straight = try events(of: program, seed: seed, choices: choices, keepingAt: nil)
            let resumed = try events(of: program, seed: seed, choices: choices, keepingAt: stop)
            #expect(straight.count > 60)
            guard straight == resumed else {
                Issue.record("walk \(walk), kept at step \(stop), went another way")
                return
            }
        }
    }

    /// What happens on a walk. At one step, machine and memory are written down and read again.
    private func events(
        of program: Program, seed: UInt64, choices: [Int], keepingAt stop: Int?
    ) throws -> [MachineEvent] {
        var kept = try Position(startingAt: "Start", in: program, seed: seed)
        var events: [MachineEvent] = []
        var choices = choices[...]
        var input = MachineInput.proceed
        while true {
            if events.count == stop {
                let bytes = try JSONEncoder().encode(kept)
                kept = try JSONDecoder().decode(Position.self, from: bytes)
            }
            let event = try kept.step(input, in: program, host: EmptyHost())
            events.append(event)
            input = .proceed
            if case .finished = event { return events }
            if case .options(let options) = event {
                guard let choice = choices.popFirst() else { return events }
                input = .choose(options[choice].isAvailable ? choice : 0)
            }
        }
    }

    @Test("what is offered can be read again from a machine that was kept while asking")
    func offerAfterKeeping() throws {
        let file = SourceFile(name: "big.yarn", text: BigStory.text(nodes: 3))
        let program = try #require(Compiler.compile([file], functions: []).program)
        var memory = Memory(program: program, seed: 1)
        var machine = try Machine(startingAt: "Node1", in: program)
        var offered: [OfferedOption] = []
        while offered.isEmpty {
            let event = try machine.step(.proceed, in: program, memory: &memory, host: EmptyHost())
            if case .options(let options) = event { offered = options }
        }
        let again = try JSONDecoder().decode(Machine.self, from: try JSONEncoder().encode(machine))
        #expect(again == machine)
        #expect(again.offer(in: program) == offered)
        #expect(offered.map(\.line.fullText).first == "I am sorry, let me look. (1)")
    }

    @Test("a machine from before texts were kept apart can still be resumed")
    func earlierForm() throws {
        let file = SourceFile(name: "small.yarn", text: "title: Start\n---\n-> a\n    A\n-> b\n    B\n===\n")
        let program = try #require(Compiler.compile([file], functions: []).program)
        var memory = Memory(program: program, seed: 1)
        var machine = try Machine(startingAt: "Start", in: program)
        for _ in 0..<2 { _ = try machine.step(.proceed, in: program, memory: &memory, host: EmptyHost()) }
        let pending = machine.pending.map { #"{"isAvailable":true,"target":\#($0.target)}"# }.joined(separator: ",")
        let earlier = """
            {"isArriving":false,"node":\(machine.node),"pending":[\(pending)],"phase":1,"position":\(machine.position),
            "spent":0,"stack":[],"trail":[],"waiting":[]}
            """
        var resumed = try JSONDecoder().decode(Machine.self, from: Data(earlier.utf8))
        #expect(resumed.offer(in: program).isEmpty)
        let event = try resumed.step(.choose(1), in: program, memory: &memory, host: EmptyHost())
        guard case .line(let line) = event else { return #expect(Bool(false), "\(event)") }
        #expect(line.fullText == "B")
    }
}
