// The words that tell what a line of a sheet is: totals, signatures, page furniture, units, categories, ditto marks.

public import Personnel

/// The words of the anatomy of official lists, from the pipeline's table with the columns `kind` and `word`.
///
/// A class: rows ask for it cell by cell, and a copy would count a reference for each of its tables.
public final class AnatomyWords: Sendable {
    /// What a word of the table is for; the raw value is what stands in the column `kind`.
    enum Kind: String, CaseIterable {
        /// Repeats the value above.
        case ditto
        /// Ticks a column (`x`).
        case mark
        /// Opens the total of a sheet, of a part, and a line that carries sums from page to page.
        case grandTotal = "grand_total"
        case partTotal = "part_total"
        case pageLine = "page_line"
        /// Opens an explanation.
        case noteStart = "note_start"
        /// What signers are called, and what opens such a line.
        case signature
        case signatureStart = "signature_start"
        /// What opens the name of a level of government, of a place, of a body, of a part of a body; the words for
        /// kinds of staff.
        case level, place, organisation, division, category
        /// Opens like a place and is none (`xã hội`).
        case noPlace = "no_place"
        /// Opens the name of a unit behind a position in one cell (`Chủ tịch UBND xã Na Sang`).
        case unitStart = "unit_start"
        /// A single letter that stands for a word before the name of a unit (`P. Nội vụ`) where it is no mark.
        case unitLetter = "unit_letter"
        /// Stands in the middle of a person's name.
        case middleName = "middle_name"
        /// What totals count.
        case countNoun = "count_noun"
        case letterhead
        /// Stands with a colon before the name of a section (`Đơn vị: Phòng Nội vụ`).
        case sectionLabel = "section_label"
        /// Adds nothing to a heading.
        case headingFiller = "heading_filler"
        /// Before a date: it is not the date of the list; it is the date of an export.
        case notAListDate = "not_a_list_date"
        case exportStamp = "export_stamp"
    }

    /// Phrases by kind and the key of their first word, longest first.
    private let phrases: [Kind: [String: [LineWords]]]
    /// The words that add nothing to a heading, for `HeadingVocabulary`.
    public let headingFillers: [String]
    private let dittoMarks: Set<String>
    /// By byte: whether a ditto mark, or what people put around one, may begin with it.
    private let dittoLeads: [Bool]
    /// The same of the third letter of a ditto mark that begins with `nh`, as `Nhân viên` does and is none.
    private let dittoThirds: [Bool]
    private let marks: Set<String>

    /// Reads the table of words.
    ///
    /// - Throws: `ReferenceError` with the line and what was expected there.
    public init(_ table: ReferenceTable) throws(ReferenceError) {
        let kindColumn = try table.column("kind")
        let wordColumn = try table.column("word")
        var phrases: [Kind: [String: [LineWords]]] = [:]
        var (fillers, dittoMarks, marks): ([String], Set<String>, Set<String>) = ([], [], [])
        for row in table.rows {
            guard let kind = Kind(rawValue: row.cells[kindColumn]) else {
                let kinds = Kind.allCases.map(\.rawValue).joined(separator: ", ")
                throw table.mistake(in: row, column: "kind", expected: "one of \(kinds)")
            }
            let word = row.cells[wordColumn]
            switch kind {
            case .ditto: dittoMarks.insert(Self.dittoCore(word))
            case .mark: marks.insert(lowered(word))
            case .headingFiller: fillers.append(word)
            default:
                let phrase = LineWords(word)
                guard let first = phrase.plain.first else {
                    throw table.mistake(in: row, column: "word", expected: "a word")
                }
                phrases[kind, default: [:]][first, default: []].append(phrase)
            }
        }
        self.phrases = phrases.mapValues { byFirst in
            byFirst.mapValues { $0.sorted { $0.plain.count > $1.plain.count } }
        }
        headingFillers = fillers
        self.dittoMarks = dittoMarks
        dittoLeads = Self.leads(of: dittoMarks.compactMap(\.unicodeScalars.first)) { lead in
            // Letters other than n and digits open no ditto mark.
            (lead | 0x20) &- 0x61 < 26 ? lead | 0x20 == UInt8(ascii: "n") : !isDigit(lead)
        }
        dittoThirds = Self.leads(
            of: dittoMarks.filter { $0.hasPrefix("nh") }.compactMap { $0.unicodeScalars.dropFirst(2).first })
        self.marks = marks
    }

    func isDitto(_ text: String) -> Bool {
        var text = text
        return text.withUTF8 { isDitto($0) }
    }

    /// Whether a text in UTF-8 repeats the value above.
    func isDitto(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        guard text.count > 0, text.count <= 20, let first = text.first(where: { $0 > 0x20 }), dittoLeads[Int(first)]
        else {
            return false
        }
        // `Nam`, `Nông dân`: of the words with n only `nt` and `như trên` are ditto marks.
        if first | 0x20 == UInt8(ascii: "n") {
            guard text.count > 1, "tThH./-".utf8.contains(text[1]) else { return false }
            if text[1] | 0x20 == UInt8(ascii: "h"), text.count > 2, !dittoThirds[Int(text[2])] { return false }
        }
        return dittoMarks.contains(Self.plainDittoCore(text) ?? Self.dittoCore(String(decoding: text, as: UTF8.self)))
    }

