// The table of what rows say: every value that some row gave, and the cells that reading changed.

import Personnel

extension RowFilling {
    func packRowValues(_ packer: Packer) throws {
        try register.pool.lend { texts in try packRowValues(packer, texts) }
    }

    private func packRowValues(_ packer: Packer, _ texts: TextPool.Loan) throws {
        let (pool, records, fields) = (register.pool, register.records, StoredField.all)
        let columns = "row_id, " + fields.map(\.field.name).joined(separator: ", ") + ", originals"
        var originals = OriginalCells(texts: texts)
        try pack(packer, "row_value", columns) { insert in
            let last = Int32(fields.count + 2)
            try rows.forEachRecord { id, position in
                let record = records[position]
                insert.bind(1, id)
                for (index, stored) in fields.enumerated() {
                    stored.bind(Int32(index + 2), of: record, in: pool, texts, to: insert)
                }
                if record.originals.isEmpty {
                    insert.bindNull(last)
                } else {
                    originals.write(record.originals.range, of: register.originals)
                    originals.json.withUnsafeBufferPointer { insert.bind(last, utf8: $0) }
                }
                try insert.insert()
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
            var seen: UInt64 = 0
            for original in register.originals[record.originals.range] {
                let field = Int(StoredField.stored(as: original.field).rawValue)
                if seen >> UInt64(field) & 1 == 0 { changed[base + field] += 1 }
                seen |= 1 << UInt64(field)
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

/// The cells of a row as they stood, as a JSON object by field in order of name.
private struct OriginalCells {
    private(set) var json: [UInt8] = []
    /// The cells of the row, in order of the places of their fields.
    private var cells: [(place: Int, text: TextCode)] = []
    private let texts: TextPool.Loan
    private let keys: [[UInt8]]
    /// By the raw value of a field the place of the field that its cells became.
    private let places: [Int]

    init(texts: TextPool.Loan) {
        self.texts = texts
        let fields = StoredField.all.map(\.field)
        keys = fields.map { Array("\"\($0.name)\":\"".utf8) }
        var places = [Int](repeating: 0, count: (Field.allCases.map { Int($0.rawValue) }.max() ?? 0) + 1)
        for field in Field.allCases {
            places[Int(field.rawValue)] = fields.firstIndex(of: StoredField.stored(as: field)) ?? -1
        }
        self.places = places
    }

    /// Writes the object for some of a run's originals. Two cells that became one value are joined with a blank.
    mutating func write(_ range: Range<Int>, of originals: OriginalValues) {
        cells.removeAll(keepingCapacity: true)
        for index in range {
            let original = originals[index]
            let place = places[Int(original.field.rawValue)]
            if original.text.isNone || place < 0 { continue }
            // Few cells, mostly in order: each goes behind those that come before it.
            var position = cells.count
            while position > 0, cells[position - 1].place > place { position -= 1 }
            cells.insert((place, original.text), at: position)
        }
        json.removeAll(keepingCapacity: true)
        json.append(UInt8(ascii: "{"))
        var last = -1
        for cell in cells {
            if cell.place == last {
                json.append(0x20)
            } else {
                if last >= 0 { json += "\",".utf8 }
                json.append(contentsOf: keys[cell.place])
                last = cell.place
            }
            appendJSON(texts[cell.text], to: &json)
        }
        if last >= 0 { json.append(UInt8(ascii: "\"")) }
        json.append(UInt8(ascii: "}"))
    }
}
