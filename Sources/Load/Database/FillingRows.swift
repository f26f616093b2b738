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
                    if let record = entry.record { bind(record, chosen: chosen[Int(record)], to: insert) }
                    try insert.insert()
                }
            }
        }
    }

    /// Binds what only person rows have.
    private func bind(_ record: Int32, chosen: Int64, to insert: PackedInsert) {
        insert.bind(6, person(ofRecord: record).map { consolidation.people.id(of: $0) })
        insert.bind(7, chosen)
        insert.bind(8, register.records[Int(record)].context + 1)
        let fingerprint = consolidation.history.fingerprint(ofRecord: Int(record))
        insert.bind(9, fingerprint.map { Int64(bitPattern: $0) })
    }

    /// For each record the bits of `source_row.chosen`.
    private func chosenValues() -> [Int64] {
        var chosen = [Int64](repeating: 0, count: register.records.count)
        let fields = StoredField.all.map(\.field)
        for position in consolidation.people.indices {
            // Of a person's only row every value stands.
            if let record = consolidation.people.onlyRecord(of: position).map(Int.init) {
                for (bit, field) in fields.enumerated() where register.records[record].hasValue(of: field) {
                    chosen[record] |= 1 << Int64(bit)
                }
                continue
            }
            let person = consolidation.people[position]
            let sources = person.sources
            for (bit, field) in fields.enumerated() {
                let source = Int(sources[Int(field.rawValue)])
                guard source < person.records.count else { continue }
                let record = Int(person.records[source])
                if register.records[record].hasValue(of: field) { chosen[record] |= 1 << Int64(bit) }
            }
        }
        return chosen
    }
}
