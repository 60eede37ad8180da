/// The fold adds times up: numbers that no session reaches would make it overflow, and are damage.
public enum PlausibleNumbers {
    /// Thirteen digits of milliseconds are three hundred years.
    static let digits = 13

    /// Whether the time and every number of a record are ones that a session or a room could reach.
    public static func hold(in record: EventRecord) -> Bool {
        guard record.time >= 0, String(record.time).count <= digits else { return false }
        // A seed and the state of chance use all of 64 bits, and nothing is added to them.
        if record.type == "checkpointed" { return true }
        var run = 0
        var isInString = false
        var isEscaped = false
        for byte in (record.type == "began" ? withoutSeed(record.payload) : record.payload).utf8 {
            if isInString {
                if isEscaped {
                    isEscaped = false
                } else if byte == UInt8(ascii: "\\") {
                    isEscaped = true
                } else if byte == UInt8(ascii: "\"") {
                    isInString = false
                }
                continue
            }
            isInString = byte == UInt8(ascii: "\"")
            run = (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) ? run + 1 : 0
            if run > digits { return false }
        }
        return true
    }

    private static func withoutSeed(_ payload: String) -> String {
        guard let seed = payload.firstRange(of: "\"seed\":") else { return payload }
        let rest = payload[seed.upperBound...].drop { $0.isNumber }
        return String(payload[..<seed.upperBound]) + "0" + rest
    }
}
