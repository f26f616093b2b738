// One pass over the rows of a finished database, beside what each of them says.

import GRDB
import Personnel

/// What a pass over `source_row` and `row_value` counts, for `RowAccount`.
struct SourceRows {
    private(set) var keys = Keys()
    private(set) var strangers = 0
    private(set) var missingFiles = 0
    private(set) var missingContexts = 0
    private(set) var unclaimed = 0
    private(set) var wronglyClaimed = 0
    private(set) var twice = 0
    private(set) var withoutValues = 0
    private(set) var strayValues = 0
    /// How many values `row_value` holds.
    private(set) var values = 0
    private(set) var countOfKind: [Int]
    private(set) var countOfFile: [Int]
    /// For each person whether a row is theirs.
    private(set) var hasRow: [Bool]
    /// For each person the fields of which a value stands already.
    private var chosen: [Int64]

    /// - throws: GRDB's `DatabaseError` when the tables cannot be read.
    init(_ db: Database, people: Keys, files: Keys) throws {
        let contexts = try Keys(db, "SELECT context_id FROM row_context")
        let kinds = RowKind.allCases.map { Array($0.rawValue.utf8) }
        countOfKind = [Int](repeating: 0, count: kinds.count)
        countOfFile = [Int](repeating: 0, count: files.count)
        hasRow = [Bool](repeating: false, count: people.count)
        chosen = [Int64](repeating: 0, count: people.count)

        var valuesOfRow = try ValuesOfRows(db)
        let sql = "SELECT row_id, kind, file_id, person_id, context_id, chosen FROM source_row ORDER BY row_id"
        let rows = try ReportRows(db, sql: sql, arguments: [])
        while try rows.next() {
            let id = rows.integer(0)
            keys.append(id)
            let kind = rows.text(1)
            let position = kinds.firstIndex { kind.elementsEqual($0) }
            if let position { countOfKind[position] += 1 }
            if let file = files[rows.integer(2)] { countOfFile[file] += 1 } else { missingFiles += 1 }
            if !rows.isNull(4), contexts[rows.integer(4)] == nil { missingContexts += 1 }
            let isPerson = position.map { RowKind.allCases[$0] } == .person
            let hasValues = try valuesOfRow.has(id)
            if isPerson, !hasValues { withoutValues += 1 }
            if !isPerson, hasValues { strayValues += 1 }
            guard !rows.isNull(3) else {
                if isPerson { unclaimed += 1 }
                continue
            }
            if !isPerson { wronglyClaimed += 1 }
            guard let person = people[rows.integer(3)] else {
                strangers += 1
                continue
            }
            hasRow[person] = true
            let bits = Int64(rows.integer(5))
            if chosen[person] & bits != 0 { twice += 1 }
            chosen[person] |= bits
        }
        strayValues += try valuesOfRow.finish()
        values = valuesOfRow.count
    }
}

/// The rows of `row_value`, which stand in the order of those of `source_row`.
private struct ValuesOfRows {
    /// How many values were in the rows so far.
    private(set) var count = 0
    private let rows: ReportRows
    private var row: Int?
    /// Rows of values that no row of `source_row` came for.
    private var skipped = 0

    init(_ db: Database) throws {
        let values = StoredField.all.map { "(\($0.field.name) IS NOT NULL)" }.joined(separator: " + ")
        rows = try ReportRows(db, sql: "SELECT row_id, \(values) FROM row_value ORDER BY row_id", arguments: [])
        try step()
    }

    /// Whether a row has values; asked in ascending order.
    mutating func has(_ id: Int) throws -> Bool {
        while let found = row, found < id {
            skipped += 1
            try step()
        }
        guard row == id else { return false }
        try step()
        return true
    }

    /// Reads to the end; answers how many rows of values belong to no row.
    mutating func finish() throws -> Int {
        while row != nil {
            skipped += 1
            try step()
        }
        return skipped
    }

    private mutating func step() throws {
        row = nil
        guard try rows.next() else { return }
        row = rows.integer(0)
        count += rows.integer(1)
    }
}

/// The keys of a table and their positions.
struct Keys {
    private(set) var count = 0
    private var first = 0
    private var expectedCount = 0
    /// Nil while the keys run on without a gap, as those that are counted do.
    private var positions: [Int: Int32]?

    init() {}

    /// - parameter about: how many keys there may be, where it is known: memory is then taken once.
    init(_ db: Database, _ sql: String, about count: Int = 0) throws {
        expectedCount = count
        let rows = try ReportRows(db, sql: sql, arguments: [])
        while try rows.next() { append(rows.integer(0)) }
    }

    /// The position of a key; nil for one that the table does not have.
    subscript(key: Int) -> Int? {
        if let positions { return positions[key].map { Int($0) } }
        return key >= first && key < first + count ? key - first : nil
    }

    mutating func append(_ key: Int) {
        if count == 0 { first = key }
        if positions == nil, key != first + count {
            positions = Dictionary(minimumCapacity: max(expectedCount, count))
            for position in 0..<count { positions?[first + position] = Int32(position) }
        }
        positions?[key] = Int32(count)
        count += 1
    }
}
