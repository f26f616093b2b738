// The values of many people in an order in which they do not lie in memory.

import Personnel

extension PersonList {
    /// Does `body` for people in the order of their positions, with the values that stand of each.
    ///
    /// Their records lie all over the register. Fetched a block at a time they wait for memory together, not one after
    /// the other between two lines that are written.
    func forEachValues<Positions: RandomAccessCollection>(
        of positions: Positions, _ body: (_ index: Int, _ person: Int, _ values: PersonRecord) throws -> Void
    ) rethrows where Positions.Element: BinaryInteger, Positions.Index == Int {
        let blockSize = 64
        var block: [PersonRecord] = []
        block.reserveCapacity(blockSize)
        for start in stride(from: positions.startIndex, to: positions.endIndex, by: blockSize) {
            let end = Swift.min(start + blockSize, positions.endIndex)
            block.removeAll(keepingCapacity: true)
            for index in start..<end { block.append(values(of: Int(positions[index]))) }
            for index in start..<end { try body(index, Int(positions[index]), block[index - start]) }
        }
    }
}
