// What must hold for any text that is decoded, repaired, cleaned or made a key.

import Vietnamese

/// Takes bytes through the legacy decoders and through all that is done to a cell.
struct TextCheck {
    func run(_ bytes: [UInt8]) -> Int32 {
        for encoding in LegacyEncoding.allCases { checkDecoder(encoding, bytes) }
        bytes.withUnsafeBufferPointer { _ = guessEncoding(of: $0) }
        checkCell(String(decoding: bytes, as: UTF8.self))
        return 0
    }

    /// The same text in whatever pieces the bytes come, and well-formed.
    private func checkDecoder(_ encoding: LegacyEncoding, _ bytes: [UInt8]) {
        let whole = decoded(bytes, encoding, chunk: max(bytes.count, 1))
        require(String(validating: whole, as: UTF8.self) != nil, "\(encoding) makes no UTF-8")
        for chunk in bytes.count > 4_096 ? [1_021] : [1, 7] {
            require(decoded(bytes, encoding, chunk: chunk) == whole, "\(encoding) differs in pieces of \(chunk)")
        }
    }

    private func decoded(_ bytes: [UInt8], _ encoding: LegacyEncoding, chunk: Int) -> [UInt8] {
        var decoder = LegacyDecoder(encoding)
        var text: [UInt8] = []
        for start in stride(from: 0, to: bytes.count, by: chunk) {
            bytes[start..<min(start + chunk, bytes.count)].withUnsafeBufferPointer { decoder.decode($0, into: &text) }
        }
        decoder.finish(into: &text)
        return text
    }

    private func checkCell(_ text: String) {
        let repair = TextRepair()
        if let damage = repair.diagnose(text) { _ = repair.repair(text, damage) }
        for damage in TextDamage.allCases { _ = repair.repair(text, damage) }
        let clean = cleanText(text)
        require(cleanText(clean).utf8.elementsEqual(clean.utf8), "clean text is not clean")
        for key in [asciiKey(text), iyKey(text)] {
            let isPlain = key.utf8.allSatisfy { 0x61...0x7A ~= $0 || 0x30...0x39 ~= $0 || $0 == 0x20 }
            require(isPlain && !key.hasPrefix(" ") && !key.hasSuffix(" "), "a key with other characters")
        }
        require(asciiKey(asciiKey(text)) == asciiKey(text), "the key of a key is another")
        let tones = normalizeTones(clean)
        require(normalizeTones(tones.text).text.utf8.elementsEqual(tones.text.utf8), "tones move twice")
        _ = hasLostLetters(text)
        if let name = PersonName(text) { require(!name.text.isEmpty, "an empty name") }
    }
}
