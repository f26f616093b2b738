// The words that come again in a column: they show where the values of a shifted row belong.

import Personnel
import Synchronization

/// The words that stand at least twice in a column of some rows; looked for once a row asks, which few tables have.
final class UsualTexts: Sendable {
    private let rows: [SheetRow]
    private let columns: [Int]
    /// By column; nil until somebody asks.
    private let found = Mutex<[Int: Set<String>]?>(nil)

    /// Of the first rows of a table.
    init(of rows: [SheetRow], _ layout: TableLayout) {
        self.rows = rows
        columns = layout.formed.filter { $0.field != .ordinal && $0.field != .note }.map(\.column)
    }

    func contains(_ text: String, in column: Int) -> Bool {
        found.withLock { found in
            let texts = found ?? search()
            found = texts
            return texts[column]?.contains(text) == true
        }
    }

    private func search() -> [Int: Set<String>] {
        var usual: [Int: Set<String>] = [:]
        for column in columns {
            // A pool knows texts by their bytes: most come once, and are never made a `String` of.
            var seen = TextPool()
            var isUsual = [true]
            for row in rows where row.isFilled(column) {
                row.cells.withBytes { cells in
                    guard CellShape(cells[column]).isText else { return }
                    let code = Int(seen.code(forUTF8: cells[column]).rawValue)
                    if code == isUsual.count {
                        isUsual.append(false)
                    } else if !isUsual[code] {
                        isUsual[code] = true
                        usual[column, default: []].insert(row.cells[column])
                    }
                }
            }
        }
        return usual
    }
}
