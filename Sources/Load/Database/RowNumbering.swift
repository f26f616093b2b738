// The ids of rows and sheets of a run: `row_id` runs over files in path order, their sheets, their rows.

import Personnel

/// Finds the `row_id` of a place and the record of a row.
struct RowNumbering {
    private let register: Register
    /// The `row_id` before the first of each file.
    private let bases: [Int64]
    init(_ register: Register) {
        self.register = register
        var bases: [Int64] = []
        var next: Int64 = 0
        for rows in register.rows {
            bases.append(next)
            next += Int64(rows.count)
        }
        self.bases = bases
    }

    /// The `row_id` of a file's row by its position in `Register.rows`.
    func id(file: Int, index: Int) -> Int64 { bases[file] + Int64(index) + 1 }

    /// The position of a place's row among its file's rows; nil where the place is a whole file or sheet, or no row of
    /// the account.
    func index(of place: RowReference) -> Int? {
        guard place.row > 0, register.rows.indices.contains(Int(place.file)) else { return nil }
        let rows = register.rows[Int(place.file)]
        var (low, high) = (0, rows.count)
        while low < high {
            let middle = (low + high) / 2
            if (rows[middle].sheet, rows[middle].number) < (place.sheet, place.row) {
                low = middle + 1
            } else {
                high = middle
            }
        }
        guard low < rows.count, rows[low].sheet == place.sheet, rows[low].number == place.row else { return nil }
        return low
    }

    /// The `row_id` of a place; nil as for `index(of:)`.
    func id(of place: RowReference) -> Int64? {
        index(of: place).map { id(file: Int(place.file), index: $0) }
    }

    /// The `row_id` of a place that must be a row of the account.
    func requiredID(of place: RowReference) throws(LoadError) -> Int64 {
        guard let id = id(of: place) else {
            throw .inconsistent(
                "file \(place.file + 1), sheet \(place.sheet + 1), row \(place.row) is not in the account")
        }
        return id
    }

    /// The position in `Register.records` of the person row at a place; nil for other rows.
    func record(at place: RowReference) -> Int32? {
        index(of: place).flatMap { register.rows[Int(place.file)][$0].record }
    }

    /// Does `body` for every record with its `row_id`, in order.
    func forEachRecord(_ body: (_ id: Int64, _ record: Int) throws -> Void) rethrows {
        for (file, entries) in register.rows.enumerated() {
            for (index, entry) in entries.enumerated() {
                if let record = entry.record { try body(id(file: file, index: index), Int(record)) }
            }
        }
    }

    /// The name of the sheet of a place; nil where the whole file is meant.
    func sheetName(of place: RowReference) -> String? {
        guard place.sheet >= 0 else { return nil }
        let sheets = register.files[Int(place.file)].sheets
        return Int(place.sheet) < sheets.count ? sheets[Int(place.sheet)] : ""
    }
}
