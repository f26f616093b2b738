// Character references of HTML that an export left in the text: `Nguy&#7877;n`, `&ecirc;`, `&amp;`.

enum HTMLReferences {
    /// The text with its references resolved, also such as were escaped twice; `nil` where it holds none.
    static func resolve(_ text: UnsafeBufferPointer<UInt8>) -> [UInt8]? {
        guard var result = resolveOnce(text) else { return nil }
        if let again = result.withUnsafeBufferPointer({ resolveOnce($0) }) { result = again }
        return result
    }

    private static func resolveOnce(_ text: UnsafeBufferPointer<UInt8>) -> [UInt8]? {
        guard text.contains(UInt8(ascii: "&")) else { return nil }
        var output: [UInt8] = []
        var found = false
        var index = 0
        while index < text.count {
            if text[index] == UInt8(ascii: "&"), let (scalar, length) = reference(in: text[index...]) {
                output.append(scalar: scalar)
                index += length
                found = true
            } else {
                output.append(text[index])
                index += 1
            }
        }
        return found ? output : nil
    }

    /// The character and length of the reference at the start of `text`.
    private static func reference(in text: Slice<UnsafeBufferPointer<UInt8>>) -> (UInt32, Int)? {
        guard let end = text.prefix(10).firstIndex(of: UInt8(ascii: ";")) else { return nil }
        let body = text[text.startIndex + 1..<end]
        let length = end - text.startIndex + 1
        if body.first == UInt8(ascii: "#") {
            let digits = body.dropFirst()
            let isHex = digits.first.map { $0 | 0x20 == UInt8(ascii: "x") } ?? false
            let number = String(decoding: isHex ? digits.dropFirst() : digits, as: UTF8.self)
            guard let value = UInt32(number, radix: isHex ? 16 : 10), let scalar = Unicode.Scalar(value), value > 0
            else {
                return nil
            }
            return (scalar.value, length)
        }
        return names[String(decoding: body, as: UTF8.self)].map { ($0.value, length) }
    }

    private static let names: [String: Unicode.Scalar] = {
        var table: [String: Unicode.Scalar] = [
            "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": "\u{A0}", "ndash": "–", "mdash": "—",
            "hellip": "…", "lsquo": "‘", "rsquo": "’", "ldquo": "“", "rdquo": "”", "ETH": "Đ", "eth": "đ",
            "Dstrok": "Đ",
            "dstrok": "đ", "shy": "\u{AD}", "deg": "°", "middot": "·",
        ]
        let marks: [(String, Shape, Tone)] = [
            ("grave", .plain, .grave), ("acute", .plain, .acute), ("circ", .circumflex, .level),
            ("tilde", .plain, .tilde),
            ("breve", .breve, .level), ("uml", .diaeresis, .level), ("ring", .ring, .level),
        ]
        for base in "aeiouy".utf8 {
            for (name, shape, tone) in marks {
                for letter in [
                    Letter(base: base, shape: shape, tone: tone), Letter(base: base, shape: shape, tone: tone).upper,
                ] {
                    guard letter.scalar != 0, let scalar = Unicode.Scalar(letter.scalar) else { continue }
                    let first = Unicode.Scalar(letter.isUpper ? base - 0x20 : base)
                    table[String(Character(first)) + name] = scalar
                }
            }
        }
        return table
    }()
}
