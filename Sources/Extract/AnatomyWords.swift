// The words that tell what a line of a sheet is: totals, signatures, page furniture, units, categories, ditto marks.

public import Personnel
import Vietnamese

/// The words of the anatomy of official lists, from the pipeline's table with the columns `kind` and `word`.
public struct AnatomyWords: Sendable {
    /// What a word of the table is for; the raw value is what stands in the column `kind`.
    enum Kind: String, CaseIterable {
        /// Repeats the value above.
        case ditto
        /// Ticks a column (`x`).
        case mark
        /// Opens the total of a sheet, of a part, and a line that carries sums from page to page.
        case grandTotal = "grand_total", partTotal = "part_total", pageLine = "page_line"
        /// Opens an explanation.
        case noteStart = "note_start"
        /// What signers are called, and what opens such a line.
        case signature, signatureStart = "signature_start"
        /// What opens the name of a place, of a body, of a part of a body; the words for kinds of staff.
        case place, organisation, division, category
        /// What totals count.
        case countNoun = "count_noun"
        case letterhead
        /// Adds nothing to a heading.
        case headingFiller = "heading_filler"
        /// Before a date: it is not the date of the list; it is the date of an export.
        case notAListDate = "not_a_list_date", exportStamp = "export_stamp"
    }

    private var words: [Kind: Set<String>] = [:]
    /// Keys by kind, longest first.
    private var starts: [Kind: [String]] = [:]
    private var dittoMarks: Set<String> = []
    private var marks: Set<String> = []

    public init(_ table: ReferenceTable) throws(ReferenceError) {
        let kindColumn = try table.column("kind")
        let wordColumn = try table.column("word")
        for row in table.rows {
            guard let kind = Kind(rawValue: row.cells[kindColumn]) else {
                let kinds = Kind.allCases.map(\.rawValue).joined(separator: ", ")
                throw table.mistake(in: row, column: "kind", expected: "one of \(kinds)")
            }
            let word = row.cells[wordColumn]
            switch kind {
            case .ditto: dittoMarks.insert(lowered(word))
            case .mark: marks.insert(lowered(word))
            default:
                let key = asciiKey(word)
                if !key.isEmpty { words[kind, default: []].insert(key) }
            }
        }
        for (kind, keys) in words {
            starts[kind] = keys.sorted { ($1.utf8.count, $0) < ($0.utf8.count, $1) }
        }
    }

    /// The words that add nothing to a heading, for `HeadingVocabulary`.
    public var headingFillers: [String] { starts[.headingFiller] ?? [] }

    func isDitto(_ text: String) -> Bool {
        let count = text.utf8.count
        guard count > 0, count <= 20, let first = text.utf8.first(where: { $0 > 0x20 }) else { return false }
        // Letters other than n (nt, như trên) and digits open no ditto mark.
        if isDigit(first) || ((first | 0x20) &- 0x61 < 26 && first | 0x20 != UInt8(ascii: "n")) { return false }
        return dittoMarks.contains(lowered(trimmed(text)))
    }

    func isMark(_ text: String) -> Bool {
        text.utf8.count <= 8 && marks.contains(lowered(trimmed(text)))
    }

    func contains(_ key: String, _ kind: Kind) -> Bool { words[kind]?.contains(key) ?? false }

    /// The longest word of the kind with which the key begins.
    func opening(_ key: String, _ kind: Kind) -> String? {
        starts[kind]?.first { startsWithWords(key, $0) }
    }

    /// Whether a word of the kind stands anywhere in the key.
    func mentions(_ key: String, _ kind: Kind) -> Bool {
        starts[kind]?.contains { containsWords(key, $0) } ?? false
    }

    /// How high a section of these words stands by what it names: place, body, part of a body, kind of staff.
    func rank(ofSection key: String) -> SectionRank {
        if opening(key, .category) != nil { return .category }
        if startsWithWords(key, "tt") { return key.utf8.count > 3 ? .organisation : .other }
        if opening(key, .place) != nil { return .place }
        if opening(key, .organisation) != nil { return .organisation }
        return opening(key, .division) != nil ? .division : .other
    }
}

/// What a section names, outermost first.
enum SectionRank: Int, Comparable, Sendable {
    case place, organisation, division, category, other

    static func < (left: SectionRank, right: SectionRank) -> Bool { left.rawValue < right.rawValue }
}

/// ASCII letters made small; marks of other scripts stay, as the table spells them.
private func lowered(_ text: String) -> String {
    String(decoding: text.utf8.map { isCapital($0) ? $0 | 0x20 : $0 }, as: UTF8.self)
}
