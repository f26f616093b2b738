// What must hold for any bytes that a reader is given.

import Tabular

/// Reads bytes as a list: rows come or a refusal, the same however the bytes come in, every row and byte accounted for.
struct ReaderCheck {
    private let format: FileFormat

    init(_ format: FileFormat) { self.format = format }

    /// Checks one input; -1 where it is of another format.
    func run(_ bytes: [UInt8]) -> Int32 {
        var isOfFormat = false
        let whole = Reading(of: bytes, chunk: .max) { file in
            isOfFormat = file.format == format
            return isOfFormat
        }
        guard isOfFormat else { return -1 }
        // Small pieces cost much time in long inputs and show nothing that short ones do not.
        for chunk in bytes.count > 4_096 ? [1_021] : [1, 7, 64] {
            let pieces = Reading(of: bytes, chunk: chunk) { _ in true }
            require(
                pieces.outcome == whole.outcome, "pieces of \(chunk) bytes: \(pieces.outcome), not \(whole.outcome)")
            require(pieces.rows == whole.rows, "pieces of \(chunk) bytes give other rows")
        }
        if format == .csv { checkNothingIsLost(bytes, whole) }
        return 0
    }

    /// Every byte of delimited UTF-8 that is no punctuation of the dialect stands in the cells, in its order.
    private func checkNothingIsLost(_ bytes: [UInt8], _ reading: Reading) {
        guard reading.outcome == .read, let dialect = reading.dialect, !dialect.hasSeparatorLine,
            reading.isPlainUTF8, String(validating: bytes, as: UTF8.self) != nil
        else { return }
        let punctuation: [UInt8] = [
            0, 10, 13, 32, dialect.delimiter ?? 0, dialect.quote ?? 0, dialect.escape ?? 0,
        ]
        let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        let expected = bytes[start...].filter { !punctuation.contains($0) }
        let found = reading.rows.flatMap(\.cells).joined().filter { !punctuation.contains($0) }
        require(expected == found, "bytes were lost or made up")
    }
}

/// What came of reading some bytes.
struct Reading {
    enum Outcome: Equatable {
        case read, unread
        case refused(RefusedFile.Reason)
    }

    struct Row: Equatable {
        var sheet: Int
        var number: UInt32
        var cells: [[UInt8]]
        var origins: [CellOrigin]
    }

    private(set) var outcome = Outcome.read
    /// The rows; none where the file was refused, for they are then to be forgotten.
    private(set) var rows: [Row] = []
    private(set) var dialect: Dialect?
    /// Whether the text came through as it was.
    private(set) var isPlainUTF8 = false

    /// Inputs are small: what a reader accepts at most is small too, so that its bounds are met.
    private static let limits: ReadingLimits = {
        var limits = ReadingLimits()
        limits.columns = 100
        limits.cellBytes = 2_000
        limits.depth = 16
        limits.nameBytes = 100
        return limits
    }()

    init(of bytes: [UInt8], chunk: Int, isWanted: (TabularFile) -> Bool) {
        var isXML = false
        do {
            var file = try TabularFile(bytes: bytes, chunk: chunk, limits: Self.limits)
            guard isWanted(file) else {
                outcome = .unread
                return
            }
            dialect = file.dialect
            isXML = file.format != .csv && file.format != .html
            var rows: [Row] = []
            try file.read { batch, _ in
                for index in 0..<batch.count { rows.append(Self.checked(batch, index, after: rows.last)) }
            }
            self.rows = rows
            isPlainUTF8 = file.encoding.encoding == .utf8 && file.repairs.isEmpty
        } catch let refusal as RefusedFile {
            require(!refusal.description.isEmpty, "a refusal without words")
            // Which fault libxml2 meets first depends on how much it has of the document.
            outcome = .refused(isXML ? .malformedXML : refusal.reason)
        } catch {
            fatalError("an error that is no refusal: \(type(of: error))")
        }
    }

    private static func checked(_ batch: RowBatch, _ index: Int, after last: Row?) -> Row {
        let row = batch[index]
        if let last {
            require(batch.sheet >= last.sheet, "sheets out of order")
            require(batch.sheet > last.sheet || row.number > last.number, "row numbers do not rise")
        }
        require(row.count <= limits.columns, "more cells than the limit")
        let cells = (0..<row.count).map { Array(row.bytes($0)) }
        for cell in cells {
            require(!cell.contains(0), "a NUL in a cell")
            require(String(validating: cell, as: UTF8.self) != nil, "a cell is no UTF-8")
        }
        return Row(
            sheet: batch.sheet, number: row.number, cells: cells, origins: (0..<row.count).map { row.origin($0) })
    }
}
