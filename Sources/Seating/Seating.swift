/// The room Seating is one terminal's part in a live room: it follows the room's stream in a journal, folds it, lays
/// wishes before whoever conducts, and conducts itself while it has the desk.
///
/// It draws nothing and starts no thread: whoever waits for the keyboard waits for ``Seat/descriptor`` as well and calls
/// ``Seat/attend(at:)``.
public enum Seating {}
