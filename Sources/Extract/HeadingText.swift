// Headings as keys that compare: words without case and accents, field names of records split into words.

import Vietnamese

/// The key of a heading: lower case, no accents, single blanks; `#` alone stays.
func headingKey(_ text: String) -> String {
    let key = asciiKey(text)
    return key.isEmpty && text.utf8.contains(UInt8(ascii: "#")) ? "#" : key
}

func withoutBlanks(_ key: String) -> String {
    String(decoding: key.utf8.filter { $0 != 0x20 }, as: UTF8.self)
}

/// A heading without what stands in brackets: `Quê quán (xã, huyện, tỉnh)` -> `Quê quán `.
func withoutBrackets(_ text: String) -> String {
    var depth = 0
    var kept: [UInt8] = []
    for byte in text.utf8 {
        switch byte {
        case UInt8(ascii: "("), UInt8(ascii: "["): depth += 1
        case UInt8(ascii: ")"), UInt8(ascii: "]"): depth = max(0, depth - 1)
        default: if depth == 0 { kept.append(byte) }
        }
    }
    return String(decoding: kept, as: UTF8.self)
}

/// The name of a record's field as words: `NgayKetNapDang`, `ngay_ket_nap_dang` -> `Ngay Ket Nap Dang`; runs of capitals
/// stay together (`SoCCCD` -> `So CCCD`).
func wordsOfFieldName(_ name: String) -> String {
    let bytes = Array(name.utf8)
    var result: [UInt8] = []
    for (index, byte) in bytes.enumerated() {
        if byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".") {
            result.append(0x20)
            continue
        }
        if index > 0, isCapital(byte) {
            let before = bytes[index - 1]
            let startsWord = index + 1 < bytes.count && isSmall(bytes[index + 1]) && isCapital(before)
            if isSmall(before) || isDigit(before) || startsWord { result.append(0x20) }
        }
        result.append(byte)
    }
    return String(decoding: result, as: UTF8.self)
}

/// Whether the words of `part` stand in `text` side by side; both are keys.
func containsWords(_ text: String, _ part: String) -> Bool {
    guard !part.isEmpty, part.utf8.count <= text.utf8.count else { return false }
    if text == part { return true }
    let whole = Array(text.utf8)
    let sought = Array(part.utf8)
    var start = 0
    while start + sought.count <= whole.count {
        let end = start + sought.count
        if (start == 0 || whole[start - 1] == 0x20) && (end == whole.count || whole[end] == 0x20)
            && whole[start..<end].elementsEqual(sought)
        {
            return true
        }
        start += 1
    }
    return false
}

/// Whether the key begins with the words of `part`.
func startsWithWords(_ key: String, _ part: String) -> Bool {
    let text = key.utf8
    let head = part.utf8
    guard !head.isEmpty, text.starts(with: head) else { return false }
    return text.count == head.count || text.dropFirst(head.count).first == 0x20
}

/// The edits (insert, delete, replace, swap of neighbours) from one text to the other; nil when more than `limit`.
func editDistance(_ left: [UInt8], _ right: [UInt8], atMost limit: Int) -> Int? {
    guard abs(left.count - right.count) <= limit else { return nil }
    var beforeLast = [Int](repeating: 0, count: right.count + 1)
    var last = Array(0...right.count)
    for row in 1...max(1, left.count) where row <= left.count {
        var current = [Int](repeating: row, count: right.count + 1)
        var lowest = row
        for column in 1...max(1, right.count) where column <= right.count {
            let same = left[row - 1] == right[column - 1]
            var cost = min(last[column] + 1, current[column - 1] + 1, last[column - 1] + (same ? 0 : 1))
            if row > 1, column > 1, left[row - 1] == right[column - 2], left[row - 2] == right[column - 1] {
                cost = min(cost, beforeLast[column - 2] + 1)
            }
            current[column] = cost
            lowest = min(lowest, cost)
        }
        if lowest > limit { return nil }
        (beforeLast, last) = (last, current)
    }
    return last[right.count] <= limit ? last[right.count] : nil
}

func isCapital(_ byte: UInt8) -> Bool { byte &- 0x41 < 26 }
func isSmall(_ byte: UInt8) -> Bool { byte &- 0x61 < 26 }
func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }
