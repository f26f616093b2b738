// The database holds what the contract says, soundly, and the same every time.

import Foundation
import GRDB
import Load
import Personnel
import Testing

@Suite struct DatabaseWriterTests {
    /// The columns that outputs.md promises; more are welcome.
    static let contract: [(table: String, columns: String)] = [
        ("run", "run_id pipeline as_of started_at finished_at tool_version config_sha256"),
        ("source_file", "file_id path sha256 bytes format encoding status message"),
        ("source_row", "row_id file_id sheet row_number kind person_id"),
        (
            "person",
            """
            person_id full_name name_key birth_date gender national_id old_national_id ethnicity category level position \
            rank_code salary_step salary_coefficient position_allowance qualification political_theory party_joined \
            recruited_on old_unit_id department
            """
        ),
        ("person_value", "person_id field value row_id chosen"),
        ("old_unit", "unit_id code name kind district"),
        ("new_unit", "unit_id code name kind parent"),
        ("succession", "old_unit_id new_unit_id share basis"),
        ("assignment", "person_id status new_unit_id rule basis"),
        ("issue", "issue_id severity code field value message file_id row_id person_id"),
        ("review_pair", "left_person_id right_person_id probability evidence"),
        ("control_total", "name scope expected counted difference status"),
        ("key_position", "new_unit_id title person_id status findings"),
        ("benefit", "person_id regime months amount_vnd basis inputs"),
    ]

    @Test(
        "every table and column of the contract is there, and every table is STRICT; person_value is a view",
        arguments: contract)
    func contractTable(table: String, columns: String) throws {
        let place = try Workplace()
        let database = try DatabaseQueue(path: place.database())
        let found = try database.read { try $0.columns(in: table).map(\.name) }
        #expect(Set(columns.split(separator: " ").map(String.init)).subtracting(found).isEmpty)
        let sql = try database.read {
            try String.fetchOne($0, sql: "SELECT sql FROM sqlite_master WHERE name = ?", arguments: [table])
        }
        #expect(sql?.contains("STRICT") == true || table == "person_value")
    }

    @Test("the invented run gives a sound database whose account closes")
    func sound() throws {
        let place = try Workplace()
        #expect(try DatabaseCheck.run(path: place.database()) == [])
    }

    @Test("the file is the owner's alone and an existing file is never written over")
    func file() throws {
        let place = try Workplace()
        let path = try place.database()
        let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
        #expect(mode == 0o600)
        #expect(throws: LoadError.file(path: path, errorNumber: EEXIST)) { _ = try DatabaseWriter(path: path) }
    }

    static let answers: [(question: String, answer: String)] = [
        (
            "SELECT group_concat(row_id || ':' || kind, ' ') FROM source_row WHERE file_id = 1",
            "1:note 2:heading 3:section 4:person 5:person 6:person 7:rejected 8:person 9:total"
        ),
        ("SELECT group_concat(row_id) FROM source_row WHERE person_id = 1001", "4,10"),
        ("SELECT national_id FROM person WHERE person_id = 1001", "011080000123"),
        ("SELECT group_concat(birth_date, ' ') FROM person WHERE person_id < 1004", "1980-03-05 1985 1990-12"),
        ("SELECT salary_coefficient || ' ' || rank_code FROM person WHERE person_id = 1001", "3.0 01.003"),
        ("SELECT old_unit_id FROM person WHERE person_id = 1001", "old:03253"),
        (
            "SELECT original || ' ' || value || ' ' || chosen FROM person_value WHERE field = 'birth_date' AND row_id = 4",
            "5.3.1980 1980-03-05 1"
        ),
        (
            "SELECT group_concat(value || ' ' || chosen, ', ') FROM person_value WHERE person_id = 1001 AND field = 'position'",
            "Chủ tịch UBND 1, Chủ tịch 0"
        ),
        ("SELECT heading || '=' || value FROM extra_value WHERE row_id = 4", "Nhóm máu=O"),
        ("SELECT group_concat(value, '|') FROM rejected_cell WHERE row_id = 7", "4||=Văn thư"),
        (
            "SELECT group_concat(code || ' ' || coalesce(row_id, '-'), ', ') FROM issue",
            "column.unknown -, name.missing 7, total.differs 9, file.refused -, sender.unknown -, unit.unknown -"
        ),
        ("SELECT message FROM issue WHERE code = 'unit.unknown'", "Không nhận ra đơn vị công tác “=Phòng X”"),
        ("SELECT person_id FROM issue WHERE code = 'unit.unknown'", "1006"),
        (
            "SELECT group_concat(name || ' ' || status || ' ' || coalesce(difference, '-'), '; ') FROM control_total",
            """
            tuan-giao/cap-xa.csv |  | Tổng cộng differs -1; tuan-giao/truong.xlsx | Sheet1 | Cộng agrees 0; \
            tuan-giao/truong.xlsx | Sheet1 |  not_stated -; văn thư/lẻ.csv |  |  not_stated -; \
            target | announced differs -1; target | each | 03253 agrees 0; target | each | 03256 not_stated -; \
            handover | original_cost differs -8000000; handover | residual_value agrees 0; \
            handover | remaining agrees 0
            """
        ),
        (
            "SELECT json_extract(findings, '$[1].message') FROM key_position WHERE position = 1",
            "Thiếu \"ngày vào Đảng\""
        ),
        ("SELECT json_extract(evidence, '$[1]') FROM review_pair", "birth_date: same year"),
        ("SELECT json_extract(sections, '$[0]') FROM row_context WHERE context_id = 1", "I. THỊ TRẤN TUẦN GIÁO"),
        ("SELECT filled || ' ' || changed FROM field_count WHERE file_id = 1 AND field = 'birth_date'", "4 1"),
    ]

    @Test("what was consolidated can be read back", arguments: answers)
    func contents(question: String, answer: String) throws {
        let place = try Workplace()
        let database = try DatabaseQueue(path: place.database())
        #expect(try database.read { try String.fetchOne($0, sql: "SELECT CAST((\(question)) AS TEXT)") } == answer)
    }

    @Test("the same consolidation gives the same file, byte for byte")
    func deterministic() throws {
        let place = try Workplace()
        let first = try Data(contentsOf: URL(filePath: place.database("first.sqlite")))
        let second = try Data(contentsOf: URL(filePath: place.database("second.sqlite")))
        #expect(first == second)
    }

    @Test("the counts are those of the tables")
    func counts() throws {
        let place = try Workplace()
        let counts = try DatabaseWriter(path: place.folder + "/x.sqlite")
            .write(InventedRun.consolidation(), run: InventedRun.facts, messages: Language.messages())
        let database = try DatabaseQueue(path: place.folder + "/x.sqlite")
        for count in counts.tables {
            #expect(
                try database.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM \(count.table)") } == count.rows)
        }
        #expect(counts["person"] == 6)
        #expect(counts.tables.count == 35)
    }
}
