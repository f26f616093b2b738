// Cell-level damage inside Unicode text: found by how the text reads, undone by reversing how it came about.

/// How a text was damaged.
public enum TextDamage: String, CaseIterable, Sendable {
    /// UTF-8 read as Windows-1252 or Windows-1258.
    case mojibake
    /// The same, twice.
    case doubleMojibake
    /// TCVN3 bytes shown as Latin letters: `NguyÔn V¨n`.
    case tcvn3
    /// VNI bytes shown as Latin letters: `Nguyeãn Vaên`.
    case vni
    /// Marks written as ASCII: `Nguye^~n`.
    case viqr
    /// References of HTML: `Nguy&#7877;n`.
    case htmlReferences
}

/// Finds and undoes damage in the cells of text that is Unicode already.
///
/// Repair comes before ``cleanText(_:)``: soft hyphens, C1 controls and NBSP are letters of damaged text. One text is
/// one vote: short words are ambiguous, so callers let the cells of a column decide together.
public struct TextRepair: Sendable {
    private let model = SyllableModel()

    public init() {}

    /// The damage that, undone, makes the text Vietnamese; `nil` for text that is fine or beyond repair.
    ///
    /// Text whose words are all Vietnamese as they stand (`Hà`, `Vì`, `Tý`) is never damaged.
    public func diagnose(_ text: String) -> TextDamage? {
        var text = text
        return text.withUTF8 { diagnose(utf8: $0) }
    }

    /// The text without the damage, in NFC, or `nil` when the text cannot have been damaged in that way.
    ///
    /// The caller vouches for the damage, by ``diagnose(_:)`` of this text or of its column: what is ambiguous is
    /// repaired.
    public func repair(_ text: String, _ damage: TextDamage) -> String? {
        var text = text
        return text.withUTF8 { repair(utf8: $0, damage) }.map { String(decoding: $0, as: UTF8.self) }
    }

    /// Whether a text shows one damage plainly though its column shows another: only the one, undone, leaves nothing
    /// but Vietnamese words.
    public func isSure(of damage: TextDamage, against other: TextDamage, in text: String) -> Bool {
        func isSound(_ damage: TextDamage) -> Bool {
            guard var repaired = repair(text, damage) else { return false }
            let score = repaired.withUTF8 { model.score($0) }
            return score.toned > 0 && score.legalToned == score.toned && !hasLostLetters(repaired)
        }
        return damage != other && isSound(damage) && !isSound(other)
    }

    /// Whether a text has a letter or sign that Vietnamese does not write (`§`, `«`, `ñ`): what shows of a legacy font.
    public func hasForeignLetters(_ text: String) -> Bool {
        text.unicodeScalars.contains { scalar in
            guard scalar.value >= 0x80, scalar.value < 0x100 else { return false }
            let letter = Letter(scalar.value)
            return !letter.isVowel || letter.shape.rawValue > Shape.stroke.rawValue
        }
    }

    /// Whether a text that may be sound reads far better, and soundly, once a damage is undone.
    public func isLikelier(_ text: String, after damage: TextDamage) -> Bool {
        var text = text
        return text.withUTF8 { utf8 in
            guard let score = repair(utf8: utf8, damage)?.withUnsafeBufferPointer({ model.score($0) }) else {
                return false
            }
            let asIs = model.score(utf8)
            return score.toned > 0 && score.legalToned == score.toned && score.legal >= asIs.legal
                && score.logLikelihood > asIs.logLikelihood + Self.soundLead
        }
    }

    private func diagnose(utf8 text: UnsafeBufferPointer<UInt8>) -> TextDamage? {
        if HTMLReferences.resolve(text) != nil { return .htmlReferences }
        guard text.contains(where: { $0 >= 0x80 }) else { return looksLikeVIQR(text) ? .viqr : nil }
        if Misreading.mayHideUTF8(text), let once = Mojibake.undo(text, isCertain: false) {
            let isTwice = once.withUnsafeBufferPointer { Mojibake.undo($0, isCertain: false) } != nil
            return isTwice ? .doubleMojibake : .mojibake
        }
        let asIs = model.score(text)
        guard asIs.legalToned < asIs.toned, mayBeLegacy(text) else { return nil }
        var best: (damage: TextDamage, likelihood: Double)?
        for damage in [TextDamage.tcvn3, .vni] {
            guard let score = repair(utf8: text, damage)?.withUnsafeBufferPointer({ model.score($0) }) else { continue }
            let (sound, judged) = (score.legalToned + score.abbreviations, score.toned + score.abbreviations)
            let isVietnamese = judged > 0 && Double(sound) >= 0.8 * Double(judged)
            let isBetter = score.logLikelihood > max(asIs.logLikelihood + 2, best?.likelihood ?? -.infinity)
            if isVietnamese, isBetter { best = (damage, score.logLikelihood) }
        }
        return best?.damage
    }

