// The table of rows: what each is, whose it is, and which of its values stand.

import Personnel

extension Filling {
    func packRows(_ packer: Packer) throws {
        let columns = "row_id, file_id, sheet, row_number, kind, person_id, context_id, chosen, fingerprint"
        let chosen = chosenValues()
        try pack(packer, "source_row", columns, rows: register.rows.reduce(0) { $0 + $1.count }) { insert in
            for (file, entries) in register.rows.enumerated() {
                var sheet: Int16?
                insert.bind(2, file + 1)
                for (index, entry) in entries.enumerated() {
                    insert.bind(1, rows.id(file: file, index: index))
                    if entry.sheet != sheet {
                        sheet = entry.sheet
                        let place = RowReference(file: Int32(file), sheet: entry.sheet)
                        insert.bind(3, rows.sheetName(of: place) ?? "")
                    }
                    insert.bind(4, Int64(entry.number))
                    insert.bind(5, entry.kind.rawValue)
                    insert.bind(6, entry.record.flatMap(person(ofRecord:)).map { consolidation.people[$0].id })
                    insert.bind(7, entry.record.map { register.records[Int($0)].context + 1 })
                    insert.bind(8, entry.record.map { chosen[Int($0)] })
                    let fingerprint = entry.record.flatMap { consolidation.history.fingerprint(ofRecord: Int($0)) }
                    insert.bind(9, fingerprint.map { Int64(bitPattern: $0) })
                    try insert.insert()
                }
            }
        }
    }

    /// For each record the bits of `source_row.chosen`.
    private func chosenValues() -> [Int64] {
        var chosen = [Int64](repeating: 0, count: register.records.count)
        let fields = StoredField.all.map(\.field)
        forEachPerson { _, person in
            for (bit, field) in fields.enumerated() {
                let source = Int(person.sources[Int(field.rawValue)])
                guard source < person.records.count else { continue }
                let record = Int(person.records[source])
                if register.records[record].hasValue(of: field) { chosen[record] |= 1 << Int64(bit) }
            }
        }
        return chosen
    }
}
