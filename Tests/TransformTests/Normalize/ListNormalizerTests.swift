// Whole rows: what becomes of them, what is said about them, what is kept of what stood there. The people are invented.
import Personnel
import Testing

@testable import Transform

@Suite("a row becomes a record")
struct ListNormalizerTests {
    private let normalizer: Normalizer
    /// A record with the cells as they stood where reading changed them, and the cells that no field claims.
    @dynamicMemberLookup
    private struct NormalizedRow {
        var record: PersonRecord
        var originals: [OriginalValue]
        var extras: [ExtraCode]

        subscript<Value>(dynamicMember path: KeyPath<PersonRecord, Value>) -> Value { record[keyPath: path] }
    }

    private var list: ListNormalizer
    private var source = SourceList(file: SourceFile(path: "muong-cha/ds.csv", sender: "muong-cha"))
    private var pool: TextPool { source.pool }
    private var issues: [Personnel.Issue] { source.issues }

    init() throws {
        let asOf = try #require(PartialDate(iso: "2025-07-01"))
        let knowledge = try ShippedVocabulary.knowledge()
        normalizer = Normalizer(knowledge: knowledge, asOf: asOf, senderDefaults: ["so-giao-duc": .publicEmployee])
        list = ListNormalizer(normalizer)
    }

    private mutating func normalize(
        _ values: [Field: String], sender: String = "muong-cha", sections: [String] = [],
        headings: [Field: String] = [:],
        extras: [ExtraValue] = []
    ) -> NormalizedRow? {
        let context = RowContext(sender: sender, sections: sections.map { Section(text: $0) }, headings: headings)
        let row = SourceRow(
            place: RowReference(file: 0, sheet: 0, row: 12), kind: .person, context: context.hashValue,
            values: FieldValues(values), extras: extras)
        guard list.normalize(row, context: context, into: &source), let record = source.records.last else { return nil }
        return NormalizedRow(
            record: record, originals: Array(source.originals[record.originals.range]),
            extras: Array(source.extras[record.extras.range]))
    }

    private func original(_ field: Field, of record: NormalizedRow) -> String? {
        record.originals.first { $0.field == field }.map { pool[$0.text] }
    }

    @Test(
        "the first of several dates in an event's cell is the event",
        arguments: [
            ("03/02/2010; chính thức 03/02/2011", "2010-02-03"), ("dự bị 03/02/2010", "2010-02-03"),
            ("03/02/2010 03/02/2011", "2010-02-03"), ("5/5/2012-5/5/2013", "2012-05-05"),
            ("3/2/2010\n3/2/2011", "2010-02-03"),
        ])
    mutating func severalDates(text: String, date: String) throws {
        let record = try #require(normalize([.fullName: "Lò Văn Pâng", .partyJoined: text]))
        #expect(record.partyJoined?.description == date)
        #expect(issues.isEmpty)
    }

