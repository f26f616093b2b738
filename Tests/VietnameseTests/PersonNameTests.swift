// Names as people write them and as the register has them; the short way to one and the long give the same.

import Testing
import Vietnamese

@Suite("PersonName")
struct PersonNameTests {
    @Test(
        "case: first letters, single letters, after hyphen and K', H'",
        arguments: [
            ("LÒ VĂN PÂNG", "Lò Văn Pâng"), ("vừ a bằng", "Vừ A Bằng"), ("nGUYỄN thị ĐÀO", "Nguyễn Thị Đào"),
            ("K'BRƠI", "K'Brơi"),
            ("h’hen niê", "H'Hen Niê"), ("H' Hen Niê", "H'Hen Niê"), ("Nguyễn Thị Mai-lan", "Nguyễn Thị Mai-Lan"),
            ("Lý Thị y", "Lý Thị Y"),
            ("MOONG THỊ ƯỞNG", "Moong Thị Ưởng"),
            ("  Lò  Văn\u{A0}Pâng ", "Lò Văn Pâng"), ("Ðèo Văn Ðức", "Đèo Văn Đức"), ("Lo\u{300} Va\u{306}n", "Lò Văn"),
            ("Pâng", "Pâng"),
        ])
    func cases(raw: String, text: String) {
        expectSame(PersonName(raw)?.text, text)
    }

    @Test(
        "the short way gives what the long way gives",
        arguments: [
            "Lưu Hữu Nghĩa", "LƯU THỊ  PHƯƠNG", "  Lò\u{A0}Văn\tPâng ", "Lò Văn Pâng B ", "Lò Văn Pâng  b", "Vừ A Bằng",
            "Hoà Bìnhh", "Nguyeenx Van A", "Traanf Thị Hoài", "Nguyễn Thuỷ", "a", " ", "A B", "Xoong Ddinh",
            "Bà Lưu Bảo Anh",
            "Tổng số", "Ông Văn Sơn", "Nguyễnh Vầã", "Lyy Thị Muu", "Vũ Thị Ngoc\u{200B} Anh", "Cii Nuu", "Lò Wăn Wai",
        ])
    func waysAgree(raw: String) {
        #expect(PersonName(raw) == PersonName(thorough: raw))
        expectSame(PersonName(raw)?.text ?? "", PersonName(thorough: raw)?.text ?? "")
    }

    @Test(
        "titles, list numbers, notes and stray signs go",
        arguments: [
            ("Ông Nguyễn Văn An", "Nguyễn Văn An"), ("Bà: Lò Thị Hoa", "Lò Thị Hoa"),
            ("Vì Xuân Dũng, SN 1980", "Vì Xuân Dũng"), ("Lò Văn Pâng - PCT UBND", "Lò Văn Pâng"),
            ("Đ/c TRẦN TIẾN HÙNG", "Trần Tiến Hùng"),
            ("Đ.c Lò Văn Hặc", "Lò Văn Hặc"), ("đồng chí Lường Văn Ín", "Lường Văn Ín"),
            ("ThS. Cà Thị Ly", "Cà Thị Ly"), ("Th.S Cà Thị Ly", "Cà Thị Ly"),
            ("PGS.TS. Hoàng Hòa", "Hoàng Hòa"), ("BS.CKII Vì Văn Pản", "Vì Văn Pản"),
            ("BSCKI. Vì Văn Pản", "Vì Văn Pản"), ("KS Lò Văn U", "Lò Văn U"),
            ("Bác sĩ Vì Thị Sao", "Vì Thị Sao"), ("Cô Lò Thị Mai", "Lò Thị Mai"), ("1. Lò Thị Mai", "Lò Thị Mai"),
            ("02) Lò Thị Mai", "Lò Thị Mai"),
            ("a) Lò Văn Tuấn", "Lò Văn Tuấn"), ("3.Ông Sùng A Dơ", "Sùng A Dơ"), ("- Sùng A Dơ *", "Sùng A Dơ"),
            ("Đỗ Thị Ngọc.", "Đỗ Thị Ngọc"),
            ("\"Đỗ Thị Ngọc\"", "Đỗ Thị Ngọc"), ("Lê Tùng (TS)", "Lê Tùng"),
            ("Lò Văn Tuấn (nghỉ thai sản)", "Lò Văn Tuấn"), ("Lò Văn [nữ] Tuấn", "Lò Văn Tuấn"),
            ("Hà Thị Lan - Phó Chủ tịch", "Hà Thị Lan"), ("Hà Thị Lan, Trưởng phòng Nội vụ", "Hà Thị Lan"),
            ("Nguyễn Văn An 1985", "Nguyễn Văn An"),
            ("(Lò Văn An)", "Lò Văn An"), ("Ô. Lò Văn An", "Lò Văn An"), ("Lò Văn An ✓", "Lò Văn An"),
        ])
    func removed(raw: String, text: String) {
        expectSame(PersonName(raw)?.text, text)
    }

