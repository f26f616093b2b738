// Numbers as people read them: spreadsheets store binary fractions and powers of ten.

/// The shortest plain text of a stored number: `3.3300000000000001` is `3.33`, `1.1085003336E10` is `11085003336`.
enum NumberText {
    /// The text of a number as a spreadsheet stores it; what is no number stays as it is.
    ///
    /// Whole numbers that are written plainly stay digit by digit, whatever their length.
    static func shortest(_ text: [UInt8]) -> [UInt8] {
        guard text.contains(where: { $0 == point || isExponent($0) }),
            let number = Double(String(decoding: text, as: UTF8.self)), number.isFinite
        else { return text }
        if number == number.rounded(), abs(number) < 1e18 { return Array(String(Int64(number)).utf8) }
        return plain(Array(number.description.utf8))
    }

    /// The same, where a writer's own decimals are kept (`4.00`): only noise and powers of ten are rewritten.
    static func withoutNoise(_ text: [UInt8]) -> [UInt8] {
        let hasExponent = text.contains(where: isExponent)
        // Fifteen significant digits are the most that Excel shows; a sixteenth is noise of the binary fraction.
        guard hasExponent || (text.count > 16 && text.contains(point)) else { return text }
        return shortest(text)
    }

    private static let point = UInt8(ascii: ".")

    private static func isExponent(_ byte: UInt8) -> Bool { byte | 0x20 == UInt8(ascii: "e") }

    /// `1.5e-05` is `0.000015`.
    private static func plain(_ text: [UInt8]) -> [UInt8] {
        guard let mark = text.firstIndex(where: isExponent),
            let exponent = Int(String(decoding: text[(mark + 1)...], as: UTF8.self)), abs(exponent) < 400
        else { return text }
        let isNegative = text.first == UInt8(ascii: "-")
        let mantissa = text[(isNegative ? 1 : 0)..<mark]
        var digits = mantissa.filter { $0 != point }
        var whole = (mantissa.firstIndex(of: point) ?? mark) - mantissa.startIndex + exponent
        let zero = UInt8(ascii: "0")
        while digits.count > 1, digits.last == zero { digits.removeLast() }
        if whole <= 0 {
            digits.insert(contentsOf: repeatElement(zero, count: 1 - whole), at: 0)
            whole = 1
        }
        if digits.count < whole { digits.append(contentsOf: repeatElement(zero, count: whole - digits.count)) }
        if digits.count > whole { digits.insert(point, at: whole) }
        return (isNegative ? [UInt8(ascii: "-")] : []) + digits
    }
}
