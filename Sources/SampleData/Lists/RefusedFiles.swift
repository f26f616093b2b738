// Files among the lists that must be refused, and some that must not even be looked at.

/// A file that is no list.
struct OddFile: Sendable {
    var path: String
    var bytes: [UInt8]
    /// `refused` or `ignored`.
    var status: String
}

enum RefusedFiles {
    /// Some odd files in a district's folder.
    static func some(in district: OldDistrict, _ chance: inout Chance) -> [OddFile] {
        chance.shuffled(all(in: district.folder)).prefix(chance.within(1...3)).map { $0 }
    }

    private static func all(in folder: String) -> [OddFile] {
        let bytes = { (text: String) in Array(text.utf8) }
        // The folder stands in each, so that no two are copies of each other.
        let mark = Array(folder.utf8)
        let workbook: [UInt8] =
            [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] + Array(repeating: 0, count: 1016) + mark
        let row = "1,Lò Văn Pâng,12/03/1985,011085000123,Chủ tịch UBND \(folder)\r\n"
        let heading = "STT,Họ và tên,Ngày sinh,Số CCCD,Chức vụ\r\n"
        let spreadsheet = """
            <?xml version="1.0" encoding="UTF-8"?>
            <Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" \
            xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet ss:Name="DS"><Table>
            <Row><Cell><Data ss:Type="String">Họ và tên</Data></Cell></Row>
            <Row><Cell><Data ss:Type="String">Lò Văn \(folder)
            """
        let entity = """
            <?xml version="1.0"?>
            <!DOCTYPE DanhSachCanBo [<!ENTITY ten "Lò Văn Pâng">]>
            <DanhSachCanBo Nguon="\(folder)"><CanBo><HoTen>&ten;</HoTen></CanBo></DanhSachCanBo>
            """
        return [
            OddFile(path: folder + "danh sach cu.xls", bytes: workbook, status: "refused"),
            OddFile(path: folder + "QD bo nhiem.pdf", bytes: bytes("%PDF-1.4\n%scan \(folder)\n"), status: "refused"),
            OddFile(
                path: folder + "anh chup danh sach.png",
                bytes: [0x89, 0x50, 0x4E, 0x47, 13, 10, 26, 10] + workbook.suffix(64),
                status: "refused"),
            OddFile(
                path: folder + "ngoac kep hong.csv",
                bytes: bytes(heading + row + "2,\"Vừ A Bằng,05/11/1979,011079000456,Bí thư\r\n" + row + row),
                status: "refused"),
            OddFile(path: folder + "DS bi dut.xml", bytes: bytes(spreadsheet), status: "refused"),
            OddFile(path: folder + "khai bao thuc the.xml", bytes: bytes(entity), status: "refused"),
            OddFile(
                path: folder + "bang tinh hong.xlsx",
                bytes: Array(
                    XLSXWriter.bytes(of: [SampleSheet(name: "DS", columnCount: 1)], isInline: true).prefix(900)) + mark,
                status: "refused"),
            OddFile(path: folder + "khong co gi.csv", bytes: [], status: "refused"),
            OddFile(path: folder + ".DS_Store", bytes: [0, 0, 0, 1], status: "ignored"),
            OddFile(path: folder + "~$danh sach.xlsx", bytes: [9, 0x4C, 0x54], status: "ignored"),
        ]
    }
}
