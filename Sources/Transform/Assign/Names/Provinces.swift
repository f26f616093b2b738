// The provinces before and after the reorganisation, and which became which.

internal import Personnel

/// A province or a city under the central government, of one period.
public struct Province: Sendable, Equatable {
    /// The statistics code; it means a province only with its period.
    public let code: String
    /// With its level word: `Tỉnh Điện Biên`, `Thành phố Hà Nội`.
    public let name: String
}

/// The table of provinces.
struct Provinces: Sendable {
    var old: [Province] = []
    var new: [Province] = []
    /// For each old province the new one into which it went.
    var successors: [Int] = []
    var oldPositions: [String: Int] = [:]
    var newPositions: [String: Int] = [:]
    /// The names of old provinces.
    var oldNames = NameIndex()
    /// The names of new provinces, and those of the old ones that went into them.
    var newNames = NameIndex()

    /// - Parameter table: `provinces.csv`: period (old, new), code, name, and for an old one `goes_to`, the new code.
    init(_ table: ReferenceTable, levelWords: LevelWords, lexicon: inout WordLexicon) throws(ReferenceError) {
        let period = try table.column("period")
        let code = try table.column("code")
        let name = try table.column("name")
        let target = try table.column("goes_to")
        for row in table.rows where row.cells[period] == "new" {
            guard newPositions.updateValue(new.count, forKey: row.cells[code]) == nil else {
                throw table.mistake(in: row, column: "code", expected: "a code that no other new province has")
            }
            let (word, words) = levelWords.split(row.cells[name], &lexicon)
            newNames.add(words, new.count, kind: word?.kind, isCurrent: true, lexicon)
            new.append(Province(code: row.cells[code], name: row.cells[name]))
        }
        for row in table.rows where row.cells[period] != "new" {
            guard row.cells[period] == "old" else {
                throw table.mistake(in: row, column: "period", expected: "old or new")
            }
            guard oldPositions.updateValue(old.count, forKey: row.cells[code]) == nil else {
                throw table.mistake(in: row, column: "code", expected: "a code that no other old province has")
            }
            guard let successor = newPositions[row.cells[target]] else {
                throw table.mistake(in: row, column: "goes_to", expected: "a code of the new provinces")
            }
            let (word, words) = levelWords.split(row.cells[name], &lexicon)
            let hasDash = row.cells[name].utf8.contains(UInt8(ascii: "-"))
            oldNames.add(words, old.count, kind: word?.kind, isCurrent: true, lexicon, hasDash: hasDash)
            newNames.add(words, successor, kind: word?.kind, isCurrent: false, lexicon)
            successors.append(successor)
            old.append(Province(code: row.cells[code], name: row.cells[name]))
        }
    }
}
