// Tables of what rows say: every value that some row gave, which of them stand, and the cells that reading changed.

import Personnel

extension Filling {
    func fillRowValues() throws {
        let pool = register.pool
        let chosen = chosenValues()
        let columns = "row_id, chosen, " + StoredField.all.map(\.field.name).joined(separator: ", ")
        try fill("row_value", columns) { insert in
            for (record, chosen) in zip(register.records, chosen) {
                insert.bind(1, try id(of: record.place))
                insert.bind(2, chosen)
                for (index, stored) in StoredField.all.enumerated() {
                    stored.bind(Int32(index + 3), of: record, in: pool, to: insert)
                }
                try insert.insert()
            }
        }
    }

    /// For each record the bits of `row_value.chosen`.
    private func chosenValues() -> [Int64] {
        var chosen = [Int64](repeating: 0, count: register.records.count)
        for person in consolidation.people {
            for (bit, stored) in StoredField.all.enumerated() {
                let source = Int(person.sources[Int(stored.field.rawValue)])
                guard source < person.records.count else { continue }
                let record = Int(person.records[source])
                if register.records[record].hasValue(of: stored.field) { chosen[record] |= 1 << Int64(bit) }
            }
        }
        return chosen
    }

    /// In order of row and field: the order of the table's key, so that every row is appended.
    func fillOriginalValues() throws {
        let pool = register.pool
        try fill("original_value", "row_id, field, original") { insert in
            for record in register.records where !record.originals.isEmpty {
                insert.bind(1, try id(of: record.place))
                for stored in StoredField.all where stored.bindOriginal(3, of: record, in: pool, to: insert) {
                    insert.bind(2, stored.field.name)
                    try insert.insert()
                }
            }
        }
    }

    /// How many person rows of each file have a value of each field, and how many were changed by reading them.
    func fillFieldCounts() throws {
        let fields = StoredField.all.map(\.field)
        let width = Field.allCases.count
        var filled = [Int](repeating: 0, count: register.files.count * width)
        var changed = filled
        for record in register.records {
            let base = Int(record.place.file) * width
            for field in fields where record.hasValue(of: field) { filled[base + Int(field.rawValue)] += 1 }
            var seen: Set<Field> = []
            for original in record.originals {
                let field = StoredField.stored(as: original.field)
                if seen.insert(field).inserted { changed[base + Int(field.rawValue)] += 1 }
            }
        }
        try fill("field_count", "file_id, field, filled, changed") { insert in
            for file in register.files.indices {
                insert.bind(1, file + 1)
                for field in fields {
                    let index = file * width + Int(field.rawValue)
                    guard filled[index] > 0 || changed[index] > 0 else { continue }
                    insert.bind(2, field.name)
                    insert.bind(3, filled[index])
                    insert.bind(4, changed[index])
                    try insert.insert()
                }
            }
        }
    }
}
