// The ids of rows and sheets of a run: `row_id` runs over files in path order, their sheets, their rows.

import Personnel

/// Finds the `row_id` of a place and the person of a row.
struct RowNumbering {
    private let register: Register
    /// The `row_id` before the first of each file.
    private let bases: [Int64]
    /// The position in `Consolidation.people` of each record's person; -1 for a record that belongs to nobody.
    private let owners: [Int32]

    init(_ consolidation: Consolidation) {
        register = consolidation.register
        var bases: [Int64] = []
        var next: Int64 = 0
        for rows in register.rows {
            bases.append(next)
            next += Int64(rows.count)
        }
        self.bases = bases
        var owners = [Int32](repeating: -1, count: register.records.count)
        for (position, person) in consolidation.people.enumerated() {
            for record in person.records { owners[Int(record)] = Int32(position) }
        }
        self.owners = owners
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

    /// The position in `Consolidation.people` of a record's person.
    func person(ofRecord record: Int32) -> Int? {
        let owner = owners[Int(record)]
        return owner < 0 ? nil : Int(owner)
    }

    /// The position in `Consolidation.people` of the person of the row at a place.
    func person(at place: RowReference) -> Int? {
        guard let index = index(of: place), let record = register.rows[Int(place.file)][index].record else {
            return nil
        }
        return person(ofRecord: record)
    }

    /// The name of the sheet of a place; nil where the whole file is meant.
    func sheetName(of place: RowReference) -> String? {
        guard place.sheet >= 0 else { return nil }
        let sheets = register.files[Int(place.file)].sheets
        return Int(place.sheet) < sheets.count ? sheets[Int(place.sheet)] : ""
    }
}
