// Hashes of content that stay the same from run to run and machine to machine: what rows and people are known again by.

/// A 64-bit hash of the parts that are added, in their order; the same on every machine and run.
///
/// Not a secret: whoever has a list of identity numbers can find the one behind a hash.
public struct ContentHash: Sendable {
    public private(set) var value: UInt64 = 0xcbf2_9ce4_8422_2325

    public init() {}

    public mutating func add(_ number: UInt64) { value = Self.mixed(value, number) }

    public mutating func add(_ text: String) { add(Self.of(text)) }

    /// The hash of a text: FNV-1a with a final mix.
    public static func of(_ text: String) -> UInt64 {
        var text = text
        return text.withUTF8 { of(utf8: $0) }
    }

    /// The hash of a text in UTF-8.
    public static func of(utf8 text: UnsafeBufferPointer<UInt8>) -> UInt64 {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for byte in text { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3 }
        return mixed(hash, 0x9e37_79b9_7f4a_7c15)
    }

    /// The finaliser of MurmurHash3 over two numbers.
    private static func mixed(_ left: UInt64, _ right: UInt64) -> UInt64 {
        var hash = (left &+ 0x9e37_79b9_7f4a_7c15) ^ (right &* 0xff51_afd7_ed55_8ccd)
        hash ^= hash >> 33
        hash = hash &* 0xc4ce_b9fe_1a85_ec53
        hash ^= hash >> 29
        hash = hash &* 0xff51_afd7_ed55_8ccd
        return hash ^ (hash >> 32)
    }
}
