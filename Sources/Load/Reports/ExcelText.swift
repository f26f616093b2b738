// Text that stays text when a report is opened in Excel.

/// Makes a cell's text safe for Excel: never a formula, never a number that loses its zeros, never a date by accident.
///
/// Excel reads each cell of a CSV file as if somebody typed it. What it would take for a formula, and numbers that are
/// really names (`011080000123`, `01.003`, `03/1980`), get an apostrophe in front: the sign by which people in Excel have
/// always said "text", which shows, survives saving, and which our own reading of identity numbers takes away again. The
/// other way, `="011…"`, is itself a formula and is not used.
struct ExcelText {
    /// The text with an apostrophe wherever Excel would make something else of it.
    ///
    /// Guarded are the beginning of the cell and, because Excel in a Vietnamese setting splits lines at semicolons even
    /// inside quotation marks, what follows `;`, a tab or a line break within it.
    static func safe(_ text: String) -> String {
        if isPlain(text.utf8) { return text }
        let bytes = Array(text.utf8)
        if isMisreadNumber(bytes) { return "'" + text }
        if !bytes.contains(where: isDangerous) && !bytes.contains(0xEF) { return text }
        if isNegativeNumber(bytes) { return text }
        var safe: [UInt8] = []
        safe.reserveCapacity(bytes.count + 2)
        var mayStartFormula = true
        for (index, byte) in bytes.enumerated() {
            if mayStartFormula && startsFormula(bytes, at: index) { safe.append(UInt8(ascii: "'")) }
            safe.append(byte)
            switch byte {
            case UInt8(ascii: ";"), 0x09, 0x0A, 0x0D: mayStartFormula = true
            case UInt8(ascii: " "), UInt8(ascii: "\""): break
            default: mayStartFormula = false
            }
        }
        return String(decoding: safe, as: UTF8.self)
    }

    /// Whether a text cannot be mistaken: the common case, told without a copy.
    private static func isPlain(_ bytes: String.UTF8View) -> Bool {
        guard let first = bytes.first else { return true }
        if isDigit(first) || first == UInt8(ascii: "(") { return false }
        return !bytes.contains { isDangerous($0) || $0 == 0xEF }
    }

    private static func isDangerous(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"), 0x09, 0x0A, 0x0D: true
        default: false
        }
    }

    /// A sign that makes a formula, a full-width one (＝ ＋ － ＠) included; a control character only where the cell begins.
    private static func startsFormula(_ bytes: [UInt8], at index: Int) -> Bool {
        switch bytes[index] {
        case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"): return true
        case 0x09, 0x0A, 0x0D: return index == 0
        case 0xEF where index + 2 < bytes.count && bytes[index + 1] == 0xBC:
            return [0x9D, 0x8B, 0x8D, 0xA0].contains(bytes[index + 2])
        default: return false
        }
    }

    /// `-5`, `-0,25`: a number, and welcome as one.
    private static func isNegativeNumber(_ bytes: [UInt8]) -> Bool {
        guard bytes.first == UInt8(ascii: "-"), bytes.count > 1 else { return false }
        let parts = bytes.dropFirst().split(omittingEmptySubsequences: false) { $0 == 0x2C || $0 == 0x2E }
        return parts.count <= 2 && parts.allSatisfy { !$0.isEmpty && $0.allSatisfy(isDigit) }
    }

    /// Digits that are a name rather than a number: a leading zero, more than Excel shows in full, or digits joined by a
    /// point, slash, dash or `E` in a way that Excel takes for a number or a date. A whole date (`05/03/1980`) may stay one.
    private static func isMisreadNumber(_ bytes: [UInt8]) -> Bool {
        if bytes.count > 2, bytes.first == UInt8(ascii: "("), bytes.last == UInt8(ascii: ")") {
            return bytes.dropFirst().dropLast().allSatisfy(isDigit)  // in Excel, (5) is minus five
        }
        guard let first = bytes.first, let last = bytes.last, isDigit(first), isDigit(last), bytes.count > 1 else {
            return false
        }
        var parts: [Int] = [0]
        for byte in bytes {
            switch byte {
            case 0x30...0x39: parts[parts.count - 1] += 1
            case UInt8(ascii: "."), UInt8(ascii: "/"), UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: ":"),
                UInt8(ascii: "E"), UInt8(ascii: "e"):
                parts.append(0)
            default: return false
            }
        }
        if parts.count == 1 { return first == 0x30 || bytes.count > 11 }
        let isWholeDate = parts.count == 3 && parts[0] <= 2 && parts[1] <= 2 && parts[2] == 4 && bytes.contains(0x2F)
        return !isWholeDate
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
}
