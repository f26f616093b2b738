// What matching needs of the records, as integers, in an order that depends on what the rows say and not on their files.

import Personnel

/// One row as matching sees it: integers only, so that a pair costs two cache lines; 0 is "unknown" everywhere.
struct MatchRow {
    /// Position in the register.
    var record: Int32 = 0
    /// Position in the name table.
    var name: Int32 = 0
    /// The number of the name's i/y key, first and last word.
    var nameKey: Int32 = 0
    var family: Int32 = 0
    var given: Int32 = 0
    /// Packed as in `PartialDate`.
    var birth: UInt32 = 0
    var citizenID: UInt64 = 0
    var oldCitizenID: UInt32 = 0
    /// 1 male, 2 female.
    var gender: UInt8 = 0
    var standing = IDStanding.none
    /// What tells namesakes apart (`A`, `2`).
    var suffix: UInt8 = 0
    var ethnicity: Int32 = 0
    /// The old unit's position + 1, or the negative number of the unit's text where it was not looked up.
    var unit: Int32 = 0
    /// Of the unit; unlike its number, the same in whatever order the files come.
    var unitHash: UInt32 = 0
    var position: Int32 = 0
    var homeTown: Int32 = 0
    var phone: Int32 = 0
    var recruited: UInt32 = 0
    var partyJoined: UInt32 = 0
    var salary: Int32 = 0
    /// The file and sheet, as one number.
    var table: Int32 = 0
}

/// How a row's citizen identity number stands to the row's own birth year and gender.
enum IDStanding: UInt8 {
    case none, agrees
    /// One year off with the right gender: common, the date being as likely wrong as the number.
    case yearApart
    case contradicts
}

/// The rows of a register in canonical order: equal registers whose files come in another order give the same table but
/// for `record` and `table`.
struct MatchTable {
    let rows: [MatchRow]
    let names: NameTable
    /// The row of each record.
    let rowOfRecord: [Int32]
    /// How many numbers the keys of texts have.
    let keyCount: Int

    init(_ register: Register) {
        var keys = TextKeys(pool: register.pool)
        var names = NameTable(pool: register.pool)
        var unordered: [MatchRow] = []
        unordered.reserveCapacity(register.records.count)
        var order: [CanonicalPlace] = []
        order.reserveCapacity(register.records.count)
        let paths = register.files.map { stableHash(of: $0.path) }
        for (index, record) in register.records.enumerated() {
            var row = Self.row(of: record, in: register.pool, names: &names, keys: &keys)
            row.record = Int32(index)
            let file = Int(record.place.file)
            let path = paths.indices.contains(file) ? paths[file] : UInt64(truncatingIfNeeded: file)
            order.append(
                CanonicalPlace(
                    content: Self.contentHash(row, names: names, keys: keys),
                    place: mixed(path, UInt64(UInt16(bitPattern: record.place.sheet)) << 32 | UInt64(record.place.row)),
                    position: Int32(index)))
            unordered.append(row)
        }
        order.sort { ($0.content, $0.place) < ($1.content, $1.place) }
        rows = order.map { unordered[Int($0.position)] }
        var rowOfRecord = [Int32](repeating: 0, count: order.count)
        for (row, place) in order.enumerated() { rowOfRecord[Int(place.position)] = Int32(row) }
        self.rowOfRecord = rowOfRecord
        self.names = names
        keyCount = keys.count
    }

    private struct CanonicalPlace {
        var content: UInt64
        var place: UInt64
        var position: Int32
    }

    private static func row(
        of record: PersonRecord, in pool: TextPool, names: inout NameTable, keys: inout TextKeys
    ) -> MatchRow {
        var row = MatchRow()
        row.name = names.position(of: record.fullName, in: pool, keys: &keys)
        let name = names[row.name]
        (row.nameKey, row.family, row.given, row.suffix) = (name.key, name.family, name.given, name.suffix)
        row.birth = record.birthDate?.packed ?? 0
        row.citizenID = record.nationalID?.number ?? 0
        row.standing = standing(of: record)
        row.oldCitizenID = record.oldNationalID?.number ?? 0
        row.gender = record.gender.map { $0 == .male ? 1 : 2 } ?? 0
        row.ethnicity = keys.number(of: record.ethnicity, in: pool)
        row.unit = record.oldUnit.map { $0 + 1 } ?? -keys.number(of: record.unit, in: pool)
        row.unitHash = UInt32(truncatingIfNeeded: row.unit < 0 ? keys.hashes[Int(-row.unit)] : UInt64(row.unit))
        row.position = keys.number(of: record.position, in: pool)
        row.homeTown = keys.number(of: record.homeTown, in: pool)
        row.phone = keys.number(of: record.phone, in: pool)
        row.recruited = record.recruitedOn?.packed ?? 0
        row.partyJoined = record.partyJoined?.packed ?? 0
        row.salary = record.salaryCoefficient?.value ?? 0
        row.table = record.place.file << 8 | Int32(record.place.sheet & 255)
        return row
    }

    private static func standing(of record: PersonRecord) -> IDStanding {
        guard let number = record.nationalID else { return .none }
        if let gender = record.gender, gender != number.gender { return .contradicts }
        guard let birth = record.birthDate, birth.year != number.birthYear else { return .agrees }
        return abs(birth.year - number.birthYear) == 1 ? .yearApart : .contradicts
    }

    private static func contentHash(_ row: MatchRow, names: NameTable, keys: TextKeys) -> UInt64 {
        func key(_ number: Int32) -> UInt64 { keys.hashes[Int(number)] }
        var hash = mixed(names.hashes[Int(row.name)], UInt64(row.birth))
        hash = mixed(hash, row.citizenID)
        hash = mixed(hash, UInt64(row.oldCitizenID) << 8 | UInt64(row.gender))
        hash = mixed(hash, UInt64(row.unitHash))
        hash = mixed(hash, key(row.position) ^ key(row.ethnicity))
        hash = mixed(hash, key(row.homeTown) ^ key(row.phone))
        hash = mixed(hash, UInt64(row.recruited) << 32 | UInt64(row.partyJoined))
        return mixed(hash, UInt64(truncatingIfNeeded: row.salary))
    }
}
