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
        for step in plan.runs[run - 1].map(\.step) {
            switch step {
            case .select(let number):
                guard try comes(to: isFarEnough) else { return }
                guard let place = session?.front.offer?.lines.firstIndex(where: { $0.index == number - 1 }) else {
                    throw trouble("The option \(number) of the plan is no reply here.")
                }
                try says(place + 1)
            case .other("wait", _):
                guard try comes(to: isFarEnough) else { return }
                try waitsABeat()
            default: break
            }
        }
        _ = try comes { _ in false }
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
