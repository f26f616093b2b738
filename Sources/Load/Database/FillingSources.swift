// Tables of what came in: files, rows, the cells of rejected rows and of columns that nobody claims.

import Personnel

extension Filling {
    func fillFiles() throws {
        let columns = """
            file_id, path, sender, sha256, bytes, format, encoding, encoding_confidence, list_date, row_count, status, \
            message
            """
        try fill("source_file", columns) { insert in
            for (index, file) in register.files.enumerated() {
                insert.bind(1, index + 1)
                insert.bind(2, file.path)
                insert.bind(3, file.sender)
                insert.bind(4, file.sha256)
                insert.bind(5, file.byteCount)
                insert.bind(6, file.format)
                insert.bind(7, file.encoding)
                insert.bind(8, file.encodingConfidence)
                insert.bind(9, file.listDate)
                insert.bind(10, register.rows[index].count)
                insert.bind(11, file.status.rawValue)
                insert.bind(12, file.message)
                try insert.insert()
            }
        }
    }

    func fillContexts() throws {
        try fill("row_context", "context_id, sheet, titles, sections") { insert in
            for (index, context) in register.contexts.enumerated() {
                insert.bind(1, index + 1)
                insert.bind(2, context.sheet)
                insert.bind(3, jsonArray(context.titles))
                insert.bind(4, jsonArray(context.sections.map(\.line)))
                try insert.insert()
            }
        }
    }

    func fillRows() throws {
        let columns = "row_id, file_id, sheet, row_number, kind, person_id, context_id, fingerprint"
        try fill("source_row", columns) { insert in
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
                    insert.bind(6, entry.record.flatMap(rows.person(ofRecord:)).map { consolidation.people[$0].id })
                    insert.bind(7, entry.record.map { register.records[Int($0)].context + 1 })
                    let fingerprint = entry.record.flatMap { consolidation.history.fingerprint(ofRecord: Int($0)) }
                    insert.bind(8, fingerprint.map { Int64(bitPattern: $0) })
                    try insert.insert()
                }
            }
        }
    }

    func fillRejectedCells() throws {
        try fill("rejected_cell", "row_id, position, heading, value") { insert in
            for row in register.rejected {
                insert.bind(1, try id(of: row.place))
                for (column, cell) in row.cells.enumerated() {
                    insert.bind(2, column + 1)
                    insert.bind(3, column < row.headings.count ? row.headings[column] : "")
                    insert.bind(4, cell)
                    try insert.insert()
                }
            }
        }
    }

    func fillExtraValues() throws {
        let pool = register.pool
        try fill("extra_value", "row_id, position, heading, value") { insert in
            for record in register.records where !record.extras.isEmpty {
                insert.bind(1, try id(of: record.place))
                for (column, extra) in record.extras.enumerated() {
                    insert.bind(2, column + 1)
                    pool.withUTF8(of: extra.heading) { insert.bind(3, utf8: $0) }
                    pool.withUTF8(of: extra.text) { insert.bind(4, utf8: $0) }
                    try insert.insert()
                }
            }
        }
    }

    /// The `row_id` of a place that must be a row of the account.
    func id(of place: RowReference) throws(LoadError) -> Int64 {
        guard let id = rows.id(of: place) else {
            throw .inconsistent(
                "file \(place.file + 1), sheet \(place.sheet + 1), row \(place.row) is not in the account")
        }
        return id
    }
}

extension Section {
    /// The heading as a list writes it: `A. XÃ NÀ SÁY`.
    var line: String { marker.isEmpty ? text : marker + ". " + text }
}
