/// Runs a test plan with the official meaning: every step of a run is compared, memory is kept from run to run.
public struct TestPlanRunner<Host: FunctionHost> {
    private let program: Program
    private let host: Host
    private var memory: Memory
    private var machine: Machine?
    private var expected: [(text: String, isDisabled: Bool)] = []
    private var input = MachineInput.proceed

    /// A runner with a fresh memory.
    public init(program: Program, host: Host, seed: UInt64 = 1) {
        self.program = program
        self.host = host
        memory = Memory(program: program, seed: seed)
        memory.saliency = .randomBestLeastRecentlySeen
    }

    /// Runs the plan up to the first thing that is not as planned; nil when all is.
    public mutating func firstFailure(in plan: TestPlan) -> Diagnostic? {
        if let problem = plan.diagnostics.first { return problem }
        for run in plan.runs {
            machine = nil
            input = .proceed
            expected = []
            for step in run {
                do throws(Diagnostic) {
                    try perform(step)
                } catch {
                    return error
                }
            }
        }
        return nil
    }

    private mutating func perform(_ placed: TestPlan.PlacedStep) throws(Diagnostic) {
        let span = placed.span
        switch placed.step {
        case .line(let text):
            guard case .line(let line) = try next(span), text == nil || line.fullText == text else {
                throw unexpected(span)
            }
        case .option(let text, let isDisabled): expected.append((text, isDisabled))
        case .select(let number): try select(number, span)
        case .command(let text):
            guard case .command(let command) = try next(span), command.text == text else { throw unexpected(span) }
        case .stop:
            guard case .finished = try next(span) else { throw unexpected(span) }
        case .set(let name, let value):
            guard memory.write(name, value, in: program) else {
                throw Diagnostic(.badTestPlan, "`\(name)` cannot be set to \(value).", at: span)
            }
        case .node(let name):
            machine = try start(name, span)
            input = .proceed
        case .saliency(let strategy): memory.saliency = strategy
        case .other(let directive, _):
            let known = ["line", "option", "select", "command", "stop", "set", "node", "saliency"]
            throw Diagnostic(
                .badTestPlan, "`\(directive)` is no step of a test plan.", at: span,
                hint: Spelling.nearest(to: directive, in: known).map { "Did you mean `\($0)`?" })
        }
    }

    private mutating func select(_ number: Int, _ span: SourceSpan) throws(Diagnostic) {
        guard case .options(let options) = try next(span) else { throw unexpected(span) }
        let isSame =
            options.count == expected.count
            && zip(options, expected).allSatisfy { $0.line.fullText == $1.text && $0.isAvailable != $1.isDisabled }
        guard isSame else { throw unexpected(span) }
        expected = []
        input = number == 0 ? .chooseNone : .choose(number - 1)
    }

    private func start(_ name: String, _ span: SourceSpan) throws(Diagnostic) -> Machine {
        do throws(MachineFault) {
            return try Machine(startingAt: name, in: program)
        } catch {
            throw Diagnostic(.badTestPlan, error.message, at: span)
        }
    }

    /// The last event, in words, for messages.
    private var seen = "nothing"

    private func unexpected(_ span: SourceSpan) -> Diagnostic {
        Diagnostic(.badTestPlan, "The conversation went on with \(seen).", at: span)
    }

    /// The next event that a plan can name.
    private mutating func next(_ span: SourceSpan) throws(Diagnostic) -> MachineEvent {
        var current: Machine
        if let machine { current = machine } else { current = try start("Start", span) }
        do throws(MachineFault) {
            while true {
                let event = try current.step(input, in: program, memory: &memory, host: host)
                input = .proceed
                if case .nodeEntered = event { continue }
                machine = current
                seen = Self.describe(event)
                return event
            }
        } catch {
            throw Diagnostic(.badTestPlan, error.message, at: span)
        }
    }

    private static func describe(_ event: MachineEvent) -> String {
        switch event {
        case .nodeEntered(let name): "the node \(name)"
        case .line(let line): "the line `\(line.fullText)`"
        case .options(let options):
            "the options "
                + options.map { "`\($0.line.fullText)`\($0.isAvailable ? "" : " [disabled]")" }.joined(separator: ", ")
        case .command(let command): "the command `\(command.text)`"
        case .finished: "its end"
        }
    }
}
