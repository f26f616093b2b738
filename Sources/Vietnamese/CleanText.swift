// One writing for one text: composed letters, single blanks, no invisible characters, no look-alikes.

/// The text in NFC with look-alike letters made Latin, every run of blanks one space, none at the ends, and without
/// characters that nobody sees.
///
/// Blanks are space, tab, line breaks, NBSP and its relatives, and `_x000D_` as Excel writes a carriage return. Zero-width,
/// bidi and control characters and the soft hyphen go. Composed are the letters of Vietnamese and Latin-1, their marks in
/// any order. Legacy-font damage must be repaired before (see ``TextRepair``): U+00AD is `ư` there.
public func cleanText(_ text: String) -> String {
    var text = text
    let cleaned: String? = text.withUTF8 { bytes in
        if isClean(bytes) { return nil }
        return String(unsafeUninitializedCapacity: bytes.count) { clean(bytes, into: $0) }
    }
    return cleaned ?? text
}

/// How ``cleanText(_:)`` treats a scalar.
private enum Treatment { case keep, blank, drop, mark }

@inline(__always) private func treatment(of scalar: UInt32) -> Treatment {
    if scalar < 0x7F {
        if scalar > 0x20 { return .keep }
        return scalar == 0x20 || scalar &- 9 < 5 ? .blank : .drop
    }
    return scalar &- 0x1E00 < 0x100 || scalar &- 0xC0 < 0x240 ? .keep : rareTreatment(of: scalar)
}

@inline(never) private func rareTreatment(of scalar: UInt32) -> Treatment {
    switch scalar {
    case 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000: .blank
    case 0x7F...0x9F, 0xAD, 0x34F, 0x61C, 0x180E, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x206F, 0xFE00...0xFE0F,
        0xFEFF, 0xFFF9...0xFFFB, 0xE0000...0xE0FFF:
        .drop
    case 0x300...0x36F: .mark
    default: .keep
    }
}

private func isClean(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let last = bytes.last else { return true }
    if last == 0x20 { return false }
    var reader = ScalarReader(bytes)
    var previous: UInt32 = 0x20
    while let scalar = reader.next() {
        if scalar == 0x20 {
            if previous == 0x20 { return false }
        } else if treatment(of: scalar) != .keep || (scalar >= 0x80 && Confusables.fold(scalar) != scalar) {
            return false
        } else if scalar == 0x78, previous == 0x5F {
            return false
        }
        previous = scalar
    }
    return true
}

/// Writes the clean text, which is never longer than `bytes`, and gives its length.
private func clean(_ bytes: UnsafeBufferPointer<UInt8>, into buffer: UnsafeMutableBufferPointer<UInt8>) -> Int {
    var reader = ScalarReader(bytes)
    var writer = ScalarWriter(buffer)
    var blankIsDue = false
    var letter = Letter.none
    var letterStart = 0
    while let raw = reader.next() {
        var scalar = raw
        var kind = treatment(of: raw)
        if raw == 0x5F, let escaped = escapedControl(in: bytes, after: reader.position) {
            reader.position += 6
            scalar = escaped
            kind = treatment(of: escaped)
        }
        switch kind {
        case .drop: continue
        case .blank:
            blankIsDue = writer.count > 0
            letter = .none
        case .mark:
            if let joined = letter.adding(scalar) {
                letter = joined
                writer.truncate(to: letterStart)
                writer.append(joined.scalar)
            } else {
                if blankIsDue { writer.append(byte: 0x20) }
                blankIsDue = false
                writer.append(scalar)
            }
        case .keep:
            if blankIsDue { writer.append(byte: 0x20) }
            blankIsDue = false
            if scalar >= 0x80 { scalar = Confusables.fold(scalar) }
            letter = Letter(scalar)
            letterStart = writer.count
            writer.append(scalar)
        }
    }
    return writer.count
}

/// The control character that `_x000D_` and its like stand for in OOXML, where one follows an underscore.
@inline(never) private func escapedControl(in bytes: UnsafeBufferPointer<UInt8>, after position: Int) -> UInt32? {
    guard position + 6 <= bytes.count, bytes[position] == UInt8(ascii: "x"), bytes[position + 5] == UInt8(ascii: "_"),
        bytes[position + 1] == UInt8(ascii: "0"), bytes[position + 2] == UInt8(ascii: "0"),
        let high = hexDigit(bytes[position + 3]), let low = hexDigit(bytes[position + 4]), high < 2
    else { return nil }
    return UInt32(high << 4 | low)
}

func hexDigit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 0x30...0x39: byte - 0x30
    case 0x41...0x46: byte - 0x37
    case 0x61...0x66: byte - 0x57
    default: nil
    }
}
