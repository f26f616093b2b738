// Small registers of invented people for tests of matching and survivorship.

import Personnel
import Vietnamese

/// A row of an invented list.
struct InventedRow {
    var name: String
    var birth: String?
    var id: UInt64?
    var oldID: UInt32?
    var gender: Gender?
    var unit: String?
    var position: String?
    var change: @Sendable (inout PersonRecord, inout TextPool) -> Void = { _, _ in }

    init(
        _ name: String, _ birth: String? = nil, id: UInt64? = nil, oldID: UInt32? = nil, gender: Gender? = nil,
        unit: String? = nil, position: String? = nil,
        change: @escaping @Sendable (inout PersonRecord, inout TextPool) -> Void = { _, _ in }
    ) {
        self.name = name
        self.birth = birth
        self.id = id
        self.oldID = oldID
        self.gender = gender
        self.unit = unit
        self.position = position
        self.change = change
    }
}

/// A list: a path, the date that it states, its rows.
struct InventedList {
    var path: String
    var date: String?
    var rows: [InventedRow]

    init(_ path: String, date: String? = nil, _ rows: [InventedRow]) {
        self.path = path
        self.date = date
        self.rows = rows
    }
}

/// The register of lists in the order given.
func register(_ lists: [InventedList]) -> Register {
    var register = Register()
    for (file, list) in lists.enumerated() {
        var source = SourceList(file: SourceFile(path: list.path, sender: "tuan-giao"))
        source.contexts = [RowContext(sender: "tuan-giao", path: list.path)]
        for (index, row) in list.rows.enumerated() {
            let place = RowReference(file: Int32(file), sheet: 0, row: UInt32(index + 2))
            var record = PersonRecord(place: place, context: 0)
            record.listDate = list.date.flatMap { PartialDate(iso: $0) }
            record.fullName = source.pool.code(for: row.name)
            record.nameKey = source.pool.code(for: asciiKey(row.name))
            record.birthDate = row.birth.flatMap { PartialDate(iso: $0) }
            record.nationalID = row.id.flatMap { CitizenID(number: $0) }
            record.oldNationalID = row.oldID.flatMap { OldCitizenID(number: $0) }
            record.gender = row.gender
            record.unit = source.pool.code(for: row.unit ?? "")
            record.position = source.pool.code(for: row.position ?? "")
            row.change(&record, &source.pool)
            source.rows.append(
                RowEntry(sheet: 0, number: place.row, kind: .person, record: Int32(source.records.count)))
            source.records.append(record)
        }
        register.append(source)
    }
    return register
}
