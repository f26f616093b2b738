// The records of a register as rows of matching: the one place that knows which field of a model is which of a person's.

import Personnel

/// The fields that records have for matching, by the names that a model's file uses.
public enum RegisterField: String, CaseIterable, Sendable {
    case fullName = "full_name"
    /// What tells namesakes apart: `A` of `Lò Văn Pâng (A)`, `2` of `Lò Văn Pâng 2`.
    case nameMark = "name_mark"
    case birthDate = "birth_date"
    case gender
    case nationalID = "national_id"
    /// How the number stands to the row's own birth year and gender: `agrees`, `year_apart`, `contradicts`.
    case nationalIDStanding = "national_id_standing"
    case oldNationalID = "old_national_id"
    case ethnicity
    case religion
    case homeTown = "home_town"
    case residence
    /// The unit found in the catalogue.
    case unit
    /// The text of a unit that was not found there.
    case unitText = "unit_text"
    /// The district of the unit found.
    case district
    case department
    case position
    case rank
    case recruitedOn = "recruited_on"
    case partyJoined = "party_joined"
    case phone
    case salaryCoefficient = "salary_coefficient"
    case qualification
    /// The file and sheet that the row stands in.
    case list

    public var kind: MatchField.Kind {
        switch self {
        case .fullName: .text
        case .birthDate, .recruitedOn, .partyJoined: .date
        case .nationalID, .oldNationalID, .phone, .salaryCoefficient: .number
        default: .code
        }
    }
}

/// A register's records as a source of rows.
struct RegisterRows: RowSource {
    private let register: Register
    private let slots: [(field: RegisterField, offset: Int, newYearIsYear: Bool)]
    /// By the code of a text: the number of the value, of the key, of the mark.
    private let values: [UInt32]
    private let codes: [UInt32]
    private let marks: [UInt32]
    /// Numbers of fixed words.
    private let genders: (male: UInt32, female: UInt32)
    private let standings: (agrees: UInt32, yearApart: UInt32, contradicts: UInt32)
    private let qualifications: [UInt32]
    private let units: [(unit: UInt32, district: UInt32)]
    /// For each file the number of its first sheet.
    private let lists: [UInt32]
    private let paths: [UInt64]

    /// - Parameter units: the units that records refer to by position.
    init(_ register: Register, units: [OldUnit], layout: RowLayout, numbering: inout ValueNumbering) {
        self.register = register
        slots = layout.slots.compactMap { slot in
            RegisterField(rawValue: slot.field.name).map { ($0, slot.offset, slot.field.newYearIsYear) }
        }
        var roles = TextRoles(register, fields: slots.map(\.field))
        roles.number(in: register.pool, &numbering)
        (values, codes, marks) = (roles.values, roles.codes, roles.marks)
        genders = (numbering.code(of: "male"), numbering.code(of: "female"))
        standings = (
            numbering.code(of: "agrees"), numbering.code(of: "year_apart"), numbering.code(of: "contradicts")
        )
        qualifications = Qualification.allCases.map { numbering.code(of: $0.rawValue) }
        let last = register.records.reduce(Int32(-1)) { max($0, $1.oldUnit ?? -1) }
        self.units = (0..<max(units.count, Int(last) + 1)).map { index in
            guard units.indices.contains(index) else { return (numbering.code(of: "unit \(index)"), 0) }
            return (numbering.code(of: "unit " + units[index].id), numbering.code(of: units[index].district ?? ""))
        }
        lists = register.files.map { numbering.code(of: "list " + $0.path) }
        paths = register.files.map { stableHash(of: $0.path) }
    }

    var count: Int { register.records.count }

    func place(of record: Int) -> UInt64 {
        let place = register.records[record].place
        let file = Int(place.file)
        let path = paths.indices.contains(file) ? paths[file] : UInt64(truncatingIfNeeded: file)
        return mixed(path, UInt64(UInt16(bitPattern: place.sheet)) << 32 | UInt64(place.row))
    }

    func fill(_ record: Int, _ row: UnsafeMutablePointer<UInt32>) {
        register.records.withUnsafeBufferPointer { records in
            for slot in slots { fill(slot, of: records.baseAddress.unsafelyUnwrapped + record, row + slot.offset) }
        }
    }

