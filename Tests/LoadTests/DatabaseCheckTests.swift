// An account that does not close is found, whatever broke it.

import Foundation
import GRDB
import Load
import Testing

@Suite struct DatabaseCheckTests {
    static let damages: [(sql: String, problem: String)] = [
        ("DELETE FROM source_row WHERE row_id = 1", "1 files whose rows do not add up to the rows read"),
        ("UPDATE source_row SET person_id = NULL WHERE row_id = 5", "1 person rows that point to nobody"),
        ("UPDATE source_row SET person_id = 1001 WHERE row_id = 1", "1 rows of other kinds that point to a person"),
        (
            "UPDATE source_row SET person_id = 7 WHERE row_id = 5", "1 rows of source_row refer to no row of person"
        ),
        (
            "UPDATE source_row SET context_id = 99 WHERE row_id = 5",
            "1 rows of source_row refer to no row of row_context"
        ),
        ("UPDATE source_row SET file_id = 99 WHERE row_id = 1", "1 rows of source_row refer to no row of source_file"),
        ("UPDATE source_row SET person_id = 1001 WHERE row_id = 5", "1 people without a row"),
        ("DELETE FROM row_value WHERE row_id = 5", "1 person rows too many or too few with values"),
        ("UPDATE row_value SET row_id = 1 WHERE row_id = 5", "1 person rows too many or too few with values"),
        ("UPDATE issue SET person_id = 7 WHERE issue_id = 1", "1 rows of issue refer to no row of person"),
        ("UPDATE issue SET row_id = 999 WHERE issue_id = 1", "1 rows of issue refer to no row of source_row"),
        ("UPDATE issue SET file_id = 99 WHERE issue_id = 1", "1 rows of issue refer to no row of source_file"),
        ("UPDATE issue SET code = 'x' WHERE issue_id = 1", "1 rows of issue refer to no row of issue_code"),
        ("UPDATE row_value SET row_id = 1 WHERE row_id = 5", "1 rows of row_value that are of no person row"),
        ("INSERT INTO row_value (row_id) VALUES (999)", "1 rows of row_value that are of no person row"),
        ("DELETE FROM assignment WHERE person_id = 1002", "1 people without an assignment"),
        (
            "UPDATE assignment SET new_unit_id = 'nowhere' WHERE person_id = 1002",
            "1 rows of assignment refer to no row of new_unit"
        ),
        ("UPDATE assignment SET new_unit_id = NULL WHERE person_id = 1002", "1 assigned people without a new unit"),
        ("UPDATE source_file SET status = 'refused' WHERE file_id = 1", "1 refused files with rows"),
        (
            "UPDATE source_row SET chosen = 1 WHERE row_id IN (4, 10)", "1 rows of which a value stands beside another"
        ),
        (
            "UPDATE asset SET original_cost = 1 WHERE asset_id = 2",
            "1 items short of the sums of assets and balances that are handed over"
        ),
        (
            "UPDATE balance SET status = 'review'",
            "1 items short of the sums of assets and balances that are taken over"
        ),
        ("DELETE FROM headcount WHERE rowid = 1", "1 people too many or too few in the headcounts"),
        (
            "UPDATE control_total SET counted = 6 WHERE status = 'differs' AND scope = 'sheet'",
            "1 control totals whose figures contradict"
        ),
        ("DELETE FROM issue WHERE code = 'name.missing'", "1 rejected rows without a reason"),
        ("DELETE FROM rejected_cell", "1 rejected rows without their cells"),
        ("UPDATE person SET gender = 'x' WHERE person_id = 1001", "CHECK constraint failed in person"),
        ("UPDATE row_value SET rank = NULL WHERE row_id = 6", "1 values that are in field_count or in row_value alone"),
        ("UPDATE row_count SET rows = rows + 1 WHERE kind = 'person'", "in the counts of kind person"),
        ("UPDATE row_count SET rows = 9000000000000000000", "in the counts of kind person"),
        ("UPDATE assignment_count SET people = 9000000000000000000", "in the counts of status"),
        ("UPDATE assignment_count SET status = 'leaving' WHERE status = 'review'", "in the counts of status review"),
    ]

    @Test("damage is found and named", arguments: damages)
    func damage(sql: String, problem: String) throws {
        let place = try Workplace()
        let path = try place.database()
        var configuration = Configuration()
        configuration.foreignKeysEnabled = false
        try DatabaseQueue(path: path, configuration: configuration).write { db in
            try db.execute(sql: "PRAGMA ignore_check_constraints = ON")
            try db.execute(sql: sql)
        }
        let problems = try DatabaseCheck.run(path: path)
        #expect(problems.contains { $0.contains(problem) }, "\(problems)")
    }

    @Test("a page that is not what SQLite wrote is found", arguments: ["person", "source_row", "source_row_by_person"])
    func brokenPage(of name: String) throws {
        let place = try Workplace()
        let path = try place.database()
        let page = try #require(
            try DatabaseQueue(path: path).read { db in
                try Int.fetchOne(db, sql: "SELECT rootpage FROM sqlite_schema WHERE name = ?", arguments: [name])
            })
        // How many entries there are, and where the first of them begins.
        let file = try FileHandle(forUpdating: URL(filePath: path))
        try file.seek(toOffset: UInt64((page - 1) * 16384 + 3))
        try file.write(contentsOf: Data([0x00, 0x63, 0x7F]))
        try file.close()
        #expect(try DatabaseCheck.integrity(path: path) != [])
    }
}
