// The people of the run before this one, as its database knows them.

import Load
import Personnel
import Vietnamese

/// Whom the run before knew.
struct KnownPeople {
    let ledger: IdentityLedger
    /// Where its database is.
    let database: String
    private let reader: LedgerReader

    /// - Throws: when the database can't be read as one of this version.
    init(database: String) throws {
        self.database = database
        reader = try LedgerReader(path: database)
        ledger = try reader.ledger()
    }

    /// The traces of its rows.
    func traces(of rowIDs: [Int64]) throws -> [RowTrace] {
        if rowIDs.isEmpty { return [] }
        return try reader.traces(of: rowIDs) { ContentHash.of(asciiKey($0)) }
    }
}

extension KnownPeople {
    /// Finds the run that a run is the successor of.
    ///
    /// That is the published one; for a run that is published already, the one that it was the successor of, so that a
    /// repeated run gives what it gave. Where a database can't be read, the newest older run's that can.
    /// - Returns: nil for the first run; and a sentence where a database could not be read.
    static func before(_ runID: String, in output: OutputFolder) -> (known: KnownPeople?, warning: String?) {
        guard let current = output.currentRun else { return (nil, nil) }
        var warning: String?
        let others = output.runsNewestFirst.filter { $0 != current }
        for name in [current] + others {
            do {
                let record = try RunRecord(database: output.database(of: name))
                guard record.runID == runID else {
                    return (try KnownPeople(database: output.database(of: name)), warning)
                }
                guard let predecessor = record.predecessor else { return (nil, warning) }
                let before = [predecessor, predecessor + "-again"].first { candidate in
                    (try? RunRecord(database: output.database(of: candidate)))?.runID == predecessor
                }
                // Where that run is gone, its successor's people stand in.
                return (try KnownPeople(database: output.database(of: before ?? name)), warning)
            } catch {
                warning =
                    "\(output.database(of: current)): can't be read, so that people may have other ids than in that run; "
                    + "restore it from a backup and run again"
            }
        }
        return (nil, warning)
    }
}

extension OutputFolder {
    /// The database of a published run by the name of its folder.
    func database(of name: String) -> String { location + "/runs/" + name + "/personnel.sqlite" }
}
