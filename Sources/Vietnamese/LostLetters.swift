// Letters that an earlier conversion replaced by a question mark: known to be lost, never guessed.

/// Whether letters of the text are lost for good: U+FFFD anywhere, or a question mark inside a word (`B?n`, `Nguy?n`).
public func hasLostLetters(_ text: String) -> Bool {
    var text = text
    return text.withUTF8 { bytes in
        for index in bytes.indices {
            if bytes[index] == 0xEF, index + 2 < bytes.count, bytes[index + 1] == 0xBF, bytes[index + 2] == 0xBD {
                return true
            }
            guard bytes[index] == UInt8(ascii: "?") else { continue }
            let before = index > 0 && isWordByte(bytes[index - 1])
            let after = index + 1 < bytes.count && isWordByte(bytes[index + 1])
            if before && after || after { return true }
        }
        return false
    }
}

@inline(__always) private func isWordByte(_ byte: UInt8) -> Bool {
    byte >= 0x80 || (byte | 0x20) &- 0x61 < 26
}
