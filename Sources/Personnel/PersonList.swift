// Everybody of a run, kept small: most people have one row, and are that row.

/// People in order; whose only row is a record of the register refers to it instead of repeating it.
///
/// Whoever needs one value of many people asks `id(of:)`, `values(of:)` or `level(of:)`; a `Person` is put together
/// when one is asked for.
public struct PersonList: Sendable, RandomAccessCollection, MutableCollection, ExpressibleByArrayLiteral {
    @usableFromInline struct Entry: Sendable {
        @usableFromInline var id: Int64
        /// The position of the only record; of a person of several rows, counted from -1 down, that in `merged`.
        @usableFromInline var place: Int32
        @usableFromInline var level: Level?

        @inlinable var merged: Int { Int(-1 - place) }
    }

    /// What stands of a person of several rows.
    public struct Merged: Sendable {
        /// Field by field chosen among the person's rows.
        public var values: PersonRecord
        /// Where the positions of the person's records are in `members`.
        public var rows: ValueSpan

        public init(values: PersonRecord, rows: ValueSpan) {
            self.values = values
            self.rows = rows
        }
    }

    /// The register's.
    @usableFromInline var records: [PersonRecord] = []
    @usableFromInline var entries: [Entry] = []
    @usableFromInline var merged: [Merged] = []
    @usableFromInline var members: [Int32] = []
    /// The sources of each of `merged`, `FieldSources.width` one after the other.
    private var sources: [UInt16] = []

    /// Nobody.
    public init() {}

    /// People whose records lie behind each other, without ids and levels yet.
    ///
    /// - Parameters:
    ///   - records: the register's.
    ///   - members: the positions of everybody's records, ascending for each person.
    ///   - ends: where each person's end in `members`.
    ///   - merged: what stands of those who have several, in order of person.
    ///   - sources: of each of these, `FieldSources.width` one after the other.
    public init(
        records: [PersonRecord], members: [Int32], ends: [Int32], merged: [Merged], sources: [UInt16]
    ) {
        self.records = records
        self.members = members
        self.merged = merged
        self.sources = sources
        entries.reserveCapacity(ends.count)
        var (start, next): (Int32, Int32) = (0, -1)
        for end in ends {
            let isMerged = end - start != 1
            entries.append(Entry(id: 0, place: isMerged ? next : members[Int(start)]))
            if isMerged { next -= 1 }
            start = end
        }
    }

    /// The given people in the given order; each is kept with values of one's own, as `append(_:)` keeps them.
    public init(_ people: some Sequence<Person>) { for person in people { append(person) } }

    public init(arrayLiteral people: Person...) { self.init(people) }

    @inlinable public var startIndex: Int { 0 }
    @inlinable public var endIndex: Int { entries.count }

    /// A person who is put here keeps the given values, whatever the records say.
    public subscript(index: Int) -> Person {
        get {
            let entry = entries[index]
            guard entry.place < 0 else {
                return Person(
                    id: entry.id, values: records[Int(entry.place)], records: RecordPositions(only: entry.place),
                    sources: nil, level: entry.level)
            }
            return Person(
                id: entry.id, values: merged[entry.merged].values,
                records: RecordPositions(members[merged[entry.merged].rows.range]),
                sources: FieldSources(sources[FieldSources.range(entry.merged)]), level: entry.level)
        }
        set {
            entries[index] = Entry(id: newValue.id, place: Int32(-1 - merged.count), level: newValue.level)
            keep(newValue)
        }
    }

    /// Adds a person with values of one's own, whatever the records say.
    public mutating func append(_ person: Person) {
        entries.append(Entry(id: person.id, place: Int32(-1 - merged.count), level: person.level))
        keep(person)
    }

    private mutating func keep(_ person: Person) {
        let rows = ValueSpan(start: UInt32(members.count), count: UInt32(person.records.count))
        merged.append(Merged(values: person.values, rows: rows))
        members += person.records
        for field in 0..<FieldSources.width { sources.append(person.sources[field]) }
    }

    // MARK: - One value of one person

    /// The id of the person at a position; 0 before `number(_:movingTo:)`.
    @inlinable public func id(of person: Int) -> Int64 { entries[person].id }

    /// The level of the person's unit; nil where it is not known.
    @inlinable public func level(of person: Int) -> Level? { entries[person].level }

    /// The values that stand.
    @inlinable public func values(of person: Int) -> PersonRecord {
        let entry = entries[person]
        return entry.place >= 0 ? records[Int(entry.place)] : merged[entry.merged].values
    }

    /// The record that the person is; nil for who has several, or values of one's own.
    @inlinable public func onlyRecord(of person: Int) -> Int32? {
        let place = entries[person].place
        return place >= 0 ? place : nil
    }

    /// How many rows the person has.
    @inlinable public func rowCount(of person: Int) -> Int {
        let entry = entries[person]
        return entry.place >= 0 ? 1 : Int(merged[entry.merged].rows.count)
    }

    /// Calls `body` with the position of each of the person's records, ascending.
    @inlinable public func forEachRecord(of person: Int, _ body: (Int32) throws -> Void) rethrows {
        let entry = entries[person]
        if entry.place >= 0 { return try body(entry.place) }
        for member in merged[entry.merged].rows.range { try body(members[member]) }
    }

    // MARK: - Of everybody

    /// Sets the ids of everybody, in this order, and puts people into the order of their new positions.
    ///
    /// - Parameter positions: where each person comes to stand; each position once.
    public mutating func number(_ ids: [Int64], movingTo positions: [Int32]) {
        var ordered = entries
        for (index, entry) in entries.enumerated() {
            var entry = entry
            entry.id = ids[index]
            ordered[Int(positions[index])] = entry
        }
        entries = ordered
    }

    /// Sets the level of the person at a position; nil for unknown.
    public mutating func setLevel(_ level: Level?, of person: Int) { entries[person].level = level }

    /// The positions of all people in the order of their first records; of those without any, last.
    ///
    /// Whoever looks at the records of millions reads memory as it lies, and not at random.
    public var inOrderOfRecords: [Int32] {
        var owners: [Int32] = []
        var others: [Int32] = []
        for person in indices {
            var first: Int?
            forEachRecord(of: person) { record in first = first ?? Int(record) }
            guard let first else {
                others.append(Int32(person))
                continue
            }
            if first >= owners.count {
                owners += repeatElement(-1, count: Swift.max(first + 1, records.count) - owners.count)
            }
            if owners[first] >= 0 { others.append(Int32(person)) } else { owners[first] = Int32(person) }
        }
        return owners.filter { $0 >= 0 } + others
    }
}
