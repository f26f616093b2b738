// The distinct names of a register, taken apart once, and how two of them agree.

import Personnel
import Vietnamese

/// A name taken apart: small numbers for its spelling, key, first and last word.
struct NameParts {
    /// Of the name as written, without what tells namesakes apart.
    var spelling: Int32
    /// Of the i/y key.
    var key: Int32
    var family: Int32
    var given: Int32
    /// `A` of `(A)`, `2` of a trailing digit; 0 where there is none.
    var suffix: UInt8
    /// Whether any letter bears an accent, so that the lack of one elsewhere means something.
    var hasAccents: Bool
    /// The key's bytes in the table's store.
    var start: Int32
    var count: Int32
}

/// Every distinct name of a register, by position.
struct NameTable {
    private(set) var names: [NameParts] = []
    private(set) var hashes: [UInt64] = []
    private var positionOfText: [Int32]
    private var bytes: [UInt8] = []
    private var spellings = TextPool()

    init(pool: TextPool) { positionOfText = Array(repeating: -1, count: pool.count) }

    subscript(position: Int32) -> NameParts { names[Int(position)] }

    /// The position of a name, taken apart now if it is new.
    mutating func position(of code: TextCode, in pool: TextPool, keys: inout TextKeys) -> Int32 {
        let known = positionOfText[Int(code.rawValue)]
        if known >= 0 { return known }
        let position = Int32(names.count)
        add(pool[code], keys: &keys)
        positionOfText[Int(code.rawValue)] = position
        return position
    }

    private mutating func add(_ name: String, keys: inout TextKeys) {
        let (text, suffix) = Self.withoutSuffix(name)
        let key = iyKey(text)
        let words = key.split(separator: " ")
        let start = bytes.count
        bytes += key.utf8
        names.append(
            NameParts(
                spelling: Int32(spellings.code(for: text).rawValue), key: keys.number(ofKey: key),
                family: keys.number(ofKey: words.first.map(String.init) ?? ""),
                given: keys.number(ofKey: words.last.map(String.init) ?? ""), suffix: suffix,
                hasAccents: text.utf8.contains { $0 >= 0x80 }, start: Int32(start), count: Int32(key.utf8.count)))
        hashes.append(stableHash(of: name))
    }

    /// `Lò Văn Pâng (A)` and `Lò Văn Pâng 2` without their ends, and these.
    private static func withoutSuffix(_ name: String) -> (text: String, suffix: UInt8) {
        let utf8 = Array(name.utf8)
        var end = utf8.count
        let isBracketed = end > 4 && utf8[end - 1] == UInt8(ascii: ")") && utf8[end - 3] == UInt8(ascii: "(")
        let mark = isBracketed ? end - 2 : end - 1
        let isDigit = end > 3 && (0x30...0x39).contains(utf8[mark])
        guard isBracketed || isDigit else { return (name, 0) }
        end = isBracketed ? end - 3 : end - 1
        while end > 0, utf8[end - 1] == 0x20 { end -= 1 }
        return (String(decoding: utf8[..<end], as: UTF8.self), utf8[mark])
    }

    func compare(_ left: Int32, _ right: Int32) -> MatchLevel {
        if left == right { return .equal }
        let (first, second) = (names[Int(left)], names[Int(right)])
        if first.spelling == second.spelling { return .equal }
        if first.key == second.key { return first.hasAccents && second.hasAccents ? .respelt : .unaccented }
        return bytes.withUnsafeBufferPointer { all in
            let one = UnsafeBufferPointer(rebasing: all[Int(first.start)..<Int(first.start + first.count)])
            let other = UnsafeBufferPointer(rebasing: all[Int(second.start)..<Int(second.start + second.count)])
            if min(one.count, other.count) >= 5, isOneEditApart(one, other) { return .near }
            if first.family == second.given || first.given == second.family, hasSameWords(one, other) { return .near }
            if first.family == second.family, first.given == second.given { return .partsEqual }
            if first.given == second.given || first.family == second.family, isMissingWord(one, other) {
                return .partsEqual
            }
            return .different
        }
    }
}

/// Whether one insertion, deletion, replacement or swap of neighbours makes one text the other; equal texts do too.
func isOneEditApart(_ left: UnsafeBufferPointer<UInt8>, _ right: UnsafeBufferPointer<UInt8>) -> Bool {
    guard abs(left.count - right.count) <= 1 else { return false }
    var start = 0
    while start < min(left.count, right.count), left[start] == right[start] { start += 1 }
    var (leftEnd, rightEnd) = (left.count, right.count)
    while leftEnd > start, rightEnd > start, left[leftEnd - 1] == right[rightEnd - 1] {
        leftEnd -= 1
        rightEnd -= 1
    }
    let (leftRest, rightRest) = (leftEnd - start, rightEnd - start)
    if leftRest <= 1 && rightRest <= 1 { return true }
    return leftRest == 2 && rightRest == 2 && left[start] == right[start + 1] && left[start + 1] == right[start]
}

/// Whether two keys hold the same words, in whatever order.
private func hasSameWords(_ left: UnsafeBufferPointer<UInt8>, _ right: UnsafeBufferPointer<UInt8>) -> Bool {
    guard left.count == right.count else { return false }
    return words(of: left).sorted().elementsEqual(words(of: right).sorted())
}

/// Whether one key is the other with one word left out, two words at least remaining.
private func isMissingWord(_ left: UnsafeBufferPointer<UInt8>, _ right: UnsafeBufferPointer<UInt8>) -> Bool {
    let (longer, shorter) =
        left.count > right.count ? (words(of: left), words(of: right)) : (words(of: right), words(of: left))
    guard longer.count == shorter.count + 1, shorter.count >= 2 else { return false }
    var skipped = 0
    for (index, word) in shorter.enumerated() {
        if longer[index + skipped] == word { continue }
        guard skipped == 0, longer[index + 1] == word else { return false }
        skipped = 1
    }
    return true
}

/// The hashes of a key's words, in order.
private func words(of key: UnsafeBufferPointer<UInt8>) -> [UInt64] {
    var words: [UInt64] = []
    var hash: UInt64 = 0
    for byte in key {
        if byte == 0x20 {
            words.append(hash)
            hash = 0
        } else {
            hash = mixed(hash, UInt64(byte) + 1)
        }
    }
    words.append(hash)
    return words
}
