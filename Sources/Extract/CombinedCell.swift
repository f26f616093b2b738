// Cells that hold two fields, split where a clerk would; left whole where the cut is not plain.

import Personnel
import Vietnamese

/// Splits the cells of columns with two fields.
enum CombinedCell {
    /// The texts of the two fields; the second is empty where the cell shows no plain cut.
    static func split(_ text: String, _ first: Field, _ second: Field, words: AnatomyWords) -> (String, String) {
        switch (first, second) {
        case (.fullName, .birthDate): splitAtFigures(text)
        case (.salaryStep, .salaryCoefficient): splitStep(text)
        case (.rank, .salaryStep): splitRank(text)
        case (_, .unit): splitAtUnit(text, words: words)
        default: splitAtSeparator(text)
        }
    }

    /// `Lò Văn Pâng, 12/3/1985`, `Lò Văn Pâng (1985)`: words, then a date to the end.
    private static func splitAtFigures(_ text: String) -> (String, String) {
        let bytes = Array(text.utf8)
        guard let start = bytes.firstIndex(where: isDigit), start > 0 else { return (text, "") }
        var end = bytes.count
        while end > start, !isDigit(bytes[end - 1]) { end -= 1 }
        let date = String(decoding: bytes[start..<end], as: UTF8.self)
        let shape = CellShape(date)
        guard shape.letters == 0, shape.isDate || (shape.isInteger && shape.digits == 4) else { return (text, "") }
        var stop = start
        while stop > 0, isSeparator(bytes[stop - 1]) { stop -= 1 }
        let name = withoutBirthWords(trimmed(String(decoding: bytes[..<stop], as: UTF8.self)))
        return CellShape(name).letters > 1 ? (name, date) : (text, "")
    }

    /// A name without the words that lead to its date: `Lò Thị Hoa, sinh ngày`. A name may itself end in `Sinh` or `Năm`,
    /// in a capital; so only words in small letters count.
    private static func withoutBirthWords(_ text: String) -> String {
        let bytes = Array(text.utf8)
        for start in bytes.indices.dropFirst()
        where isSeparator(bytes[start - 1]) && [UInt8(ascii: "s"), UInt8(ascii: "n")].contains(bytes[start]) {
            let words = asciiKey(String(decoding: bytes[start...], as: UTF8.self)).split(separator: " ")
            guard let first = words.first, ["sinh", "sn", "ns", "s", "ngay", "nam"].contains(first),
                words.dropFirst().allSatisfy({ ["ngay", "thang", "nam"].contains($0) })
            else { continue }
            var stop = start
            while stop > 0, isSeparator(bytes[stop - 1]) { stop -= 1 }
            return String(decoding: bytes[..<stop], as: UTF8.self)
        }
        return text
    }

    /// `4/3,33`, `Bậc 4, HS 3,33`, `4 - 3.33`: the number with decimals is the coefficient. `4/9` has none.
    private static func splitStep(_ text: String) -> (String, String) {
        let bytes = Array(text.utf8)
        for start in bytes.indices where isDigit(bytes[start]) && (start == 0 || !isDigit(bytes[start - 1])) {
            var end = start
            while end < bytes.count, isDigit(bytes[end]) { end += 1 }
            guard end + 1 < bytes.count, end - start <= 2, start > 0,
                bytes[end] == UInt8(ascii: ",") || bytes[end] == UInt8(ascii: "."), isDigit(bytes[end + 1])
            else { continue }
            var stop = end + 1
            while stop < bytes.count, isDigit(bytes[stop]) { stop += 1 }
            let step = step(before: bytes[..<start])
            guard !step.isEmpty else { return (text, "") }
            return (step, trimmed(String(decoding: bytes[start..<stop], as: UTF8.self)))
        }
        return (text, "")
    }

