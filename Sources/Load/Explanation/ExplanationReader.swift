// Reads from a published database what it can say of one person.

import Foundation
import GRDB
import Personnel

/// Answers questions about the people of a published database.
public struct ExplanationReader {
    private let queue: DatabaseQueue

    /// Opens a database for reading only.
    ///
    /// - throws: GRDB's `DatabaseError` when the file cannot be opened.
    public init(database path: String) throws {
        var configuration = Configuration()
        configuration.readonly = true
        queue = try DatabaseQueue(path: path, configuration: configuration)
    }

    /// The person of an id, of an identity number, or of a name.
    ///
    /// - parameter nameKey: the name's ASCII key; people of exactly this name.
    public func subject(number: String?, nameKey: String) throws -> ExplainedSubject {
        try queue.read { db in
            if let number {
                if let id = Int64(number), let subject = try Self.subject(db, ofID: id) { return subject }
                let found = try Self.people(db, where: "national_id = ?1 OR old_national_id = ?1", [number])
                if found != .nothing { return found }
            }
            return nameKey.isEmpty ? .nothing : try Self.people(db, where: "name_key = ?", [nameKey])
        }
    }

    /// The person of a row, by the file's path or the end of it, the sheet where it has several, and the row's number.
    public func subject(path: String, sheet: String?, row: Int) throws -> ExplainedSubject {
        try queue.read { db in
            let rows = try Row.fetchAll(
                db,
                sql: """
                    SELECT \(Self.place()) AS place, r.kind, r.person_id, r.row_id
                    FROM source_row r JOIN source_file f USING (file_id)
                    WHERE (f.path = :path OR substr(f.path, -length(:path) - 1) = '/' || :path)
                        AND r.row_number = :row AND (:sheet IS NULL OR r.sheet = :sheet)
                    ORDER BY r.row_id
                    """, arguments: ["path": path, "row": row, "sheet": sheet])
            let people = Set(rows.compactMap { $0["person_id"] as Int64? })
            if people.count == 1, let person = people.first { return .person(person) }
            if people.count > 1 {
                return .several(rows.filter { $0["person_id"] != nil }.map { "\($0["place"] as String)" })
            }
            guard let row = rows.first else { return try Self.refusedFile(db, path) }
            let reasons = try String.fetchAll(
                db, sql: "SELECT message FROM issue WHERE row_id = ? ORDER BY issue_id",
                arguments: [row["row_id"] as Int64])
            return .row(place: row["place"], kind: row["kind"], reasons: reasons)
        }
    }

    /// The file of a path where it was refused: none of its rows are there.
    private static func refusedFile(_ db: Database, _ path: String) throws -> ExplainedSubject {
        let file = try Row.fetchOne(
            db,
            sql: """
                SELECT path, message FROM source_file
                WHERE status = 'refused' AND (path = :path OR substr(path, -length(:path) - 1) = '/' || :path)
                ORDER BY file_id
                """, arguments: ["path": path])
        guard let file else { return .nothing }
        return .row(place: file[0], kind: "the file is refused", reasons: [file[1] as String? ?? ""])
    }

    /// All that is known of a person; nil for an id that nobody has.
    public func explanation(of id: Int64) throws -> PersonExplanation? {
        try queue.read { db in
            let head = try Row.fetchOne(
                db,
                sql: """
                    SELECT p.full_name, p.since, r.run_id, r.generation FROM person p, run r WHERE p.person_id = ?
                    """, arguments: [id])
            guard let head else { return nil }
            var explanation = PersonExplanation(
                id: id, name: head[0], runID: head[2], since: head[1], generation: head[3])
            explanation.rows = try Self.rows(db, id)
            explanation.values = try Self.values(db, id, explanation.rows)
            let evidence = try EvidenceReader(db)
            explanation.thresholds = evidence.thresholds
            explanation.joins = try evidence.joins(of: id)
            explanation.candidates = try evidence.candidates(of: id)
            explanation.namesakes = try NamesakeReader(db: db).namesakes(of: id)
            explanation.assignment = try Self.assignment(db, id)
            explanation.issues = try Self.issues(db, id)
            explanation.changes = try Self.changes(db, id)
            return explanation
        }
    }

    /// SQL for the place of a row of a file `f`: `tuan-giao/cap-xa.xlsx, Sheet1, 12`.
    static func place(of row: String = "r") -> String {
        "f.path || ', ' || iif(\(row).sheet = '', '', \(row).sheet || ', ') || \(row).row_number"
    }

    private static func subject(_ db: Database, ofID id: Int64) throws -> ExplainedSubject? {
        if try Int64.fetchOne(db, sql: "SELECT person_id FROM person WHERE person_id = ?", arguments: [id]) != nil {
            return .person(id)
        }
        var current = id
        for _ in 0..<64 {
            let row = try Row.fetchOne(
                db, sql: "SELECT successor_id FROM retired_person WHERE person_id = ?", arguments: [current])
            guard let row else { return current == id ? nil : .merged(id, into: current) }
            guard let next = row[0] as Int64? else { return .gone(id) }
            current = next
        }
        return nil
    }

    private static func people(
        _ db: Database, where condition: String, _ arguments: StatementArguments
    ) throws -> ExplainedSubject {
        let rows = try Row.fetchAll(
            db,
            sql: "SELECT person_id, full_name, birth_date FROM person WHERE \(condition) ORDER BY person_id",
            arguments: arguments)
        if rows.count == 1 { return .person(rows[0][0]) }
        let described = rows.map { "\($0[0] as Int64)  \($0[1] as String)  \($0[2] as String? ?? "")" }
        return rows.isEmpty ? .nothing : .several(described)
    }

    private static func rows(_ db: Database, _ id: Int64) throws -> [PersonExplanation.SourceRow] {
        try Row.fetchAll(
            db,
            sql: """
                SELECT r.row_id, \(place()), f.list_date, c.titles, c.sections
                FROM source_row r JOIN source_file f USING (file_id) LEFT JOIN row_context c USING (context_id)
                WHERE r.person_id = ? ORDER BY r.row_id
                """, arguments: [id]
        ).map { row in
            PersonExplanation.SourceRow(
                id: row[0], place: row[1], listDate: row[2], titles: texts(row[3]), sections: texts(row[4]))
        }
    }

    private static func values(
        _ db: Database, _ id: Int64, _ rows: [PersonExplanation.SourceRow]
    ) throws -> [PersonExplanation.Value] {
        var positions: [Int64: Int] = [:]
        for (position, row) in rows.enumerated() { positions[row.id] = position }
        let values = try Row.fetchAll(
            db,
            sql: "SELECT field, value, row_id, chosen, original FROM person_value WHERE person_id = ? ORDER BY row_id",
            arguments: [id])
        let found = values.map { row in
            PersonExplanation.Value(
                field: row[0], value: row[1], row: positions[row[2]] ?? 0, isChosen: row[3], original: row[4])
        }
        return Field.allCases.flatMap { field in found.filter { $0.field == field.name } }
    }

    private static func assignment(_ db: Database, _ id: Int64) throws -> PersonExplanation.Assignment? {
        let row = try Row.fetchOne(
            db,
            sql: """
                SELECT a.status, n.name, a.rule, a.basis, coalesce(o.name, p.unit), o.kind, p.position, p.rank_code,
                    p.proposed_unit
                FROM assignment a JOIN person p USING (person_id) LEFT JOIN new_unit n ON n.unit_id = a.new_unit_id
                    LEFT JOIN old_unit o ON o.unit_id = p.old_unit_id
                WHERE a.person_id = ?
                """, arguments: [id])
        guard let row else { return nil }
        let rules = try Row.fetchAll(
            db,
            sql: """
                SELECT name, outcome, unit_kinds, position_words, rank_prefixes FROM rule
                WHERE position <= (SELECT min(position) FROM rule WHERE name = ?) ORDER BY position
                """, arguments: [row[2] as String])
        return PersonExplanation.Assignment(
            status: row[0], newUnit: row[1], rule: row[2], basis: row[3], oldUnit: row[4], oldUnitKind: row[5],
            position: row[6], rank: row[7], proposedUnit: row[8],
            rules: rules.map { rule in
                PersonExplanation.Rule(
                    name: rule[0], outcome: rule[1], unitKinds: texts(rule[2]), positionWords: texts(rule[3]),
                    rankPrefixes: texts(rule[4]))
            })
    }

    private static func issues(_ db: Database, _ id: Int64) throws -> [PersonExplanation.Issue] {
        try Row.fetchAll(
            db,
            sql: """
                SELECT i.severity, i.code, f.path || ', ' || iif(coalesce(i.sheet, '') = '', '', i.sheet || ', ')
                    || i.row_number, i.message
                FROM issue i LEFT JOIN source_file f USING (file_id) WHERE i.person_id = ? ORDER BY i.issue_id
                """, arguments: [id]
        ).map { PersonExplanation.Issue(severity: $0[0], code: $0[1], place: $0[2], message: $0[3]) }
    }

    private static func changes(_ db: Database, _ id: Int64) throws -> [PersonExplanation.Change] {
        try Row.fetchAll(
            db,
            sql: """
                SELECT kind, iif(person_id = :id, other_person_id, person_id), field, before, after FROM change
                WHERE person_id = :id OR other_person_id = :id ORDER BY change_id
                """, arguments: ["id": id]
        ).map { PersonExplanation.Change(kind: $0[0], other: $0[1], field: $0[2], before: $0[3], after: $0[4]) }
    }

    /// A JSON array of texts.
    static func texts(_ json: String?) -> [String] {
        guard let json, let found = try? JSONDecoder().decode([String].self, from: Data(json.utf8)) else { return [] }
        return found
    }
}
