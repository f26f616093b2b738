// The text of an HTML cell as it is seen: references resolved, blanks as one.

internal import CLibXML2

/// Text that is put together from pieces, as a browser shows it.
struct HTMLText {
    private(set) var bytes: [UInt8] = []
    private var endsWithBlank = true

    /// The text, with U+FFFD for bytes that are no UTF-8.
    var repaired: [UInt8] {
        guard bytes.contains(where: { $0 >= 0x80 }), String(validating: bytes, as: UTF8.self) == nil else {
            return bytes
        }
        return Array(String(decoding: bytes, as: UTF8.self).utf8)
    }

    /// Begins anew.
    mutating func clear() {
        bytes.removeAll(keepingCapacity: true)
        endsWithBlank = true
    }

    /// Adds a piece, its references resolved; runs of blanks become one space, `&nbsp;` is a blank.
    mutating func append(_ piece: UnsafeBufferPointer<UInt8>) {
        var index = 0
        while index < piece.count {
            let byte = piece[index]
            if byte == UInt8(ascii: "&"), let (scalar, length) = Self.reference(piece, at: index) {
                append(scalar)
                index += length
            } else if byte == 0xC2, index + 1 < piece.count, piece[index + 1] == 0xA0 {
                // Behind `Ã` or `Â` it is the second byte of a letter that was misread.
                if endsInMisreadLead {
                    for byte in piece[index...index + 1] { appendByte(byte) }
                } else {
                    appendBlank()
                }
                index += 2
            } else {
                if byte <= 0x20 { appendBlank() } else { appendByte(byte) }
                index += 1
            }
        }
    }

    private var endsInMisreadLead: Bool {
        bytes.suffix(2).elementsEqual([0xC3, 0x82]) || bytes.suffix(2).elementsEqual([0xC3, 0x83])
    }

    /// Adds a blank, unless one stands there.
    mutating func appendBlank() {
        if !endsWithBlank { bytes.append(UInt8(ascii: " ")) }
        endsWithBlank = true
    }

    /// Takes off a blank at the end.
    mutating func trim() {
        if endsWithBlank, bytes.last == UInt8(ascii: " ") { bytes.removeLast() }
    }

    private mutating func appendByte(_ byte: UInt8) {
        bytes.append(byte)
        endsWithBlank = false
    }

    private mutating func append(_ scalar: Unicode.Scalar) {
        if scalar.value <= 0x20 || scalar.value == 0xA0 { return appendBlank() }
        for byte in UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter { appendByte(byte) }
    }

    // MARK: References

    /// The character of a reference and the reference's length; nil if none stands here.
    private static func reference(
        _ text: UnsafeBufferPointer<UInt8>, at start: Int
    ) -> (Unicode.Scalar, length: Int)? {
        var end = start + 1
        while end < text.count, end - start < 32, isReferenceByte(text[end]) { end += 1 }
        guard end > start + 1 else { return nil }
        let name = String(decoding: text[(start + 1)..<end], as: UTF8.self)
        let isClosed = end < text.count && text[end] == UInt8(ascii: ";")
        guard let scalar = name.hasPrefix("#") ? numbered(name.dropFirst()) : named(name) else { return nil }
        return (scalar, end - start + (isClosed ? 1 : 0))
    }

    private static func isReferenceByte(_ byte: UInt8) -> Bool {
        0x30...0x39 ~= byte || 0x61...0x7A ~= byte | 0x20 || byte == UInt8(ascii: "#")
    }

    private static func numbered(_ digits: Substring) -> Unicode.Scalar? {
        let isHexadecimal = digits.utf8.first.map { $0 | 0x20 == UInt8(ascii: "x") } ?? false
        guard let value = isHexadecimal ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits) else { return nil }
        if 0x80...0x9F ~= value { return Windows1252.scalar(UInt8(value)) }
        return Unicode.Scalar(value) ?? "\u{FFFD}"
    }

    /// The characters of HTML 4.01, section 24, as libxml2 has them.
    private static func named(_ name: String) -> Unicode.Scalar? {
        if name == "apos" { return "'" }
        return name.withCString { name in
            name.withMemoryRebound(to: UInt8.self, capacity: 1) { htmlEntityLookup($0) }
        }.flatMap { Unicode.Scalar($0.pointee.value) }
    }
}
