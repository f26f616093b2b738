// What a cell looks like, counted in one pass over its bytes: a date, a number, an identity number, words.

import Personnel

/// The outward form of a cell's text, with no regard to its meaning.
struct CellShape: Equatable, Sendable {
    var digits = 0
    /// ASCII letters and bytes of accented letters.
    var letters = 0
    var slashes = 0
    var points = 0
    var commas = 0
    var dashes = 0
    var blanks = 0
    var colons = 0
    var others = 0
    /// Digits before the first and after the last separator.
    var firstRun = 0
    var lastRun = 0

    init(_ text: String) {
        var text = text
        self = text.withUTF8 { CellShape($0) }
    }

    init(_ text: UnsafeBufferPointer<UInt8>) {
        if !countAtOnce(text) { count(text) }
        if digits > 0 { measureRuns(text) }
    }

    /// Counts common bytes eight kinds at a time, a byte of a word each; false, and nothing counted, where the text is
    /// long or has other bytes.
    private mutating func countAtOnce(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        guard text.count < 256 else { return false }
        var counts: UInt64 = 0
        Self.kinds.withUnsafeBufferPointer { kinds in
            for byte in text { counts &+= kinds[Int(byte)] }
        }
        func count(_ kind: UInt64) -> Int { Int(counts >> (8 * kind) & 0xFF) }
        // The sum of the eight bytes.
        guard (counts &* 0x0101_0101_0101_0101) >> 56 == text.count else { return false }
        (digits, letters, slashes, points) = (count(0), count(1), count(2), count(3))
        (commas, dashes, blanks, colons) = (count(4), count(5), count(6), count(7))
        return true
    }

    /// By byte: a one in the place of its kind. Nothing for signs of no kind, and for the byte that begins a no-break
    /// space.
    private static let kinds: [UInt64] = (0...0xFF).map { (byte: UInt8) in
        var shape = CellShape()
        withUnsafePointer(to: byte) { shape.count(UnsafeBufferPointer(start: $0, count: 1)) }
        if byte == 0xC2 { return 0 }
        let kinds = [
            shape.digits, shape.letters, shape.slashes, shape.points, shape.commas, shape.dashes, shape.blanks,
            shape.colons,
        ]
        return kinds.firstIndex(of: 1).map { 1 << UInt64(8 * $0) } ?? 0
    }

    private init() {}

    private mutating func count(_ text: UnsafeBufferPointer<UInt8>) {
        var before: UInt8 = 0
        for byte in text {
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"): digits += 1
            case UInt8(ascii: "/"), UInt8(ascii: "\\"): slashes += 1
            case UInt8(ascii: "."): points += 1
            case UInt8(ascii: ","): commas += 1
            case UInt8(ascii: "-"): dashes += 1
            case UInt8(ascii: ":"): colons += 1
            case 0...0x20: blanks += 1
            // The second byte of a no-break space; of `à` it is a letter's.
            case 0xA0 where before == 0xC2:
                blanks += 1
                letters -= 1
            case 0x80...: letters += 1
            default: if (byte | 0x20) &- 0x61 < 26 { letters += 1 } else { others += 1 }
            }
            before = byte
        }
    }

    private mutating func measureRuns(_ text: UnsafeBufferPointer<UInt8>) {
        let start = text.firstIndex(where: isDigit) ?? text.endIndex
        firstRun = text[start...].prefix(while: isDigit).count
        var end = text.endIndex
        while end > start, isDigit(text[end - 1]) { end -= 1 }
        lastRun = text.endIndex - end
    }

    var isBlank: Bool { digits + letters + slashes + points + commas + dashes + colons + others == 0 }
    /// Blank, or signs alone, such as a ditto mark.
    var isSign: Bool { digits + letters == 0 }
    /// Digits alone, blanks and a quote or an equals sign of a spreadsheet aside.
    var isInteger: Bool { digits > 0 && letters + slashes + points + commas + dashes + colons == 0 && others <= 3 }
    /// A day, month and year, a month and year, or an ISO date, with or without its time.
    var isDate: Bool {
        guard digits >= 4, digits <= 17, letters <= 1, commas == 0 else { return false }
        if slashes == 2 || dashes == 2 { return colons > 0 ? digits >= 12 : digits <= 8 }
        if points == 2, slashes + dashes == 0 { return digits <= 8 && firstRun <= 4 && (lastRun == 4 || lastRun == 2) }
        return slashes + dashes == 1 && points == 0 && digits >= 5 && digits <= 6 && firstRun <= 2 && lastRun == 4
    }
    /// 8 to 12 digits, in groups or not.
    var isIdentityNumber: Bool {
        digits >= 8 && digits <= 12 && letters <= 1 && slashes + commas + colons == 0 && !isDate && others <= 4
    }
    /// A number with decimals, or a small whole one.
    var isDecimal: Bool {
        digits > 0 && digits <= 5 && letters + slashes + dashes + colons == 0 && points + commas <= 1 && others <= 1
    }
    /// Two digits at least and no letter.
    var isFigure: Bool { letters == 0 && digits > 1 }
    /// Words without figures.
    var isText: Bool { letters >= 2 && digits == 0 }
}

/// How well a cell suits the field of its column.
enum Fit: Int {
    case contradicts = -1
    case says = 0
    case suits = 1
}

