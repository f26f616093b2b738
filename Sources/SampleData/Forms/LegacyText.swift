// Vietnamese in the encodings before Unicode, and text that was misread once: what old machines and careless exports leave.

enum LegacyText {
    private static let tcvn3Letters = Array(
        "ĂÂÊÔƠƯĐăâêôơưđàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ".unicodeScalars)
    private static let tcvn3Bytes: [UInt8] =
        Array(0xA1...0xAE) + Array(0xB5...0xB9) + Array(0xBB...0xBE) + [0xC6] + Array(0xC7...0xCB) + [
            0xCC, 0xCE, 0xCF, 0xD0, 0xD1,
        ] + Array(0xD2...0xD6) + [0xD7, 0xD8, 0xDC, 0xDD, 0xDE] + [0xDF, 0xE1, 0xE2, 0xE3, 0xE4]
        + Array(0xE5...0xE9) + Array(0xEA...0xEE) + [0xEF, 0xF1, 0xF2, 0xF3, 0xF4] + Array(0xF5...0xF9)
        + Array(0xFA...0xFE)
    private static let tcvn3Table: [Unicode.Scalar: UInt8] = Dictionary(
        zip(tcvn3Letters, tcvn3Bytes), uniquingKeysWith: { first, _ in first })

    /// The marked letters by their plain letter: the plain one, then with grave, hook, tilde, acute, dot.
    private static let rows = [
        "aàảãáạ", "ăằẳẵắặ", "âầẩẫấậ", "eèẻẽéẹ", "êềểễếệ", "iìỉĩíị", "oòỏõóọ", "ôồổỗốộ", "ơờởỡớợ", "uùủũúụ", "ưừửữứự",
        "yỳỷỹýỵ",
    ]

    /// A letter's row and tone (0 for none).
    private static let letters: [Unicode.Scalar: (plain: Unicode.Scalar, tone: Int, isCapital: Bool)] = {
        var letters: [Unicode.Scalar: (Unicode.Scalar, Int, Bool)] = [:]
        for row in rows {
            for (scalars, isCapital) in [
                (Array(row.unicodeScalars), false), (Array(row.uppercased().unicodeScalars), true),
            ] {
                for (tone, scalar) in scalars.enumerated() { letters[scalar] = (scalars[0], tone, isCapital) }
            }
        }
        return letters
    }()

    /// TCVN3 (ABC): a capital with a tone has no byte and becomes the small letter.
    static func tcvn3(_ utf8: [UInt8]) -> [UInt8] {
        scalars(utf8) { scalar, bytes in
            if let byte = tcvn3Table[scalar] {
                bytes.append(byte)
            } else {
                let small = scalar.properties.lowercaseMapping.unicodeScalars.first ?? scalar
                bytes.append(tcvn3Table[small] ?? UInt8(ascii: "?"))
            }
        }
    }

    /// Text in a TCVN3 font as a Unicode program shows it: each byte the Latin letter that it is in Windows-1252.
    static func shownAsLatin(tcvn3 text: String) -> String {
        var shown = String.UnicodeScalarView()
        for byte in tcvn3(Array(text.utf8)) { shown.append(Unicode.Scalar(byte)) }
        return String(shown)
    }

    private static let vniTones: [[UInt8]] = [
        [0, 0xF8, 0xFB, 0xF5, 0xF9, 0xEF],  // a, e, o, u, y, ơ, ư
        [0xEA, 0xE8, 0xFA, 0xFC, 0xE9, 0xEB],  // ă
        [0xE2, 0xE0, 0xE5, 0xE3, 0xE1, 0xE4],  // â, ê, ô
    ]
    private static let vniI: [UInt8] = [0, 0xEC, 0xE6, 0xF3, 0xED, 0xF2]

    /// VNI-Windows: a letter, then a byte for its mark; capitals have the marks of capitals.
    static func vni(_ utf8: [UInt8]) -> [UInt8] {
        scalars(utf8) { scalar, bytes in
            switch scalar {
            case "đ": bytes.append(0xF1)
            case "Đ": bytes.append(0xD1)
            default:
                guard let letter = letters[scalar] else { return bytes.append(UInt8(ascii: "?")) }
                appendVNI(letter, into: &bytes)
            }
        }
    }

