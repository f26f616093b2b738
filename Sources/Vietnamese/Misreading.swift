// Unicode text turned back into the bytes it was wrongly read from.

/// A code page that some program took the bytes of a text for.
enum Misreading: CaseIterable {
    case windows1252, windows1258

    /// The byte that the code page shows as `scalar`; the five bytes that Windows-1252 leaves undefined are C1 controls.
    func byte(of scalar: UInt32) -> UInt8? {
        if scalar < 0x80 { return UInt8(scalar) }
        switch self {
        case .windows1252:
            if scalar < 0x100 { return UInt8(scalar) }
        case .windows1258:
            if let byte = Self.byte(of: scalar, in: Self.bytes1258) { return byte }
            if scalar < 0x100, Windows1258.scalars[Int(scalar) - 0x80] == scalar || scalar < 0xA0 {
                return UInt8(scalar)
            }
            if scalar < 0x100 { return nil }
        }
        return Self.byte(of: scalar, in: Self.bytes1252)
    }

    /// The bytes of a whole text, or `nil` where a character of it cannot have come from the code page.
    func bytes(of text: UnsafeBufferPointer<UInt8>) -> [UInt8]? {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.count)
        var reader = ScalarReader(text)
        while let scalar = reader.next() {
            guard append(scalar, to: &bytes) else { return nil }
        }
        return bytes
    }

    /// Appends the byte of `scalar`, or the two of a letter that was composed after the misreading.
    func append(_ scalar: UInt32, to bytes: inout [UInt8]) -> Bool {
        if let byte = byte(of: scalar) {
            bytes.append(byte)
            return true
        }
        let letter = Letter(scalar)
        guard self == .windows1258, letter.hasTone, let base = byte(of: letter.with(.level).scalar) else {
            return false
        }
        bytes.append(base)
        bytes.append(Self.toneBytes[Int(letter.tone.rawValue)])
        return true
    }

    /// Grave, hook, tilde, acute and dot of Windows-1258, in the order of ``Tone``.
    private static let toneBytes: [UInt8] = [0, 0xCC, 0xD2, 0xDE, 0xEC, 0xF2]

    /// One past the last character that a code page has, the sign for trade marks.
    private static let tableSize = 0x2123

    /// By scalar: its byte; 0 where the code page has none.
    private static let bytes1252: [UInt8] = {
        var table = [UInt8](repeating: 0, count: tableSize)
        for (index, scalar) in windows1252Block.enumerated() where scalar != 0 {
            table[Int(scalar)] = UInt8(0x80 + index)
        }
        return table
    }()

    private static let bytes1258: [UInt8] = {
        var table = [UInt8](repeating: 0, count: tableSize)
        for (index, scalar) in Windows1258.scalars.enumerated() where scalar != 0xFFFD && scalar != index + 0x80 {
            table[Int(scalar)] = UInt8(0x80 + index)
        }
        return table
    }()

    private static func byte(of scalar: UInt32, in table: [UInt8]) -> UInt8? {
        guard scalar < tableSize, table[Int(scalar)] != 0 else { return nil }
        return table[Int(scalar)]
    }
}

extension Misreading {
    /// Whether a sequence of UTF-8 can hide in a text: a character that some code page shows for a first byte, and right
    /// after it one that stands for a byte that goes on. A quick look; what passes may still be sound.
    static func mayHideUTF8(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        var followsLead = false
        var reader = ScalarReader(text)
        while let scalar = reader.next() {
            if scalar < 0x80 {
                followsLead = false
                continue
            }
            let bytes = (windows1252.byte(of: scalar), windows1258.byte(of: scalar))
            if followsLead, (bytes.0 ?? 0) & 0xC0 == 0x80 || (bytes.1 ?? 0) & 0xC0 == 0x80 { return true }
            // A letter that was composed after the misreading stands for two bytes, the last of which may be a first one.
            followsLead = (bytes.0 ?? 0) >= 0xC0 || (bytes.1 ?? 0) >= 0xC0 || bytes == (nil, nil)
        }
        return false
    }
}
