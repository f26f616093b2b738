// Ranks, salaries, training and categories as lists write them, by the tables that ship.
import Personnel
import Testing

@testable import Transform

@Suite("rank")
struct RankReaderTests {
    let ranks: RankReader

    init() throws { ranks = try ShippedVocabulary.knowledge().ranks }

    @Test(
        "a code in any writing is the code",
        arguments: [
            ("01.003", "01.003"), ("01003", "01.003"), ("1.003", "01.003"), ("1003", "01.003"), ("01-003", "01.003"),
            ("01 003", "01.003"), ("01,003", "01.003"), ("O1.003", "01.003"), ("01.003 ", "01.003"),
            ("V.07.03.29", "V.07.03.29"), ("V07.03.29", "V.07.03.29"), ("v.07.03.29", "V.07.03.29"),
            ("V070329", "V.07.03.29"), ("V.07.3.29", "V.07.03.29"), ("V.7.03.29", "V.07.03.29"),
            ("V. 07. 03. 29", "V.07.03.29"), ("V.O7.03.29", "V.07.03.29"), ("V/07/03/29", "V.07.03.29"),
            ("07.03.29", "V.07.03.29"),
            ("Mã số: V.07.03.29", "V.07.03.29"), ("Chuyên viên (01.003)", "01.003"), ("01.003 - Chuyên viên", "01.003"),
            ("6.031", "06.031"), ("6.03", "06.030"), ("15.113", "15.113"), ("15a.201", "15a.201"),
            ("15a201", "15a.201"), ("01a.003", "01a.003"),
        ])
    func codes(text: String, code: String) { #expect(ranks.read(text)?.code == code) }

    @Test(
        "a title alone is its code",
        arguments: [
            ("Chuyên viên", "01.003"), ("chuyên viên", "01.003"), ("CHUYÊN VIÊN CHÍNH", "01.002"), ("CV", "01.003"),
            ("CVC", "01.002"), ("Chuyên viên và tương đương", "01.003"), ("Cán sự", "01.004"), ("Can su", "01.004"),
            ("Nhân viên", "01.005"),
            ("KTV", "06.031"), ("Ngạch chuyên viên", "01.003"),
            ("Kế toán viên", "06.031"), ("Kế toán viên trung cấp", "06.032"),
            ("Giáo viên mầm non hạng II", "V.07.02.25"),
            ("Giáo viên mầm non hạng 2", "V.07.02.25"), ("GVMN hạng III", "V.07.02.26"),
            ("GV tiểu học hạng III", "V.07.03.29"), ("Giáo viên THCS hạng II", "V.07.04.31"),
            ("Kỹ sư (hạng III)", "V.05.02.07"), ("Kỹ sư", "V.05.02.07"), ("Kỹ sư hạng III", "V.05.02.07"),
        ])
    func titles(text: String, code: String) { #expect(ranks.read(text)?.code == code) }

    @Test(
        "what is no rank, or could be several, is unknown",
        arguments: ["Giáo viên mầm non", "99.999", "V.99.99.99", "2,34", "A1", "Thạc sĩ", "Bậc 3", "12/03/1985"])
    func unknown(text: String) { #expect(ranks.read(text) == nil) }
}

@Suite("salary")
struct SalaryReaderTests {
    let reader: SalaryReader

    init() throws { reader = SalaryReader(scale: try ShippedVocabulary.knowledge().scale) }

    /// `step coefficient over-frame`, and what is odd.
    private func words(_ cell: SalaryCell) -> String {
        let parts: [String?] = [
            cell.step.map { "step \($0)" }, cell.coefficient?.description, cell.overFrame.map { "\($0)%" },
            cell.hasLostDecimal ? "lost" : nil, cell.isUnreadable ? "unreadable" : nil,
        ]
        return parts.compactMap { $0 }.joined(separator: ", ")
    }

    @Test(
        "coefficients",
        arguments: [
            ("2,34", "2.34"), ("2.34", "2.34"), ("3", "3.00"), ("4,0", "4.00"), ("3.9900000000000002", "3.99"),
            ("HS 3,33", "3.33"), ("234", "2.34, lost"), ("4,98 VK 7%", "4.98, 7%"), ("4,98 (VK 7%)", "4.98, 7%"),
            ("4,98+7%", "4.98, 7%"), ("4.98 TNVK: 12%", "4.98, 12%"), ("4/3,33", "step 4, 3.33"),
            ("Bậc 4, HS 3,33", "step 4, 3.33"), ("Bậc 4/9; hệ số 3,33", "step 4, 3.33"),
            ("4/333", "step 4, 3.33, lost"),
            ("2,34 (85%)", "2.34"), ("999", "unreadable"), ("4.680.000", "unreadable"), ("chờ xếp", "unreadable"),
        ])
    func coefficients(text: String, expected: String) {
        #expect(words(reader.read(text, in: .salaryCoefficient)) == expected)
    }

    @Test(
        "steps",
        arguments: [
            ("4", "step 4"), ("Bậc 4", "step 4"), ("4/9", "step 4"), ("12/12", "step 12"), ("4.0", "step 4"),
            ("04", "step 4"), ("4/3,33", "step 4, 3.33"), ("1/4,00", "step 1, 4.00"), ("4/9", "step 4"),
            ("Bậc 4/9 - 3,33", "step 4, 3.33"), ("3,33", "3.33"),
            ("IV", "step 4"), ("Bậc IV", "step 4"),
            ("9/9 VK 5%", "step 9, 5%"), ("15", "unreadable"), ("bậc", "unreadable"),
        ])
    func steps(text: String, expected: String) { #expect(words(reader.read(text, in: .salaryStep)) == expected) }

    @Test(
        "over-frame allowances",
        arguments: [("7%", "7%"), ("7", "7%"), ("VK 7%", "7%"), ("0,07", "7%"), ("0.07", "7%")])
    func overFrame(text: String, expected: String) { #expect(words(reader.read(text, in: .overFrame)) == expected) }
}

@Suite("training")
struct TrainingReaderTests {
    let knowledge: NormalizationKnowledge

    init() throws { knowledge = try ShippedVocabulary.knowledge() }

    @Test(
        "the highest qualification that a cell names",
        arguments: [
            ("Đại học", Qualification.bachelor), ("ĐH", .bachelor), ("Dai hoc", .bachelor), ("ĐHSP", .bachelor),
            ("ĐH Sư phạm Toán", .bachelor), ("Cử nhân Luật", .bachelor), ("Kỹ sư nông nghiệp", .bachelor),
            ("ĐH (TC)", .bachelor), ("Th.S", .master), ("ThS", .master), ("Ths. Quản lý giáo dục", .master),
            ("Thạc sỹ", .master), ("Tiến sĩ", .doctor), ("TS", .doctor), ("CĐ", .college),
            ("Cao đẳng sư phạm", .college),
            ("Cử nhân cao đẳng", .college), ("TC", .intermediate), ("Trung cấp", .intermediate),
            ("THCN", .intermediate),
            ("TC, ĐH", .bachelor), ("SC", .elementary), ("Đại học (đang học thạc sĩ)", .bachelor), ("BSCKI", .master),
            ("BS CKI", .master), ("Trên đại học", .master), ("TCCN", .intermediate),
        ])
    func qualification(text: String, expected: Qualification) {
        #expect(knowledge.qualifications.read(text)?.first == expected)
    }

    @Test("general schooling is no qualification", arguments: ["12/12", "10/10", "THPT", "9/12"])
    func schooling(text: String) { #expect(knowledge.qualifications.read(text) == []) }

    @Test(
        "political theory in its own words",
        arguments: [
            ("Cao cấp", PoliticalTheory.advanced), ("CC", .advanced), ("CCLLCT", .advanced), ("TC", .intermediate),
            ("Trung cấp LLCT", .intermediate), ("SC", .elementary), ("CN", .bachelor), ("Cử nhân chính trị", .bachelor),
            ("Trung cấp (đang học cao cấp)", .intermediate), ("T.Cấp", .intermediate),
        ])
    func politicalTheory(text: String, expected: PoliticalTheory) {
        #expect(knowledge.politicalTheory.read(text)?.first == expected)
    }
}

@Suite("category")
struct CategoryReaderTests {
    let reader: CategoryReader

    init() throws { reader = try ShippedVocabulary.knowledge().categories }

    @Test(
        "the column",
        arguments: [
            ("Công chức", Category.civilServant), ("CC", .civilServant), ("Công chức cấp xã", .civilServant),
            ("Cán bộ", .cadre), ("CB", .cadre), ("Cán bộ chuyên trách", .cadre), ("Viên chức", .publicEmployee),
            ("VC", .publicEmployee), ("Hợp đồng 111", .contract), ("HĐ 68", .contract), ("HĐLĐ", .contract),
            ("Hợp đồng theo NĐ 161", .contract), ("Viên chức hợp đồng", .contract), ("Không chuyên trách", .partTime),
            ("Cán bộ không chuyên trách", .partTime), ("Người hoạt động KCT", .partTime), ("Cán bộ, công chức", nil),
            ("CBCC", nil), ("Biên chế", nil),
        ] as [(String, Category?)])
    func column(text: String, expected: Category?) { #expect(reader.read(text) == expected) }

    @Test(
        "the innermost section, else the nearest title",
        arguments: [
            (["XÃ NÀ SÁY", "CÔNG CHỨC"], ["DANH SÁCH CÁN BỘ, CÔNG CHỨC XÃ NÀ SÁY"], Category.civilServant),
            (["CÁN BỘ"], [], .cadre), (["CÁN BỘ", "PHÒNG NỘI VỤ"], [], .cadre),
            ([], ["DANH SÁCH VIÊN CHỨC, NGƯỜI LAO ĐỘNG CÁC ĐƠN VỊ SỰ NGHIỆP"], .publicEmployee),
            ([], ["DANH SÁCH CÁN BỘ, CÔNG CHỨC CẤP HUYỆN"], nil),
            ([], ["DANH SÁCH CÁN BỘ QUẢN LÝ, GIÁO VIÊN, NHÂN VIÊN"], nil),
            (["NGƯỜI HOẠT ĐỘNG KHÔNG CHUYÊN TRÁCH"], ["DANH SÁCH CÁN BỘ, CÔNG CHỨC"], .partTime),
            (["HỘI ĐỒNG NHÂN DÂN"], [], nil),
        ] as [([String], [String], Category?)])
    func context(sections: [String], titles: [String], expected: Category?) {
        let context = RowContext(sender: "tuan-giao", titles: titles, sections: sections.map { Section(text: $0) })
        var memo = Memo<Personnel.Category?>()
        #expect(reader.category(of: context, memo: &memo) == expected)
    }

    @Test(
        "a position says it by the words with which it opens, save Cán bộ",
        arguments: [
            ("Công chức Văn hóa - Xã hội", Category.civilServant), ("Hợp đồng 111", .contract), ("Chủ tịch UBND", nil),
            ("Cán bộ văn phòng", nil), ("Phụ trách công chức", nil), ("Cán bộ không chuyên trách", .partTime),
        ] as [(String, Category?)])
    func position(text: String, expected: Category?) { #expect(reader.category(ofPosition: text) == expected) }

    @Test(
        "only what the law forbids is a contradiction",
        arguments: [
            (Category.civilServant, "V.07.03.29", true), (.cadre, "01.003", false), (.publicEmployee, "06.031", false),
            (.contract, "01.005", false), (.partTime, "01.003", true), (.civilServant, "01.003", false),
        ])
    func contradiction(stated: Category, code: String, expected: Bool) throws {
        let rank = try #require(try ShippedVocabulary.knowledge().ranks.read(code))
        #expect(reader.contradicts(stated, rank: rank) == expected)
    }
}
