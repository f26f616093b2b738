// Ethnicities, positions, genders, insurance: what words become by the tables that ship.
import Personnel
import Testing

@testable import Transform

@Suite("words")
struct WordReaderTests {
    let knowledge: NormalizationKnowledge

    init() throws { knowledge = try ShippedVocabulary.knowledge() }

    @Test(
        "an ethnicity has one name",
        arguments: [
            ("H'Mông", "Mông"), ("HMông", "Mông"), ("Hmông", "Mông"), ("H’Mông", "Mông"), ("Mông", "Mông"),
            ("MÔNG", "Mông"), ("Mong", "Mông"), ("Khơ Mú", "Khơ Mú"), ("Khơ mú", "Khơ Mú"), ("Khơ-mú", "Khơ Mú"),
            ("KhơMú", "Khơ Mú"), ("Thái", "Thái"), ("Thái (đen)", "Thái"), ("Tày", "Tày"), ("Hà Nhỳ", "Hà Nhì"),
            ("Sinh Mun", "Xinh Mun"), ("Si La", "Si La"), ("Xạ Phang", "Hoa"), ("Cống", "Cống"), ("Kinh", "Kinh"),
            ("Dân tộc Thái", "Thái"), ("Người Mông", "Mông"),
        ])
    func ethnicity(text: String, name: String) {
        #expect(knowledge.ethnicities.meaning(of: text, introducedBy: ListNormalizer.introductions) == name)
    }

    @Test(
        "short forms of positions are written out where they mean one thing",
        arguments: [
            ("CT UBND", "Chủ tịch UBND"), ("CT UBMTTQ Việt Nam", "Chủ tịch UBMTTQ Việt Nam"),
            ("CT UBMTTQ Việt Nam xã Na Sang", "Chủ tịch UBMTTQ Việt Nam xã Na Sang"), ("PCT HĐND", "Phó Chủ tịch HĐND"),
            ("PCT.HĐND", "PCT.HĐND"),
            ("P. Chủ tịch UBND", "Phó Chủ tịch UBND"), ("P.CT UBND xã", "Phó Chủ tịch UBND xã"),
            ("BT Đảng ủy", "Bí thư Đảng ủy"), ("PBT TT Đảng ủy", "Phó Bí thư Thường trực Đảng ủy"),
            ("PBT, CT HĐND", "Phó Bí thư, Chủ tịch HĐND"), ("VP-TK", "Công chức Văn phòng - Thống kê"),
            ("CC VH-XH", "Công chức Văn hóa - Xã hội"), ("CHT QS", "Chỉ huy trưởng Ban Chỉ huy quân sự"),
            ("TP", "Trưởng phòng"), ("PTP Nội vụ", "Phó Trưởng phòng Nội vụ"), ("Chủ tịch UBND TP", "Chủ tịch UBND TP"),
            ("GV", "Giáo viên"), ("PHT", "Phó Hiệu trưởng"), ("CV", "Chuyên viên"),
            ("CT UBMTTQ", "Chủ tịch UBMTTQ Việt Nam"),
            ("CHỦ TỊCH UBND", "CHỦ TỊCH UBND"), ("Chủ tịch UBND", "Chủ tịch UBND"), ("Giáo viên", "Giáo viên"),
        ])
    func position(text: String, expected: String) { #expect(knowledge.positions.read(text) == expected) }

    @Test(
        "gender in words, or by the heading's legend",
        arguments: [
            ("Nam", "", GenderReading.gender(.male)), ("Nữ", "", .gender(.female)), ("nu", "", .gender(.female)),
            ("F", "", .gender(.female)), ("Gái", "", .gender(.female)), ("x", "Nữ (x)", .gender(.female)),
            ("X", "Giới tính / Nữ", .gender(.female)), ("1", "Giới tính (1: Nam, 0: Nữ)", .gender(.male)),
            ("0", "Giới tính (1: Nam, 0: Nữ)", .gender(.female)), ("1", "Giới tính (Nam: 0, Nữ: 1)", .gender(.female)),
            ("0", "Nữ = 1", .gender(.male)), ("2", "GT (1 Nam; 2 Nữ)", .gender(.female)), ("x", "Nam/Nữ", .unreadable),
            ("1", "Giới tính", .unreadable), ("Kinh", "Giới tính", .unreadable), ("-", "Giới tính", .missing),
        ])
    func gender(text: String, heading: String, expected: GenderReading) {
        #expect(knowledge.genders.read(text, heading: heading) == expected)
    }

    @Test(
        "insurance in years, years and months, months, or since a date",
        arguments: [
            ("12", "144"), ("12,5", "150"), ("12 năm", "144"), ("12 năm 6 tháng", "150"), ("12n6t", "150"),
            ("150 tháng", "150"), ("Đã đóng 12 năm", "144"), ("01/2005", "2005-01"), ("2005", "2005"),
            ("15/03/2005", "2005-03-15"), ("nhiều", "unreadable"), ("99", "unreadable"),
        ])
    func insurance(text: String, expected: String) throws {
        let reader = InsuranceReader(dates: DateReader(asOf: try #require(PartialDate(iso: "2025-07-01"))))
        let words =
            switch reader.read(text) {
            case .months(let months): "\(months)"
            case .since(let date): "\(date)"
            case .unreadable: "unreadable"
            }
        #expect(words == expected)
    }

    @Test(
        "words that say nothing are missing where they mean that",
        arguments: [
            ("-", Field.position, true), ("...", .unit, true), ("không rõ", .birthDate, true), ("Null", .unit, true),
            ("Không", .politicalTheory, true), ("Không", .religion, false), ("Chưa qua", .politicalTheory, true),
            ("chưa vào Đảng", .partyJoined, true), ("#N/A", .position, false), ("đang làm", .nationalID, false),
            ("Kinh", .ethnicity, false),
        ])
    func missing(text: String, field: Field, expected: Bool) {
        #expect(knowledge.missingWords.isMissing(text, in: field) == expected)
    }

    @Test("a word among others is no ethnicity", arguments: ["Kinh, Thái", "Sao Hỏa", "không có"])
    func noEthnicity(text: String) {
        #expect(knowledge.ethnicities.meaning(of: text, introducedBy: ListNormalizer.introductions) == nil)
    }

    @Test("a mistake in a table names its line and what was expected there")
    func mistakes() throws {
        let ranks = try ShippedVocabulary.table("ranks.csv")
        var row = try #require(ranks.rows.last)
        let group = try ranks.column("salary_group")
        row.cells[group] = "A9"
        let broken = ReferenceTable(path: "ranks.csv", columns: ranks.columns, rows: [row])
        let error = try #require(throws: ReferenceError.self) {
            try RankReader(
                ranks: broken, words: ShippedVocabulary.table("rank-words.csv"),
                scale: SalaryScale(ShippedVocabulary.table("salary-steps.csv")))
        }
        #expect(error.line == row.line && error.column == "salary_group" && error.found == "A9")
    }

    @Test("one form with two meanings is a mistake of the table")
    func twoMeanings() {
        let rows = [["Thái", "Táy"], ["Tày", ""]].enumerated().map { ReferenceTable.Row(line: $0 + 2, cells: $1) }
        let table = ReferenceTable(path: "ethnicities.csv", columns: ["name", "written"], rows: rows)
        #expect(throws: ReferenceError.self) {
            try Vocabulary(table, meaning: "name", meaningIsWritten: true, expected: "a name", parse: { $0 })
        }
    }
}
