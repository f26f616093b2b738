// One CSV file of a report, written as a stream: UTF-8 with byte-order mark, CRLF, RFC 4180 quoting.

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
/// The file is whole or not there: `ReportFile.write` removes it when anything fails.
final class ReportFile {
    private let path: String
    private let descriptor: Int32
    private var buffer: [UInt8] = [0xEF, 0xBB, 0xBF]

    /// Makes a file, lets `body` fill it, and answers what `body` answers.
    ///
    /// - throws: `LoadError.file` with the path; whatever `body` throws.
    static func write<Result>(_ path: String, _ body: (ReportFile) throws -> Result) throws -> Result {
        let file = try ReportFile(path: path)
        do {
            let result = try body(file)
            try file.finish()
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
        buffer.reserveCapacity(Self.bufferSize + 4096)
    }

    deinit { close(descriptor) }

    /// Writes a row of cells.
    func row(_ cells: [ReportCell]) throws(LoadError) {
        for (index, cell) in cells.enumerated() {
            if index > 0 { buffer.append(UInt8(ascii: ",")) }
            switch cell {
            case .empty: break
            case .text(let text): append(ExcelText.safe(text))
            case .number(let number): buffer.append(contentsOf: String(number).utf8)
            case .ready(let text): append(text)
            }
        }
        buffer.append(0x0D)
        buffer.append(0x0A)
        if buffer.count >= Self.bufferSize { try flush() }
    }

    private static let bufferSize = 1 << 16

    private func append(_ text: String) {
        let needsQuotes = text.utf8.contains { byte in
            switch byte {
            case UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\""), 0x09, 0x0A, 0x0D: true
            default: false
            }
        }
        guard needsQuotes || text.utf8.first == 0x20 || text.utf8.last == 0x20 else {
            return buffer.append(contentsOf: text.utf8)
        }
        buffer.append(UInt8(ascii: "\""))
        for byte in text.utf8 {
            if byte == UInt8(ascii: "\"") { buffer.append(byte) }
            buffer.append(byte)
        }
        buffer.append(UInt8(ascii: "\""))
    }

    private func finish() throws(LoadError) {
        try flush()
        guard fsync(descriptor) == 0 else { throw .file(path: path, errorNumber: errno) }
    }

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
