// Codes and titles of ranks, in any writing, to the code (conventions.md, "Numbers").
import Personnel
import Vietnamese

/// A rank or professional title of the table.
final class KnownRank: Sendable {
    /// `01.003`, `V.07.03.29`.
    let code: String
    /// What holding it makes of a person: a civil servant or a public employee.
    let category: Category
    /// The coefficients of its scales in hundredths; nil where no scale is known.
    let coefficients: Set<Int32>?

    init(code: String, category: Category, coefficients: Set<Int32>?) {
        self.code = code
        self.category = category
        self.coefficients = coefficients
    }
}

/// Reads the rank column.
///
/// Codes: Circular 2/2021/TT-BNV and the circulars of the ministries, Decision 78/2004/QĐ-BNV for the old ones that lists
/// still hold.
struct RankReader: Sendable {
    private var byCode: [String: KnownRank] = [:]
    /// Codes by title; a title of several current codes is no key.
    private var codeByTitle: [String: String] = [:]
    private let words: RankWords

    /// From `ranks.csv` (`code`, `title`, `kind`, `salary_group`, `other_groups`, `status`, `written`) and
    /// `rank-words.csv` (`written`, `meaning`).
    init(ranks table: ReferenceTable, words wordTable: ReferenceTable, scale: SalaryScale) throws(ReferenceError) {
        words = try RankWords(wordTable)
        let code = try table.column("code")
        let title = try table.column("title")
        let kind = try table.column("kind")
        let status = try table.column("status")
        let written = try table.column("written")
        var titles = TitleIndex()
        for row in table.rows {
            guard let category = Self.categories[asciiKey(row.cells[kind])] else {
                throw table.mistake(in: row, column: "kind", expected: "công chức or viên chức")
            }
            let coefficients = try Self.coefficients(of: row, in: table, scale: scale)
            let rank = KnownRank(code: row.cells[code], category: category, coefficients: coefficients)
            byCode[row.cells[code]] = rank
            titles.add(rank.code, isCurrent: row.cells[status] != "old", key: words.key(row.cells[title]))
            for form in row.cells[written].split(separator: ";") {
                codeByTitle[words.key(String(form))] = rank.code
            }
        }
        for (key, code) in titles.certain where codeByTitle[key] == nil { codeByTitle[key] = code }
    }

    /// The rank of a cell; nil where it is unknown.
    func read(_ text: String) -> KnownRank? {
        let cleaned = cleanText(text)
        for code in RankCode.candidates(in: cleaned) {
            if let rank = byCode[code] { return rank }
        }
        return codeByTitle[words.key(cleaned)].flatMap { byCode[$0] }
    }

    private static let categories: [String: Category] = ["cong chuc": .civilServant, "vien chuc": .publicEmployee]

    private static func coefficients(
        of row: ReferenceTable.Row, in table: ReferenceTable, scale: SalaryScale
    ) throws(ReferenceError) -> Set<Int32>? {
        var all: Set<Int32>?
        for name in ["salary_group", "other_groups"] {
            for group in row.cells[try table.column(name)].split(separator: ";") {
                guard let coefficients = scale.coefficients(of: String(group)) else {
                    throw table.mistake(in: row, column: name, expected: "a salary group of the steps table")
                }
                all = (all ?? []).union(coefficients)
            }
        }
        return all
    }
}

/// Which code a title stands for.
private struct TitleIndex {
    private var current: [String: [String]] = [:]
    private var old: [String: [String]] = [:]
    /// Titles without their grade: `Giáo viên mầm non` is one of several, `Kỹ sư` is grade III alone.
    private var stems: [String: Set<String>] = [:]

    mutating func add(_ code: String, isCurrent: Bool, key: String) {
        if isCurrent {
            current[key, default: []].append(code)
            if let grade = key.range(ofGrade: " hang ") { stems[String(key[..<grade]), default: []].insert(code) }
        } else {
            old[key, default: []].append(code)
        }
    }

    /// Titles of one code: a current title before an old one, and never an old one that could be several current ones.
    var certain: [(String, String)] {
        var certain = current.filter { $0.value.count == 1 }.mapValues { $0[0] }
        for (stem, codes) in stems where current[stem] == nil && codes.count == 1 { certain[stem] = codes.first }
        for (key, codes) in old where current[key] == nil && stems[key] == nil && codes.count == 1 {
            certain[key] = codes[0]
        }
        return certain.sorted { $0.key < $1.key }
    }
}

extension String {
    /// Where the last ` hang ` begins.
    fileprivate func range(ofGrade grade: String) -> String.Index? {
        let bytes = Array(utf8)
        let pattern = Array(grade.utf8)
        guard bytes.count >= pattern.count else { return nil }
        for start in stride(from: bytes.count - pattern.count, through: 0, by: -1)
        where bytes[start..<(start + pattern.count)].elementsEqual(pattern) {
            return utf8.index(startIndex, offsetBy: start)
        }
        return nil
    }
}

/// The words of titles and their short forms: `GVMN` is `giáo viên mầm non`, `hạng 3` is `hạng III`.
private struct RankWords: Sendable {
    private var meanings: [String: String] = [:]

    init(_ table: ReferenceTable) throws(ReferenceError) {
        let written = try table.column("written")
        let meaning = try table.column("meaning")
        for row in table.rows {
            for form in row.cells[written].split(separator: ";") {
                meanings[iyKey(String(form))] = iyKey(row.cells[meaning])
            }
        }
    }

    func key(_ title: String) -> String {
        var words = iyKey(title).split(separator: " ").map(String.init)
        var afterGrade = false
        for index in words.indices {
            if afterGrade, let roman = ["1": "i", "2": "ii", "3": "iii", "4": "iv", "5": "v"][words[index]] {
                words[index] = roman
            } else if let meaning = meanings[words[index]] {
                words[index] = meaning
            }
            afterGrade = words[index] == "hang"
        }
        if words.suffix(3) == ["va", "tuong", "duong"] { words.removeLast(3) }
        if words.count > 1, words[0] == "ngach" { words.removeFirst() }
        return words.joined(separator: " ")
    }
}
