// Repairs damaged text in cells that are Unicode already, whatever format they came in. A column decides, for one cell
// can be ambiguous; a sound cell in a damaged column stays as it is, and where all of a sheet shows a legacy font, short
// cells that could be sound (`Sè`, `Vô`) are read as their neighbours are.

internal import Vietnamese

/// Repairs the cells of one file, batch by batch, and counts what it did.
struct TextRepairer {
    private let repair = TextRepair()
    private let scan = DamageScan()
    private var map = DamageMap()
    /// Cells that showed a damage, by column; they add up over the batches of a sheet.
    private var votes: [[TextDamage: Int]] = []
    /// Cells of the sheet with letters beyond ASCII.
    private var sheetCells = 0
    private var sheet = 0

    /// Cells repaired, by what was wrong with them.
    private(set) var repairs: [TextDamage: Int] = [:]
    /// Cells with letters beyond ASCII.
    private(set) var nonASCIICells = 0

    /// What most of the text that is not ASCII was really written in: misread UTF-8, or letters of a legacy font in a file
    /// of Unicode; nil where most of it is sound.
    var prevailingEncoding: TextEncoding? {
        let encodings: [(TextEncoding, [TextDamage])] = [
            (.mojibake, [.mojibake, .doubleMojibake]), (.tcvn3, [.tcvn3]), (.vni, [.vni]),
        ]
        return encodings.first { _, damages in
            2 * damages.reduce(0) { $0 + repairs[$1, default: 0] } > nonASCIICells && nonASCIICells > 0
        }?.0
    }

    private struct Suspect {
        let cell: Int
        let column: Int
        let damage: TextDamage?
    }

    /// Repairs the cells of a batch that are damaged in the way most damaged cells of their column are.
    mutating func mend(_ batch: inout RowBatch) {
        if batch.sheet != sheet {
            votes.removeAll()
            sheetCells = 0
            sheet = batch.sheet
        }
        var suspects = self.suspects(in: batch)
        guard !suspects.isEmpty else { return }
        for suspect in suspects { vote(suspect) }
        let overall = votes.reduce(into: [TextDamage: Int]()) { $0.merge($1, uniquingKeysWith: +) }
        let font = legacyFont(of: suspects, overall)
        let isLegacy = [.tcvn3, .vni].contains(Self.winner(overall))
        if isLegacy {
            // Nothing counts twice: the cells are the same, only more of them are looked at.
            let counted = (nonASCIICells, sheetCells)
            suspects = self.suspects(in: batch, isAnySuspect: true)
            (nonASCIICells, sheetCells) = counted
        }
        var replacements: [(cell: Int, text: [UInt8])] = []
        for suspect in suspects {
            let verdict = Self.winner(votes[suspect.column]) ?? Self.winner(overall)
            let cell = batch.text(ofCell: suspect.cell)
            let column = Self.winner(votes[suspect.column])
            guard
                let (text, damage) = mended(cell, suspect.damage, verdict, font: font)
                    ?? soundLooking(cell, suspect.damage, column)
            else { continue }
            replacements.append((suspect.cell, Array(text.utf8)))
            repairs[damage, default: 0] += 1
        }
        if !replacements.isEmpty { batch.replaceCells(replacements) }
    }

