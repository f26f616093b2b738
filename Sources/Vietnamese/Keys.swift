// Keys by which texts are compared: without marks, case, punctuation, and the choice between i and y.

/// The text in lower case without marks: only `a`-`z`, `0`-`9` and single spaces, `đ` as `d`.
///
/// Apostrophes join (`H'Mông` is `hmong`), all else that is no letter or digit parts words. Composed and decomposed
/// text, and look-alike letters, give the same key.
public func asciiKey(_ text: String) -> String {
    key(of: text) { writeKey($0, into: &$1) }
}

/// The ``asciiKey(_:)`` with a final `y` after a consonant, and the `y` of `quy`, folded to `i`: `Lý` and `Lí` are one.
public func iyKey(_ text: String) -> String {
    key(of: text) {
        writeKey($0, into: &$1)
        foldY($1.buffer, count: $1.count)
    }
}

@inline(__always) private func key(
    of text: String, _ write: (UnsafeBufferPointer<UInt8>, inout ScalarWriter) -> Void
) -> String {
    var text = text
    return text.withUTF8 { bytes in
        String(unsafeUninitializedCapacity: bytes.count) { buffer in
            var writer = ScalarWriter(buffer)
            write(bytes, &writer)
            return writer.count
        }
    }
}

private func writeKey(_ bytes: UnsafeBufferPointer<UInt8>, into writer: inout ScalarWriter) {
    var reader = ScalarReader(bytes)
    var blankIsDue = false
    while let raw = reader.next() {
        var letter = Letter(raw)
        if !letter.isLetter, raw >= 0x80 {
            if isInvisible(raw) { continue }
            letter = Letter(Confusables.fold(raw))
        }
        let folded: UInt8
        if letter.isLetter {
            folded = letter.base
        } else if let digit = digit(raw) {
            folded = digit
        } else if let pair = ligature(raw) {
            if blankIsDue { writer.append(byte: 0x20) }
            writer.append(byte: pair.0)
            folded = pair.1
            blankIsDue = false
        } else {
            if !isApostrophe(raw) { blankIsDue = writer.count > 0 }
            continue
        }
        if blankIsDue { writer.append(byte: 0x20) }
        blankIsDue = false
        writer.append(byte: folded)
    }
}

@inline(__always) private func digit(_ scalar: UInt32) -> UInt8? {
    if scalar &- 0x30 < 10 { return UInt8(truncatingIfNeeded: scalar) }
    if scalar &- 0xFF10 < 10 { return UInt8(truncatingIfNeeded: scalar &- 0xFEE0) }
    return nil
}

private func ligature(_ scalar: UInt32) -> (UInt8, UInt8)? {
    switch scalar {
    case 0xC6, 0xE6: (0x61, 0x65)
    case 0x152, 0x153: (0x6F, 0x65)
    case 0xDF: (0x73, 0x73)
    default: nil
    }
}

@inline(__always) func isApostrophe(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x27, 0x60, 0xB4, 0x2BB, 0x2BC, 0x2018, 0x2019, 0x201B, 0x2032: true
    default: false
    }
}

/// Combining marks and characters without width, which a key does without.
@inline(__always) private func isInvisible(_ scalar: UInt32) -> Bool {
    scalar &- 0x300 < 0x70 || scalar == 0xAD || scalar &- 0x200B < 5 || scalar == 0x2060 || scalar == 0xFEFF
}

func foldY(_ bytes: UnsafeMutableBufferPointer<UInt8>, count: Int) {
    let y = UInt8(ascii: "y")
    for index in 0..<count where bytes[index] == y && index > 0 {
        let before = bytes[index - 1]
        if before == UInt8(ascii: "u") {
            let wordStartsAtQ =
                index > 1 && bytes[index - 2] == UInt8(ascii: "q") && (index == 2 || bytes[index - 3] == 0x20)
            if wordStartsAtQ { bytes[index] = UInt8(ascii: "i") }
        } else if index + 1 == count || bytes[index + 1] == 0x20 {
            let isConsonant = Letter(UInt32(before)).isLetter && !Letter(UInt32(before)).isVowel
            if isConsonant { bytes[index] = UInt8(ascii: "i") }
        }
    }
}
