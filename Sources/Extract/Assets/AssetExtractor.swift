// Reads lists of assets and balances: the same paper forms as lists of people, with things and amounts in their rows.

public import Personnel
public import Tabular

/// Reads the files of handed-over assets: what every row is, and the values of those that are items.
public struct AssetExtractor: Sendable {
    let words: AssetWords
    let anatomy: AnatomyWords
    let isKind: @Sendable (String) -> Bool

    /// - Parameter isKind: whether a section's words name a kind of asset rather than a unit.
    public init(words: AssetWords, anatomy: AnatomyWords, isKind: @escaping @Sendable (String) -> Bool) {
        self.words = words
        self.anatomy = anatomy
        self.isKind = isKind
    }

    /// Reads what `source` hands over, sheet by sheet; every row is handed to `emit` in order, with what stands around it.
    ///
    /// - Returns: the names of the sheets, and issues about them.
    public func extract(
        fileIndex: Int32, path: String, sender: String, emit: (AssetRow, AssetContext) throws -> Void,
        from source: ((RowBatch, SheetInfo) throws -> Void) throws -> Void
    ) throws -> (sheets: [String], issues: [Issue]) {
        var sheets: [String] = []
        var issues: [Issue] = []
        var reading: AssetSheet?
        try withoutActuallyEscaping(emit) { emit in
            try source { batch, info in
                if reading?.index != batch.sheet {
                    try reading?.finish(emit)
                    let place = RowReference(file: fileIndex, sheet: Int16(clamping: batch.sheet))
                    reading = AssetSheet(self, batch.sheet, info, path: path, sender: sender, place: place)
                    sheets.append(info.name)
                    if info.isHidden { issues.append(Issue(.sheetHidden, value: info.name, row: place)) }
                }
                reading?.learn(info)
                let cells = batch.cellStore
                for row in 0..<batch.count { try reading?.take(SheetRow(row, of: batch, in: cells), emit) }
            }
            try reading?.finish(emit)
        }
        return (sheets, issues)
    }
}
