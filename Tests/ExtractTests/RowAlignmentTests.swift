// Rows with more cells than the heading: those that are shifted, and those that are not.

import Personnel
import Testing

@testable import Extract

@Suite("Alignment")
struct RowAlignmentTests {
    private let heading = "STT | Họ và tên | Ngày sinh | CCCD | Chức vụ | Đơn vị | Ngày tuyển dụng | Hệ số | Ghi chú\n"
    private let person =
        "1 | Lò Văn Pâng | 12/03/1985 | 011085001234 | Phó Bí thư | UBND xã Na Sang | 01/02/2010 | 3,33 |\n"

    @Test(
        "an unquoted delimiter that shifts the values is reported, and the row rejected",
        arguments: [
            "2 | Mùa A Sình | 01/02/1980 | 011080001234 | Phó Bí thư | Chủ tịch UBND | UBND xã Na Sang | 01/02/2010 | 3,33 |",
            "2 | Mùa | A Sình | 01/02/1980 | 011080001234 | Phó Bí thư | UBND xã Na Sang | 01/02/2010 | 3,33 | x",
            "2 | Mùa A Sình | 01/02/1980 | 011080001234 | Kế toán | Phòng Tài chính | Kế hoạch | 01/02/2010 | 2,34 | Biệt phái",
            "2 | Mùa A Sình | 01/02/1980 | 011080001234 | Kế toán | UBND xã Na Sang | 01/02/2010 | 3 | 33 |",
        ])
    func shifted(_ row: String) throws {
        let read = try read(heading + person + row)
        #expect(read.kinds == [.heading, .person, .rejected])
        #expect(read.codes == [.rowMisaligned])
        #expect(read.rows[2].cells.count == row.split(separator: "|", omittingEmptySubsequences: false).count)
    }

    @Test(
        "a cell too many that shifts nothing is no fault",
        arguments: [
            "2 | Mùa A Sình | 01/02/1980 | 011080001234 | Kế toán | UBND xã Na Sang | 01/02/2010 | 3,33 | | | |",
            "2 | Mùa A Sình | 01/02/1980 | 011080001234 | Kế toán | UBND xã Na Sang | 01/02/2010 | 3,33 | | đã đối chiếu",
            "2 | Mùa A Sình | 01/02/1980 | 011080001234 | Kế toán | UBND xã Na Sang | chưa rõ | ba phẩy ba | ",
            "2 | Mùa A Sình | 01/02/1980 | 011080001234 | Kế toán | UBND xã Na Sang | 01/02/2010 | 3 | 33",
        ])
    func aligned(_ row: String) throws {
        let read = try read(heading + person + row)
        #expect(read.kinds == [.heading, .person, .person])
        #expect(read.codes.isEmpty)
    }

    private let raw =
        "STT;Họ và tên;Ngày sinh;Chức vụ;Tôn giáo;Chỗ ở\n1;Lò Văn Pâng;12/03/1985;Kế toán;Không;Tổ dân phố 3\n"

    /// Rows cut at semicolons, blanks kept.
    private func readRaw(_ rows: String) throws -> ReadList {
        var sheet = SheetUnderTest("")
        sheet.rows = (raw + rows).split(separator: "\n").map { line in
            line.split(separator: ";", omittingEmptySubsequences: false).map(String.init)
        }
        return try read([sheet])
    }

    @Test("a cell that goes on a sentence shifts words as well, and ditto marks below repeat what was meant")
    func sentence() throws {
        let read = try readRaw(
            "2;Mùa A Sình;01/02/1980;Phó Bí thư; Chủ tịch UBND;Không;Tổ dân phố 3\n3;Cà Thị Hoa;1990;nt;nt;nt")
        #expect(read.kinds == [.heading, .person, .rejected, .person])
        #expect(read.values(.position) == ["Kế toán", "Phó Bí thư, Chủ tịch UBND"])
        #expect(read.values(.religion) == ["Không", "Không"])
        #expect(read.values(.residence) == ["Tổ dân phố 3", "Tổ dân phố 3"])
    }

    @Test("words that stand again and again in a column show where those of a shifted row belong")
    func usualWords() throws {
        let people = ["Lò Văn Pâng", "Mùa A Sình", "Cà Thị Hoa"].enumerated()
            .map { "\($0.offset + 1) | \($0.element) | 12/03/1985 | Phòng Nội vụ | Chuyên viên | Đại học | Thái |" }
        let heading = "STT | Họ và tên | Ngày sinh | Đơn vị | Chức vụ | Trình độ | Dân tộc | Ghi chú\n"
        let shifted = "4 | Lò Thị Én | 12/03/1985 | Phòng Tài chính | Kế hoạch | Chuyên viên | Đại học | Thái |"
        let read = try read(heading + (people + [shifted]).joined(separator: "\n"))
        #expect(read.kinds == [.heading, .person, .person, .person, .rejected])
    }

    @Test("where cells often begin with a blank, one more says nothing")
    func looseBlanks() throws {
        let loose = (2...6).map { "\($0);Mùa A Sình;01/02/1980;Kế toán; Không;Tổ 3" }.joined(separator: "\n")
        let read = try readRaw(loose + "\n7;Cà Thị Hoa;1990;Kế toán; Không;Tổ 3;đã xem")
        #expect(read.kinds.dropFirst().allSatisfy { $0 == .person })
    }

    @Test("cells that most rows have beyond the heading make none of them too long")
    func usualCells() throws {
        let read = try readRaw("2;Mùa A Sình;01/02/1980;Phó; Chủ tịch;Tổ 3;;\n3;Cà Thị Hoa;1990;Phó;;Tổ 3;;")
        #expect(read.kinds.dropFirst().allSatisfy { $0 == .person })
    }
}
