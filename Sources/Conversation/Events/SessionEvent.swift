/// What can happen in a session, in the past tense.
///
/// An event says what was said: a log reads without its scenario. Times inside a payload are milliseconds; `after`
/// is how long after the event's own time a line is heard or a moment opens, because the engine runs ahead to the
/// next moment and leaves the pace to whoever shows it.
public enum SessionEvent: Hashable, Sendable {
    /// The session began.
    case began(Began)
    /// The story came to a node.
    case nodeEntered(NodeEntered)
    /// The conversation moved to a channel.
    case channelChanged(ChannelChanged)
    /// Somebody said or wrote something.
    case lineSpoken(LineSpoken)
    /// A moment opened: these replies are possible.
    case optionsOffered(OptionsOffered)
    /// The agent began to speak before the other had finished.
    case interrupted(Interrupted)
    /// The agent answered, waited, or let the clock run out.
    case replied(Replied)
    /// The moves that were heard in the last reply.
    case movesHeard(MovesHeard)
    /// Trust, heat or effort moved.
    case shifted(Shifted)
    /// Trust broke.
    case ruptured(Ruptured)
    /// A rupture was mended.
    case repaired(Repaired)
    /// A reply clock was set on the moment that opened.
    case clockStarted(ClockStarted)
    /// The reply clock ran out.
    case clockRanOut(ClockRanOut)
    /// Story time jumped.
    case storyMoved(StoryMoved)
    /// A promise was made.
    case commitmentMade(CommitmentMade)
    /// A promise was kept.
    case commitmentKept(CommitmentChanged)
    /// A promise fell due unkept.
    case commitmentMissed(CommitmentChanged)
    /// A promise was given a new time before it was missed.
    case commitmentRenegotiated(CommitmentMade)
    /// The coach spoke.
    case feedbackShown(FeedbackShown)
    /// The number of people waiting changed.
    case queueChanged(QueueChanged)
    /// A call was put on hold, or taken up again.
    case holdChanged(CallSwitched)
    /// The agent's microphone was muted, or is heard again.
    case muteChanged(CallSwitched)
    /// More people, or fewer, look on at a public thread.
    case audienceGrew(AudienceGrew)
    /// The draft's subject or text grew.
    case drafted(Drafted)
    /// The agent typed in the draft.
    case draftEdited(DraftEdited)
    /// A file was attached to the draft.
    case attached(Attached)
    /// The draft is complete and waits to be sent.
    case sendOffered(SendOffered)
    /// The mail was sent.
    case emailSent(EmailSent)
    /// A question for afterwards was asked.
    case reflectionAsked(ReflectionAsked)
    /// The agent wrote an answer to it, or left it.
    case reflected(Reflected)
    /// A conversation began beside the others: the event's own thread.
    case threadOpened(ThreadOpened)
    /// A conversation beside the others is over.
    case threadClosed(ThreadClosed)
    /// A conversation waits for the others to be over.
    case threadRested(ThreadRested)
    /// The agent turned to a conversation.
    case turnedTo(TurnedTo)
    /// A curveball struck.
    case curveballStruck(CurveballStruck)
    /// The session is more demanding from here, or less.
    case difficultyChanged(DifficultyChanged)
    /// The learner wrote something down.
    case noteWritten(NoteWritten)
    /// A note was taken out of the notebook.
    case noteRemoved(NoteRemoved)
    /// The learner looked inward, before or after.
    case checkedIn(CheckedIn)
    /// Something was kept from a debrief.
    case outputKept(OutputKept)
    /// A prompt of a debrief guide was answered, or left.
    case promptAnswered(PromptAnswered)
    /// The learner said what was meant by typed words.
    case hearingCorrected(HearingCorrected)
    /// Somebody wrote a comment about the session, or answered one.
    case commented(Commented)
    /// Whoever wrote a comment took it out.
    case commentRemoved(CommentRemoved)
    /// The learner stopped every clock.
    case paused(Paused)
    /// The session went on: after a pause, or in a new run of the program.
    case resumed(Resumed)
    /// The agent stepped back and handed over.
    case steppedBack(SteppedBack)
    /// The session went back to an earlier moment.
    case rewound(Rewound)
    /// The machine's position, or only the time, was written down.
    case checkpointed(Checkpointed)
    /// The learner left an open session and does not want to be asked about it again.
    case setAside(SetAside)
    /// An ending was reached.
    case ended(Ended)
    /// An event of a later version: kept, not understood.
    case unknown(EventRecord)
}
