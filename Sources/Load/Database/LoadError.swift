// What can go wrong while writing a run.

import Glibc

/// A failure to write the database or a report. Its text holds paths and positions, never a person's data.
public enum LoadError: Error, Equatable, CustomStringConvertible {
    /// A file or folder could not be made, written or read: path and the system's error number.
    case file(path: String, errorNumber: Int32)
    /// SQLite refused a row: the table, the row's ordinal among those written, SQLite's result code.
    case insert(table: String, row: Int, resultCode: Int32)
    /// The parts of a `Consolidation` do not fit together.
    case inconsistent(String)

    public var description: String {
        switch self {
        case .file(let path, let errorNumber): "\(path): \(String(cString: strerror(errorNumber)))"
        case .insert(let table, let row, let code): "table \(table), row \(row): SQLite result code \(code)"
        case .inconsistent(let what): "the result of the run does not fit together: \(what)"
        }
    }
}
