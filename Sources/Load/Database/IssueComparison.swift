// Which issues came and went between two databases, by sender and code.

import GRDB
import Personnel

/// Compares the issues of two databases: equal are those of the same sender, code, field, value and person.
///
/// Issues are many: of each there is a hash of what it says, and under which sender and code it counts.
struct IssueComparison {
    private struct Place: Hashable {
        var sender: TextCode
        var code: TextCode
    }

    private struct Said {
        var hash: UInt64
        /// The position of its sender and code in `places`.
        var place: UInt32
    }

    private var texts = TextPool()
    private var places: [Place] = []
    private var positions: [Place: UInt32] = [:]
    private var before: [Said] = []
    private var after: [Said] = []

    /// Reads the issues of the databases attached as `before` and under the name `newer`.
    init(_ db: Database, newer: String) throws {
        before = try read(db, "before")
        after = try read(db, newer)
    }

    /// The issues of a database, in order of what they say.
    private mutating func read(_ db: Database, _ schema: String) throws -> [Said] {
        var senders: [Int: TextCode] = [:]
        let files = try ReportRows(db, sql: "SELECT file_id, sender FROM \(schema).source_file", arguments: [])
        while try files.next() { senders[files.integer(0)] = texts.code(forUTF8: files.text(1)) }
        let issues = try ReportRows(
            db, sql: "SELECT file_id, code, field, value, person_id FROM \(schema).issue", arguments: [])
        var said: [Said] = []
        while try issues.next() {
            let sender = issues.isNull(0) ? .none : senders[issues.integer(0)] ?? .none
            let place = position(of: Place(sender: sender, code: texts.code(forUTF8: issues.text(1))))
            var hash = ContentHash()
            hash.add(UInt64(place))
            // NULL is not the empty text, nor 0.
            for column in Int32(2)...3 {
                hash.add(issues.isNull(column) ? 0 : 1)
                hash.add(ContentHash.of(utf8: issues.text(column)))
            }
            hash.add(issues.isNull(4) ? 0 : 1)
            hash.add(UInt64(bitPattern: Int64(issues.integer(4))))
            said.append(Said(hash: hash.value, place: place))
        }
        said.sort { $0.hash < $1.hash }
        return said
    }

    private mutating func position(of place: Place) -> UInt32 {
        if let known = positions[place] { return known }
        positions[place] = UInt32(places.count)
        places.append(place)
        return UInt32(places.count - 1)
    }

    private struct Line {
        var before = 0
        var appeared = 0
        var resolved = 0
        var after = 0
    }

    /// What came and went under each sender and code.
    private func lines() -> [Line] {
        var lines = [Line](repeating: Line(), count: places.count)
        var (old, new) = (0, 0)
        while old < before.count || new < after.count {
            let hash = min(
                old < before.count ? before[old].hash : .max, new < after.count ? after[new].hash : .max)
            let (firstOld, firstNew) = (old, new)
            while old < before.count, before[old].hash == hash { old += 1 }
            while new < after.count, after[new].hash == hash { new += 1 }
            let place = Int(old > firstOld ? before[firstOld].place : after[firstNew].place)
            lines[place].before += old - firstOld
            lines[place].after += new - firstNew
            lines[place].appeared += max(new - firstNew - (old - firstOld), 0)
            lines[place].resolved += max(old - firstOld - (new - firstNew), 0)
        }
        return lines
    }

    /// Fills `issue_change` of the connection's own database with what is different.
    func write(_ db: Database) throws {
        let insert = try BulkInsert(
            db, into: "main.issue_change", "sender, code, before, appeared, resolved, after")
        let named = zip(places, lines()).filter { $1.appeared + $1.resolved > 0 }.map { place, line in
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
