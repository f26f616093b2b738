// The distinct texts of a table, each taken apart once: matching then knows a text by a small number.

import Personnel
import Vietnamese

/// Distinct texts (values) and their keys by number; 0 is the empty text of both.
///
/// Numbers follow the order in which texts came; the hashes depend on the texts alone.
struct ValueTable: Sendable {
    /// For each value the number of its key.
    let keyOfValue: FrozenArray<UInt32>
    /// For each value whether any letter bears an accent, so that the lack of one elsewhere means something.
    let hasAccents: FrozenArray<Bool>
    let valueHashes: FrozenArray<UInt64>
    /// Where each key's bytes begin; one more than there are keys.
    let keyStarts: FrozenArray<UInt32>
    let keyBytes: FrozenArray<UInt8>
    let keyHashes: FrozenArray<UInt64>
    /// For each key the number of its first and last word, which are keys themselves.
    let firstWords: FrozenArray<UInt32>
    let lastWords: FrozenArray<UInt32>

    var valueCount: Int { keyOfValue.count }
    var keyCount: Int { keyHashes.count }

    /// The bytes of a key; they live as long as the table.
    func bytes(ofKey key: UInt32) -> KeyBytes {
        let (start, end) = (Int(keyStarts[Int(key)]), Int(keyStarts[Int(key) + 1]))
        return KeyBytes(start: keyBytes.base + start, count: end - start)
    }
}

/// Gives texts their numbers.
struct ValueNumbering {
    private var texts = TextPool()
    private var keys = TextPool()
    private var keyOfValue: [UInt32] = [0]
    private var hasAccents = [false]
    private var firstWords: [UInt32] = [0]
    private var lastWords: [UInt32] = [0]

    /// The number of a text as written.
    mutating func value(of text: String) -> UInt32 {
        let value = texts.code(for: text).rawValue
        if value < keyOfValue.count { return value }
        keyOfValue.append(code(of: text))
        hasAccents.append(text.utf8.contains { $0 >= 0x80 })
        return value
    }

    /// The number of a value's key.
    func code(ofValue value: UInt32) -> UInt32 { keyOfValue[Int(value)] }

    /// The number of a text's key.
    mutating func code(of text: String) -> UInt32 {
        var key = iyKey(text)
        return key.withUTF8 { code(ofKey: $0) }
    }

    private mutating func code(ofKey key: KeyBytes) -> UInt32 {
        let code = number(ofKey: key)
        if firstWords[Int(code)] == 0, !key.isEmpty {
            let space = UInt8(ascii: " ")
            let firstEnd = key.firstIndex(of: space) ?? key.count
            let lastStart = key.lastIndex(of: space).map { $0 + 1 } ?? 0
            firstWords[Int(code)] = number(ofKey: KeyBytes(rebasing: key[..<firstEnd]))
            lastWords[Int(code)] = number(ofKey: KeyBytes(rebasing: key[lastStart...]))
        }
        return code
    }

    private mutating func number(ofKey key: KeyBytes) -> UInt32 {
        let code = keys.code(forUTF8: key).rawValue
        if code == firstWords.count {
            firstWords.append(0)
            lastWords.append(0)
        }
        return code
    }

    func table() -> ValueTable {
        var (starts, bytes, hashes): ([UInt32], [UInt8], [UInt64]) = ([], [], [])
        starts.reserveCapacity(keys.count + 1)
        hashes.reserveCapacity(keys.count)
        for code in 0..<UInt32(keys.count) {
            starts.append(UInt32(bytes.count))
            keys.withUTF8(of: TextCode(rawValue: code)) { key in
                bytes.append(contentsOf: key)
                hashes.append(code == 0 ? 0 : stableHash(of: key))
            }
        }
        starts.append(UInt32(bytes.count))
        var valueHashes: [UInt64] = []
        valueHashes.reserveCapacity(texts.count)
        for code in 0..<UInt32(texts.count) {
            texts.withUTF8(of: TextCode(rawValue: code)) { valueHashes.append(code == 0 ? 0 : stableHash(of: $0)) }
        }
        return ValueTable(
            keyOfValue: FrozenArray(keyOfValue), hasAccents: FrozenArray(hasAccents),
            valueHashes: FrozenArray(valueHashes), keyStarts: FrozenArray(starts), keyBytes: FrozenArray(bytes),
            keyHashes: FrozenArray(hashes), firstWords: FrozenArray(firstWords), lastWords: FrozenArray(lastWords))
    }
}
