// Cán bộ, công chức, viên chức, hợp đồng, không chuyên trách: from the column, or what stands around the row.
import Personnel
import Vietnamese

/// Reads a person's category.
///
/// Law on Cadres and Civil Servants 2008, article 4; Law on Public Employees 2010, article 2; Decree 111/2022/NĐ-CP on
/// contracts; Decree 33/2023/NĐ-CP on cadres, civil servants and part-time workers of communes.
struct CategoryReader: Sendable {
    private let inColumn: Vocabulary<Category?>
    private let inContext: Vocabulary<Category?>

    /// From a table with the columns `category` (or `none`, for words that look like one), `where` (`column`, `context`
    /// or `both`) and `written`.
    init(_ table: ReferenceTable) throws(ReferenceError) {
        let placeColumn = try table.column("where")
        for row in table.rows where !["column", "context", "both"].contains(row.cells[placeColumn]) {
            throw table.mistake(in: row, column: "where", expected: "column, context or both")
        }
        func vocabulary(_ place: String) throws(ReferenceError) -> Vocabulary<Category?> {
            try Vocabulary(
                table, meaning: "category", expected: "a category, or none",
                parse: { $0 == "none" ? .some(nil) : Category(rawValue: $0).map { .some($0) } },
                includes: { [place, "both"].contains($0.cells[placeColumn]) })
        }
        inColumn = try vocabulary("column")
        inContext = try vocabulary("context")
    }

    /// The category of a cell of its own column; nil where the words name none, or several.
    func read(_ text: String) -> Category? { Self.only(inColumn.meanings(in: text)) }

    /// The category that stands over a row: the innermost section that names one, else the sheet, else the nearest
    /// title. The lines are remembered by `memo`.
    func category(of context: RowContext, memo: inout Memo<Category?>) -> Category? {
        for var text in context.sections.reversed().map(\.text) + [context.sheet] + context.titles.reversed() {
            let category = text.withUTF8 { memo.reading(of: $0) { Self.only(inContext.meanings(in: $0)) } }
            if let category { return category }
        }
        return nil
    }

    /// The category with which a position opens (`Công chức Văn hóa - Xã hội`). Of `Cán bộ` nothing follows: every
    /// second officer is called so.
    func category(ofPosition text: String) -> Category? {
        guard let first = inContext.opening(of: text), let category = first, category != .cadre else { return nil }
        return category
    }

    /// Whether a rank contradicts a category that the column states.
    ///
    /// Cadres and public employees do hold civil-service ranks (`01.003`, `06.031`), and contracts are paid by any
    /// rank. But a civil servant has no professional title of public employees, and part-time workers have no rank at
    /// all.
    func contradicts(_ stated: Category, rank: KnownRank) -> Bool {
        switch stated {
        case .civilServant: rank.code.hasPrefix("V.")
        case .partTime: true
        case .cadre, .publicEmployee, .contract: false
        }
    }

    /// `Cán bộ không chuyên trách` is part-time and `viên chức hợp đồng` a contract; else the words must name one only.
    private static func only(_ named: [Category?]) -> Category? {
        let named = Set(named.compactMap { $0 })
        if named.contains(.partTime) { return .partTime }
        if named.contains(.contract) { return .contract }
        return named.count == 1 ? named.first : nil
    }
}
