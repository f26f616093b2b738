// The places that a text names with a level word before them: `xã Mường Phăng`, `TP. ĐBP`, `tỉnh Điện Biên`.

internal import Personnel

/// A place as a text names it.
struct PlaceMention: Sendable {
    let word: LevelWord
    /// The names of the catalogue that it may mean; empty where the catalogue has none such.
    let names: [KnownName]
    /// The name as written, with marks.
    let marked: String
    /// The words of level word and name together.
    let range: Range<Int>
    /// The words of the name alone.
    let nameRange: Range<Int>
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

    init(_ text: UnitText, in catalogue: UnitCatalogue, period: Period) {
        let words = text.words
        isTaken = Array(repeating: false, count: words.count)
        var index = 0
        while index < words.count {
            guard let found = catalogue.levelWords.longest(in: text, at: index) else {
                // Without accents `Tỏa Tình` ends like `tỉnh`: a known name is stepped over whole.
                index += text.hasMarks ? 1 : max(1, catalogue.oldNames.longest(in: words[index...])?.count ?? 1)
                continue
            }
            switch found.meaning {
            case .none: index += found.count
            case .hint(let level):
                hints.append(level)
                take(index..<index + found.count)
                index += found.count
            case .place(let word):
                let nameStart = index + found.count
                let end = readName(word, text, index..<nameStart, catalogue, period)
                index = max(end, index + 1)
            }
        }
    }

    /// Reads the name behind a level word; the answer is where reading goes on.
    private mutating func readName(
        _ word: LevelWord, _ text: UnitText, _ level: Range<Int>, _ catalogue: UnitCatalogue, _ period: Period
    ) -> Int {
        let words = text.words
        let start = level.upperBound
        let index =
            switch word.level {
            case .commune: period == .old ? catalogue.oldNames : catalogue.newNames
            case .district: catalogue.districtNames
            case .province: catalogue.provinceNames
            }
        if start < words.count, !words[start].followsBreak, let found = index.longest(in: words[start...]),
            Self.accepts(word, found.names)
        {
            add(word, found.names, found.marked, level.lowerBound, start..<start + found.count)
            return start + found.count
        }
        if word.needsKnownName {
            // `Trung tâm Dịch vụ nông nghiệp TP`: short as it is, at the end it can only be a level.
            guard start == words.count, word.level == .district else { return start }
            bareLevels.append(word.level)
            take(level)
            return start
        }
        // `Mam non Xa Dung` without accents: the name begins with what looks like its level word.
        if !text.hasMarks, let name = catalogue.oldNames.longest(in: words[level.lowerBound...]), name.count > 1 {
            return level.lowerBound + name.count
        }
        var end = start
        while end < words.count, end - start < 4, !words[end].followsBreak,
            catalogue.levelWords.longest(in: text, at: end) == nil
        { end += 1 }
        if end == start {
            bareLevels.append(word.level)
            bareKinds.append(word.kind)
            take(level)
        } else {
            let marked = words[start..<end].map(\.marked).joined(separator: " ")
            add(word, [], marked, level.lowerBound, start..<end)
        }
        return end
    }

    /// Short level words mean other things too: `TT` before a township only, `P.` before a ward.
    private static func accepts(_ word: LevelWord, _ names: [KnownName]) -> Bool {
        guard word.needsKnownName, word.kind == "township" || word.kind == "ward" else { return true }
        return names.contains { $0.kind == word.kind }
    }

    private mutating func add(
        _ word: LevelWord, _ names: [KnownName], _ marked: String, _ start: Int, _ nameRange: Range<Int>
    ) {
        let range = start..<nameRange.upperBound
        mentions.append(PlaceMention(word: word, names: names, marked: marked, range: range, nameRange: nameRange))
        take(range)
    }

    private mutating func take(_ range: Range<Int>) { for index in range { isTaken[index] = true } }
}
