// Tables of what came in: files, rows, the cells of rejected rows and of columns that nobody claims.

import Personnel

extension RowFilling {
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

    func fillRejectedCells() throws {
        try fill("rejected_cell", "row_id, position, heading, value") { insert in
            for row in register.rejected {
                insert.bind(1, try rows.requiredID(of: row.place))
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
                insert.bind(1, try rows.requiredID(of: record.place))
                for (column, extra) in register.extras[record.extras.range].enumerated() {
                    insert.bind(2, column + 1)
                    pool.withUTF8(of: extra.heading) { insert.bind(3, utf8: $0) }
                    pool.withUTF8(of: extra.text) { insert.bind(4, utf8: $0) }
                    try insert.insert()
                }
            }
        }
    }
}

extension Section {
    /// The heading as a list writes it: `A. XÃ NÀ SÁY`.
    var line: String { marker.isEmpty ? text : marker + ". " + text }
}
