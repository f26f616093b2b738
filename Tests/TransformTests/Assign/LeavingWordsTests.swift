// Notes and policy columns that ask to leave, and those that only look so.

import Personnel
import Testing

@testable import Transform

@Suite("Leaving")
struct LeavingWordsTests {
    private func read(_ text: String, isPolicy: Bool = false, heading: String = "") throws -> LeavingStatement? {
        let asOf = try #require(DienBien.asOf)
        return try LeavingWords(try DienBien.table("reorganisation/leaving"), asOf: asOf)
            .read(text, isPolicy: isPolicy, heading: heading)
    }

    @Test(
        "asks to leave",
        arguments: [
            "Nghỉ hưu trước tuổi", "Xin nghỉ hưu trước tuổi theo NĐ 178", "Nghỉ thôi việc theo NĐ 178/2024/NĐ-CP",
            "Có đơn xin nghỉ thôi việc", "Đăng ký nghỉ thôi việc theo NĐ 178", "Nghỉ theo NĐ 178",
            "Nghỉ theo Nghị định số 178/2024/NĐ-CP", "NGHỈ HƯU TRƯỚC TUỔI", "nghi huu truoc tuoi",
            "Nghỉ hưu từ 01/6/2025", "Nghỉ hưu từ ngày 1 tháng 7 năm 2025", "Nghỉ hưu tháng 6/2025",
            "Nghỉ hưu năm 2024", "Nghỉ hưu T6/2025",
            "Đã nghỉ hưu", "Sức khỏe không đảm bảo, xin nghỉ thôi việc", "Không bố trí được xin nghỉ thôi việc",
            "Chồng đã mất, xin nghỉ hưu trước tuổi", "Xin nghỉ thôi việc để chăm vợ", "Cán bộ nghỉ hưu trước tuổi",
            "Hoàn cảnh có con nhỏ xin nghỉ thôi việc", "Tự nguyện xin nghỉ thôi việc",
            "Biệt phái; có đơn xin nghỉ thôi việc", "Nghỉ hưu trước tuổi từ 01/10/2025",
        ])
    func leaves(text: String) throws { #expect(try read(text) == .leaves) }

    @Test(
        "says that it does not",
        arguments: [
            "Không có nguyện vọng nghỉ hưu trước tuổi", "Không có nguyện vọng nghỉ theo NĐ 178",
            "Chưa có nguyện vọng nghỉ thôi việc", "Không nghỉ theo NĐ 178", "không xin nghỉ thôi việc",
            "Chưa đăng ký nghỉ hưu trước tuổi", "Không thuộc đối tượng nghỉ theo NĐ 178",
            "Không đủ điều kiện nghỉ hưu trước tuổi", "Nghỉ theo NĐ 178: không",
            "Xin nghỉ hưu trước tuổi, đã rút đơn", "Đã rút đơn xin nghỉ thôi việc",
        ])
    func stays(text: String) throws { #expect(try read(text) == .stays) }

    @Test(
        "says nothing about leaving",
        arguments: [
            "Vợ nghỉ hưu trước tuổi", "Chồng đã nghỉ hưu", "Có vợ xin nghỉ thôi việc", "Bố nghỉ hưu từ 01/5/2025",
            "Thay đồng chí A nghỉ hưu từ 01/5/2025", "Kiêm nhiệm thay người nghỉ hưu trước tuổi",
            "Đã được tư vấn về nghỉ hưu trước tuổi",
            "", "Biệt phái", "Nghỉ thai sản", "Nghỉ ốm", "Nghỉ không lương", "Nghỉ hưu từ 01/12/2025",
            "Nghỉ hưu tháng 8/2025", "Nghỉ hưu năm 2026", "Sắp nghỉ hưu", "Luân chuyển từ 2023",
            "Đang học cao cấp LLCT", "Nghỉ hưu theo quy định",
        ])
    func silent(text: String) throws { #expect(try read(text) == nil) }

    @Test(
        "a bare yes or no answers the heading of the policy column",
        arguments: [
            ("Có", LeavingStatement?.some(.leaves)), ("x", .leaves), ("Không", .stays), ("đăng ký", .leaves),
            ("-", nil),
        ])
    func answers(text: String, expected: LeavingStatement?) throws {
        #expect(try read(text, isPolicy: true, heading: "Nguyện vọng nghỉ theo NĐ 178") == expected)
        #expect(try read(text, isPolicy: true, heading: "Chế độ, chính sách") == nil)
        #expect(try read(text, isPolicy: false, heading: "Nguyện vọng nghỉ theo NĐ 178") == nil)
    }

    @Test("the decree alone is enough in the policy column, not in a note")
    func decreeAlone() throws {
        #expect(try read("NĐ 178", isPolicy: true) == .leaves)
        #expect(try read("Đã tập huấn NĐ 178") == nil)
    }
}