    private func fill(
        _ slot: (field: RegisterField, offset: Int, newYearIsYear: Bool), of record: UnsafePointer<PersonRecord>,
        _ cell: UnsafeMutablePointer<UInt32>
    ) {
        func code(_ text: TextCode) -> UInt32 { codes[Int(text.rawValue)] }
        func set(_ number: UInt64) {
            cell[0] = UInt32(truncatingIfNeeded: number)
            cell[1] = UInt32(truncatingIfNeeded: number >> 32)
        }
        func date(_ date: PartialDate?) -> UInt32 {
            let packed = date?.packed ?? 0
            return slot.newYearIsYear && packed % 10_000 == 101 ? packed - 101 : packed
        }
        switch slot.field {
        case .fullName:
            cell[0] = values[Int(record.pointee.fullName.rawValue)]
            cell[1] = codes[Int(record.pointee.fullName.rawValue)]
        case .nameMark: cell[0] = marks[Int(record.pointee.fullName.rawValue)]
        case .birthDate: cell[0] = date(record.pointee.birthDate)
        case .gender: cell[0] = record.pointee.gender.map { $0 == .male ? genders.male : genders.female } ?? 0
        case .nationalID: set(record.pointee.nationalID?.number ?? 0)
        case .nationalIDStanding: cell[0] = standing(of: record)
        case .oldNationalID: set(UInt64(record.pointee.oldNationalID?.number ?? 0))
        case .ethnicity: cell[0] = code(record.pointee.ethnicity)
        case .religion: cell[0] = code(record.pointee.religion)
        case .homeTown: cell[0] = code(record.pointee.homeTown)
        case .residence: cell[0] = code(record.pointee.residence)
        case .unit: cell[0] = record.pointee.oldUnit.map { units[Int($0)].unit } ?? 0
        case .unitText: cell[0] = record.pointee.oldUnit == nil ? code(record.pointee.unit) : 0
        case .district: cell[0] = record.pointee.oldUnit.map { units[Int($0)].district } ?? 0
        case .department: cell[0] = code(record.pointee.department)
        case .position: cell[0] = code(record.pointee.position)
        case .rank: cell[0] = code(record.pointee.rank)
        case .recruitedOn: cell[0] = date(record.pointee.recruitedOn)
        case .partyJoined: cell[0] = date(record.pointee.partyJoined)
        case .phone: register.pool.withUTF8(of: record.pointee.phone) { set(digits(of: $0)) }
        case .salaryCoefficient: set(UInt64(max(0, record.pointee.salaryCoefficient?.value ?? 0)))
        case .qualification:
            let cases = Qualification.allCases
            cell[0] = record.pointee.qualification.flatMap { cases.firstIndex(of: $0) }.map { qualifications[$0] } ?? 0
        case .list:
            let file = Int(record.pointee.place.file)
            let list = lists.indices.contains(file) ? lists[file] : 0
            cell[0] = list << 8 | UInt32(UInt16(bitPattern: record.pointee.place.sheet) & 255) + 1
        }
    }

    private func standing(of record: UnsafePointer<PersonRecord>) -> UInt32 {
        guard let number = record.pointee.nationalID else { return 0 }
        if let gender = record.pointee.gender, gender != number.gender { return standings.contradicts }
        guard let birth = record.pointee.birthDate, birth.year != number.birthYear else { return standings.agrees }
        return abs(birth.year - number.birthYear) == 1 ? standings.yearApart : standings.contradicts
    }
}

/// The digits of a text as one number, the last 18 of them; 0 where there are none.
func digits(of text: UnsafeBufferPointer<UInt8>) -> UInt64 {
    var number: UInt64 = 0
    for byte in text where byte &- 0x30 < 10 {
        number = (number % 100_000_000_000_000_000) * 10 + UInt64(byte - 0x30)
    }
    return number
}

/// Which texts of a register's pool matching needs as what, and their numbers.
private struct TextRoles {
    private(set) var values: [UInt32]
    private(set) var codes: [UInt32]
    private(set) var marks: [UInt32]
    /// By the code of a text; bit 0: a name, bit 1: a code.
    private var uses: [UInt8]

    init(_ register: Register, fields: [RegisterField]) {
        let count = register.pool.count
        values = Array(repeating: 0, count: count)
        codes = values
        marks = values
        uses = Array(repeating: 0, count: count)
        register.records.withUnsafeBufferPointer { records in
            for field in fields {
                guard let path = Self.path(of: field) else { continue }
                for record in records { uses[Int(path(record).rawValue)] |= field == .fullName ? 1 : 2 }
            }
        }
    }

    mutating func number(in pool: TextPool, _ numbering: inout ValueNumbering) {
        for code in 1..<max(1, uses.count) where uses[code] != 0 {
            let text = pool[TextCode(rawValue: UInt32(code))]
            if uses[code] & 2 != 0 { codes[code] = numbering.code(of: text) }
            if uses[code] & 1 != 0 {
                let (name, mark) = withoutMark(text)
                values[code] = numbering.value(of: name)
                if uses[code] & 2 == 0 { codes[code] = numbering.code(of: name) }
                marks[code] = numbering.code(of: mark)
            }
        }
    }

    private static func path(of field: RegisterField) -> ((PersonRecord) -> TextCode)? {
        switch field {
        case .fullName: { $0.fullName }
        case .ethnicity: { $0.ethnicity }
        case .religion: { $0.religion }
        case .homeTown: { $0.homeTown }
        case .residence: { $0.residence }
        case .unitText: { $0.unit }
        case .department: { $0.department }
        case .position: { $0.position }
        case .rank: { $0.rank }
        default: nil
        }
    }
}

/// `Lò Văn Pâng (A)` and `Lò Văn Pâng 2` without their ends, and these.
func withoutMark(_ name: String) -> (name: String, mark: String) {
    let utf8 = Array(name.utf8)
    var end = utf8.count
    let isBracketed = end > 4 && utf8[end - 1] == UInt8(ascii: ")") && utf8[end - 3] == UInt8(ascii: "(")
    let mark = isBracketed ? end - 2 : end - 1
    let isDigit = end > 3 && (0x30...0x39).contains(utf8[mark])
    guard isBracketed || isDigit else { return (name, "") }
    end = isBracketed ? end - 3 : end - 1
    while end > 0, utf8[end - 1] == 0x20 { end -= 1 }
    return (String(decoding: utf8[..<end], as: UTF8.self), String(decoding: [utf8[mark]], as: UTF8.self))
}
