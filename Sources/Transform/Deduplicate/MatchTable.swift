// The rows to be matched, as integers, in an order that depends on what they say and not on where they stand.

/// Where each field of a row is: a row is a run of 32-bit words, so that comparing two costs few cache lines.
struct RowLayout: Sendable {
    struct Slot: Sendable {
        var field: MatchField
        /// The position of its first word; texts (value, key) and numbers (low, high) take two, dates and codes one.
        var offset: Int
        /// Whether it says where the row stands rather than what it says, and so has no part in the order of rows.
        var isPlace = false
    }

    let slots: [Slot]
    let width: Int

    init(fields: [MatchField], places: Set<String> = []) {
        var (slots, width): ([Slot], Int) = ([], 0)
        for field in fields {
            slots.append(Slot(field: field, offset: width, isPlace: places.contains(field.name)))
            width += field.kind == .text || field.kind == .number ? 2 : 1
        }
        self.slots = slots
        self.width = max(1, width)
    }

    func slot(_ name: String) -> Slot? { slots.first { $0.field.name == name } }
}

/// Where rows come from.
protocol RowSource: Sendable {
    var count: Int { get }
    /// Writes the words of a record into a row that is all zero.
    func fill(_ record: Int, _ row: UnsafeMutablePointer<UInt32>)
    /// Orders records that say the same; it should not depend on the order in which files come.
    func place(of record: Int) -> UInt64
}

/// The rows in canonical order, those with one key of the first field side by side.
///
/// Equal records in another order give the same table but for `recordOfRow` and the numbers of values.
struct MatchTable: Sendable {
    let layout: RowLayout
    let values: ValueTable
    let count: Int
    /// `count` runs of `layout.width` words.
    let words: FrozenArray<UInt32>
    let recordOfRow: FrozenArray<Int32>
    let rowOfRecord: FrozenArray<Int32>
    /// Of what each row says.
    let contentHashes: FrozenArray<UInt64>

    init(_ source: some RowSource, layout: RowLayout, values: ValueTable, threads: Int) {
        self.layout = layout
        self.values = values
        let (count, width) = (source.count, layout.width)
        self.count = count
        let hasher = RowHasher(layout: layout, values: values)
        let rows = pieces(of: count, threads * 8)
        var ranked = [RankedRecord](unsafeUninitializedCapacity: count) { memory, filled in
            // Each piece fills places of its own.
            nonisolated(unsafe) let base = memory.baseAddress
            _ = inParallel(rows.count, threads: threads) { piece in
                withUnsafeTemporaryAllocation(of: UInt32.self, capacity: width) { row in
                    guard let base, let words = row.baseAddress else { return }
                    for record in rows[piece] {
                        words.initialize(repeating: 0, count: width)
                        source.fill(record, words)
                        let (neighbourhood, content) = hasher.hashes(of: words)
                        (base + record).initialize(
                            to: RankedRecord(
                                rank: neighbourhood & 0xffff_ffff_0000_0000 | content >> 32, content: content,
                                record: Int32(record)))
                    }
                }
            }
            filled = count
        }
        sortByRank(&ranked)
        Self.settleTies(&ranked, source)
        let order = ranked
        words = FrozenArray(count: count * width) { memory in
            memory.initialize(repeating: 0)
            // Each piece fills rows of its own.
            nonisolated(unsafe) let base = memory.baseAddress
            _ = inParallel(rows.count, threads: threads) { piece in
                guard let base else { return }
                for row in rows[piece] { source.fill(Int(order[row].record), base + row * width) }
            }
        }
        recordOfRow = FrozenArray(order.map(\.record))
        contentHashes = FrozenArray(order.map(\.content))
        rowOfRecord = FrozenArray(count: count) { memory in
            memory.initialize(repeating: 0)
            for (row, ranked) in order.enumerated() { memory[Int(ranked.record)] = Int32(row) }
        }
    }

    /// Puts records of equal rank into the order of content, then of place.
    private static func settleTies(_ ranked: inout [RankedRecord], _ source: some RowSource) {
        var start = 0
        while start < ranked.count {
            var end = start + 1
            while end < ranked.count, ranked[end].rank == ranked[start].rank { end += 1 }
            if end - start > 1 {
                ranked[start..<end].sort { one, other in
                    if one.content != other.content { return one.content < other.content }
                    return (source.place(of: Int(one.record)), one.record)
                        < (source.place(of: Int(other.record)), other.record)
                }
            }
            start = end
        }
    }
}

/// A record with what orders it.
struct RankedRecord: Sendable {
    var rank: UInt64
    var content: UInt64
    var record: Int32
}

/// Hashes what rows say.
private struct RowHasher: Sendable {
    let layout: RowLayout
    let values: ValueTable

    /// Of the first field's key, and of all fields.
    func hashes(of row: UnsafeMutablePointer<UInt32>) -> (neighbourhood: UInt64, content: UInt64) {
        var content: UInt64 = 0
        var neighbourhood: UInt64 = 0
        for (index, slot) in layout.slots.enumerated() where !slot.isPlace {
            let word = row[slot.offset]
            let hash: UInt64
            switch slot.field.kind {
            case .text: hash = values.valueHashes.base[Int(word)]
            case .code: hash = values.keyHashes.base[Int(word)]
            case .date: hash = UInt64(word)
            case .number: hash = UInt64(word) | UInt64(row[slot.offset + 1]) << 32
            }
            content = mixed(content, hash)
            if index == 0 {
                neighbourhood =
                    slot.field.kind == .text ? values.keyHashes.base[Int(row[slot.offset + 1])] : mixed(hash, 1)
            }
        }
        return (neighbourhood, content)
    }
}

/// Rows held in memory as they come: the rows of a table that has no register.
struct HeldRows: RowSource {
    let layout: RowLayout
    private var words: [UInt32] = []
    private var places: [UInt64] = []

    init(layout: RowLayout) { self.layout = layout }

    var count: Int { places.count }

    /// Adds a row of zeros and gives its number; `place` orders rows that say the same.
    mutating func add(place: UInt64) -> Int {
        words.append(contentsOf: repeatElement(0, count: layout.width))
        places.append(place)
        return places.count - 1
    }

    subscript(row: Int, offset: Int) -> UInt32 {
        get { words[row * layout.width + offset] }
        set { words[row * layout.width + offset] = newValue }
    }

    func fill(_ record: Int, _ row: UnsafeMutablePointer<UInt32>) {
        words.withUnsafeBufferPointer { all in
            guard let base = all.baseAddress else { return }
            row.update(from: base + record * layout.width, count: layout.width)
        }
    }

    func place(of record: Int) -> UInt64 { places[record] }
}