extension CellShape {
    /// Whether a cell of this shape suits a field, contradicts it, or says nothing either way.
    func fit(_ field: Field) -> Fit {
        if isBlank { return .says }
        switch field {
        case .birthDate, .birthDateMale, .birthDateFemale, .partyJoined, .recruitedOn, .insuranceFrom:
            if isDate || (isInteger && (digits == 4 || digits == 5 || digits == 8)) { return .suits }
            return (isText && letters > 6) || (isIdentityNumber && digits > 8) ? .contradicts : .says
        case .nationalID, .oldNationalID:
            return isIdentityNumber ? .suits : isDate || (isText && letters > 6) ? .contradicts : .says
        case .phone:
            return isIdentityNumber ? .suits : isDate || (isText && letters > 6) ? .contradicts : .says
        case .gender:
            return isText && letters <= 5 ? .suits : digits > 1 || letters > 14 ? .contradicts : .says
        case .salaryCoefficient, .positionAllowance:
            if isDecimal { return .suits }
            return isDate || isIdentityNumber || (isText && letters > 4) ? .contradicts : .says
        case .salaryStep:
            if digits > 0 && digits <= 4 && letters <= 6 && points == 0 { return .suits }
            return isDate || isIdentityNumber || (isText && letters > 8) ? .contradicts : .says
        case .ordinal:
            return isInteger && digits <= 5 ? .suits : letters > 6 || isDate ? .contradicts : .says
        case .unit, .department, .homeTown, .residence, .proposedUnit:
            // `Tổ dân phố 3`, `Trường Tiểu học số 2`.
            if letters > 2 && letters > digits && !isDate { return .suits }
            return isDate || isIdentityNumber || (letters == 0 && digits > 0) ? .contradicts : .says
        case .fullName, .familyName, .givenName, .ethnicity, .religion, .position, .category, .qualification,
            .fieldOfStudy, .politicalTheory, .proposedPosition:
            if isText { return .suits }
            return isDate || isIdentityNumber || (letters == 0 && digits > 0) ? .contradicts : .says
        case .rank:
            return isDate || (isIdentityNumber && points + letters == 0) ? .contradicts : .says
        case .level, .overFrame, .insuranceYears, .policy, .note:
            return .says
        }
    }

    /// What a cell must hold to contradict a field.
    enum Contradiction { case figures, anything }

    /// What a cell that contradicts a field holds at least; nil where no cell does.
    static func contradiction(of field: Field) -> Contradiction? {
        switch field {
        case .level, .overFrame, .insuranceYears, .policy, .note: nil
        case .unit, .department, .homeTown, .residence, .proposedUnit, .fullName, .familyName, .givenName, .ethnicity,
            .religion, .position, .category, .qualification, .fieldOfStudy, .politicalTheory, .proposedPosition, .rank:
            .figures
        case .birthDate, .birthDateMale, .birthDateFemale, .partyJoined, .recruitedOn, .insuranceFrom, .nationalID,
            .oldNationalID, .phone, .gender, .salaryCoefficient, .positionAllowance, .salaryStep, .ordinal:
            .anything
        }
    }

    /// How many bytes a cell has at least that contradicts a field: by the least letters of words, and the six of a
    /// date (`5/1980`), that ``fit(_:)`` asks for.
    static func shortestContradiction(of field: Field) -> Int {
        switch field {
        case .birthDate, .birthDateMale, .birthDateFemale, .partyJoined, .recruitedOn, .insuranceFrom: 7
        case .nationalID, .oldNationalID, .phone, .salaryStep, .ordinal: 6
        case .salaryCoefficient, .positionAllowance: 5
        default: 1
        }
    }

    /// Whether the shape alone all but proves that the cell belongs to a person: a date, an identity number.
    var isTelling: Bool { isDate || isIdentityNumber }
}

/// The two forms in which most cells with figures stand, told faster than by a count of their signs.
enum EverydayForm {
    /// `05/03/1980`
    case date
    /// Twelve digits.
    case citizenID

    @inline(__always) init?(_ text: UnsafeBufferPointer<UInt8>) {
        func areDigits(_ range: Range<Int>) -> Bool {
            var largest: UInt8 = 0
            for index in range { largest = max(largest, text[index] &- 0x30) }
            return largest < 10
        }
        if text.count == 12, areDigits(0..<12) {
            self = .citizenID
        } else if text.count == 10, text[2] == UInt8(ascii: "/"), text[5] == UInt8(ascii: "/"), areDigits(0..<2),
            areDigits(3..<5), areDigits(6..<10)
        {
            self = .date
        } else {
            return nil
        }
    }

    /// Whether a cell of this form suits a field.
    func suits(_ field: Field) -> Bool {
        switch field {
        case .birthDate, .birthDateMale, .birthDateFemale, .partyJoined, .recruitedOn, .insuranceFrom: self == .date
        case .nationalID, .oldNationalID, .phone: self == .citizenID
        default: false
        }
    }
}

/// Whether a digit stands in a text in UTF-8, looked for eight bytes at a time.
func hasDigit(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    guard text.count >= 8 else { return text.contains(where: isDigit) }
    let raw = UnsafeRawBufferPointer(text)
    var offset = 0
    while offset + 8 <= raw.count {
        if hasDigit(raw.loadUnaligned(fromByteOffset: offset, as: UInt64.self)) { return true }
        offset += 8
    }
    // The last bytes, some of them for the second time.
    return hasDigit(raw.loadUnaligned(fromByteOffset: raw.count - 8, as: UInt64.self))
}

/// Whether one of eight bytes is a digit: with the bits of `0` turned over, less than ten.
@inline(__always)
private func hasDigit(_ bytes: UInt64) -> Bool {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let turned = bytes ^ (ones &* 0x30)
    return (turned &- ones &* 10) & ~turned & (ones &* 0x80) != 0
}
