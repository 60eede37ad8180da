/// The plural categories of the Unicode CLDR: which form of a word goes with a number.
public enum PluralCategory: String, Hashable, Sendable, CaseIterable {
    case zero, one, two, few, many, other
}
