// The run's log: one JSON object a line, for machines and for whoever asks next month what happened.

import Glibc
import Load
import Logging
import Synchronization

/// A file of JSON lines that several loggers may write to.
final class LogFile: Sendable {
    private let descriptor: Int32
    private let clock: @Sendable () -> String
    private let writing = Mutex(())

    /// Opens the log for appending, for its owner only.
    ///
    /// - Parameter clock: the time of a line as ISO 8601 text.
    init(path: String, clock: @escaping @Sendable () -> String) throws(RunFailure) {
        descriptor = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw .failed("\(path): can't be made (\(systemMessage()))") }
        self.clock = clock
    }

    deinit { close(descriptor) }

    /// Writes one line in one call, so that lines of several threads never mix.
    fileprivate func write(level: Logger.Level, message: String, fields: [(String, String)]) {
        var line = "{\"time\":\(jsonText(clock())),\"level\":\(jsonText(level.rawValue)),\"event\":\(jsonText(message))"
        for (key, value) in fields { line += ",\(jsonText(key)):\(jsonText(value))" }
        line += "}\n"
        let bytes = Array(line.utf8)
        writing.withLock { _ in
            _ = bytes.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
        }
    }
}

/// swift-log's face of a `LogFile`.
struct JSONLinesHandler: LogHandler {
    let file: LogFile
    var logLevel = Logger.Level.info
    var metadata: Logger.Metadata = [:]

    init(file: LogFile) { self.file = file }

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    func log(event: LogEvent) {
        let merged = metadata.merging(event.metadata ?? [:]) { _, new in new }
        let fields = merged.sorted { $0.key < $1.key }.map { ($0.key, "\($0.value)") }
        file.write(level: event.level, message: "\(event.message)", fields: fields)
    }
}
