// Writes the one page of a run from its finished database: where the work stands, for those who decide.

import GRDB
import Glibc
import Personnel

/// Writes `index.html`, a page that needs nothing beside it: no script, no style sheet, no picture, no network.
///
///     try PageWriter(database: run + "/personnel.sqlite", template: text, texts: texts, labels: labels)
///         .write(to: run + "/index.html")
///
/// It holds counts, never a person's name or number. Its links lead to the reports and the database in the same folder.
/// The same database gives the same bytes: of times it shows the as-of date alone.
public struct PageWriter {
    private let queue: DatabaseQueue
    private let template: PageTemplate
    private let texts: ReportTexts
    private let labels: FieldLabels

    /// - parameter template: the text of the pipeline's `language/page.mustache`.
    /// - throws: `ReferenceError` with the line of a mistake in the template; GRDB's `DatabaseError` when the database
    ///   cannot be opened.
    public init(database path: String, template: String, texts: ReportTexts, labels: FieldLabels) throws {
        self.template = try PageTemplate(template)
        var configuration = Configuration()
        configuration.readonly = true
        configuration.prepareDatabase { db in
            try db.execute(sql: "PRAGMA temp_store = MEMORY; PRAGMA cache_size = -65536")
        }
        queue = try DatabaseQueue(path: path, configuration: configuration)
        self.texts = texts
        self.labels = labels
    }

    /// Writes the page as a new file of mode 0600, whole or not at all.
    ///
    /// - throws: `LoadError.file` when the file is there already or cannot be written.
    public func write(to path: String) throws {
        let content = try queue.read { db in try PageReader(db: db, texts: texts, labels: labels).content() }
        try Self.write(Array(template.render(content).utf8), to: path)
    }

    private static func write(_ bytes: [UInt8], to path: String) throws(LoadError) {
        let descriptor = open(path, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw .file(path: path, errorNumber: errno) }
        defer { close(descriptor) }
        var start = 0
        while start < bytes.count {
            let written = bytes.withUnsafeBytes { all in
                Glibc.write(descriptor, all.baseAddress?.advanced(by: start), all.count - start)
            }
            if written < 0 && errno == EINTR { continue }
            guard written > 0 else { throw failure(path) }
            start += written
        }
        guard fsync(descriptor) == 0 else { throw failure(path) }
    }

    /// The error that just happened; the file is then gone.
    private static func failure(_ path: String) -> LoadError {
        let number = errno
        unlink(path)
        return .file(path: path, errorNumber: number)
    }
}
