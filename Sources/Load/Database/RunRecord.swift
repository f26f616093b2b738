// What a published database says of its own run.

import GRDB

/// The record of a run: which it is, of when, and how much it holds.
public struct RunRecord: Sendable, Equatable {
    public let runID: String
    public let pipeline: String
    public let asOf: String
    public let startedAt: String
    public let finishedAt: String
    public let toolVersion: String
    /// The run before; nil for the first.
    public let predecessor: String?

    /// Reads it.
    ///
    /// - throws: GRDB's `DatabaseError` for a file that is no database of this version, `LoadError` for one without a run.
    public init(database path: String) throws {
        var configuration = Configuration()
        configuration.readonly = true
        let row = try DatabaseQueue(path: path, configuration: configuration).read { db in
            try Row.fetchOne(
                db,
                sql: "SELECT run_id, pipeline, as_of, started_at, finished_at, tool_version, predecessor FROM run")
        }
        guard let row else { throw LoadError.inconsistent("the database holds no run") }
        runID = row[0]
        pipeline = row[1]
        asOf = row[2]
        startedAt = row[3]
        finishedAt = row[4]
        toolVersion = row[5]
        predecessor = row[6]
    }
}
