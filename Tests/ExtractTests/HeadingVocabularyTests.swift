// Headings in the forms in which clerks write them.

import Personnel
import Testing

@testable import Extract

@Suite("Headings")
struct HeadingVocabularyTests {
    private func meaning(_ levels: [String]) throws -> ColumnMeaning {
        try Vocabulary.headings().match(levels).meaning
    }

    @Test(
        "a heading is known in any case, with or without accents, shortened, wrapped and mistyped",
        arguments: [
            ("STT", "ordinal"), ("Số\nTT", "ordinal"), ("HỌ VÀ TÊN", "full_name"), ("ho va ten", "full_name"),
            ("Họ vaf tên", "full_name"), ("N/sinh", "birth_date"), ("Ngày, thàng, năm sinh", "birth_date"),
            ("Số CMND/CCCD", "national_id"), ("SỐ CĂN CƯỚC CÔNG DÂN", "national_id"), ("D/TỘC", "ethnicity"),
            ("Dân tôc", "ethnicity"), ("Q/quán (xã, huyện, tỉnh)", "home_town"), ("C/VỤ", "position"),
            ("Chức vụ, chức danh hiện nay", "position"), ("Đ/vị công tác", "unit"), ("Phòng,\nban", "department"),
            ("HSL", "salary_coefficient"), ("HS lương hiện hưởng", "salary_coefficient"), ("B/lương", "salary_step"),
            ("PCCV", "position_allowance"), ("T.độ CM", "qualification"), ("TĐCM", "qualification"),
            ("Trình độ LLCT", "political_theory"), ("Lý luận chính trị", "political_theory"),
            ("Ngày KN Đảng", "party_joined"), ("Tuyển dụng ngày", "recruited_on"),
            ("Thời gian đóng BHXH (năm)", "insurance_years"), ("Đơn vị mới dự kiến", "proposed_unit"),
            ("Chức vụ dự kiến", "proposed_position"), ("Đăng ký nghỉ theo NĐ 178/2024/NĐ-CP", "policy"),
            ("SĐT", "phone"), ("Ghi chú khác", "note"), ("Ghi chu", "note"), ("Nam/Nữ", "gender"),
            ("Nơi cấp", "national_id_place"), ("Hình thức đào tạo", "education_mode"),
            ("Phòng/trạm", "department"), ("Đơn vị - Trường", "unit"), ("DonViCT", "unit"), ("ĐT", "phone"),
            ("DT", "ethnicity"),
            ("NgVaoDang", "party_joined"),
            ("CMND 9 số", "old_national_id"), ("Thường trú", "residence"), ("Chế độ", "policy"),
            ("Ngạch, bậc, hệ số", "rank+salary_step"), ("Hê sô", "salary_coefficient"),
            ("Họ tên, năm sinh", "full_name+birth_date"), ("Bậc/hệ số", "salary_step+salary_coefficient"),
        ])
    func known(_ heading: String, _ name: String) throws {
        #expect(try meaning([heading]).name == name)
    }

    @Test(
        "the group over a heading decides what it means",
        arguments: [
            (["Phụ cấp", "Chức vụ"], "position_allowance"), (["Dự kiến bố trí, sắp xếp", "Đơn vị"], "proposed_unit"),
            (["Dự kiến bố trí", "Chức vụ"], "proposed_position"), (["Trình độ", "Chuyên môn"], "qualification"),
            (["Trình độ", "Chuyên ngành"], "field_of_study"), (["TRÌNH ĐỘ", "LLCT"], "political_theory"),
            (["Lương hiện hưởng", "Bậc"], "salary_step"), (["Lương", "Hệ số"], "salary_coefficient"),
            (["Ngày sinh", "Nam"], "birth_date_male"), (["N/sinh", "Nữ"], "birth_date_female"),
            (["Giới tính", "Nữ"], "gender"), (["Ngày, tháng", "năm sinh"], "birth_date"),
            (["Don Vi", "Ten"], "unit"), (["Thong Tin Chung", "Ten"], "given_name"),
            (["Họ tên vợ (chồng)", "Năm sinh"], "relative"), (["Phụ cấp", "Khu vực"], "allowance_region"),
        ])
    func grouped(_ levels: [String], _ name: String) throws {
        #expect(try meaning(levels).name == name)
    }

    @Test(
        "what the vocabulary does not know is not guessed",
        arguments: [
            "Cỡ quần", "Sở trường", "Nhóm máu", "Cỡ áo", "Mã hồ sơ lưu", "Biển số xe", "Số tài khoản", "Sở thích", "",
            "…",
        ])
    func unknown(_ heading: String) throws {
        #expect(try meaning([heading]) == .unknown)
    }

    @Test("a mistake in the table names its line and what was expected")
    func mistake() {
        let table = ReferenceTable(
            path: "headings.csv", columns: ["field", "heading"], rows: [.init(line: 2, cells: ["+unit", "Đơn vị"])])
        #expect(throws: ReferenceError.self) { try HeadingVocabulary(table) }
    }

    @Test(
        "names of record fields are split into words",
        arguments: [
            ("HoTen", "Ho Ten"), ("SoCCCD", "So CCCD"), ("ngay_ket_nap_dang", "ngay ket nap dang"),
            ("LLCTCaoNhat", "LLCT Cao Nhat"), ("STT", "STT"),
        ])
    func fieldNames(_ name: String, _ words: String) { #expect(wordsOfFieldName(name) == words) }
}