    /// `01.003, bậc 4, hệ số 3,33`, `Chuyên viên - 4/9`: the rank, then its step with what belongs to it.
    private static func splitRank(_ text: String) -> (String, String) {
        let bytes = Array(text.utf8)
        for cut in bytes.indices where isSeparator(bytes[cut]) {
            let rest = trimmed(String(decoding: bytes[cut...].drop(while: isSeparator), as: UTF8.self))
            let rank = trimmed(String(decoding: bytes[..<cut], as: UTF8.self))
            let shape = CellShape(rank)
            guard shape.letters > 1 || shape.digits > 3, let first = rest.utf8.first else { continue }
            let key = asciiKey(rest)
            let isLabelled = ["bac", "b", "he so", "hs", "hsl"].contains { startsWithWords(key, $0) }
            // `Giáo viên hạng 3` goes on with its grade.
            let isStep = isDigit(first) && !asciiKey(rank).hasSuffix("hang")
            if isLabelled || isStep { return (rank, rest) }
        }
        return (text, "")
    }

    /// What stands before the coefficient, without `HS` and separators.
    private static func step(before bytes: ArraySlice<UInt8>) -> String {
        guard let last = bytes.lastIndex(where: isDigit) else { return "" }
        return trimmed(String(decoding: bytes[...last], as: UTF8.self))
    }

    /// `Hiệu trưởng, Trường Mầm non Na Sang`: the first separator after which a unit's name begins. Dashes and slashes
    /// stand inside positions as well (`Văn hóa - Xã hội`), so other separators part the cell before they do.
    private static func splitAtUnit(_ text: String, words: AnatomyWords) -> (String, String) {
        let bytes = Array(text.utf8)
        let cuts = bytes.indices.filter { isSeparator(bytes[$0]) && bytes[$0] > 0x20 || bytes[$0] == 0x0A }
        let isInner = { (index: Int) in bytes[index] == UInt8(ascii: "-") || bytes[index] == UInt8(ascii: "/") }
        for index in cuts.filter({ !isInner($0) }) + cuts.filter(isInner) {
            let rest = trimmed(String(decoding: bytes[(index + 1)...], as: UTF8.self))
            let position = trimmed(String(decoding: bytes[..<index], as: UTF8.self))
            let line = LineWords(rest)
            if position.isEmpty || words.opening(line, .noPlace) != nil { continue }
            guard words.opening(line, .organisation) != nil || words.opening(line, .place) != nil else { continue }
            return (position, bytes[index] == UInt8(ascii: "(") ? withoutClosingBracket(rest) : rest)
        }
        return splitAtName(bytes, words: words) ?? (text, "")
    }

    /// `Chủ tịch UBND xã Na Sang`: without a separator, the words that open the name of a commune or school part the cell.
    private static func splitAtName(_ bytes: [UInt8], words: AnatomyWords) -> (String, String)? {
        for index in bytes.indices.dropFirst() where bytes[index - 1] == 0x20 && bytes[index] > 0x20 {
            let rest = String(decoding: bytes[index...], as: UTF8.self)
            let line = LineWords(rest)
            let parts = rest.split(separator: " ")
            guard CellShape(String(parts[0])).letters > 0, words.opening(line, .noPlace) == nil,
                let count = words.opening(line, .unitStart), parts.count > count,
                parts[count].unicodeScalars.first?.properties.isUppercase == true
            else { continue }
            return (trimmed(String(decoding: bytes[..<index], as: UTF8.self)), trimmed(rest))
        }
        return nil
    }

    private static func withoutClosingBracket(_ text: String) -> String {
        text.utf8.last == UInt8(ascii: ")") ? trimmed(String(text.dropLast())) : text
    }

    private static func splitAtSeparator(_ text: String) -> (String, String) {
        let bytes = Array(text.utf8)
        guard let cut = bytes.firstIndex(where: { isSeparator($0) && $0 > 0x20 || $0 == 0x0A }), cut > 0 else {
            return (text, "")
        }
        let first = trimmed(String(decoding: bytes[..<cut], as: UTF8.self))
        let second = trimmed(String(decoding: bytes[(cut + 1)...], as: UTF8.self))
        return first.isEmpty || second.isEmpty ? (text, "") : (first, second)
    }

    private static func isSeparator(_ byte: UInt8) -> Bool {
        switch byte {
        case 0...0x20, UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "("), UInt8(ascii: "-"), UInt8(ascii: "/"),
            UInt8(ascii: ":"):
            true
        default: false
        }
    }
}