    @Test(
        "words that only look like titles stay",
        arguments: [
            "Ông Văn Sơn", "Cô Thị Xá", "Anh Tú", "Y Lan", "Chu A Chứ", "Cù Văn Bà", "Vì Thị Ông", "Tô Sĩ", "Ngô Kỹ Sư",
            "Y Chang",
        ])
    func kept(text: String) {
        expectSame(PersonName(text)?.text, text)
        #expect(PersonName(text)?.flags == [])
    }

    @Test(
        "what tells namesakes apart stays",
        arguments: [
            ("LÒ VĂN PÂNG (a)", "Lò Văn Pâng (A)", "A"), ("Lò Văn Pâng[B]", "Lò Văn Pâng (B)", "B"),
            ("Lò Văn Pâng 2", "Lò Văn Pâng 2", "2"),
            ("Lò Văn Pâng2", "Lò Văn Pâng 2", "2"), ("Lò Văn Pâng (1)", "Lò Văn Pâng (1)", "1"),
            ("Lò Văn Pâng B", "Lò Văn Pâng B", "B"),
            ("1. Lò Văn Pâng (A) (TS)", "Lò Văn Pâng (A)", "A"),
        ])
    func namesakes(raw: String, text: String, suffix: String) {
        expectSame(PersonName(raw)?.text, text)
        #expect(PersonName(raw)?.suffix == suffix)
    }

    @Test(
        "a single letter inside a name is no suffix",
        arguments: ["Vừ A Bằng", "Hồ A Dế", "Vừ A", "Nguyễn Văn A", "Lò Văn Pâng"])
    func noSuffix(text: String) {
        #expect(PersonName(text)?.suffix == nil)
    }

    @Test(
        "Telex and VNI keystrokes are decoded where a certain sign is there",
        arguments: [
            ("Nguyeenx Thij Hoaf", "Nguyễn Thị Hòa"), ("Nguye6n4 Va8n A", "Nguyễn Văn A"), ("Dduwcs", "Đức"),
            ("Truongw Vawn Tuaans", "Trương Văn Tuấn"),
            ("D9inh Thi5 Hoa2", "Đinh Thị Hòa"), ("Luwowngf Vawn Ins", "Lường Văn Ín"), ("Quys Vawn", "Quý Văn"),
            ("NGUYEENX", "Nguyễn"), ("Tru7o7ng2 Va8n", "Trường Văn"),
            ("Ddoox Thuyr", "Đỗ Thủy"), ("Lof Vawn Paangs", "Lò Văn Pấng"), ("Hu2ynh", "Huỳnh"),
        ])
    func keystrokes(raw: String, text: String) {
        expectSame(PersonName(raw)?.text, text)
        #expect(PersonName(raw)?.flags.contains(.keystrokesDecoded) == true)
    }

    @Test(
        "what may be a name as it stands is not taken for keystrokes",
        arguments: [
            "Moong Thị Xoong", "Voòng A Sáng", "Lo Van Tam", "Hoas", "Nam Bas", "Thao Nor", "Wang Li", "Lò Thị Max",

        ])
    func noKeystrokes(text: String) {
        expectSame(PersonName(text)?.text, text)
    }

    @Test("tones stand in the old placement; two tones are flagged")
    func tones() {
        expectSame(PersonName("HÙYNH THUÝ HOÀ")?.text, "Huỳnh Thúy Hòa")
        expectSame(PersonName("Lý Văn Quí")?.text, "Lý Văn Quí")
        #expect(PersonName("Lò Văn Hoáà")?.flags == .twoTones)
        expectSame(PersonName("Lò Văn Hoáà")?.text, "Lò Văn Hoáà")
    }

