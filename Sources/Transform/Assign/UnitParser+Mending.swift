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

    /// The commune after which a school is named, through a typing error that shows: one in a long name, or one that leaves
    /// no syllable. Schools have names of their own as well (`Hoa Ban`), so less is no proof.
    func misspeltCommune(ofSchool scanned: ScannedText, _ names: NameSetting) -> (commune: Int, range: Range<Int>)? {
        let text = scanned.text
        let open = kinds.properWords(text.keys, shortForms: catalogue.unitWords).filter { !scanned.scan.isTaken[$0] }
        guard let first = open.first, let last = open.last, last - first + 1 == open.count, (2...4).contains(open.count)
        else { return nil }
        let range = first..<last + 1
        let length = text.compactKey(text.words[range], kinds.lexicon).count
        guard length >= 7 || text.words[range].contains(where: { !text.isSyllable($0) }) else { return nil }
        guard case .found(let commune) = catalogue.misspelt(range, in: text, kinds.lexicon, names, atMost: 1) else {
            return nil
        }
        return (commune, range)
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
        /// `isSlip`: no syllable stands there as it is written, so that something is wrong for certain.
        func take(_ text: NameText, at index: Int, isShort: Bool, isSlip: Bool) {
            let other = ScannedText(text, in: catalogue, isMended: true)
            if isNamed(index, in: other, names) { return }
            let reading = readAsWritten(other, in: setting)
            if reading.meaning == .unknown || reading.meaning == .nothing { return }
            // In so short a word an error may be anything: only a commune that it stands before tells.
            if isShort, !isSlip, reading.commune == nil, !reading.isCommune { return }
            if lacksKind, !isSlip, !reading.isInstitution { return }
            if !readings.contains(reading) { readings.append(reading) }
        }
        var trials = 0
        let isOpen = scanned.text.words.indices.map { index in
            !scanned.scan.isTaken[index] && !bare.contains { $0.range.contains(index) }
        }
        for index in isOpen.indices where isOpen[index] {
            let key = scanned.text.keyBytes(scanned.text.words[index], kinds.lexicon)
            let isWrong = isSlip(index, in: scanned.text)
            if index + 1 < isOpen.count, !scanned.text.words[index + 1].followsBreak {
                // A blank too many: `Mầ m non`, `x ã`.
                let next = scanned.text.keyBytes(scanned.text.words[index + 1], kinds.lexicon)
                if let whole = kinds.structureWord(key + next) {
                    take(
                        scanned.text.joining(index, as: whole), at: index, isShort: key.count + next.count < 4,
                        isSlip: isWrong || isSlip(index + 1, in: scanned.text))
                }
            }
            guard key.count > 1 else { continue }
            for candidate in kinds.structureWords(near: key) {
                trials += 1
                guard trials <= 40 else { return nil }
                take(
                    scanned.text.replacing(index, by: candidate), at: index, isShort: key.count < 4,
                    isSlip: isWrong && key.count > 2)
            }
        }
        return readings.count == 1 ? readings[0] : oneSchool(readings)
    }

    /// Whether a word is no legal syllable and no short form, which has no vowel or stands in capitals.
    private func isSlip(_ index: Int, in text: NameText) -> Bool {
        let word = text.words[index]
        guard !text.isSyllable(word) else { return false }
        return text.isSmallWithVowel(word)
    }

    /// Of readings that are all schools of one commune, whatever their kind, the first: what becomes of the school is the
    /// same for all.
    private func oneSchool(_ readings: [UnitReading]) -> UnitReading? {
        guard let first = readings.first, first.commune != nil,
            readings.allSatisfy({ reading in
                guard case .institution(let kind) = reading.meaning else { return false }
                return kinds.isSchool(kind) && kinds.entries[kind].kind != "upper_secondary_school"
                    && reading.commune == first.commune
            })
        else { return nil }
        return first
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
