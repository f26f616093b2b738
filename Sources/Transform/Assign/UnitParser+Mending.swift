// What a text was meant to be: typing errors in names without a level word and in the words of kinds, and codes.

internal import Personnel

extension UnitParser {
    /// A bare name with a typing error: the words that name nothing else, taken for a commune of the list's district.
    func misspelt(_ scanned: ScannedText, _ names: NameSetting) -> UnitReading? {
        if scanned.isMended { return nil }
        let text = scanned.text
        let open = text.keys.indices.filter { !scanned.scan.isTaken[$0] && isOpen(text.keys[$0], text) }
        guard let first = open.first, let last = open.last, last - first + 1 == open.count, (2...4).contains(open.count)
        else { return nil }
        guard case .found(let commune) = catalogue.misspelt(first..<last + 1, in: text, kinds.lexicon, names) else {
            return nil
        }
        return UnitReading(meaning: .commune(commune))
    }

    /// Whether a word is left when those of bodies and neutral phrases are taken away.
    private func isOpen(_ key: UInt32, _ text: NameText) -> Bool {
        !kinds.uncovered(catalogue.unitWords.expand([key])).isEmpty
    }

    /// The reading of a text with one word for another that is a typing error away (`Truờg mầm non`, `huyênj`), where
    /// that gives a unit, and one alone. A word of a place's name is never put in so.
    /// - Parameter lacksKind: whether the text names a centre or a school: then it becomes nothing else.
    func mended(_ scanned: ScannedText, in setting: Setting, lacksKind: Bool) -> UnitReading? {
        let names = NameSetting(contextDistrict: setting.district, contextProvince: setting.province)
        let bare = bareNames(scanned, names)
        var readings: [UnitReading] = []
        var trials = 0
        for index in scanned.text.words.indices where !scanned.scan.isTaken[index] {
            if bare.contains(where: { $0.range.contains(index) }) { continue }
            let key = scanned.text.keyBytes(scanned.text.words[index], kinds.lexicon)
            guard key.count > 1 else { continue }
            for candidate in kinds.structureWords(near: key) {
                trials += 1
                guard trials <= 40 else { return nil }
                let text = scanned.text.replacing(index, by: candidate)
                let other = ScannedText(text, in: catalogue, isMended: true)
                if isNamed(index, in: other, names) { continue }
                let reading = readAsWritten(other, in: setting)
                if reading.meaning == .unknown || reading.meaning == .nothing { continue }
                // In so short a word an error may be anything: only a commune that it stands before tells.
                if key.count < 4, reading.commune == nil, !reading.isCommune { continue }
                if lacksKind, !reading.isInstitution { continue }
                if !readings.contains(reading) { readings.append(reading) }
            }
        }
        return readings.count == 1 ? readings[0] : nil
    }

    /// Whether a word belongs to the name of a place.
    private func isNamed(_ index: Int, in scanned: ScannedText, _ names: NameSetting) -> Bool {
        scanned.scan.mentions.contains { $0.nameRange.contains(index) }
            || bareNames(scanned, names).contains { $0.range.contains(index) }
    }

    /// A text that is a statistics code, or names its commune with one: the code settles what the name leaves open, and one
    /// that contradicts it makes it ambiguous.
    func settledByCode(_ reading: UnitReading, _ text: NameText) -> UnitReading {
        // Excel drops the zero in front of a code that stands alone.
        let least = text.words.count == 1 ? 4 : 5
        guard !text.isPath,
            let word = text.words.first(where: { (least...5).contains(text.digits(of: $0)?.count ?? 0) }),
            let unit = text.digits(of: word).flatMap({ Int($0) }).flatMap({ catalogue.unitByCode[$0] })
        else { return reading }
        switch reading.meaning {
        case .commune(let named) where named != unit:
            return UnitReading(meaning: .ambiguous, detail: catalogue.described([named, unit]))
        case .ambiguous, .nothing: return UnitReading(meaning: .commune(unit))
        default: return reading
        }
    }
}
