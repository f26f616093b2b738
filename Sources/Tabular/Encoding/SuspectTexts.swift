// The texts of files that look damaged: what is wrong with each and what repairs it, found out once for all their
// cells.

internal import Vietnamese

/// Diagnoses and repairs texts, and remembers both: the names of units, posts and peoples come again and again.
struct SuspectTexts: Sendable {
    private let repair = TextRepair()
    private var numbers: [Key: Int] = [:]
    private var texts: [Known] = []
    /// How many texts are remembered, and how many bytes of them; files of any length take no more.
    private static let most = (texts: 20_000, bytes: 4 << 20)
    private var byteCount = 0

    /// A text by its bytes.
    private struct Key: Hashable, Sendable {
        let bytes: [UInt8]

        func hash(into hasher: inout Hasher) { bytes.withUnsafeBytes { hasher.combine(bytes: $0) } }
    }

    /// What other damaged cells say of one that is looked at.
    struct Verdict: Equatable {
        /// What most of them show: in its column, and in all of the sheet.
        let column: TextDamage?
        let file: TextDamage?
        /// The legacy font in which all of the sheet was written.
        let font: TextDamage?

        var damage: TextDamage? { column ?? file }
    }

    private struct Known {
        let text: String
        let damage: TextDamage?
        var repaired: Repaired?
    }

    /// What became of a text under one verdict.
    private struct Repaired {
        let verdict: Verdict
        let result: (text: [UInt8], damage: TextDamage)?
    }

    /// Forgets what it knows where that has become much; numbers given before mean nothing then.
    mutating func makeRoom() {
        guard texts.count > Self.most.texts || byteCount > Self.most.bytes else { return }
        numbers.removeAll()
        texts.removeAll()
        byteCount = 0
    }

    /// The number of a text in UTF-8, by which the rest is asked.
    mutating func number(of text: UnsafeBufferPointer<UInt8>) -> Int {
        let key = Key(bytes: Array(text))
        if let number = numbers[key] { return number }
        let whole = String(decoding: text, as: UTF8.self)
        numbers[key] = texts.count
        byteCount += text.count
        texts.append(Known(text: whole, damage: repair.diagnose(whole)))
        return texts.count - 1
    }

    /// What is wrong with a text, told by itself alone.
    func damage(ofText number: Int) -> TextDamage? { texts[number].damage }

    /// A text without its damage, and what that was; nil where it is sound or cannot be repaired.
    mutating func mended(_ number: Int, _ verdict: Verdict) -> (text: [UInt8], damage: TextDamage)? {
        if let known = texts[number].repaired, known.verdict == verdict { return known.result }
        let (text, damage) = (texts[number].text, texts[number].damage)
        let found =
            mended(text, damage, verdict.damage, font: verdict.font) ?? soundLooking(text, damage, verdict.column)
        let result = found.map { (text: Array($0.0.utf8), damage: $0.1) }
        texts[number].repaired = Repaired(verdict: verdict, result: result)
        return result
    }

    /// The text of a cell without its damage, and what that was; nil where it is sound or cannot be repaired.
    private func mended(
        _ text: String, _ own: TextDamage?, _ verdict: TextDamage?, font: TextDamage?
    ) -> (String, TextDamage)? {
        if own == .htmlReferences {
            guard let plain = repair.repair(text, .htmlReferences) else { return nil }
            // What was behind the references may be damaged as well.
            if let inner = repair.diagnose(plain), let whole = repair.repair(plain, inner) { return (whole, inner) }
            return (plain, .htmlReferences)
        }
        if let own {
            // Mojibake proves itself; between TCVN3 and VNI a short cell can err, and the column knows.
            let isProved = own == .mojibake || own == .doubleMojibake
            let knowsBetter = verdict.map { repair.isSure(of: own, against: $0, in: text) } ?? true
            let order = isProved || knowsBetter ? [own] : [verdict ?? own, own]
            for damage in order {
                if let mended = repair.repair(text, damage) { return (mended, damage) }
            }
            return nil
        }
        if let font { return repair.repair(text, font).map { ($0, font) } }
        switch verdict {
        // A lost NBSP (`HÃ` for `Hà`) is no proof in one cell, but it is beside others.
        case .mojibake, .doubleMojibake: break
        // A short word (`Kh«ng`) is none either, but what Vietnamese doesn't write is beside others.
        case .tcvn3, .vni: guard repair.hasForeignLetters(text) else { return nil }
        default: return nil
        }
        return verdict.flatMap { verdict in repair.repair(text, verdict).map { ($0, verdict) } }
    }

    /// The text of a cell that is Vietnamese as it stands (`Vi Thò Mai`) and far more so as the legacy text that the
    /// other damaged cells of its column are.
    private func soundLooking(_ text: String, _ own: TextDamage?, _ column: TextDamage?) -> (String, TextDamage)? {
        guard own == nil, let column, column == .tcvn3 || column == .vni, repair.isLikelier(text, after: column) else {
            return nil
        }
        return repair.repair(text, column).map { ($0, column) }
    }
}
