import Conversation
import Interface
import Journal
import Library
import Listening
import Terminal

// How demanding the next conversation is.
extension Application {
    /// What is chosen for now: with D on Home, else what is set.
    var difficulty: String { chosenDifficulty ?? surroundings.preferences.settings[.difficulty].text }

    /// What lets curveballs strike.
    var curveballs: CurveballSource { surroundings.preferences.settings.isOn(.curveballs) ? .chance : .none }

    /// An engine for a scenario, as the learner likes it. What hears typed words is read when somebody first types.
    func engine(playing scenario: Scenario) -> Engine {
        Engine(scenario: scenario, curveballs: curveballs, listener: renewedListener)
    }

    /// Reads what typed words are heard with, once, and gives it to the screen that asks.
    mutating func findListener(at now: Uptime) {
        var trouble = ""
        if listener == nil {
            do {
                let vocabulary = try words()
                let table = try surroundings.library.hearing(vocabulary).table()
                listener = Listener(ear: Ear(table: table, own: exemplars), vocabulary: vocabulary)
            } catch {
                trouble = error.description
            }
        }
        let listener = listener
        var effects: [Effect] = []
        compositor.update(PracticeScreen.self) { effects = $0.listen(with: listener, trouble: trouble, at: now) }
        perform(effects, at: now)
    }

    /// The settings that a session of a scenario begins with.
    mutating func sessionSettings(for scenario: Scenario) -> SessionSettings {
        let own = scenario.heading.difficulty.level
        let extraTime = surroundings.preferences.settings.extraTime
        if let fixed = ScenarioHeading.Difficulty(rawValue: difficulty)?.level {
            return SessionSettings(difficulty: fixed, extraTime: extraTime)
        }
        guard difficulty == "adaptive" else { return SessionSettings(difficulty: own, extraTime: extraTime) }
        return SessionSettings(
            difficulty: own, extraTime: extraTime, adapts: true, start: DifficultyStart.after(lastLevels(), own: own))
    }

    /// The levels that the latest conversations which adapted ended at, the latest first.
    private mutating func lastLevels() -> [Int] {
        let ended = ((try? keeper?.journal.streams(owner: surroundings.owner, kind: "session")) ?? [])
            .filter { $0.mark.status == .ended }.prefix(DifficultyStart.agreeing)
        return ended.compactMap { summary in
            guard let session = try? keeper?.session(summary.id), session.began?.adapts == true else { return nil }
            return session.difficulty
        }
    }

    /// The next of the levels, for conversations begun from now on.
    mutating func nextDifficulty(at now: Uptime) {
        let words = ["adaptive", "gentle", "steady", "stretching"]
        let place = words.firstIndex(of: difficulty) ?? 0
        let next = words[(place + 1) % words.count]
        chosenDifficulty = next
        let what = next == "adaptive" ? "Conversations move by what happens in them" : "Conversations are \(next)"
        compositor.say("\(what), until you leave. `difficulty: \(next)` in the settings keeps it.", at: now)
    }
}
