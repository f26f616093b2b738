// Reads amounts of money as lists write them, to the đồng.

/// What a cell says of an amount.
public enum AmountReading: Sendable, Equatable {
    case missing
    /// In đồng; rounded where the cell holds a part of one.
    case amount(Int64, isRounded: Bool)
    case unreadable
}

/// Reads an amount: points, commas, blanks between thousands; a minus or brackets for what is owed; `đ`, `đồng`, `VND`.
///
/// A single point or comma with three digits after it parts thousands (`1.234` is 1234); any other single one is the
/// decimal mark, as is the last where both stand (`1.234,5`). What is left of a đồng after scaling is rounded half up and
/// said.
///
/// - Parameter scale: how many đồng a figure stands for.
public func readAmount(_ text: String, scale: Int64 = 1) -> AmountReading {
    var digits: [UInt8] = []
    /// For each separator: its byte and how many digits stand before it.
    var marks: [(byte: UInt8, position: Int)] = []
    var isNegative = false
    var exponent = 0
    var bytes = Array(text.utf8)[...]
    if let mark = bytes.firstIndex(where: { $0 == UInt8(ascii: "E") || $0 == UInt8(ascii: "e") }), mark > 0,
        bytes[..<mark].last.map({ (0x30...0x39).contains($0) }) ?? false,
        let power = Int(String(decoding: bytes[(mark + 1)...].filter { $0 != UInt8(ascii: "+") }, as: UTF8.self)),
        (0...18).contains(power)
    {
        exponent = power
        bytes = bytes[..<mark]
    }
    var letters: [UInt8] = []
    for byte in bytes {
        switch byte {
        case 0x30...0x39: digits.append(byte - 0x30)
        case UInt8(ascii: "."), UInt8(ascii: ","): marks.append((byte, digits.count))
        case UInt8(ascii: "-"), UInt8(ascii: "("):
            isNegative = isNegative || digits.isEmpty || byte == UInt8(ascii: "-")
        case UInt8(ascii: ")"), UInt8(ascii: "'"), 0...0x20, 0xC2, 0xA0: break
        default: letters.append(byte)
        }
    }
    let word = String(decoding: letters, as: UTF8.self).lowercased()
    guard ["", "đ", "đồng", "vnd", "vnđ", "d", "dong"].contains(word) else {
        return digits.isEmpty && ["x", "k", "không", "ko"].contains(word) ? .missing : .unreadable
    }
    if digits.isEmpty { return .missing }
    // Excel writes a whole number with a point for `1.2E+09`; groups of thousands are not scientific.
    guard let decimals = decimalCount(marks, digits.count, isScientific: exponent > 0) else { return .unreadable }
    return scaled(digits, decimals: decimals - exponent, scale: scale, isNegative: isNegative)
}

/// How many digits stand after the decimal mark; nil where the marks make no number.
private func decimalCount(_ marks: [(byte: UInt8, position: Int)], _ count: Int, isScientific: Bool) -> Int? {
    guard let last = marks.last else { return 0 }
    if isScientific { return marks.count == 1 ? count - last.position : nil }
    let after = count - last.position
    let kinds = Set(marks.map(\.byte))
    func areThousands(_ marks: ArraySlice<(byte: UInt8, position: Int)>, end: Int) -> Bool {
        var previous: Int?
        for mark in marks {
            if mark.position == 0 { return false }
            if let previous, mark.position - previous != 3 { return false }
            if previous == nil, mark.position > 3 { return false }
            previous = mark.position
        }
        return previous.map { end - $0 == 3 } ?? true
    }
    if kinds.count == 1 {
        if areThousands(marks[...], end: count) { return 0 }
        return marks.count == 1 ? after : nil
    }
    // Both stand: the last is the decimal mark, the others part thousands.
    let rest = marks.dropLast()
    guard Set(rest.map(\.byte)).count == 1, rest.first?.byte != last.byte, areThousands(rest, end: last.position) else {
        return nil
    }
    return after
}

private func scaled(_ digits: [UInt8], decimals: Int, scale: Int64, isNegative: Bool) -> AmountReading {
    var value: Int64 = 0
    var rest = decimals
    func multiplied(_ number: Int64, _ factor: Int64) -> Int64? {
        let (product, overflows) = number.multipliedReportingOverflow(by: factor)
        return overflows ? nil : product
    }
    for digit in digits {
        guard let tenfold = multiplied(value, 10), tenfold <= Int64.max - Int64(digit) else { return .unreadable }
        value = tenfold + Int64(digit)
    }
    while rest < 0 {
        guard let larger = multiplied(value, 10) else { return .unreadable }
        value = larger
        rest += 1
    }
    guard rest <= 18, let product = multiplied(value, scale) else { return .unreadable }
    var divisor: Int64 = 1
    for _ in 0..<rest { divisor *= 10 }
    let (whole, part) = product.quotientAndRemainder(dividingBy: divisor)
    let rounded = whole + (part >= divisor - part && part > 0 ? 1 : 0)
    return .amount(isNegative ? -rounded : rounded, isRounded: part != 0)
}
