// The date of a list, from what it says about itself.

import Personnel
import Testing

@testable import Extract

@Suite("The date of a list")
struct StatedDatesTests {
    @Test(
        "titles and footers state it in many forms",
        arguments: [
            ("(Có đến 31/12/2023)", "2023-12-31"), ("(Kèm theo Công văn số 852/UBND-NV ngày 20/5/2025)", "2025-05-20"),
            ("Mường Chà, ngày 20 tháng 5 năm 2025", "2025-05-20"), ("Ngày xuất: 2025-03-31 10:00", "2025-03-31"),
            ("DANH SÁCH CÁN BỘ NĂM 2023", "2023-12-31"), ("DANH SÁCH CÁN BỘ NĂM 2025", "2025-07-01"),
            ("DANH SÁCH THÁNG 4 NĂM 2025", "2025-04"), ("THỐNG KÊ QUÝ I", nil),
            ("Danh sách nghỉ theo Nghị định số 178/2024/NĐ-CP ngày 31/12/2024", nil), ("Số: 12/2025/QĐ-UBND", nil),
            ("Nghị định 178/2024/NĐ-CP; Công văn số 5 ngày 02/6/2025", "2025-06-02"), ("Điện thoại 0912345678", nil),
            ("Báo cáo quý I/2025", "2025-03-31"), ("DANH SÁCH QUÝ 2 NĂM 2025", "2025-06-30"),
            ("DANH SÁCH QUÝ III/2025", "2025-07-01"), ("Thống kê 6 tháng đầu năm 2025", "2025-06-30"),
            ("Mường Chà, ngày 20 tháng 5 năm 25", "2025-05-20"), ("(Tính đến 31/12/24)", "2024-12-31"),
            ("Mường Chà, ngày 20 tháng 5 năm 2O25", "2025-05-20"), ("Mường Chà, ngày … tháng … năm 2025", "2025-07-01"),
            ("Phiên bản 1.2.99", nil),
        ] as [(String, String?)])
    func forms(_ text: String, _ date: String?) throws {
        var dates = StatedDates(asOf: try #require(PartialDate(iso: "2025-07-01")))
        dates.read(text, isTitle: true, words: try Vocabulary.words())
        #expect(dates.newest == date.flatMap { PartialDate(iso: $0) })
    }

    @Test("a date within the year of a title says the same more closely, and the newest date wins")
    func newest() throws {
        let words = try Vocabulary.words()
        var dates = StatedDates(asOf: try #require(PartialDate(iso: "2025-07-01")))
        dates.read("DANH SÁCH NĂM 2025", isTitle: true, words: words)
        dates.read("(Kèm theo Công văn ngày 15/4/2025)", isTitle: true, words: words)
        dates.read("Mường Chà, ngày 20 tháng 5 năm 2025", isTitle: false, words: words)
        #expect(dates.newest == PartialDate(iso: "2025-05-20"))
    }

    @Test("dates of people are never the list's")
    func people() throws {
        let read = try read("STT | Họ tên | Ngày tuyển dụng\n1 | Lò Văn Pâng | 01/06/2025")
        #expect(read.list.listDate == nil)
    }
}
