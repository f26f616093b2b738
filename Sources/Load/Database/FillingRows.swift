// The table of rows: what each is, whose it is, and which of its values stand.

import Personnel

extension Filling {
    func packRows(_ packer: Packer) throws {
        let columns = "row_id, file_id, sheet, row_number, kind, person_id, chosen, context_id, fingerprint"
        let chosen = chosenValues()
        try pack(packer, "source_row", columns, rows: register.rows.reduce(0) { $0 + $1.count }) { insert in
            for (file, entries) in register.rows.enumerated() {
                var (sheet, sheetName): (Int16?, String) = (nil, "")
                for (index, entry) in entries.enumerated() {
                    if entry.sheet != sheet {
                        sheet = entry.sheet
                        sheetName = rows.sheetName(of: RowReference(file: Int32(file), sheet: entry.sheet)) ?? ""
                    }
                    insert.bind(1, rows.id(file: file, index: index))
                    insert.bind(2, file + 1)
                    insert.bind(3, sheetName)
                    insert.bind(4, Int64(entry.number))
                    insert.bind(5, entry.kind.rawValue)
                    if let record = entry.record { bind(record, chosen: chosen, to: insert) }
                    try insert.insert()
                }
            }
        }
    }

    /// Binds what only person rows have.
    private func bind(_ record: Int32, chosen: [Int64], to insert: PackedInsert) {
        let (people, owner) = (consolidation.people, person(ofRecord: record))
        insert.bind(6, owner.map { people.id(of: $0) })
        let isOnly = owner.map { people.onlyRecord(of: $0) != nil } ?? false
        insert.bind(7, isOnly ? valuesOfRow(record) : chosen[Int(record)])
        insert.bind(8, register.records[Int(record)].context + 1)
        let fingerprint = consolidation.history.fingerprint(ofRecord: Int(record))
        insert.bind(9, fingerprint.map { Int64(bitPattern: $0) })
    }

    /// A bit for each value of a row, as in `source_row.chosen`: of a person's only row all of them stand.
    private func valuesOfRow(_ record: Int32) -> Int64 {
        var values: Int64 = 0
        for (bit, stored) in StoredField.all.enumerated() {
            if register.records[Int(record)].hasValue(of: stored.field) { values |= 1 << Int64(bit) }
        }
        return values
    }

    /// For each record of people who are not their only row the bits of `source_row.chosen`.
    private func chosenValues() -> [Int64] {
        var chosen = [Int64](repeating: 0, count: register.records.count)
        let people = consolidation.people
        for position in people.indices where people.onlyRecord(of: position) == nil {
            let person = people[position]
            let sources = person.sources
            for (bit, stored) in StoredField.all.enumerated() {
                let source = Int(sources[Int(stored.field.rawValue)])
                guard source < person.records.count else { continue }
                let record = Int(person.records[source])
                if register.records[record].hasValue(of: stored.field) { chosen[record] |= 1 << Int64(bit) }
            }
        }
        return chosen
    }
}