    /// By byte: whether one of the scalars, in capital or small, or what people put around a ditto mark may begin with
    /// it.
    private static func leads(
        of scalars: [Unicode.Scalar], where isLead: (UInt8) -> Bool = { _ in true }
    ) -> [Bool] {
        var leads = [Bool](repeating: false, count: 0x100)
        let opening = scalars.flatMap { scalar in
            "\(scalar)\(Character(scalar).lowercased())\(Character(scalar).uppercased())".unicodeScalars
        }
        for scalar in opening + decoration + quotes + ["\u{A0}", " "] {
            guard let lead = String(scalar).utf8.first else { continue }
            leads[Int(lead)] = isLead(lead)
        }
        return leads
    }

    /// A ditto mark without what people put around it: blanks, dashes, points, brackets. Quotation marks of every kind,
    /// one or several, are one; around other marks they go as well.
    private static func dittoCore(_ text: String) -> String {
        let marks = text.lowercased().unicodeScalars.filter { scalar in
            scalar.value > 0x20 && scalar.value != 0xA0 && !decoration.contains(scalar)
        }
        let core = marks.filter { !quotes.contains($0) }
        if !core.isEmpty { return String(String.UnicodeScalarView(core)) }
        return marks.isEmpty ? "" : "\""
    }

    /// The ``dittoCore(_:)`` of a text in ASCII; nil for any other.
    private static func plainDittoCore(_ text: UnsafeBufferPointer<UInt8>) -> String? {
        var hasQuote = false
        var isPlain = true
        let core = String(unsafeUninitializedCapacity: text.count) { core in
            var count = 0
            for byte in text where byte > 0x20 {
                switch byte {
                case UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "_"),
                    UInt8(ascii: "="), UInt8(ascii: "<"), UInt8(ascii: ">"):
                    break
                case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "`"): hasQuote = true
                case 0x80...: isPlain = false
                default:
                    core[count] = isCapital(byte) ? byte | 0x20 : byte
                    count += 1
                }
            }
            return isPlain ? count : 0
        }
        return !isPlain ? nil : core.isEmpty && hasQuote ? "\"" : core
    }

    private static let decoration = Set("-–—.…()_=<>".unicodeScalars)
    private static let quotes = Set("\"'`´“”„‟‘’″ʺ〃".unicodeScalars)

    func isMark(_ text: String) -> Bool {
        text.utf8.count <= 8 && marks.contains(lowered(trimmed(text)))
    }

    /// How many words the longest phrase of the kind has with which the line begins; nil where it begins with none.
    func opening(_ line: LineWords, _ kind: Kind) -> Int? { phrase(of: kind, in: line, at: 0)?.plain.count }

    /// Whether the line is a phrase of the kind, no more and no less.
    func isPhrase(_ line: LineWords, _ kind: Kind) -> Bool { opening(line, kind) == line.plain.count }

    /// Whether a phrase of the kind stands anywhere in the line.
    func mentions(_ line: LineWords, _ kind: Kind) -> Bool {
        line.plain.indices.contains { phrase(of: kind, in: line, at: $0) != nil }
    }

    /// A section's text without the label before it: `Đơn vị: Phòng Nội vụ` is `Phòng Nội vụ`.
    func withoutLabel(_ text: String) -> String {
        guard let colon = text.utf8.firstIndex(of: UInt8(ascii: ":")),
            isPhrase(LineWords(String(text[..<colon])), .sectionLabel)
        else { return text }
        let rest = trimmed(String(text[text.utf8.index(after: colon)...]))
        return CellShape(rest).letters > 1 ? rest : text
    }

    /// A section's text without the count of its people behind it: `Phòng Nội vụ: 2 đồng chí`, `Phòng Nội vụ (02)`.
    func withoutCount(_ text: String) -> String {
        guard let cut = text.lastIndex(where: { $0 == ":" || $0 == "(" || $0 == "-" }), cut > text.startIndex else {
            return text
        }
        let tail = LineWords(String(text[text.index(after: cut)...]))
        guard let number = tail.plain.first, number.utf8.count <= 4, number.utf8.allSatisfy(isDigit) else {
            return text
        }
        let noun = tail.dropFirst(1)
        guard noun.isEmpty ? text[cut] != "-" : isPhrase(noun, .countNoun) else { return text }
        return trimmed(String(text[..<cut]))
    }

    private func phrase(of kind: Kind, in line: LineWords, at start: Int) -> LineWords? {
        guard start < line.plain.count else { return nil }
        return phrases[kind]?[line.plain[start]]?.first { line.matches($0, at: start) }
    }

    /// Whether the words read as a person's name: few, with one in the middle that only names have.
    func isName(_ line: LineWords) -> Bool {
        (3...6).contains(line.plain.count)
            && (1..<line.plain.count - 1).contains { phrase(of: .middleName, in: line, at: $0) != nil }
    }

    /// How high a section of these words stands by what it names: place, body, part of a body, kind of staff.
    func rank(ofSection line: LineWords) -> SectionRank {
        if opening(line, .category) != nil { return .category }
        if opening(line, .level) != nil { return .level }
        let place = opening(line, .place) ?? 0
        let organisation = opening(line, .organisation) ?? 0
        if place > 0 || organisation > 0 { return organisation > place ? .organisation : .place }
        return opening(line, .division) != nil ? .division : .other
    }
}

/// What a section names, outermost first.
enum SectionRank: Int, Comparable, Sendable {
    case level, place, organisation, division, category, other

    static func < (left: SectionRank, right: SectionRank) -> Bool { left.rawValue < right.rawValue }
}

/// ASCII letters made small; marks of other scripts stay, as the table spells them.
private func lowered(_ text: String) -> String {
    String(decoding: text.utf8.map { isCapital($0) ? $0 | 0x20 : $0 }, as: UTF8.self)
}