    @Test("lost letters are flagged, never guessed", arguments: ["B?n Văn Sơn", "Lò Th? Hoa", "Nguy\u{FFFD}n Văn"])
    func lossy(raw: String) {
        expectSame(PersonName(raw)?.text, raw)
        #expect(PersonName(raw)?.flags == .lossy)
    }

    @Test("keys and flags")
    func keys() {
        let name = PersonName("Ông LÝ VĂN QUÝ")
        expectSame(name?.key, "ly van quy")
        expectSame(name?.iyKey, "li van qui")
        #expect(name?.flags == [.changed, .titleRemoved])
        #expect(PersonName("Lò Văn Pâng")?.flags == [])
        #expect(PersonName("Lò Văn Pâng (A)")?.flags == [])
    }

    @Test(
        "what is no person's name",
        arguments: [
            "", " ", "-", "...", "0", "12", "12/03/1985", "05 tháng 3 năm 1980", "#REF!", "#N/A", "#NAME?", "N/A",
            "null", "x", "xx", "?", "???", "Ông", "Bà", "Tổng cộng",
            "Cộng: 7 người", "CỘNG", "Trường THCS Mường Lay", "TRƯỜNG PTDTBT TIỂU HỌC", "Phòng Nội vụ", "Phong Noi vu",
            "UBND xã Na Sang", "Họ và tên",
            "HỌ TÊN", "Ho va ten", "Danh sách gồm 8 người", "Chủ tịch UBND", "Phó Chủ tịch", "Trưởng phòng",
            "Ban Quản lý dự án", "Trung tâm Y tế", "Người lập biểu",
            "Chưa bố trí", "Trường Văn hóa nghệ thuật", "Phòng Văn hóa và Thông tin", "Phòng Văn hoá",
            "Đài Truyền thanh huyện", "Thư viện", "Uỷ ban nhân dân xã", "Ủy viên", "Ủy ban thị xã",
            "Khuyết", "Không có", "Trạm y tế xã", "Ghi chú", "Bản Nà Sự", "Xã Mường Mươn",
            "huyện Tuần Giáo", "nt", "-nt-", "A",
            "Đề nghị các đơn vị rà soát và gửi danh sách về Sở", "(1)", "STT",
        ])
    func none(raw: String) {
        #expect(PersonName(raw) == nil)
    }

    @Test(
        "family names that are also words of offices stay names",
        arguments: [
            "Tòng Thị Hoa", "Tống Văn Sơn", "Hồ Văn Tên", "Đoàn Thị Thanh", "Phó Đức Phương", "Bàn Văn Quản",
            "Trương Văn Phòng", "Tô Chức", "Chu Văn Chi", "Công Văn Tuấn", "Đoàn Thanh Chính", "Lò Văn Tỉnh",
            "Tong Cong Hac", "Van Phong",
            "Chu Tich", "Trường Thị Hoa", "Tổng Văn Sơn",
            "Hội Thị Mai",
            "Tong Thi Hoa", "Truong Van Nam", "Ho Van Ten", "Cao Trường Sơn", "Lò Văn Xã", "Vàng Chánh", "Bế Văn Đàn",
        ])
    func names(text: String) {
        expectSame(PersonName(text)?.text, text)
    }

    @Test("every name comes out of its writings as it was")
    func roundTrip() {
        for name in NameSamples.names(300) {
            expectSame(PersonName(name)?.text, name)
            expectSame(PersonName(" " + name.uppercased() + " ")?.text, name)
            expectSame(PersonName("Đ/c " + name.lowercased())?.text, name)
        }
    }

    @Test("plain cells and cells that need a longer look are read alike")
    func shortAndLongWay() {
        let names =
            NameSamples.names(300) + [
                "Hoà Hoáà", "LÒ VĂN QÚY", "ÿ Ñandú", "Lỳ Y", "Trịnh Thuỳ Thuỷ", "Vừ A", "Đỗ ĐÀO", "Ưởng Ún Ớ",
            ]
        for name in names {
            let short = PersonName(name)
            let long = PersonName(name + " .")
            #expect(short?.text == long?.text && short?.key == long?.key && short?.iyKey == long?.iyKey, "\(name)")
            #expect(short?.flags.union(.changed) == long?.flags, "\(name)")
        }
    }
}
