/// CRC-32 as gzip has it (RFC 1952, § 8: the polynomial of ISO 3309, bits reflected), eight lower-case hexadecimal digits.
enum Checksum {
    static func crc32(_ bytes: some Sequence<UInt8>) -> String {
        var register = UInt32.max
        for byte in bytes {
            register ^= UInt32(byte)
            for _ in 0..<8 { register = register >> 1 ^ (register & 1 == 1 ? 0xEDB8_8320 : 0) }
        }
        let digits = String(~register, radix: 16)
        return String(repeating: "0", count: 8 - digits.count) + digits
    }
}
