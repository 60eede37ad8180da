/// Text with its markup taken out and kept beside it.
public struct MarkedText: Hashable, Codable, Sendable {
    /// One stretch that markup named.
    public struct Attribute: Hashable, Codable, Sendable {
        /// The name of the tag: `b` for `[b]…[/b]`.
        public var name: String
        /// Where it begins, in characters (grapheme clusters) from 0.
        public var start: Int
        /// How many characters it covers; 0 for a self-closing tag.
        public var length: Int
        /// What the tag said, in source order.
        public var properties: [Property]

        /// An attribute over `length` characters from `start`.
        public init(name: String, start: Int, length: Int, properties: [Property] = []) {
            self.name = name
            self.start = start
            self.length = length
            self.properties = properties
        }

        /// The value of a property, if the tag had it.
        public subscript(property: String) -> Value? {
            properties.first { $0.name == property }?.value
        }
    }

    /// One `name=value` of a tag.
    public struct Property: Hashable, Codable, Sendable {
        /// The name before the equals sign.
        public var name: String
        /// The value behind it.
        public var value: Value

        /// A property with its value.
        public init(name: String, value: Value) {
            self.name = name
            self.value = value
        }
    }

    /// What is to be read.
    public var string: String
    /// What markup said about parts of it, in the order in which the tags were opened.
    public var attributes: [Attribute]

    /// Text with attributes.
    public init(string: String, attributes: [Attribute] = []) {
        self.string = string
        self.attributes = attributes
    }
}
