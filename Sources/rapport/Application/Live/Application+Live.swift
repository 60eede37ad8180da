import Conversation
import Interface
import Journal
import Library
import Room
import Seating
import Terminal

// A live room: its place is attended beside the keyboard, and its screens are shown what it knows.
extension Application {
    var watched: Int32? { place?.seat.descriptor }

    /// Looks after the place in the room, when it is time or somebody rang.
    /// - Returns: whether there is something new to draw.
    mutating func attend(at now: Uptime) -> Bool {
        guard place != nil, place?.seat.attend(at: SeatTime(now)) == true else { return false }
        showRoom(at: now)
        return true
    }

    /// When the place has to be looked after without anybody ringing.
    var attends: Uptime? { place?.seat.nextDeadline.map { Uptime(milliseconds: Int64($0)) } }

    mutating func perform(_ effect: LiveEffect, at now: Uptime) {
        switch effect {
        case .open(let plan, let people): openRoom(plan, people, at: now)
        case .keepTemplate(let template): keep(template, at: now)
        case .show(let kind): show(kind, at: now)
        case .leave: leaveRoom(at: now)
        case .join(let request): join(request, at: now)
        case .command(let command):
            do throws(RoomRefusal) {
                try place?.seat.perform(command, at: SeatTime(now))
            } catch {
                compositor.show(refusal: error.description, at: now)
            }
            showRoom(at: now)
        case .wish(let person, let wish):
            place?.seat.ask(wish, as: person, at: SeatTime(now))
            _ = place?.seat.attend(at: SeatTime(now))
            showRoom(at: now)
        }
    }

    /// Shows the room as it is now on every screen of it.
    mutating func showRoom(at now: Uptime) {
        guard let place else { return }
        let view = place.view(at: now)
        compositor.show(view, at: now)
        for refusal in self.place?.seat.takeRefusals() ?? [] { compositor.show(refusal: refusal, at: now) }
        if let refusal = view.room.refusals[place.seat.account], refusal.sequence > place.toldRefusal {
            self.place?.toldRefusal = refusal.sequence
            compositor.show(refusal: refusal.reason, at: now)
        }
    }

    // MARK: Opening and joining

    private mutating func house(name: String = "") throws -> RoomHouse {
        try RoomHouse(surroundings, own: keeper?.journal, name: name)
    }

    mutating func openForm(play slug: String?, at now: Uptime) {
        do {
            push(try house().form(play: slug), at: now)
        } catch {
            complain("A room cannot be opened here", "\(error)", at: now)
        }
    }

    /// One's own room that is still open is offered first.
    mutating func openLive(play slug: String?, at now: Uptime) {
        if let open = (try? house())?.openRooms().first {
            openRoom = open.id
            push(OfferScreen(unfinished: open), at: now)
        } else {
            openForm(play: slug, at: now)
        }
    }

    private mutating func openRoom(_ plan: RoomPlan, _ people: [String], at now: Uptime) {
        do {
            place = try house().open(plan, people: people, at: now)
            show(.desk, at: now)
        } catch {
            complain("The room cannot be opened", "\(error)", at: now)
        }
    }

    mutating func comeBack(to stream: StreamID, at now: Uptime) {
        do {
            place = try house().comeBack(to: stream, at: now)
            show(.desk, at: now)
        } catch {
            complain("The room cannot be opened again", "\(error)", at: now)
        }
    }

    /// Goes into a room by its code, or says what stands in the way.
    mutating func join(_ request: JoinScreen.Request, at now: Uptime) {
        do {
            guard let code = RoomCode(typed: request.code) else {
                throw SessionTrouble("A code is six letters and digits, as the stage shows it: KQT-7MX.")
            }
            place = try house(name: request.name).join(code, as: request.name, request.kind, at: now)
            show(request.kind == .stage ? .stage : .seat, at: now)
            showRoom(at: now)
        } catch {
            let words = "\(error)"
            if !compositor.update(JoinScreen.self, { $0.receive(refusal: words, at: now) }) {
                complain("You cannot join just now", words, at: now)
            }
        }
    }

    private mutating func keep(_ template: RoomTemplate, at now: Uptime) {
        guard let folder = RoomFolder(environment: surroundings.environment) else {
            return compositor.say("There is no folder to keep it in.", at: now)
        }
        do {
            try folder.keep(template)
            compositor.say("Kept as \(template.name).", at: now)
        } catch {
            compositor.say(error.description, at: now)
        }
    }

    // MARK: Faces

    /// What a group looks back by.
    private var guide: DebriefGuide? {
        let guides = surroundings.library.guides().guides
        return guides.first(where: { $0.id == "huddle" }) ?? guides.first
    }

    private mutating func show(_ kind: LiveFaceKind, at now: Uptime) {
        guard let place else { return }
        let view = place.view(at: now)
        let screen: any LiveFace =
            switch kind {
            case .stage: StageScreen(view: view, at: now)
            case .desk: DeskScreen(view: view, vocabulary: (try? words()) ?? Vocabulary(), guide: guide, at: now)
            case .seat: SeatScreen(view)
            }
        let front = compositor.front
        if front is any LiveFace || front is LiveFormScreen || front is JoinScreen || front is OfferScreen {
            compositor.replaceFront(with: screen, at: now)
        } else {
            push(screen, at: now)
        }
    }

    private mutating func leaveRoom(at now: Uptime) {
        do throws(JournalFailure) {
            if let person = place?.view(at: now).own.first, place?.seat.leads != true {
                place?.seat.ask(.leave, as: person.id, at: SeatTime(now))
            }
            try place?.seat.leaveClosed()
        } catch {
            compositor.say("Not forgotten yet: \(error)", at: now)
        }
        place = nil
        pop(at: now)
    }
}