    private static func appendVNI(
        _ letter: (plain: Unicode.Scalar, tone: Int, isCapital: Bool), into bytes: inout [UInt8]
    ) {
        let capital: UInt8 = letter.isCapital ? 0x20 : 0
        let small = letter.plain.properties.lowercaseMapping.unicodeScalars.first ?? letter.plain
        func mark(_ byte: UInt8) { if byte != 0 { bytes.append(byte - capital) } }
        switch small {
        case "ă", "â", "ê", "ô":
            let base: UInt8 = small == "ă" || small == "â" ? 0x61 : small == "ê" ? 0x65 : 0x6F
            bytes.append(base - capital)
            mark(vniTones[small == "ă" ? 1 : 2][letter.tone])
        case "ơ", "ư":
            bytes.append((small == "ơ" ? 0xF4 : 0xF6) - capital)
            mark(vniTones[0][letter.tone])
        case "i":
            bytes.append(letter.tone == 0 ? 0x69 - capital : vniI[letter.tone] - capital)
        case "y" where letter.tone == 5:
            bytes.append(0xEE - capital)
        default:
            bytes.append(UInt8(truncatingIfNeeded: small.value) - capital)
            mark(vniTones[0][letter.tone])
        }
    }

    private static let tones1258: [UInt8] = [0, 0xCC, 0xD2, 0xDE, 0xEC, 0xF2]
    private static let single1258: [Unicode.Scalar: UInt8] = [
        "À": 0xC0, "Á": 0xC1, "Â": 0xC2, "Ă": 0xC3, "È": 0xC8, "É": 0xC9, "Ê": 0xCA, "Í": 0xCD, "Đ": 0xD0, "Ó": 0xD3,
        "Ô": 0xD4, "Ơ": 0xD5, "Ù": 0xD9, "Ú": 0xDA, "Ư": 0xDD, "à": 0xE0, "á": 0xE1, "â": 0xE2, "ă": 0xE3, "è": 0xE8,
        "é": 0xE9, "ê": 0xEA, "í": 0xED, "đ": 0xF0, "ó": 0xF3, "ô": 0xF4, "ơ": 0xF5, "ù": 0xF9, "ú": 0xFA, "ư": 0xFD,
    ]

    /// Windows-1258: a letter of the code page, then a combining tone mark.
    static func windows1258(_ utf8: [UInt8]) -> [UInt8] {
        scalars(utf8) { scalar, bytes in
            if let byte = single1258[scalar] { return bytes.append(byte) }
            guard let letter = letters[scalar] else { return bytes.append(UInt8(ascii: "?")) }
            bytes.append(single1258[letter.plain] ?? UInt8(truncatingIfNeeded: letter.plain.value))
            if letter.tone > 0 { bytes.append(tones1258[letter.tone]) }
        }
    }

    private static let windows1252: [UInt32] = [
        0x20AC, 0x81, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x8D,
        0x017D, 0x8F, 0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A,
        0x0153, 0x9D, 0x017E, 0x0178,
    ]

    /// UTF-8 that was read as Windows-1252 and saved as UTF-8 again.
    static func mojibake(_ utf8: [UInt8]) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(utf8.count * 3 / 2)
        for byte in utf8 {
            guard byte >= 0x80 else {
                bytes.append(byte)
                continue
            }
            let value = byte < 0xA0 ? windows1252[Int(byte) - 0x80] : UInt32(byte)
            if let scalar = Unicode.Scalar(value) {
                bytes += Array(UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
            }
        }
        return bytes
    }

    /// UTF-16 with its byte-order mark.
    static func utf16(_ utf8: [UInt8], isBigEndian: Bool) -> [UInt8] {
        var bytes: [UInt8] = isBigEndian ? [0xFE, 0xFF] : [0xFF, 0xFE]
        bytes.reserveCapacity(utf8.count * 2)
        for unit in String(decoding: utf8, as: UTF8.self).utf16 {
            let (high, low) = (UInt8(unit >> 8), UInt8(truncatingIfNeeded: unit))
            bytes.append(isBigEndian ? high : low)
            bytes.append(isBigEndian ? low : high)
        }
        return bytes
    }

    /// Maps each scalar beyond ASCII.
    private static func scalars(_ utf8: [UInt8], _ write: (Unicode.Scalar, inout [UInt8]) -> Void) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(utf8.count)
        for scalar in String(decoding: utf8, as: UTF8.self).unicodeScalars {
            if scalar.isASCII { bytes.append(UInt8(truncatingIfNeeded: scalar.value)) } else { write(scalar, &bytes) }
        }
        return bytes
    }
}
