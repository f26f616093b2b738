// What the tests of the markup readers share: a reader's sheets as texts.

@testable import Tabular

/// A sheet as it was read.
struct ReadSheet: Equatable {
    var info: SheetInfo
    var rows: [ReadRow] = []

    /// The rows' cells in one line each, `|` between; `<` and `^` mark cells covered from the left and from above.
    var lines: [String] { rows.map { "\($0.number): \($0.line)" } }
}

/// A row as it was read.
struct ReadRow: Equatable {
    var number: UInt32
    var texts: [String]
    var origins: [CellOrigin]

    var line: String {
        zip(texts, origins).map { text, origin in
            switch origin {
            case .own: text
            case .mergedFromLeft: "<" + text
            case .mergedFromAbove: "^" + text
            }
        }.joined(separator: "|")
    }
}

func sheets(_ reader: some SheetReader) throws -> [ReadSheet] {
    var reader = reader
    var sheets: [ReadSheet] = []
    try reader.read { batch, info in
        while sheets.count <= batch.sheet { sheets.append(ReadSheet(info: info)) }
        sheets[batch.sheet].info = info
        for index in 0..<batch.count {
            let row = batch[index]
            sheets[batch.sheet].rows.append(
                ReadRow(number: row.number, texts: row.texts, origins: (0..<row.count).map { row.origin($0) }))
        }
    }
    return sheets
}

/// The refusal that reading ends with; nil if it does not.
func refusal(_ read: () throws -> Void) -> RefusedFile? {
    do {
        try read()
        return nil
    } catch {
        return error as? RefusedFile
    }
}
