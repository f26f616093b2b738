// Reads the titles that a position names: `Phó Bí thư, Chủ tịch UBND xã Na Sang` is a chair of the People's Committee.

public import Personnel

/// A title of the kind that seats have.
struct NamedTitle: Sendable, Equatable {
    var role: String
    /// nil where the text does not say of what body.
    var body: String?
    /// The kind of unit that is named after it (`phường`); nil where none is.
    var unitKind: UnitKind?
    /// The unit with its name, where one stands after the title; else empty.
    var place = ""
}

/// Reads positions by the pipeline's words for roles, bodies and kinds of unit.
public struct TitleReader: Sendable {
    private enum Meaning: Sendable {
        case role(String)
        case body(String)
        case kind(UnitKind)
        case filler
        /// Another body than those with seats: what stands before it is no title of ours.
        case other
    }

    private let words: PhraseTable<Meaning>

    /// - Parameter table: `title-words.csv`: words (parted by `;`), meaning (`role`, `body`, `kind`, `filler`, `other`),
    ///   value.
    public init(_ table: ReferenceTable) throws(ReferenceError) {
        let (written, meaning, value) = (
            try table.column("words"), try table.column("meaning"), try table.column("value")
        )
        var words = PhraseTable<Meaning>()
        for row in table.rows {
            let text = row.cells[value]
            let known: Meaning
            switch row.cells[meaning] {
            case "role" where !text.isEmpty: known = .role(text)
            case "body" where !text.isEmpty: known = .body(text)
            case "kind" where !text.isEmpty: known = .kind(text)
            case "filler": known = .filler
            case "other": known = .other
            default:
                throw table.mistake(
                    in: row, column: "meaning", expected: "role, body or kind with a value, filler or other")
            }
            for phrase in row.cells[written].split(separator: ";") { words.add(phrase: String(phrase), known) }
        }
        self.words = words
    }

    /// The titles in their order; those of other bodies (the Front, unions) and of offices are none.
    func read(_ raw: String) -> [NamedTitle] {
        let text = UnitText(raw)
        var titles: [NamedTitle] = []
        var index = 0
        while index < text.words.count {
            guard case .role(let role)? = words.longest(in: text.keys, at: index)?.value else {
                index += 1
                continue
            }
            index += words.longest(in: text.keys, at: index)?.count ?? 1
            if let title = title(role, text, &index) { titles.append(title) }
        }
        return titles
    }

    /// The title of a role, with the body and place that follow it; nil where it is a role of something else.
    private func title(_ role: String, _ text: UnitText, _ index: inout Int) -> NamedTitle? {
        var title = NamedTitle(role: role)
        while index < text.words.count {
            let found = words.longest(in: text.keys, at: index)
            let follows = text.words[index].followsBreak
            switch found?.value {
            case .filler?: index += found?.count ?? 1
            case .body(let body)? where title.body == nil && !(follows && title.unitKind != nil):
                if follows { return title }
                title.body = body
                index += found?.count ?? 1
            case .body(let body)?:
                // `Trưởng Ban Pháp chế HĐND`: a committee of the council. `Chủ tịch HĐND, UBND`: another body.
                if follows || title.unitKind != nil { return title }
                if body != "council" { return title }
                index += found?.count ?? 1
            case .kind(let kind)?:
                if follows && title.body == nil { return title }
                title.unitKind = kind
                title.place = place(text, &index)
                return title
            case .role?: return title
            case .other?:
                index += found?.count ?? 1
                return title.body == nil ? nil : title
            case nil:
                // `Chủ tịch Hội Nông dân`, `Phó Trưởng ban Tổ chức`: the role of a body that is none of ours.
                return title.body == nil && !follows ? nil : title
            }
        }
        return title
    }

    /// A unit with its name: from its kind to the next break or role.
    private func place(_ text: UnitText, _ index: inout Int) -> String {
        let start = text.words[index].range.lowerBound
        var end = text.words[index].range.upperBound
        index += words.longest(in: text.keys, at: index)?.count ?? 1
        while index < text.words.count, !text.words[index].followsBreak {
            if case .role? = words.longest(in: text.keys, at: index)?.value { break }
            end = text.words[index].range.upperBound
            index += 1
        }
        return String(decoding: Array(text.text.utf8)[start..<end], as: UTF8.self)
    }
}
