// One CSV file of a report, written as a stream: UTF-8 with byte-order mark, rows as `ReportLine` writes them.

import Glibc

/// A cell of a report.
enum ReportCell {
    case empty
    /// Text, made safe for Excel.
    case text(String)
    /// A whole number.
    case number(Int)
    /// What is already written as it shall stand, and cannot become a formula: a date, a decimal number, a percentage.
    case ready(String)
}

/// Writes rows to a new file of mode 0600.
///
/// The file is whole or not there: `ReportFile.write` removes it when anything fails. Whoever publishes the folder waits
/// until the disk has it.
final class ReportFile {
    private let path: String
    private let descriptor: Int32
    private var buffer: [UInt8] = [0xEF, 0xBB, 0xBF]
    private var line = ReportLine()

    /// Makes a file, lets `body` fill it, and answers what `body` answers.
    ///
    /// - throws: `LoadError.file` with the path; whatever `body` throws.
    static func write<Result>(_ path: String, _ body: (ReportFile) throws -> Result) throws -> Result {
        let file = try ReportFile(path: path)
        do {
            let result = try body(file)
            try file.flush()
            return result
        } catch {
            unlink(path)
            throw error
        }
    }

    private init(path: String) throws(LoadError) {
        self.path = path
        descriptor = open(path, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw .file(path: path, errorNumber: errno) }
    }

    deinit { close(descriptor) }

    /// Writes a row of cells.
    func row(_ cells: [ReportCell]) throws(LoadError) {
        line.clear()
        for cell in cells {
            switch cell {
            case .empty: line.empty()
            case .text(let text): line.text(text)
            case .number(let number): line.number(number)
            case .ready(let text): line.ready(text)
            }
        }
        line.end()
        try write(line)
    }

    /// Writes a row that is ready.
    func write(_ line: borrowing ReportLine) throws(LoadError) {
        buffer.append(contentsOf: line.bytes)
        if buffer.count >= Self.bufferSize { try flush() }
    }

    private static let bufferSize = 1 << 16

    private func flush() throws(LoadError) {
        var start = 0
        while start < buffer.count {
            let written = buffer.withUnsafeBytes { all in
                Glibc.write(descriptor, all.baseAddress?.advanced(by: start), all.count - start)
            }
            if written < 0 && errno == EINTR { continue }
            guard written > 0 else { throw .file(path: path, errorNumber: errno) }
            start += written
        }
        buffer.removeAll(keepingCapacity: true)
    }
}