    /// The legacy font in which all of the sheet was written; nil where most of its cells may be sound.
    private func legacyFont(of suspects: [Suspect], _ votes: [TextDamage: Int]) -> TextDamage? {
        guard let winner = Self.winner(votes), winner == .tcvn3 || winner == .vni else { return nil }
        let undecided = suspects.count { $0.damage == nil }
        return 3 * (votes[winner, default: 0] + undecided) >= 2 * sheetCells ? winner : nil
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
                    if isAnySuspect && hasNonASCII
                        || map.hasSign(start, end)
                            && scan.isSuspicious(UnsafeBufferPointer(rebasing: bytes[start..<end]))
                    {
                        let damage = repair.diagnose(String(decoding: bytes[start..<end], as: UTF8.self))
                        suspects.append(Suspect(cell: cell, column: cell - rowStart, damage: damage))
                    }
                    start = end
                    cell += 1
                }
                columnCount = max(columnCount, cell - rowStart)
            }
        }
        while votes.count < columnCount { votes.append([:]) }
        return suspects
    }

    private mutating func vote(_ suspect: Suspect) {
        guard let damage = suspect.damage, damage != .htmlReferences else { return }
        votes[suspect.column][damage, default: 0] += 1
    }

    /// The damage that most cells show; of equals the one that is listed first.
    private static func winner(_ votes: [TextDamage: Int]) -> TextDamage? {
        var winner: (damage: TextDamage, count: Int)?
        for damage in TextDamage.allCases {
            let count = votes[damage, default: 0]
            if count > winner?.count ?? 0 { winner = (damage, count) }
        }
        return winner?.damage
    }

    /// The text of a cell without its damage, and what that was; nil where it is sound or cannot be repaired.
    private func mended(
        _ text: String, _ own: TextDamage?, _ verdict: TextDamage?, font: TextDamage?
    ) -> (String, TextDamage)? {
        if own == .htmlReferences {
            guard let plain = repair.repair(text, .htmlReferences) else { return nil }
            // What was behind the references may be damaged as well.
            if let inner = repair.diagnose(plain), let whole = repair.repair(plain, inner) { return (whole, inner) }
            return (plain, .htmlReferences)
        }
        if let own {
            // Mojibake proves itself; between TCVN3 and VNI a short cell can err, and the column knows.
            let isProved = own == .mojibake || own == .doubleMojibake
            let knowsBetter = verdict.map { repair.isSure(of: own, against: $0, in: text) } ?? true
            let order = isProved || knowsBetter ? [own] : [verdict ?? own, own]
            for damage in order {
                if let mended = repair.repair(text, damage) { return (mended, damage) }
            }
            return nil
        }
        if let font { return repair.repair(text, font).map { ($0, font) } }
        switch verdict {
        // A lost NBSP (`HÃ` for `Hà`) is no proof in one cell, but it is beside others.
        case .mojibake, .doubleMojibake: break
        // A short word (`Kh«ng`) is none either, but what Vietnamese doesn't write is beside others.
        case .tcvn3, .vni: guard repair.hasForeignLetters(text) else { return nil }
        default: return nil
        }
        return verdict.flatMap { verdict in repair.repair(text, verdict).map { ($0, verdict) } }
    }
}

extension TextRepairer {
    /// The text of a cell that is Vietnamese as it stands (`Vi Thò Mai`) and far more so as the legacy text that the other
    /// damaged cells of its column are.
    private func soundLooking(_ text: String, _ own: TextDamage?, _ column: TextDamage?) -> (String, TextDamage)? {
        guard own == nil, let column, column == .tcvn3 || column == .vni, repair.isLikelier(text, after: column) else {
            return nil
        }
        return repair.repair(text, column).map { ($0, column) }
    }
}

extension RowBatch {
    fileprivate func text(ofCell cell: Int) -> String {
        String(decoding: bytes[(cell == 0 ? 0 : cellEnds[cell - 1])..<cellEnds[cell]], as: UTF8.self)
    }

    /// Puts other texts into cells; the cells are in ascending order.
    mutating func replaceCells(_ replacements: [(cell: Int, text: [UInt8])]) {
        var mended: [UInt8] = []
        mended.reserveCapacity(bytes.count)
        var ends = cellEnds
        var copied = 0
        var next = 0
        for cell in cellEnds.indices {
            let end = cellEnds[cell]
            if next < replacements.count, replacements[next].cell == cell {
                mended.append(contentsOf: replacements[next].text)
                next += 1
            } else {
                mended.append(contentsOf: bytes[copied..<end])
            }
            copied = end
            ends[cell] = mended.count
        }
        bytes = mended
        cellEnds = ends
    }
}
