// The places that a text names with a level word before them: `xã Mường Phăng`, `TP. ĐBP`, `tỉnh Điện Biên`.

internal import Personnel

/// A place as a text names it.
struct PlaceMention: Sendable {
    let word: LevelWord
    /// The names of the catalogue that it may mean; empty where the catalogue has none such.
    let names: [KnownName]
    /// Whether `names` are provinces': `TP. Đà Nẵng` begins as a district's name does.
    let isProvince: Bool
    /// The words of level word and name together.
    let range: Range<Int>
    /// The words of the name alone.
    let nameRange: Range<Int>

    var level: PlaceLevel { isProvince ? .province : word.level }
}

/// What level words a text has, and which places it names with them.
struct PlaceScan: Sendable {
    var mentions: [PlaceMention] = []
    /// Level words with no name behind them (`Thanh tra huyện`).
    var bareLevels: [PlaceLevel] = []
    /// The kinds of place that those level words say.
    var bareKinds: [UnitKind] = []
    /// `cấp xã`, `cấp huyện`.
    var hints: [PlaceLevel] = []
    /// For each word whether it belongs to a place, a level word or a hint.
    var isTaken: [Bool]

    /// Where a place's name is looked up: the old or the new communes.
    enum Period { case old, new }

    init(_ text: NameText, in catalogue: UnitCatalogue, period: Period) {
        let words = text.words
        isTaken = Array(repeating: false, count: words.count)
        var index = 0
        while index < words.count {
            guard let found = catalogue.levelWords.longest(in: text, at: index) else {
                // In `VH-TT` is no township.
                let shortForm = catalogue.unitWords.length(in: text.keys, at: index)
                if shortForm > 1 {
                    index += shortForm
                    continue
                }
                // Without accents `Tỏa Tình` ends like `tỉnh`: a known name is stepped over whole.
                index +=
                    text.hasMarks ? 1 : max(1, catalogue.oldNames.longest(in: words, index..<words.count)?.count ?? 1)
                continue
            }
            switch found.meaning {
            case .none:
                index += takeName(behind: index, in: text, catalogue, period, longerThan: found.count) ?? found.count
            case .hint(let level):
                if let count = takeName(behind: index, in: text, catalogue, period, longerThan: found.count) {
                    index += count
                    continue
                }
                hints.append(level)
                take(index..<index + found.count)
                index += found.count
            case .place(let word):
                let level = index..<index + found.count
                index = max(readName(word, found.isDoubtful, text, level, catalogue, period), index + 1)
            }
        }
    }

    /// `Xã Hội Sơn` is a commune, though `xã hội` is none: takes the level word and its name where they are longer than a
    /// phrase that is no place; the answer is how many words they are.
    private mutating func takeName(
        behind index: Int, in text: NameText, _ catalogue: UnitCatalogue, _ period: Period, longerThan length: Int
    ) -> Int? {
        guard let level = catalogue.levelWords.longest(in: text, at: index, placesOnly: true),
            case .place(let word) = level.meaning, !level.isDoubtful, index + level.count < text.words.count,
            let found = Self.names(word, text.words, index + level.count, catalogue, period),
            level.count + found.count > length,
            !text.hasMarks
                || found.names.contains(where: {
                    $0.isWritten(text.words[index + level.count..<index + level.count + found.count])
                })
        else { return nil }
        let start = index + level.count
        add(word, found.names, found.isProvince, index, start..<start + found.count)
        return level.count + found.count
    }

