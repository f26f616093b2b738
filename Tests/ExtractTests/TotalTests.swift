// Totals: the numbers they state, what they are totals of, and those that differ.

import Personnel
import Testing

@testable import Extract

@Suite("Totals")
struct TotalTests {
    private let heading = "STT | Họ và tên | Ngày sinh | Dân tộc\n"
    private func people(_ count: Int) -> String {
        (1...count).map { "\($0) | Lò Văn Pâng | 12/03/1985 | Thái\n" }.joined()
    }

    @Test(
        "a total is stated in many words",
        arguments: [
            ("Tổng cộng: 3 người (Ba người) | | |", 3), ("| Cộng: 3 người | |", 3),
            ("Danh sách gồm 3 người./. | | |", 3),
            ("Tổng số: 3 | | |", 3), ("TỔNG CỘNG | | | 3", 3), ("Tong cong: 03 nguoi | | |", 3),
            ("Tổng cộng: ba người | | |", 3), ("Ấn định danh sách có 3 đồng chí | | |", 3),
            ("Tổng cộng: 1.234 người | | |", 1234), ("Tổng cộng: Một nghìn hai trăm ba mươi tư người | | |", 1234),
            ("Tổng danh sách: 03 người | | |", 3), ("Toàn đơn vị: 3 người | | |", 3), ("Gồm 3 người | | |", 3),
            ("Bảng danh sách này có 03 người | | |", 3), ("Số lượng: 3 người | | |", 3),
            ("Tổng số 2 đơn vị, 3 người | | |", 3), ("Cộng: I + II = 3 | | |", 3),
        ])
    func stated(_ line: String, _ expected: Int) throws {
        let read = try read(heading + people(3) + line)
        #expect(read.kinds.last == .total)
        #expect(read.list.totals.map(\.expected) == [expected])
        #expect(read.list.totals.map(\.counted) == [3])
    }

    @Test(
        "number words",
        arguments: [
            ("muoi lam nguoi", 15), ("hai muoi mot", nil), ("bay muoi lam", 75), ("mot tram linh hai", 102),
            ("mot tram nam muoi hai nguoi", 152), ("nguoi", nil),
        ] as [(String, Int?)])
    func words(_ key: String, _ value: Int?) {
        if key == "hai muoi mot" {
            #expect(StatedCount.words(key) == 21)
        } else {
            #expect(StatedCount.words(key) == value)
        }
    }

    @Test("a total of a section is compared with its section, the last with the sheet")
    func scopes() throws {
        let read = try read(
            heading + "I | CÁN BỘ\n" + people(2) + "| Cộng: 2 người\nII | CÔNG CHỨC\n" + people(3)
                + "| Cộng: 4 người\nTổng cộng: 5 người")
        #expect(read.list.totals.map(\.counted) == [2, 3, 5])
        #expect(read.list.totals.map(\.scope) == [.section, .section, .sheet])
        #expect(read.list.totals.map(\.name).prefix(2) == ["CÁN BỘ", "CÔNG CHỨC"])
        #expect(read.codes == [.totalDiffers])
        #expect(read.list.issues[0].detail == "3")
    }

    @Test("a total right after another is the outer section's")
    func outer() throws {
        let read = try read(
            heading + "A | XÃ NÀ SÁY\nI | CÁN BỘ\n" + people(2) + "| Cộng: 2\nII | CÔNG CHỨC\n" + people(3)
                + "| Cộng: 3\n| Cộng: 5\nB | XÃ NA SANG\n" + people(1) + "| Cộng: 1\nTổng cộng: 6")
        #expect(read.list.totals.map(\.counted) == [2, 3, 5, 1, 6])
        #expect(read.codes.isEmpty)
    }

    @Test("a grand total of each part, and of all parts at the end")
    func grandTotals() throws {
        let read = try read(
            heading + "A | XÃ NÀ SÁY\nI | CÁN BỘ\n" + people(2) + "| Cộng | 2\nII | CÔNG CHỨC\n" + people(1)
                + "| Tổng cộng xã Nà Sáy | 3\nB | XÃ NA SANG\n" + people(4)
                + "| Tổng cộng xã Na Sang | 4\n| TỔNG CỘNG TOÀN HUYỆN | 7")
        #expect(read.list.totals.map(\.counted) == [2, 3, 4, 7])
        #expect(read.list.totals.map(\.scope) == [.section, .section, .section, .sheet])
    }

    @Test("a wrong total is the section's that it comes nearest to, or whose neighbours have totals of their own")
    func nearest() throws {
        let outer = try read(
            heading + "A | XÃ NÀ SÁY\n1 | Cán bộ\n" + people(5) + "2 | Công chức\n" + people(3) + "| Cộng 9")
        #expect(outer.list.totals.map(\.counted) == [8])
        let inner = try read(
            heading + "I | XÃ NÀ SÁY\na | Cán bộ\n" + people(1) + "| Cộng: 1\nb | Công chức\n" + people(2)
                + "| Cộng: 3\nTổng cộng: 3")
        #expect(inner.list.totals.map(\.counted) == [1, 2, 3])
    }

    @Test("of several grand totals at the end all but the last may close sections")
    func closingGrands() throws {
        let read = try read(
            heading + "A | XÃ NÀ SÁY\n" + people(4) + "| Tổng cộng: 4\nB | XÃ NA SANG\n" + people(8)
                + "| Tổng cộng: 9\n| TỔNG CỘNG: 13")
        #expect(read.list.totals.map(\.counted) == [4, 8, 12])
        #expect(read.list.totals.map(\.scope) == [.section, .section, .sheet])
    }

    @Test("the figure before a colon is a mark, the one after it the count")
    func figureMarks() throws {
        let read = try read(
            heading + "1 | Cán bộ\n" + people(3) + "| Cộng mục 1: 3\n2 | Công chức\n" + people(4)
                + "| Cộng (2): 4 người")
        #expect(read.list.totals.map(\.expected) == [3, 4])
        #expect(read.list.totals.map(\.counted) == [3, 4])
    }

    @Test("a total that names its section's mark is that section's")
    func named() throws {
        let read = try read(
            heading + "A | XÃ NÀ SÁY\nI | CÁN BỘ\n" + people(2) + "II | CÔNG CHỨC\n" + people(3) + "| Cộng A: 6 người")
        #expect(read.list.totals.map(\.counted) == [5])
    }

    @Test(
        "sums that run from page to page, and people whose names open like a total, are no totals",
        arguments: [
            ("Cộng trang: 3 người | | |", RowKind.note), ("Mang sang: 3 | | |", .note), ("Trang 2/5 | | |", .note),
            ("4 | Tòng Thị Mai | 12/03/1985 | Thái", .person), ("4 | Tong Van Muoi | 12/03/1985 | Thái", .person),
            ("II | CÔNG CHỨC", .section),
        ])
    func noTotals(_ line: String, _ kind: RowKind) throws {
        let read = try read(heading + people(3) + line)
        #expect(read.kinds.last == kind)
        #expect(read.list.totals.isEmpty)
    }
}
