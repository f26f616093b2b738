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
        var (text, safe) = (text, [UInt8]())
        text.withUTF8 { bytes in
            if isPlain(bytes) { safe.append(contentsOf: bytes) } else { append(bytes, to: &safe) }
        }
        return String(decoding: safe, as: UTF8.self)
    }

    /// Whether a text cannot be mistaken: the common case.
    static func isPlain(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        guard let first = text.first else { return true }
        if isDigit(first) || first == UInt8(ascii: "(") { return false }
        return !text.contains { isDangerous($0) || $0 == 0xEF }
    }

    /// Appends a text that may be mistaken, made safe.
    static func append(_ text: UnsafeBufferPointer<UInt8>, to safe: inout [UInt8]) {
        if isMisreadNumber(text) {
            safe.append(UInt8(ascii: "'"))
            return safe.append(contentsOf: text)
        }
        if !text.contains(where: { isDangerous($0) || $0 == 0xEF }) || isNegativeNumber(text) {
            return safe.append(contentsOf: text)
        }
        var mayStartFormula = true
        for (index, byte) in text.enumerated() {
            if mayStartFormula && startsFormula(text, at: index) { safe.append(UInt8(ascii: "'")) }
            safe.append(byte)
            switch byte {
            case UInt8(ascii: ";"), 0x09, 0x0A, 0x0D: mayStartFormula = true
            case UInt8(ascii: " "), UInt8(ascii: "\""): break
            default: mayStartFormula = false
            }
        }
    }

    static func isDangerous(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"), 0x09, 0x0A, 0x0D: true
        default: false
        }
    }

    /// A sign that makes a formula, a full-width one (＝ ＋ － ＠) included; a control character only where the cell begins.
    private static func startsFormula(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Bool {
        switch bytes[index] {
        case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"): return true
        case 0x09, 0x0A, 0x0D: return index == 0
        case 0xEF where index + 2 < bytes.count && bytes[index + 1] == 0xBC:
            return [0x9D, 0x8B, 0x8D, 0xA0].contains(bytes[index + 2])
        default: return false
        }
    }

    /// `-5`, `-0,25`: a number, and welcome as one.
    private static func isNegativeNumber(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        guard bytes.first == UInt8(ascii: "-"), bytes.count > 1 else { return false }
        let parts = bytes.dropFirst().split(omittingEmptySubsequences: false) { $0 == 0x2C || $0 == 0x2E }
        return parts.count <= 2 && parts.allSatisfy { !$0.isEmpty && $0.allSatisfy(isDigit) }
    }

    /// Digits that are a name rather than a number: a leading zero, more than Excel shows in full, or digits joined by a
    /// point, slash, dash or `E` in a way that Excel takes for a number or a date. A whole date (`05/03/1980`) may stay one.
    private static func isMisreadNumber(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        if bytes.count > 2, bytes.first == UInt8(ascii: "("), bytes.last == UInt8(ascii: ")") {
            return bytes.dropFirst().dropLast().allSatisfy(isDigit)  // in Excel, (5) is minus five
        }
        guard let first = bytes.first, let last = bytes.last, isDigit(first), isDigit(last), bytes.count > 1 else {
            return false
        }
        var parts = 1
        var length = 0
        var isDate = true
        var hasSlash = false
        for byte in bytes {
            switch byte {
            case 0x30...0x39: length += 1
            case UInt8(ascii: "."), UInt8(ascii: "/"), UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: ":"),
                UInt8(ascii: "E"), UInt8(ascii: "e"):
                if length > 2 { isDate = false }
                if byte == UInt8(ascii: "/") { hasSlash = true }
                parts += 1
                length = 0
            default: return false
            }
        }
        if parts == 1 { return first == 0x30 || bytes.count > 11 }
        return !(isDate && parts == 3 && length == 4 && hasSlash)
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
}
