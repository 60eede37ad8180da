/// The room Room is a live role-play: people, roles, rounds, marks, feedback and wins, as a pure fold of events.
///
/// It has no clock, no file and no terminal. ``LiveRoom`` is what the events make; ``Conductor`` decides what follows
/// from what somebody does. Whoever conducts a room keeps the answer in the journal; everybody folds the same log.
public enum Room {}
