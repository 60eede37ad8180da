import Conversation
import Interface
import Library
import Terminal
import Yarn

extension Robot {
    /// Plays a run of a scenario's test plan, reply by reply, through the screens.
    /// - Parameters:
    ///   - slug: the scenario; it is opened first.
    ///   - run: which run of its plan, from 1.
    ///   - isFarEnough: asked whenever a moment has opened; true stops there, with the moment open.
    /// - Throws: ``RobotTrouble`` when the plan has no such run or a reply of it cannot be said.
    public mutating func plays(
        _ slug: String, run: Int = 1, until isFarEnough: (Robot) -> Bool = { _ in false }
    ) throws {
        guard let plan = try world.library.entry(slug)?.plan()?.plan, plan.runs.indices.contains(run - 1) else {
            throw trouble("The plan of \(slug) has no run \(run).")
        }
        try opens(slug)
        // The lines at hand of stepping back are looked at, and the next selection is one of them.
        var script: ScriptAtHand?
        for step in plan.runs[run - 1].map(\.step) {
            switch step {
            case .select(let number) where script != nil:
                guard let line = script?.lines.firstIndex(where: { $0.index == number - 1 }) else {
                    throw trouble("The line \(number) of the plan is not at hand here.")
                }
                script = nil
                types(String(line + 1))
            case .select(let number):
                guard try comes(to: isFarEnough) else { return }
                if session?.front.offer?.index(of: .pause) == number - 1 {
                    try waitsABeat()
                    continue
                }
                if session?.front.offer?.index(of: .timeout) == number - 1 {
                    try letsTheClockRunOut()
                    continue
                }
                guard let place = session?.front.offer?.lines.firstIndex(where: { $0.index == number - 1 }) else {
                    throw trouble("The option \(number) of the plan is no reply here.")
                }
                try says(place + 1)
            case .other("thread", let name):
                // A mail that waits is sent first, as a plan does.
                while session?.front.offer?.isSend == true {
                    try hearsOut()
                    presses(.plain(.enter))
                }
                try turns(to: name)
            case .other("step_back", _):
                guard try comes(to: isFarEnough) else { return }
                if let practice {
                    let at = try? practice.engine.scriptAtHand(
                        in: practice.session, at: practice.session.front.offer?.opens ?? practice.session.time)
                    script = at?.lines.isEmpty == false ? at : nil
                }
                commands("step-back")
                if script == nil { goesOn() }
            case .other("time", let argument):
                guard try comes(to: isFarEnough) else { return }
                // Whichever clock is the first to run out, in whatever window.
                let before = replies
                for _ in 0..<1_000 where replies == before { try timePasses(seconds: 1) }
                guard replies > before else { throw trouble("No clock has run out.") }
                // A long time is let pass in other windows too.
                let minutes = argument.hasSuffix("m") ? Int(argument.dropLast()) ?? 0 : 0
                for _ in 0..<(minutes * 60) where session?.status == .open {
                    if isReadingCoach { presses(.plain(.enter)) }
                    try timePasses(seconds: 1)
                }
            case .other("wait", _):
                guard try comes(to: isFarEnough) else { return }
                try waitsABeat()
            default: break
            }
        }
        _ = try comes { _ in false }
    }

    /// Says nothing until the clock of the open moment has run out.
    /// - Throws: ``RobotTrouble`` where no clock runs.
    public mutating func letsTheClockRunOut() throws {
        let asked = session?.front.offer?.sequence
        func isOpen() -> Bool { session?.moments.first { $0.sequence == asked }?.reply == nil }
        for _ in 0..<1_000 where isOpen() {
            if isReadingCoach { presses(.plain(.enter)) }
            try timePasses(seconds: 1)
        }
        guard asked != nil, !isOpen() else { throw trouble("No clock has run out.") }
    }

    /// Turns to a conversation by its name in the scenario, once it has begun.
    public mutating func turns(to name: String) throws {
        for _ in 0..<600 where session?.frontName != name {
            if isReadingCoach { presses(.plain(.enter)) }
            presses(.plain(.tab))
            if session?.frontName != name { try timePasses(seconds: 0.2) }
        }
        guard session?.frontName == name else { throw trouble("There is no conversation \(name) to turn to.") }
    }

    /// Sends the mails that wait, up to the next moment. False when that is far enough.
    private mutating func comes(to isFarEnough: (Robot) -> Bool) throws -> Bool {
        try hearsOut()
        while session?.front.offer?.isSend == true {
            if isFarEnough(self) { return false }
            presses(.plain(.enter))
            try hearsOut()
        }
        return !isFarEnough(self)
    }
}
