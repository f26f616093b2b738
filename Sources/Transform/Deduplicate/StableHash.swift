// Hashes that are the same on every machine and run.

/// FNV-1a with a final mix: never zero in practice for text that is not empty.
func stableHash(of text: String) -> UInt64 {
    var text = text
    return text.withUTF8 { stableHash(of: $0) }
}

/// The same of bytes.
func stableHash(of bytes: UnsafeBufferPointer<UInt8>) -> UInt64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3 }
    return mixed(hash, 0x9e37_79b9_7f4a_7c15)
}

/// Two numbers mixed into one (the finaliser of MurmurHash3).
@inline(__always) func mixed(_ left: UInt64, _ right: UInt64) -> UInt64 {
    var hash = (left &+ 0x9e37_79b9_7f4a_7c15) ^ (right &* 0xff51_afd7_ed55_8ccd)
    hash ^= hash >> 33
    hash = hash &* 0xc4ce_b9fe_1a85_ec53
    hash ^= hash >> 29
    hash = hash &* 0xff51_afd7_ed55_8ccd
    return hash ^ (hash >> 32)
}
