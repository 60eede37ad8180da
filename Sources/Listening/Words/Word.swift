/// One word of a text as it is heard: spelt in the one way that listening knows, with the place where it was written.
public struct Word: Hashable, Sendable {
    /// What kind of thing it is.
    public enum Kind: UInt8, Hashable, Sendable {
        case word
        /// A number, in digits.
        case number
        /// A time on the clock: `4pm`, `10:30`.
        case clock
        /// An amount of money.
        case money
        /// An address on the net, or a mail address.
        case address
    }

    /// Lower case, straight apostrophes, contractions taken apart, known variants spelt as the exemplars spell them.
    public var form: String
    /// What kind of thing it is.
    public var kind: Kind
    /// Where it stands in the text, in Unicode scalars. The halves of a contraction share one place.
    public var span: Range<Int>
    /// A number as a number; a time on the clock in minutes after midnight.
    public var value: Int?
    /// It was written with a capital where no sentence begins.
    public var isCapitalised: Bool
}
