// The second pass over record XML: records into rows.

/// Writes the records of one table as rows, in the order of its columns.
final class RecordRows: RecordPathVisitor {
    private let table: RecordPlan.Table
    private let records: Set<Int>
    /// The column of each path, -1 for none: looked up at every value.
    @exclusivity(unchecked) private var columns: [Int]
    private let deliver: (RowBatch) throws -> Void
    @exclusivity(unchecked) private var grid: GridBuilder
    @exclusivity(unchecked) private var values: [[UInt8]]
    /// The depth of the record that is open; 0 outside of one.
    @exclusivity(unchecked) private var recordDepth = 0
    @exclusivity(unchecked) private var recordCount: UInt32 = 0
    @exclusivity(unchecked) private var isDelivered = false
    /// What the columns of the open groups held before them.
    @exclusivity(unchecked) private var outerValues: [(depth: Int, column: Int, value: [UInt8])] = []

    init(
        table: RecordPlan.Table, sheet: Int, limits: ReadingLimits, deliver: @escaping (RowBatch) throws -> Void
    ) {
        self.table = table
        self.deliver = deliver
        records = Set(table.records)
        columns = Array(repeating: -1, count: (table.columns.keys.max() ?? 0) + 1)
        for (node, column) in table.columns { columns[node] = column }
        grid = GridBuilder(sheet: sheet, limits: limits)
        values = Array(repeating: [], count: table.fieldNames.count)
    }

    func begin(_ node: Int, depth: Int, of tree: inout RecordTree) {
        guard recordDepth == 0 else { return }
        if records.contains(node) {
            recordDepth = depth
            keepOuterValues(values.indices, depth, clearing: false)
        } else if let columns = table.groupColumns[node] {
            keepOuterValues(columns, depth, clearing: true)
        }
    }

    func value(_ text: [UInt8], of node: Int, in tree: inout RecordTree) {
        guard node < columns.count, columns[node] >= 0 else { return }
        values[columns[node]].appendField(text)
    }

    func end(_ node: Int, depth: Int) throws {
        if depth == recordDepth {
            try writeRow()
            recordDepth = 0
            for column in values.indices { values[column].removeAll(keepingCapacity: true) }
        }
        while let outer = outerValues.last, outer.depth == depth {
            values[outer.column] = outer.value
            outerValues.removeLast()
        }
    }

    /// Hands on the rows that are left; an empty batch if there is none at all.
    func finish() throws {
        if !grid.batch.isEmpty || !isDelivered { try deliverBatch() }
    }

    private func deliverBatch() throws {
        isDelivered = true
        try deliver(grid.takeBatch())
    }

    private func keepOuterValues(_ columns: some Sequence<Int>, _ depth: Int, clearing: Bool) {
        // A value that is kept is copied as soon as the column changes: empty ones are not worth it.
        for column in columns where clearing || !values[column].isEmpty {
            outerValues.append((depth, column, values[column]))
            if clearing { values[column].removeAll(keepingCapacity: true) }
        }
    }

    private func writeRow() throws {
        recordCount += 1
        grid.beginRow(recordCount)
        for value in values {
            try value.withUnsafeBufferPointer { text throws(RefusedFile) in try grid.append(text) }
            try grid.endCell()
        }
        try grid.endRow()
        if grid.isFull { try deliverBatch() }
    }
}