    @Test(
        "an allowance and a coefficient through the signs of spreadsheets and typing errors in the decimal comma",
        arguments: ["'0,2", "=0.2", "\"0,2\"", "0, 2", "0 ,2", "HS 0,20"])
    mutating func decimals(text: String) throws {
        let record = try #require(
            normalize([.fullName: "Lò Văn Pâng", .positionAllowance: text, .salaryCoefficient: "3;33"]))
        #expect(record.positionAllowance == Hundredths(20))
        #expect(record.salaryCoefficient == Hundredths(333))
        #expect(issues.isEmpty)
    }

    @Test("a people's name in an old font is known though it could be a syllable", arguments: ["Coáng", "Cèng"])
    mutating func ethnicityInAnOldFont(text: String) throws {
        let record = try #require(normalize([.fullName: "Lò Văn Pâng", .ethnicity: text]))
        #expect(pool[record.ethnicity] == "Cống")
        #expect(issues.isEmpty)
    }

    @Test("a remark in brackets is no part of a people's name or an allowance")
    mutating func remarks() throws {
        let record = try #require(
            normalize([
                .fullName: "Lò Văn Pâng", .ethnicity: "Mông (H'Mông)", .positionAllowance: "0,3 (PCCV)",
                .salaryCoefficient: "3 ,33",
            ]))
        #expect(pool[record.ethnicity] == "Mông")
        #expect(record.positionAllowance == Hundredths(30))
        #expect(record.salaryCoefficient == Hundredths(333))
        #expect(issues.isEmpty)
    }

    @Test("every field of a full row")
    mutating func fullRow() throws {
        let record = try #require(
            normalize([
                .fullName: "LÒ VĂN PÂNG", .birthDateMale: "5/3/1985", .nationalID: "'011085001234",
                .ethnicity: "H'Mông",
                .religion: "Không", .position: "PCT UBND", .unit: " UBND  xã Hừa Ngài", .category: "Cán bộ",
                .rank: "Chuyên viên", .salaryStep: "Bậc 4", .salaryCoefficient: "3,33", .positionAllowance: "0,25",
                .qualification: "ĐH", .politicalTheory: "TC", .partyJoined: "08/2015", .recruitedOn: "2008-09-01",
                .insuranceYears: "16 năm 9 tháng", .phone: "0912 345 678", .note: "-", .level: "Cấp xã",
            ]))
        #expect(pool[record.fullName] == "Lò Văn Pâng")
        #expect(pool[record.nameKey] == "lo van pang")
        #expect(record.birthDate?.description == "1985-03-05")
        #expect(record.gender == .male)
        #expect(record.nationalID?.description == "011085001234")
        #expect(pool[record.ethnicity] == "Mông")
        #expect(pool[record.religion] == "Không")
        #expect(pool[record.position] == "Phó Chủ tịch UBND")
        #expect(pool[record.unit] == "UBND xã Hừa Ngài")
        #expect(record.category == .cadre)
        #expect(pool[record.rank] == "01.003")
        #expect(record.salaryStep == 4)
        #expect(record.salaryCoefficient == Hundredths(333))
        #expect(record.positionAllowance == Hundredths(25))
        #expect(record.qualification == .bachelor)
        #expect(record.politicalTheory == .intermediate)
        #expect(record.partyJoined?.description == "2015-08")
        #expect(record.recruitedOn?.description == "2008-09-01")
        #expect(record.insuranceMonths == 201)
        #expect(record.note.isNone)
        #expect(record.extras.map { pool[$0.text] } == ["Cấp xã"])
        #expect(issues.isEmpty)
    }

    @Test("what was changed keeps its original, what was not does not")
    mutating func originals() throws {
        let record = try #require(
            normalize([.fullName: "Lò Văn Pâng", .birthDate: "5/3/1985", .recruitedOn: "2008-09-01", .position: "CV"]))
        #expect(original(.birthDate, of: record) == "5/3/1985")
        #expect(original(.position, of: record) == "CV")
        #expect(original(.fullName, of: record) == nil)
        #expect(original(.recruitedOn, of: record) == nil)
    }

    @Test(
        "a row without a readable name is rejected",
        arguments: [
            ("", IssueCode.nameMissing), ("-", .nameMissing), ("không rõ", .nameMissing), ("#REF!", .nameInvalid),
            ("12345", .nameInvalid),
        ])
    mutating func rejected(name: String, code: IssueCode) {
        #expect(normalize([.fullName: name, .birthDate: "05/03/1985", .nationalID: "1"]) == nil)
        #expect(issues.map(\.code) == [code])
        #expect(issues.first?.row?.row == 12)
    }

    @Test("family and given name in two columns are one name")
    mutating func twoColumns() throws {
        let record = try #require(normalize([.familyName: "Lò Văn", .givenName: "Pâng"]))
        #expect(pool[record.fullName] == "Lò Văn Pâng")
    }

    @Test(
        "gender: the column, the column of the birth date, the identity number, in this order",
        arguments: [
            ([Field.gender: "Nữ", .birthDateMale: "1985"], Gender.female),
            ([.birthDateFemale: "05/03/1985"], .female), ([.birthDate: "1985", .birthDateFemale: "x"], .female),
            ([.nationalID: "011185001234"], .female), ([.birthDateMale: "-", .birthDateFemale: "1985"], .female),
            ([.fullName: "Lò Thị Hoa"], nil),
        ] as [([Field: String], Gender?)])
    mutating func gender(values: [Field: String], expected: Gender?) throws {
        let record = try #require(normalize([.fullName: "Lò Pâng"].merging(values) { $1 }))
        #expect(record.gender == expected)
    }

    @Test(
        "category: the column, the rank, the section, the sender",
        arguments: [
            ([Field.category: "Viên chức", .rank: "01.003"], ["CÁN BỘ"], "muong-cha", Category.publicEmployee),
            ([.rank: "01.003"], ["CÁN BỘ"], "muong-cha", .civilServant),
            ([.rank: "V.07.03.29"], [], "muong-cha", .publicEmployee), ([:], ["CÁN BỘ"], "so-giao-duc", .cadre),
            ([:], [], "so-giao-duc", .publicEmployee), ([:], [], "muong-cha", nil),
        ] as [([Field: String], [String], String, Category?)])
    mutating func category(values: [Field: String], sections: [String], sender: String, expected: Category?) throws {
        let record = try #require(
            normalize([.fullName: "Lò Pâng"].merging(values) { $1 }, sender: sender, sections: sections))
        #expect(record.category == expected)
    }

    @Test(
        "one oddity raises its one issue, with the cell as it stood",
        arguments: [
            ([Field.birthDate: "05/24/1984"], [IssueCode.dateMonthFirst]),
            ([.birthDate: "14/01/1941", .nationalID: "011099019517"], [.birthDateImplausible, .nationalIDMismatch]),
            ([.recruitedOn: "31/02/2010"], [.dateImpossible]), ([.partyJoined: "x"], []),
            ([.partyJoined: "Kinh"], [.dateUnreadable]),
            ([.rank: "01.002", .salaryCoefficient: "4,51"], [.salaryOffScale]),
            ([.rank: "01.004", .salaryCoefficient: "2,46"], []),
            ([.rank: "V.11.11.33", .salaryCoefficient: "5.09"], []),
            ([.salaryCoefficient: "234"], [.salaryDecimalLost]),
            ([.rank: "Đội trưởng"], [.rankUnknown]), ([.ethnicity: "Sao Hỏa"], [.ethnicityUnknown]),
            ([.ethnicity: "M?ng"], [.textLossy]), ([.unit: "#N/A"], [.textLossy]),
            ([.gender: "1"], [.genderUnreadable]),
            ([.qualification: "Giỏi"], [.qualificationUnknown]),
            ([.politicalTheory: "Giỏi"], [.politicalTheoryUnknown]),
            ([.positionAllowance: "ba"], [.salaryUnreadable]),
            ([.category: "Công chức", .rank: "V.07.03.29"], [.categoryConflict]),
            ([.nationalID: "đang làm"], [.nationalIDInvalid]), ([.nationalID: "chưa có"], []), ([.ethnicity: "Có"], []),
            ([.politicalTheory: "Đang học cao cấp"], []),
        ] as [([Field: String], [IssueCode])])
    mutating func oddities(values: [Field: String], expected: [IssueCode]) {
        _ = normalize([.fullName: "Lò Pâng"].merging(values) { $1 })
        #expect(issues.map(\.code) == expected)
        #expect(issues.allSatisfy { issue in issue.field.map { values[$0] == issue.value } ?? false })
    }

    @Test("a mark under a heading that names a level means that level")
    mutating func marks() throws {
        let values: [Field: String] = [.fullName: "Lò Pâng", .qualification: "x", .politicalTheory: "x"]
        let headings: [Field: String] = [.qualification: "Trình độ / Đại học", .politicalTheory: "LLCT / Cao cấp"]
        let record = try #require(normalize(values, headings: headings))
        #expect(record.qualification == .bachelor)
        #expect(record.politicalTheory == .advanced)
    }

    @Test("an unknown rank and an unknown column are kept as read")
    mutating func keptAsRead() throws {
        let record = try #require(
            normalize([.fullName: "Lò Pâng", .rank: "Đội trưởng"], extras: [ExtraValue(heading: "Cỡ áo", text: "XL")]))
        #expect(pool[record.rank] == "Đội trưởng")
        #expect(record.extras.map { "\(pool[$0.heading]): \(pool[$0.text])" } == ["Cỡ áo: XL"])
    }

    @Test("a list after another gives its own pool the codes that it would give alone")
    mutating func nextList() throws {
        let first: [Field: String] = [
            .fullName: "Lò Văn Pâng", .ethnicity: "H'Mông", .position: "GV", .rank: "V07.03.29", .unit: "Phòng Nội vụ",
        ]
        let second: [Field: String] = [
            .fullName: "Cà Thị Mai", .unit: "Phòng  Nội vụ", .position: "Kế toán", .ethnicity: "H'Mông",
        ]
        _ = normalize(first)
        list.beginList()
        source.pool = TextPool()
        let later = try #require(normalize(second))
        let (laterPool, laterOriginals) = (pool, later.originals)
        list = ListNormalizer(normalizer)
        source.pool = TextPool()
        let alone = try #require(normalize(second))
        #expect(laterOriginals == alone.originals)
        #expect(later.ethnicity == alone.ethnicity)
        #expect(laterPool.count == pool.count)
        for code in 0..<UInt32(pool.count) {
            #expect(laterPool[TextCode(rawValue: code)] == pool[TextCode(rawValue: code)])
        }
    }

    @Test("what a heading means over a mark has no bearing on a cell of the same words, nor the other way round")
    mutating func headingAndCell() throws {
        let words = "Cao đẳng, đại học"
        let marked: [Field: String] = [.fullName: "Lò Pâng", .qualification: "x"]
        let written: [Field: String] = [.fullName: "Cà Mai", .qualification: words]
        for _ in 0..<2 {
            let marks = try #require(normalize(marked, headings: [.qualification: words]))
            #expect(marks.qualification == nil)
            list.beginList()
            source.pool = TextPool()
            let cells = try #require(normalize(written))
            #expect(cells.qualification == .bachelor)
        }
    }

    @Test("a text too long to be remembered is read all the same")
    func longText() {
        for length in [1, 60] {
            var text = String(repeating: "Xã Nà Tấu, ", count: length)
            var (memo, pool) = (TextMemo<Int>(), TextPool())
            for _ in 0..<2 {
                let changed = text.withUTF8 { memo.reading(of: $0, in: &pool) { ($0 + "!", $0.utf8.count) } }
                #expect(pool[changed.code] == text + "!" && pool[changed.original] == text)
                #expect(changed.finding == text.utf8.count)
            }
        }
    }

    @Test("a memo that is full begins anew and reads the same")
    func fullMemo() {
        var memo = TextMemo<Int>()
        var pool = TextPool()
        var alone = TextPool()
        for number in (0..<20_000).map({ $0 % 9_000 }) {
            var text = "số \(number)"
            let reading = text.withUTF8 { memo.reading(of: $0, in: &pool) { ($0 + "!", number) } }
            let code = alone.code(for: "số \(number)!")
            let original = alone.code(for: "số \(number)")
            #expect(reading.code == code && reading.original == original && reading.finding == number)
        }
    }

    @Test("the same rows give the same records, whatever was read before")
    mutating func memo() throws {
        let values: [Field: String] = [
            .fullName: "Lò Pâng", .ethnicity: "Sao Hỏa", .salaryCoefficient: "234", .rank: "Đội trưởng",
        ]
        _ = normalize(values)
        let first = issues
        source.issues = []
        _ = normalize(values)
        #expect(issues == first && first.count == 3)
    }
}
