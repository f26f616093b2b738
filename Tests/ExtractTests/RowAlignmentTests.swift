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
}
