// Repairs damaged text in cells that are Unicode already, whatever format they came in. A column decides, for one cell
// can be ambiguous; a sound cell in a damaged column stays as it is, and where all of a sheet shows a legacy font,
// short cells that could be sound (`Sè`, `Vô`) are read as their neighbours are.

internal import Vietnamese

/// Repairs the cells of one file, batch by batch, and counts what it did.
struct TextRepairer {
    private let scan = DamageScan()
    private var map = DamageMap()
    private var suspicions = SuspectTexts()
    /// Where other files leave what they learnt of texts; nil for a file that is read by itself.
    private let memory: DamageMemory?
    /// Cells that showed a damage, by column; they add up over the batches of a sheet.
    private var votes: [DamageCounts] = []
    /// Cells of the sheet with letters beyond ASCII.
    private var sheetCells = 0
    private var sheet = 0
    private var repaired = DamageCounts()

    /// `memory`: where what other files taught of their texts is found, and left for the next.
    init(_ memory: DamageMemory? = nil) { self.memory = memory }

    /// Takes up what was learnt of texts from other files.
    mutating func begin() {
        if let known = memory?.take() { suspicions = known }
    }

    /// Leaves what was learnt of texts to the next file.
    mutating func finish() {
        memory?.give(back: suspicions)
        suspicions = SuspectTexts()
    }

    /// Cells repaired, by what was wrong with them.
    var repairs: [TextDamage: Int] { repaired.byDamage }
    /// Cells with letters beyond ASCII.
    private(set) var nonASCIICells = 0

    /// What most of the text that is not ASCII was really written in: misread UTF-8, or letters of a legacy font in a
    /// file of Unicode; nil where most of it is sound.
    var prevailingEncoding: TextEncoding? {
        let encodings: [(TextEncoding, [TextDamage])] = [
            (.mojibake, [.mojibake, .doubleMojibake]), (.tcvn3, [.tcvn3]), (.vni, [.vni]),
        ]
        return encodings.first { _, damages in
            2 * damages.reduce(0) { $0 + repaired[$1] } > nonASCIICells && nonASCIICells > 0
        }?.0
    }

    private struct Suspect {
        let cell: Int
        let column: Int
        /// The number of its text among the suspect ones.
        let text: Int
    }

    /// Repairs the cells of a batch that are damaged in the way most damaged cells of their column are.
    mutating func mend(_ batch: inout RowBatch) {
        if batch.sheet != sheet {
            votes.removeAll()
            sheetCells = 0
            sheet = batch.sheet
        }
        suspicions.makeRoom()
        var suspects = self.suspects(in: batch)
        guard !suspects.isEmpty else { return }
        for suspect in suspects {
            guard let damage = suspicions.damage(ofText: suspect.text), damage != .htmlReferences else { continue }
            votes[suspect.column].add(damage)
        }
        let overall = votes.reduce(into: DamageCounts()) { $0.add($1) }
        let font = legacyFont(of: suspects, overall)
        if overall.winner == .tcvn3 || overall.winner == .vni {
            // Nothing counts twice: the cells are the same, only more of them are looked at.
            let counted = (nonASCIICells, sheetCells)
            suspects = self.suspects(in: batch, isAnySuspect: true)
            (nonASCIICells, sheetCells) = counted
        }
        let verdicts = votes.map { votes in
            SuspectTexts.Verdict(column: votes.winner, file: overall.winner, font: font)
        }
        var replacements: [(cell: Int, text: [UInt8])] = []
        for suspect in suspects {
            guard let (text, damage) = suspicions.mended(suspect.text, verdicts[suspect.column]) else { continue }
            replacements.append((suspect.cell, text))
            repaired.add(damage)
        }
        if !replacements.isEmpty { batch.replaceCells(replacements) }
    }

    /// The legacy font in which all of the sheet was written; nil where most of its cells may be sound.
    private func legacyFont(of suspects: [Suspect], _ votes: DamageCounts) -> TextDamage? {
        guard let winner = votes.winner, winner == .tcvn3 || winner == .vni else { return nil }
        let undecided = suspects.count { suspicions.damage(ofText: $0.text) == nil }
        return 3 * (votes[winner] + undecided) >= 2 * sheetCells ? winner : nil
    }

    /// The cells to look at closely: those that a quick look finds suspicious, or any with a letter beyond ASCII.
    private mutating func suspects(in batch: RowBatch, isAnySuspect: Bool = false) -> [Suspect] {
        var suspects: [Suspect] = []
        var columnCount = votes.count
        batch.bytes.withUnsafeBufferPointer { bytes in
            map.draw(bytes, by: scan)
            var cell = 0
            var start = 0
            for rowEnd in batch.rowEnds {
                let rowStart = cell
                while cell < rowEnd {
                    let end = batch.cellEnds[cell]
                    let hasNonASCII = map.hasNonASCII(start, end)
                    if hasNonASCII {
                        nonASCIICells += 1
                        sheetCells += 1
                    }
                    let text = UnsafeBufferPointer(rebasing: bytes[start..<end])
                    if isAnySuspect && hasNonASCII || map.hasSign(start, end) && scan.isSuspicious(text) {
                        suspects.append(Suspect(cell: cell, column: cell - rowStart, text: suspicions.number(of: text)))
                    }
                    start = end
                    cell += 1
                }
                columnCount = max(columnCount, cell - rowStart)
            }
        }
        while votes.count < columnCount { votes.append(DamageCounts()) }
        return suspects
    }
}

/// How many cells showed each damage.
private struct DamageCounts {
    private var counts = [Int](repeating: 0, count: TextDamage.allCases.count)

    subscript(damage: TextDamage) -> Int { counts[Self.place(of: damage)] }

    mutating func add(_ damage: TextDamage) { counts[Self.place(of: damage)] += 1 }

    mutating func add(_ other: DamageCounts) {
        for place in counts.indices { counts[place] += other.counts[place] }
    }

    /// The damage that most cells show; of equals the one that is listed first.
    var winner: TextDamage? {
        guard let most = counts.max(), most > 0 else { return nil }
        return counts.firstIndex(of: most).map { TextDamage.allCases[$0] }
    }

    var byDamage: [TextDamage: Int] {
        let found = TextDamage.allCases.filter { self[$0] > 0 }
        return Dictionary(uniqueKeysWithValues: found.map { ($0, self[$0]) })
    }

    /// The position among all cases.
    private static func place(of damage: TextDamage) -> Int {
        switch damage {
        case .mojibake: 0
        case .doubleMojibake: 1
        case .tcvn3: 2
        case .vni: 3
        case .viqr: 4
        case .htmlReferences: 5
        }
    }
}

extension RowBatch {
    /// Puts other texts into cells; the cells are in ascending order.
    mutating func replaceCells(_ replacements: [(cell: Int, text: [UInt8])]) {
        var mended: [UInt8] = []
        mended.reserveCapacity(bytes.count)
        var ends = cellEnds
        var copied = 0
        var shift = 0
        for (position, (cell, text)) in replacements.enumerated() {
            mended.append(contentsOf: bytes[copied..<(cell == 0 ? 0 : cellEnds[cell - 1])])
            mended.append(contentsOf: text)
            copied = cellEnds[cell]
            shift = mended.count - copied
            let next = position + 1 < replacements.count ? replacements[position + 1].cell : ends.count
            for moved in cell..<next { ends[moved] += shift }
        }
        mended.append(contentsOf: bytes[copied...])
        bytes = mended
        cellEnds = ends
    }
}