    /// Reads the name behind a level word; the answer is where reading goes on.
    private mutating func readName(
        _ word: LevelWord, _ isDoubtful: Bool, _ text: NameText, _ level: Range<Int>, _ catalogue: UnitCatalogue,
        _ period: Period
    ) -> Int {
        let words = text.words
        let start = level.upperBound
        // `Mầm non Xa Dung`: the name begins with what looks like its level word.
        let isName = { catalogue.oldNames.longest(in: words, level.lowerBound..<words.count).map(\.count) ?? 0 > 1 }
        if start < words.count, !words[start].followsBreak, !(isDoubtful && isName()),
            let found = Self.name(word, text, start, catalogue, period), Self.accepts(word, found.names)
        {
            add(word, found.names, found.isProvince, level.lowerBound, start..<start + found.count)
            return start + found.count
        }
        if isDoubtful { return start }
        if word.needsKnownName {
            // `Trung tâm Dịch vụ nông nghiệp TP`: short as it is, at the end it can only be a level.
            guard start == words.count, word.level == .district else { return start }
            bareLevels.append(word.level)
            take(level)
            return start
        }
        if !text.hasMarks, let name = catalogue.oldNames.longest(in: words, level.lowerBound..<words.count),
            name.count > 1
        {
            return level.lowerBound + name.count
        }
        var end = start
        while end < words.count, end - start < 4, !words[end].followsBreak,
            !Self.isLevel(end, text, catalogue, period)
        { end += 1 }
        if end == start {
            bareLevels.append(word.level)
            bareKinds.append(word.kind)
            take(level)
        } else {
            add(word, [], word.level == .province, level.lowerBound, start..<end)
        }
        return end
    }

    /// The known name behind a level word: the longest, but not one that runs into the next level word: `Phường Tân Bình
    /// thành phố Dĩ An` names no Tân Bình Thạnh.
    private static func name(
        _ word: LevelWord, _ text: NameText, _ start: Int, _ catalogue: UnitCatalogue, _ period: Period
    ) -> (count: Int, names: [KnownName], isProvince: Bool)? {
        guard let found = names(word, text.words, start, catalogue, period) else { return nil }
        let end = start + found.count
        let isExact = text.hasMarks && found.names.contains { $0.isWritten(text.words[start..<end]) }
        guard found.count > 1, !isExact else { return found }
        for next in start + 1..<end {
            guard let level = catalogue.levelWords.longest(in: text, at: next, placesOnly: true), !level.isDoubtful,
                next + level.count > end, isLevel(next, text, catalogue, period)
            else { continue }
            let shorter = Array(text.words[..<next])
            if let name = names(word, shorter, start, catalogue, period), name.count == next - start { return name }
        }
        return found
    }

    /// Whether a level word stands at a position: a short one only before a name.
    private static func isLevel(_ index: Int, _ text: NameText, _ catalogue: UnitCatalogue, _ period: Period) -> Bool {
        guard let found = catalogue.levelWords.longest(in: text, at: index) else { return false }
        guard case .place(let word) = found.meaning, word.needsKnownName || found.isDoubtful else { return true }
        let start = index + found.count
        return start < text.words.count && names(word, text.words, start, catalogue, period) != nil
    }

    /// The longest known name of a level word's level; of a city's, a province's too (`Thành phố Hà Nội`).
    private static func names(
        _ word: LevelWord, _ words: [NameWord], _ start: Int, _ catalogue: UnitCatalogue, _ period: Period
    ) -> (count: Int, names: [KnownName], isProvince: Bool)? {
        let range = start..<words.count
        let provinces = period == .old ? catalogue.provinces.oldNames : catalogue.provinces.newNames
        let index =
            switch word.level {
            case .commune: period == .old ? catalogue.oldNames : catalogue.newNames
            case .district: catalogue.districtNames
            case .province: provinces
            }
        let found = index.longest(in: words, range).map { ($0.count, $0.names, word.level == .province) }
        guard word.kind == "city", let province = provinces.longest(in: words, range),
            province.names.contains(where: { $0.kind == word.kind }), province.count > found?.0 ?? 0
        else { return found }
        return (province.count, province.names, true)
    }

    /// Short level words mean other things too: `TT` before a township only, `P.` before a ward.
    private static func accepts(_ word: LevelWord, _ names: [KnownName]) -> Bool {
        guard word.needsKnownName, word.kind == "township" || word.kind == "ward" else { return true }
        return names.contains { $0.kind == word.kind }
    }

    private mutating func add(
        _ word: LevelWord, _ names: [KnownName], _ isProvince: Bool, _ start: Int, _ nameRange: Range<Int>
    ) {
        let range = start..<nameRange.upperBound
        mentions.append(
            PlaceMention(word: word, names: names, isProvince: isProvince, range: range, nameRange: nameRange))
        take(range)
    }

    private mutating func take(_ range: Range<Int>) { for index in range { isTaken[index] = true } }
}
