// Texts as matching sees them: a key without accents, case and punctuation, known by a small number.

import Personnel
import Vietnamese

/// Small numbers for the keys of texts: two texts with one key have one number; 0 is the empty text.
///
/// Each distinct text is keyed once. `hash` depends on the key alone, not on the order in which texts came, so that
/// sorting by it gives the same order whatever the order of the files.
struct TextKeys {
    private var numberOfText: [Int32]
    private var keys = TextPool()
    private(set) var hashes: [UInt64] = [0]

    init(pool: TextPool) { numberOfText = Array(repeating: -1, count: pool.count) }

    /// How many numbers are given, that of the empty text included.
    var count: Int { hashes.count }

    mutating func number(of code: TextCode, in pool: TextPool) -> Int32 {
        if code.isNone { return 0 }
        let known = numberOfText[Int(code.rawValue)]
        if known >= 0 { return known }
        let number = number(ofKey: iyKey(pool[code]))
        numberOfText[Int(code.rawValue)] = number
        return number
    }

    /// The number of a text that is a key already.
    mutating func number(ofKey key: String) -> Int32 {
        let code = keys.code(for: key)
        if Int(code.rawValue) == hashes.count { hashes.append(stableHash(of: key)) }
        return Int32(code.rawValue)
    }
}

/// FNV-1a with a final mix: the same on every machine and run, never zero for text that is not empty.
func stableHash(of text: String) -> UInt64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3 }
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
