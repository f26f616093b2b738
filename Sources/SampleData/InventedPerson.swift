// A person who does not exist, with everything about them consistent: number with birth and gender, step with coefficient.

public import Personnel

/// A commune of the old government, as the inventor needs it.
public struct SampleCommune: Sendable {
    /// The name with its kind: `Xã Na Sang`.
    public var name: String
    /// The folder of its district: `muong-cha`.
    public var district: String

    public init(name: String, district: String) {
        self.name = name
        self.district = district
    }
}

/// One invented person and their post.
public struct InventedPerson: Sendable {
    public var name: String
    public var gender: Gender
    public var birthDate: PartialDate
    public var nationalID: CitizenID
    public var ethnicity: String
    public var commune: SampleCommune
    public var position: String
    public var isCadre: Bool
    /// The step on scale A1 (Decree 204/2004/NĐ-CP), 1-9.
    public var salaryStep: Int
    public var qualification: String
    public var politicalTheory: String
    public var recruitedOn: PartialDate

    /// The coefficient of the step: 2.34 and 0.33 a step.
    public var coefficient: Hundredths { Hundredths(Int32(234 + 33 * (salaryStep - 1))) }
}

/// Invents the staff of communes, one post after another.
public struct PeopleInventor: Sendable {
    private var generator: SeededGenerator
    private let communes: [SampleCommune]
    private let tables = NameTable.all
    private var usedNumbers: Set<UInt64> = []

    private static let cadrePositions = [
        "Bí thư Đảng ủy", "Phó Bí thư Đảng ủy", "Chủ tịch HĐND", "Phó Chủ tịch HĐND", "Chủ tịch UBND",
        "Phó Chủ tịch UBND", "Chủ tịch UBMTTQ Việt Nam", "Bí thư Đoàn TNCS Hồ Chí Minh",
    ]
    private static let officialPositions = [
        "Công chức Văn phòng - Thống kê", "Công chức Tài chính - Kế toán", "Công chức Tư pháp - Hộ tịch",
        "Công chức Văn hóa - Xã hội", "Công chức Địa chính - Nông nghiệp - Xây dựng và Môi trường",
        "Chỉ huy trưởng Ban Chỉ huy quân sự",
    ]

    public init(seed: UInt64, communes: [SampleCommune]) {
        generator = SeededGenerator(seed: seed)
        self.communes = communes
    }

    /// The people of so many posts, spread evenly over the communes; commune by commune.
    public mutating func people(_ count: Int) -> [InventedPerson] {
        var people: [InventedPerson] = []
        people.reserveCapacity(count)
        guard !communes.isEmpty else { return people }
        for index in 0..<count {
            let commune = communes[index * communes.count / count]
            people.append(person(in: commune, cadre: index % 16 < 7))
        }
        return people
    }

    private mutating func person(in commune: SampleCommune, cadre: Bool) -> InventedPerson {
        let table = drawTable()
        let gender: Gender = generator.percent(42) ? .female : .male
        let birth = date(year: 1964 + generator.below(38))
        let age = 2025 - birth.year
        let positions = cadre ? Self.cadrePositions : Self.officialPositions
        return InventedPerson(
            name: name(from: table, gender: gender), gender: gender, birthDate: birth,
            nationalID: number(birth: birth, gender: gender), ethnicity: table.people, commune: commune,
            position: generator.element(of: positions, or: ""), isCadre: cadre,
            salaryStep: min(9, max(1, (age - 20) / 4 + generator.below(2))),
            qualification: generator.element(
                of: ["Đại học", "Đại học", "Đại học", "Thạc sĩ", "Cao đẳng"], or: "Đại học"),
            politicalTheory: generator.element(of: ["Trung cấp", "Trung cấp", "Sơ cấp", "Cao cấp", ""], or: ""),
            recruitedOn: date(year: min(2024, birth.year + 22 + generator.below(8))))
    }

    private mutating func drawTable() -> NameTable {
        var drawn = generator.below(tables.reduce(0) { $0 + $1.share })
        for table in tables {
            if drawn < table.share { return table }
            drawn -= table.share
        }
        return tables[0]
    }

    private mutating func name(from table: NameTable, gender: Gender) -> String {
        let middle = gender == .male ? table.maleMiddle : table.femaleMiddle
        let given = gender == .male ? table.maleGiven : table.femaleGiven
        return [table.family.draw(&generator), middle.draw(&generator), given.draw(&generator)]
            .filter { !$0.isEmpty }.joined(separator: " ")
    }

    private mutating func date(year: Int) -> PartialDate {
        let month = 1 + generator.below(12)
        let day = 1 + generator.below(PartialDate.dayCount(year: year, month: month))
        // Always a real date; the other branch only satisfies the type.
        return PartialDate(year: year, month: month, day: day) ?? PartialDate.epoch
    }

    /// A number of Điện Biên (011) that agrees with birth and gender, never given twice.
    private mutating func number(birth: PartialDate, gender: Gender) -> CitizenID {
        let century = (birth.year - 1900) / 100 * 2 + (gender == .female ? 1 : 0)
        let head = UInt64(11) * 1_000_000_000 + UInt64(century) * 100_000_000 + UInt64(birth.year % 100) * 1_000_000
        while true {
            let number = head + UInt64(1 + generator.below(999_999))
            if usedNumbers.insert(number).inserted, let id = CitizenID(number: number) { return id }
        }
    }
}
