// The number that a total states: in digits, in grouped digits, or in words.

import Vietnamese

/// Numbers in the lines that state totals.
enum StatedCount {
    /// The number of a cell's text: digits before a counting noun (`75 người`), else after an equals sign, else the first
    /// digits, else number words; nil where there is none.
    static func read(_ text: String, nouns: (String) -> Bool) -> Int? {
        let numbers = digits(in: text)
        if numbers.isEmpty { return words(asciiKey(text)) }
        if let counted = numbers.first(where: { nouns(asciiKey($0.following)) }) { return counted.value }
        if let sum = numbers.last(where: { $0.follows == UInt8(ascii: "=") }) { return sum.value }
        return numbers[0].value
    }

    private struct Number {
        var value: Int
        /// The last byte before it that is no blank.
        var follows: UInt8
        /// Some words after it.
        var following: String
    }

    private static func digits(in text: String) -> [Number] {
        let bytes = Array(text.utf8)
        var result: [Number] = []
        var index = 0
        var before: UInt8 = 0
        while index < bytes.count {
            guard isDigit(bytes[index]) else {
                if bytes[index] > 0x20 { before = bytes[index] }
                index += 1
                continue
            }
            var value = 0
            var group = 0
            while index < bytes.count {
                if isDigit(bytes[index]) {
                    value = value < 100_000_000 ? value * 10 + Int(bytes[index] - 0x30) : value
                    group += 1
                } else if isGrouping(bytes, index) && group <= 3 {
                    group = 0
                } else {
                    break
                }
                index += 1
            }
            let rest = bytes[index..<min(bytes.count, index + 48)]
            result.append(Number(value: value, follows: before, following: String(decoding: rest, as: UTF8.self)))
            before = 0x30
        }
        return result
    }

    /// Whether a point, comma or blank here stands before exactly three digits: `1.234`.
    private static func isGrouping(_ bytes: [UInt8], _ index: Int) -> Bool {
        guard bytes[index] == UInt8(ascii: ".") || bytes[index] == UInt8(ascii: ",") || bytes[index] == 0x20,
            index + 3 < bytes.count, bytes[(index + 1)...(index + 3)].allSatisfy(isDigit)
        else { return false }
        return index + 4 >= bytes.count || !isDigit(bytes[index + 4])
    }

    private static let units = [
        "khong": 0, "mot": 1, "hai": 2, "ba": 3, "bon": 4, "tu": 4, "nam": 5, "lam": 5, "sau": 6, "bay": 7,
        "tam": 8, "chin": 9,
    ]

    /// The first run of number words in a key: `bay muoi lam nguoi` -> 75; nil where there is none.
    static func words(_ key: String) -> Int? {
        var total = 0
        var below = 0
        var digit: Int?
        var began = false
        for word in key.split(separator: " ") {
            switch word {
            case "nghin", "ngan":
                total += (below + (digit ?? 0)) * 1000
                (below, digit) = (0, nil)
            case "tram":
                below += (digit ?? 1) * 100
                digit = nil
            case "muoi":
                below += (digit ?? 1) * 10
                digit = nil
            case "linh", "le":
                if !began { continue }
            default:
                if let value = units[String(word)], digit == nil || !began {
                    digit = value
                } else {
                    if began { return total + below + (digit ?? 0) }
                    continue
                }
            }
            began = true
        }
        return began ? total + below + (digit ?? 0) : nil
    }
}
