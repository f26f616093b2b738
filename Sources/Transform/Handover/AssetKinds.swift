// What kind of thing or balance an item is, told by the sections over it, its columns or its own words.

public import Personnel

/// The kinds of a pipeline's table, in its order.
public struct AssetKinds: Sendable {
    struct Kind: Sendable {
        let key: String
        let name: String
        let isBalance: Bool
        let phrases: [Phrase]
    }

    /// Words with their marks: `bàn` is a table, `ban` a board, and `tài sản` holds no yard (`sân`).
    struct Phrase: Sendable {
        let marked: [String]
        let keys: [String]

        init(_ text: String) {
            let words = UnitText(text).words
            (marked, keys) = (words.map(\.marked), words.map(\.key))
        }

        /// Where the phrase stands in a text; without marks a single word tells nothing.
        func range(in text: UnitText) -> Range<Int>? {
            if text.hasMarks { return text.words.map(\.marked).firstRange(of: marked) }
            return keys.count > 1 ? text.keys.firstRange(of: keys) : nil
        }
    }

    let kinds: [Kind]

    /// - Parameter table: columns `kind`, `of` (`asset` or `balance`), `name`, `words` (parted by `;`); the last of each
    ///   is for what no words tell.
    public init(_ table: ReferenceTable) throws(ReferenceError) {
        let (kind, of, name, words) = (
            try table.column("kind"), try table.column("of"), try table.column("name"), try table.column("words")
        )
        var kinds: [Kind] = []
        for row in table.rows {
            guard ["asset", "balance"].contains(row.cells[of]) else {
                throw table.mistake(in: row, column: "of", expected: "asset or balance")
            }
            guard !row.cells[kind].isEmpty, !kinds.contains(where: { $0.key == row.cells[kind] }) else {
                throw table.mistake(in: row, column: "kind", expected: "a name that no other kind has")
            }
            guard !row.cells[name].isEmpty else { throw table.mistake(in: row, column: "name", expected: "a name") }
            kinds.append(
                Kind(
                    key: row.cells[kind], name: row.cells[name], isBalance: row.cells[of] == "balance",
                    phrases: row.cells[words].split(separator: ";").map { Phrase(String($0)) }))
        }
        for isBalance in [false, true] where !kinds.contains(where: { $0.isBalance == isBalance }) {
            throw ReferenceError(
                path: table.path, line: (table.rows.last?.line ?? 1) + 1, column: "of",
                expected: "a kind of \(isBalance ? "balance" : "asset")", found: "")
        }
        self.kinds = kinds
    }

    /// The name of a kind, for people.
    public func name(of key: String) -> String { kinds.first { $0.key == key }?.name ?? key }

    /// Whether a section's words begin with a kind of asset or balance: then they name no unit.
    public func isKind(_ text: String) -> Bool {
        let text = UnitText(text)
        return kinds.contains { kind in kind.phrases.contains { $0.range(in: text)?.lowerBound == 0 } }
    }

    /// The kind of an item: of the nearest section that tells one, else of its own words, else of the titles, else the
    /// last of the table.
    func kind(name: String, own: String, context: AssetContext) -> String {
        let known = kinds.filter { $0.isBalance == context.isBalance }
        let hasSections = context.kindTexts.contains { isKind($0) }
        let near = hasSections ? Array(context.kindTexts.reversed()) : []
        let texts = [own] + near + [name] + (hasSections ? [] : context.kindTexts.reversed())
        for text in texts where !text.isEmpty {
            let words = UnitText(text)
            // The earliest words tell (`Nhà để xe ô tô` is a building), of two at one place the longer.
            var best: (place: Int, length: Int, key: String)?
            for kind in known {
                for phrase in kind.phrases {
                    guard let range = phrase.range(in: words) else { continue }
                    let isBetter =
                        best.map {
                            range.lowerBound < $0.place
                                || range.lowerBound == $0.place && range.count > $0.length
                        } ?? true
                    if isBetter { best = (range.lowerBound, range.count, kind.key) }
                }
            }
            if let best { return best.key }
        }
        return known.last?.key ?? ""
    }
}