    private func repair(utf8 text: UnsafeBufferPointer<UInt8>, _ damage: TextDamage) -> [UInt8]? {
        switch damage {
        case .htmlReferences: return HTMLReferences.resolve(text)
        case .mojibake: return Mojibake.undo(text, isCertain: true)
        case .doubleMojibake:
            return Mojibake.undo(text, isCertain: true)?.withUnsafeBufferPointer { Mojibake.undo($0, isCertain: true) }
        case .viqr: return text.contains { $0 >= 0x80 } ? nil : decode(text, as: .viqr)
        case .tcvn3: return legacyReading(of: text, .tcvn3)
        case .vni: return legacyReading(of: text, .vni)
        }
    }

    /// How far a sound reading must be ahead before a cell of a damaged column is left as it is, in natural logarithms.
    private static let soundLead = 5.0

    /// The text decoded from its bytes; `nil` for a cell of Unicode among legacy ones, which reads far better as it is.
    private func legacyReading(of text: UnsafeBufferPointer<UInt8>, _ encoding: LegacyEncoding) -> [UInt8]? {
        guard let bytes = misreadBytes(of: text) else { return nil }
        let reading = bytes.withUnsafeBufferPointer { decode($0, as: encoding) }
        let asIs = model.score(text)
        let decoded = reading.withUnsafeBufferPointer { model.score($0) }
        let isSound = asIs.legalToned == asIs.toned && asIs.logLikelihood > decoded.logLikelihood + Self.soundLead
        return isSound || reading.elementsEqual(text) ? nil : reading
    }

    /// Whether all of the text can be Windows-1252 with more to it than `Ð`, which old fonts drew for `Đ`: `CÐ`, `SÐT`.
    private func mayBeLegacy(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        var hasEvidence = false
        var reader = ScalarReader(text)
        while let scalar = reader.next() {
            guard let byte = Misreading.windows1252.byte(of: scalar) else { return false }
            if byte >= 0x80, byte != 0xD0, byte != 0xF0 { hasEvidence = true }
        }
        return hasEvidence
    }

    /// The bytes of legacy text; a letter that only Windows-1258 has (`Đ` for `Ð`) also gives its byte.
    private func misreadBytes(of text: UnsafeBufferPointer<UInt8>) -> [UInt8]? {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.count)
        var hasHighByte = false
        var reader = ScalarReader(text)
        while let scalar = reader.next() {
            let byte = Misreading.windows1252.byte(of: scalar) ?? Misreading.windows1258.byte(of: scalar)
            guard let byte else { return nil }
            hasHighByte = hasHighByte || byte >= 0x80
            bytes.append(byte)
        }
        return hasHighByte ? bytes : nil
    }

    private func decode(_ bytes: UnsafeBufferPointer<UInt8>, as encoding: LegacyEncoding) -> [UInt8] {
        var decoder = LegacyDecoder(encoding)
        var output: [UInt8] = []
        decoder.decode(bytes, into: &output)
        decoder.finish(into: &output)
        return output
    }

    /// Signs that nobody writes after a vowel but as marks, and every word a syllable once they are read so.
    private func looksLikeVIQR(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        let hasSign = text.indices.dropFirst().contains { index in
            switch text[index] {
            case UInt8(ascii: "^"), UInt8(ascii: "`"), UInt8(ascii: "~"), UInt8(ascii: "+"), UInt8(ascii: "("):
                Letter(UInt32(text[index - 1])).isVowel
            default: false
            }
        }
        guard hasSign else { return false }
        let score = decode(text, as: .viqr).withUnsafeBufferPointer { model.score($0) }
        return score.toned > 0 && score.legalToned == score.toned && 2 * score.legal > score.words
    }
}
