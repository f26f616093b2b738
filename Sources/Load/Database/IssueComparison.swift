// Which issues came and went between two databases, by sender and code.

import GRDB
import Personnel

/// Compares the issues of two databases: equal are those of the same sender, code, field, value and person.
struct IssueComparison {
    private struct Key: Hashable {
        var sender: TextCode
        var code: TextCode
        /// Numbers of a pool in which NULL is a text of its own.
        var field: TextCode
        var value: TextCode
        var person: Int64?
    }

    private struct Count {
        var before = 0
        var after = 0
    }

    private var texts = TextPool()
    private var counts: [Key: Count] = [:]
    /// Stands for NULL, which is not the empty text; not UTF-8, so that no text is equal to it.
    private static let null: [UInt8] = [0xFF]

    /// Reads the issues of the databases attached as `before` and under the name `newer`.
    init(_ db: Database, newer: String) throws {
        try read(db, "before", isAfter: false)
        try read(db, newer, isAfter: true)
    }

    private mutating func read(_ db: Database, _ schema: String, isAfter: Bool) throws {
        var senders: [Int: TextCode] = [:]
        let files = try ReportRows(db, sql: "SELECT file_id, sender FROM \(schema).source_file", arguments: [])
        while try files.next() { senders[files.integer(0)] = texts.code(forUTF8: files.text(1)) }
        let issues = try ReportRows(
            db, sql: "SELECT file_id, code, field, value, person_id FROM \(schema).issue", arguments: [])
        while try issues.next() {
            let key = Key(
                sender: issues.isNull(0) ? .none : senders[issues.integer(0)] ?? .none,
                code: texts.code(forUTF8: issues.text(1)), field: code(issues, 2), value: code(issues, 3),
                person: issues.isNull(4) ? nil : Int64(issues.integer(4)))
            if isAfter { counts[key, default: Count()].after += 1 } else { counts[key, default: Count()].before += 1 }
        }
    }

    private mutating func code(_ rows: ReportRows, _ column: Int32) -> TextCode {
        guard rows.isNull(column) else { return texts.code(forUTF8: rows.text(column)) }
        return Self.null.withUnsafeBufferPointer { texts.code(forUTF8: $0) }
    }

    /// Fills `issue_change` of the connection's own database with what is different.
    func write(_ db: Database) throws {
        struct Line {
            var before = 0
            var appeared = 0
            var resolved = 0
            var after = 0
        }
        struct Place: Hashable {
            var sender: TextCode
            var code: TextCode
        }
        var lines: [Place: Line] = [:]
        for (key, count) in counts {
            let place = Place(sender: key.sender, code: key.code)
            lines[place, default: Line()].before += count.before
            lines[place, default: Line()].appeared += max(count.after - count.before, 0)
            lines[place, default: Line()].resolved += max(count.before - count.after, 0)
            lines[place, default: Line()].after += count.after
        }
        let insert = try BulkInsert(
            db, into: "main.issue_change", "sender, code, before, appeared, resolved, after")
        let named = lines.filter { $1.appeared + $1.resolved > 0 }.map { place, line in
            (sender: texts[place.sender], code: texts[place.code], line: line)
        }
        let order = named.sorted { left, right in
            left.sender.utf8.elementsEqual(right.sender.utf8)
                ? left.code.utf8.lexicographicallyPrecedes(right.code.utf8)
                : left.sender.utf8.lexicographicallyPrecedes(right.sender.utf8)
        }
        for (sender, code, line) in order {
            insert.bind(1, sender)
            insert.bind(2, code)
            insert.bind(3, line.before)
            insert.bind(4, line.appeared)
            insert.bind(5, line.resolved)
            insert.bind(6, line.after)
            try insert.insert()
        }
    }
}
