// The marks of a list's sections: A, I, 1, a, 1.1, Phần I; and the words after them.

import Vietnamese

/// What kind of mark a section bears, outermost first as official lists use them.
enum MarkKind: Int, Comparable, Hashable, Sendable {
    case part, letter, roman, number, decimal, smallLetter, dash, none

    static func < (left: MarkKind, right: MarkKind) -> Bool { left.rawValue < right.rawValue }
}

/// A mark as written, with every reading of it: `C` is the third letter and a hundred.
struct ListMark: Equatable, Sendable {
    struct Reading: Equatable, Sendable {
        var kind: MarkKind
        /// Its place in its row of marks, from 1.
        var ordinal: Int
    }

    /// Without brackets and its closing point.
    var text: String
    var readings: [Reading]

    /// A cell that is nothing but a mark; nil otherwise.
    init?(cell: String) {
        let bare = ListMark.bare(trimmed(cell))
        let readings = ListMark.readings(of: bare)
        guard !readings.isEmpty else { return nil }
        text = bare
        self.readings = readings
    }

    /// A mark in front of words, set off by a point, bracket, dash, slash or colon (`I. CÁN BỘ`, `A - Phường`), and those
    /// words; nil where there is none.
    static func leading(_ text: String) -> (mark: ListMark, rest: String)? {
        let text = trimmed(text)
        if let part = leadingPart(text) { return part }
        let bytes = Array(text.utf8)
        guard let first = bytes.first else { return nil }
        if first == UInt8(ascii: "-") || first == UInt8(ascii: "+") || first == UInt8(ascii: "*") {
            let rest = trimmed(String(decoding: bytes.dropFirst(), as: UTF8.self))
            guard CellShape(rest).letters > 1 else { return nil }
            let reading = Reading(kind: .dash, ordinal: 0)
            return (ListMark(text: String(decoding: [first], as: UTF8.self), readings: [reading]), rest)
        }
        var end = first == UInt8(ascii: "(") ? 1 : 0
        let start = end
        while end < bytes.count, end - start < 8, isMarkByte(bytes[end]) || isInnerPoint(bytes, end) { end += 1 }
        guard end > start, end < bytes.count else { return nil }
        var after = end
        while after < bytes.count, bytes[after] == 0x20 { after += 1 }
        guard after < bytes.count, isSeparator(bytes[after]), let mark = ListMark(cell: string(bytes[start..<end])) else {
            return nil
        }
        while after < bytes.count, isSeparator(bytes[after]) || bytes[after] <= 0x20 { after += 1 }
        let rest = trimmed(string(bytes[after...]))
        return CellShape(rest).letters > 1 ? (mark, rest) : nil
    }

    private init(text: String, readings: [Reading]) {
        self.text = text
        self.readings = readings
    }

    private static func leadingPart(_ text: String) -> (mark: ListMark, rest: String)? {
        let key = asciiKey(text)
        guard let word = ["phan thu", "phan", "muc", "khoi"].first(where: { startsWithWords(key, $0) }) else { return nil }
        let bytes = Array(text.utf8)
        guard let stop = bytes.firstIndex(where: { $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: ".") }), stop < 30 else {
            return nil
        }
        let tail = key.dropFirst(word.utf8.count + 1).split(separator: " ").first.map(String.init) ?? ""
        let values = readings(of: tail.uppercased()) + readings(of: tail)
        let ordinal = values.first { $0.kind == .roman || $0.kind == .number }?.ordinal ?? values.first?.ordinal
        guard ordinal != nil || word == "phan thu" else { return nil }
        let rest = trimmed(string(bytes[(stop + 1)...]))
        let reading = Reading(kind: .part, ordinal: ordinal ?? 0)
        return rest.isEmpty ? nil : (ListMark(text: string(bytes[..<stop]), readings: [reading]), rest)
    }

    /// A mark without the brackets and points around it.
    private static func bare(_ text: String) -> String {
        var bytes = Array(text.utf8)[...]
        while let first = bytes.first, first == UInt8(ascii: "(") || first <= 0x20 { bytes = bytes.dropFirst() }
        while let last = bytes.last, isSeparator(last) || last <= 0x20 { bytes = bytes.dropLast() }
        return string(bytes)
    }

    private static func readings(of text: String) -> [Reading] {
        let bytes = Array(text.utf8)
        guard !bytes.isEmpty, bytes.count <= 8 else { return [] }
        if text == "Đ" { return [Reading(kind: .letter, ordinal: 4)] }
        if text == "đ" { return [Reading(kind: .smallLetter, ordinal: 4)] }
        if bytes.allSatisfy(isDigit) {
            guard bytes.count <= 4, let number = Int(text) else { return [] }
            return [Reading(kind: .number, ordinal: number)]
        }
        if bytes.contains(UInt8(ascii: ".")) {
            let parts = text.split(separator: ".", omittingEmptySubsequences: false)
            guard parts.allSatisfy({ !readings(of: String($0)).isEmpty }), let last = parts.last else { return [] }
            return [Reading(kind: .decimal, ordinal: readings(of: String(last))[0].ordinal)]
        }
        var result: [Reading] = []
        if let value = romanValue(bytes) { result.append(Reading(kind: .roman, ordinal: value)) }
        if bytes.count == 1, isCapital(bytes[0]) {
            result.append(Reading(kind: .letter, ordinal: Int(bytes[0]) - 0x40))
        } else if bytes.count == 1, isSmall(bytes[0]) {
            result.append(Reading(kind: .smallLetter, ordinal: Int(bytes[0]) - 0x60))
        }
        return result
    }

    /// The value of a Roman numeral in capitals, below 90.
    private static func romanValue(_ bytes: [UInt8]) -> Int? {
        var total = 0
        var previous = 0
        for byte in bytes.reversed() {
            let value: Int
            switch byte {
            case UInt8(ascii: "I"): value = 1
            case UInt8(ascii: "V"): value = 5
            case UInt8(ascii: "X"): value = 10
            case UInt8(ascii: "L"): value = 50
            default: return nil
            }
            total += value < previous ? -value : value
            previous = max(previous, value)
        }
        return total > 0 && total < 90 ? total : nil
    }

    private static func isMarkByte(_ byte: UInt8) -> Bool { isDigit(byte) || isCapital(byte) || isSmall(byte) }
    private static func isSeparator(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "."), UInt8(ascii: ")"), UInt8(ascii: "-"), UInt8(ascii: "/"), UInt8(ascii: ":"): true
        default: false
        }
    }
    private static func isInnerPoint(_ bytes: [UInt8], _ index: Int) -> Bool {
        bytes[index] == UInt8(ascii: ".") && index > 0 && index + 1 < bytes.count && isMarkByte(bytes[index + 1])
            && isMarkByte(bytes[index - 1]) && isDigit(bytes[index + 1])
    }
    private static func string(_ bytes: some Sequence<UInt8>) -> String { String(decoding: Array(bytes), as: UTF8.self) }
}
