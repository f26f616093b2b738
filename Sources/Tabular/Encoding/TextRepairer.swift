// Repairs damaged text in cells that are Unicode already, whatever format they came in. A column decides, for one cell
// can be ambiguous; a sound cell in a damaged column stays as it is.

internal import Vietnamese

/// Repairs the cells of one file, batch by batch, and counts what it did.
struct TextRepairer {
    private let repair = TextRepair()
    private let scan = DamageScan()
    private var map = DamageMap()
    /// Cells that showed a damage, by column; they add up over the batches of a sheet.
    private var votes: [[TextDamage: Int]] = []
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
            sheet = batch.sheet
        }
        let suspects = self.suspects(in: batch)
        guard !suspects.isEmpty else { return }
        for suspect in suspects { vote(suspect) }
        let overall = votes.reduce(into: [TextDamage: Int]()) { $0.merge($1, uniquingKeysWith: +) }
        var replacements: [(cell: Int, text: [UInt8])] = []
        for suspect in suspects {
            let verdict = Self.winner(votes[suspect.column]) ?? Self.winner(overall)
            guard let (text, damage) = mended(batch.text(ofCell: suspect.cell), suspect.damage, verdict) else {
                continue
            }
            replacements.append((suspect.cell, Array(text.utf8)))
            repairs[damage, default: 0] += 1
        }
        if !replacements.isEmpty { batch.replaceCells(replacements) }
    }

    private mutating func suspects(in batch: RowBatch) -> [Suspect] {
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
                    if map.hasNonASCII(start, end) { nonASCIICells += 1 }
                    if map.hasSign(start, end),
                        scan.isSuspicious(UnsafeBufferPointer(rebasing: bytes[start..<end]))
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
    private func mended(_ text: String, _ own: TextDamage?, _ verdict: TextDamage?) -> (String, TextDamage)? {
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
        // A lost NBSP (`HÃ` for `Hà`) is no proof in one cell, but it is beside others.
        guard let verdict, verdict == .mojibake || verdict == .doubleMojibake else { return nil }
        return repair.repair(text, verdict).map { ($0, verdict) }
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
