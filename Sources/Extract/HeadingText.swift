// Headings as keys that compare: words without case and accents, field names of records split into words.

import Vietnamese

/// The key of a heading: lower case, no accents, single blanks; `#` alone stays.
func headingKey(_ text: String) -> String {
    let key = asciiKey(isFieldName(text) ? wordsOfFieldName(text) : text)
    return key.isEmpty && text.utf8.contains(UInt8(ascii: "#")) ? "#" : key
}

/// Whether a text is one word with capitals or underscores inside, as fields of systems are named.
private func isFieldName(_ text: String) -> Bool {
    var before: UInt8 = 0
    var hasSeam = false
    for byte in text.utf8 {
        guard byte < 0x80, byte > 0x20 else { return false }
        if byte == UInt8(ascii: "_") || (isSmall(before) && isCapital(byte)) { hasSeam = true }
        before = byte
    }
    return hasSeam
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

/// The name of a record's field as words: `NgayKetNapDang`, `ngay_ket_nap_dang` -> `Ngay Ket Nap Dang`; runs of
/// capitals stay together (`SoCCCD` -> `So CCCD`).
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
    let width = right.count + 1
    // Three rows of the table of distances, which take turns.
    return withUnsafeTemporaryAllocation(of: Int.self, capacity: 3 * width) { table in
        for column in 0..<width { table[column] = column }
        for row in 0..<left.count {
            let last = row % 3 * width
            let current = (row + 1) % 3 * width
            let beforeLast = (row + 2) % 3 * width
            table[current] = row + 1
            var lowest = row + 1
            for column in 0..<right.count {
                let isSame = left[row] == right[column]
                var cost = min(table[last + column + 1] + 1, table[current + column] + 1)
                cost = min(cost, table[last + column] + (isSame ? 0 : 1))
                if row > 0, column > 0, left[row] == right[column - 1], left[row - 1] == right[column] {
                    cost = min(cost, table[beforeLast + column - 1] + 1)
                }
                table[current + column + 1] = cost
                lowest = min(lowest, cost)
            }
            if lowest > limit { return nil }
        }
        let distance = table[left.count % 3 * width + right.count]
        return distance <= limit ? distance : nil
    }
}

/// A bit for each letter and digit that stands in a key: an edit changes two of them at most.
func lettersOf(_ key: [UInt8]) -> UInt64 { key.reduce(0) { $0 | 1 << UInt64($1 & 0x3F) } }

func isCapital(_ byte: UInt8) -> Bool { byte &- 0x41 < 26 }
func isSmall(_ byte: UInt8) -> Bool { byte &- 0x61 < 26 }
func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }
