// The second half of filling the database: people, what was found about them, and which rows are theirs.

import GRDB
import Personnel

/// The state of one `DatabaseWriter.write`; each group of tables has its own extension in a file of its own.
final class Filling {
    let consolidation: Consolidation
    /// Stored, not computed: the hot loops reach into its arrays.
    let register: Register
    let messages: IssueMessages
    let rows: RowNumbering
    /// The position in `Consolidation.people` of each record's person; -1 for a record that belongs to nobody.
    private let owners: [Int32]
    private(set) var counts: [DatabaseCounts.TableCount] = []
    /// For each merge the row of `merge_evidence` that tells it.
    var evidenceOfMerge: [Int] = []
    private var db: Database?

    init(_ consolidation: Consolidation, _ messages: IssueMessages) throws {
        guard consolidation.assignments.count == consolidation.people.count else {
            throw LoadError.inconsistent(
                "\(consolidation.people.count) people, \(consolidation.assignments.count) assignments")
        }
        self.consolidation = consolidation
        register = consolidation.register
        self.messages = messages
        rows = RowNumbering(register)
        var owners = [Int32](repeating: -1, count: register.records.count)
        for position in consolidation.people.indices {
            consolidation.people.forEachRecord(of: position) { owners[Int($0)] = Int32(position) }
        }
        self.owners = owners
    }

    /// Fills the small tables.
    func fill(run: RunFacts, db: Database) throws {
        self.db = db
        defer { self.db = nil }
        try fillRun(run)
        try fillOldUnits()
        try fillNewUnits()
        try fillSuccessions()
        try fillMergeEvidence()
        try fillAssignmentCounts()
        try fillSenderCounts()
        try fillKeyPositions()
        try fillBenefits()
        try fillIssueCodes()
        try fillReviewPairs()
        try fillControlTotals()
        try fillAssets()
        try fillBalances()
        try fillHeadcount()
        try fillFlows()
        try fillIdentities()
        try fillMatching()
        try fillRules()
    }

    /// Fills the large tables.
    func pack(_ packer: Packer) throws {
        try packRows(packer)
        try packPeople(packer)
        try packMergedPeople(packer)
        try packAssignments(packer)
        try packIssues(packer)
    }

    /// The position in `Consolidation.people` of a record's person.
    func person(ofRecord record: Int32) -> Int? {
        let owner = owners[Int(record)]
        return owner < 0 ? nil : Int(owner)
    }

    /// The `row_id` of a place that must be a row of the account.
    func id(of place: RowReference) throws(LoadError) -> Int64 { try rows.requiredID(of: place) }

    /// Runs `body` with an INSERT into a table and keeps count of the rows.
    func fill(_ table: String, _ columns: String, _ body: (BulkInsert) throws -> Void) throws {
        guard let db else { throw LoadError.inconsistent("table \(table) is filled without a connection") }
        let insert = try BulkInsert(db, into: table, columns)
        try body(insert)
        counts.append(.init(table: table, rows: insert.count))
    }

    /// The same for a table that is packed.
    func pack(
        _ packer: Packer, _ table: String, _ columns: String, rows: Int, _ body: (PackedInsert) throws -> Void
    ) throws {
        counts.append(.init(table: table, rows: try packer.fill(table, columns, rows: rows, body)))
    }

    private func fillRun(_ run: RunFacts) throws {
        let columns = """
            run_id, pipeline, as_of, started_at, finished_at, tool_version, config_sha256, predecessor, generation
            """
        try fill("run", columns) { insert in
            insert.bind(1, run.runID)
            insert.bind(2, run.pipeline)
            insert.bind(3, run.asOf)
            insert.bind(4, run.startedAt)
            insert.bind(5, run.finishedAt)
            insert.bind(6, run.toolVersion)
            insert.bind(7, run.configSHA256)
            insert.bind(8, consolidation.history.predecessor)
            insert.bind(9, consolidation.history.generation)
            try insert.insert()
        }
    }
}
