// The account of rows, taken in one pass over them: what each is, whose it is, which of its values stand.

import GRDB
import Personnel

/// Counts what must never be in `source_row`.
///
/// In SQL each of these questions is a pass or a search for every row of its own; together they took as long as all
/// others of `DatabaseCheck`.
struct RowAccount {
    private(set) var problems: [String] = []

    /// - throws: GRDB's `DatabaseError` when the tables cannot be read.
    init(_ db: Database) throws {
        let people = try Keys(db, "SELECT person_id FROM person")
        let files = try Keys(db, "SELECT file_id FROM source_file")
        let contexts = try Keys(db, "SELECT context_id FROM row_context")
        let kinds = RowKind.allCases.map { Array($0.rawValue.utf8) }
        var (strangers, missingFiles, missingContexts) = (0, 0, 0)
        var (unclaimed, wronglyClaimed, twice) = (0, 0, 0)
        var counts = [Int](repeating: 0, count: kinds.count)
        var rowsOfFile = [Int](repeating: 0, count: files.count)
        var hasRow = [Bool](repeating: false, count: people.count)
        /// For each person the fields of which a value stands already.
        var chosen = [Int64](repeating: 0, count: people.count)

        let rows = try ReportRows(
            db, sql: "SELECT kind, file_id, person_id, context_id, chosen FROM source_row", arguments: [])
        while try rows.next() {
            let kind = rows.text(0)
            let position = kinds.firstIndex { kind.elementsEqual($0) }
            if let position { counts[position] += 1 }
            if let file = files[rows.integer(1)] { rowsOfFile[file] += 1 } else { missingFiles += 1 }
            if !rows.isNull(3), contexts[rows.integer(3)] == nil { missingContexts += 1 }
            let isPerson = position.map { RowKind.allCases[$0] } == .person
            guard !rows.isNull(2) else {
                if isPerson { unclaimed += 1 }
                continue
            }
            if !isPerson { wronglyClaimed += 1 }
            guard let person = people[rows.integer(2)] else {
                strangers += 1
                continue
            }
            hasRow[person] = true
            let bits = Int64(rows.integer(4))
            if chosen[person] & bits != 0 { twice += 1 }
            chosen[person] |= bits
        }

        add(missingFiles, "rows of source_row refer to no row of source_file")
        add(strangers, "rows of source_row refer to no row of person")
        add(missingContexts, "rows of source_row refer to no row of row_context")
        add(unclaimed, "person rows that point to nobody")
        add(wronglyClaimed, "rows of other kinds that point to a person")
        add(twice, "rows of which a value stands beside another row's for the same field of the same person")
        add(hasRow.count { !$0 }, "people without a row")
        try compare(db, counts: counts, rowsOfFile: rowsOfFile, files: files)
    }

    /// Holds the counts against those that other tables state.
    private mutating func compare(_ db: Database, counts: [Int], rowsOfFile: [Int], files: Keys) throws {
        for (kind, count) in zip(RowKind.allCases, counts) {
            let sql = "SELECT total(rows) FROM row_count WHERE kind = ?"
            let stated = Int(try Double.fetchOne(db, sql: sql, arguments: [kind.rawValue]) ?? 0)
            add(abs(count - stated), "rows too many or too few in the counts of kind \(kind.rawValue)")
        }
        let sql = """
            SELECT file_id, row_count, status = 'refused',
                (SELECT total(rows) FROM row_count c WHERE c.file_id = f.file_id)
            FROM source_file f
            """
        var (open, refused) = (0, 0)
        for file in try Row.fetchAll(db, sql: sql) {
            let rows = files[file[0]].map { rowsOfFile[$0] } ?? 0
            if file[1] != rows || file[3] != Double(rows) { open += 1 }
            if file[2], rows > 0 { refused += 1 }
        }
        add(open, "files whose rows do not add up to the rows read")
        add(refused, "refused files with rows")
    }

    private mutating func add(_ count: Int, _ sentence: String) {
        if count > 0 { problems.append("\(count) \(sentence)") }
    }
}

/// The keys of a table and their positions.
private struct Keys {
    private var positions: [Int: Int32] = [:]

    var count: Int { positions.count }

    subscript(key: Int) -> Int? { positions[key].map { Int($0) } }

    init(_ db: Database, _ sql: String) throws {
        let rows = try ReportRows(db, sql: sql, arguments: [])
        while try rows.next() { positions[rows.integer(0)] = Int32(positions.count) }
    }
}
