// Writes a sheet's people as records, as personnel systems export them: elements, attributes or groups of elements.

enum RecordXMLWriter {
    private static let names: [SampleField: (group: String, name: String)] = [
        .ordinal: ("ThongTinChung", "STT"), .fullName: ("ThongTinChung", "HoTen"),
        .birthDate: ("ThongTinChung", "NgaySinh"), .gender: ("ThongTinChung", "GioiTinh"),
        .nationalID: ("ThongTinChung", "SoCCCD"), .oldNationalID: ("ThongTinChung", "SoCMND"),
        .ethnicity: ("ThongTinChung", "DanToc"), .religion: ("ThongTinChung", "TonGiao"),
        .homeTown: ("ThongTinChung", "QueQuan"), .position: ("CongTac", "ChucVu"), .unit: ("CongTac", "DonVi"),
        .category: ("CongTac", "DoiTuong"), .rank: ("Luong", "MaNgach"), .salaryStep: ("Luong", "BacLuong"),
        .salaryCoefficient: ("Luong", "HeSoLuong"), .positionAllowance: ("Luong", "PhuCapChucVu"),
        .qualification: ("DaoTao", "TrinhDoChuyenMon"), .fieldOfStudy: ("DaoTao", "ChuyenNganh"),
        .politicalTheory: ("DaoTao", "LyLuanChinhTri"), .partyJoined: ("CongTac", "NgayVaoDang"),
        .recruitedOn: ("CongTac", "NgayTuyenDung"), .phone: ("ThongTinChung", "SoDienThoai"),
        .note: ("ThongTinChung", "GhiChu"),
    ]
    private static let groups = ["ThongTinChung", "CongTac", "Luong", "DaoTao"]

    static func write(_ sheet: SampleSheet, form: FileForm, date: Day?, into bytes: inout [UInt8]) {
        bytes.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<DanhSachCanBo")
        if let date { bytes.append(" NgayXuat=\"\(date.iso)\"") }
        bytes.append(">\n")
        for row in sheet.rows {
            switch form {
            case .xmlAttributes: writeAttributes(row, sheet.fields, into: &bytes)
            case .xmlNested: writeNested(row, sheet.fields, into: &bytes)
            default: writeElements(row, sheet.fields, into: &bytes)
            }
        }
        bytes.append("</DanhSachCanBo>\n")
    }

    private static func writeElements(_ row: SampleRow, _ fields: [SampleField], into bytes: inout [UInt8]) {
        bytes.append("  <CanBo>\n")
        for (cell, field) in zip(row.cells, fields) {
            guard let name = names[field]?.name else { continue }
            bytes.append("    ")
            write(cell.text, name, into: &bytes)
            bytes.append("\n")
        }
        bytes.append("  </CanBo>\n")
    }

    private static func write(_ text: String, _ name: String, into bytes: inout [UInt8]) {
        guard !text.isEmpty else { return bytes.append("<\(name)/>") }
        bytes.append("<\(name)>")
        bytes.appendEscaped(text)
        bytes.append("</\(name)>")
    }

    private static func writeAttributes(_ row: SampleRow, _ fields: [SampleField], into bytes: inout [UInt8]) {
        bytes.append("  <CanBo")
        for (cell, field) in zip(row.cells, fields) where !cell.text.isEmpty {
            guard let name = names[field]?.name else { continue }
            bytes.append(" \(name)=\"")
            bytes.appendEscaped(cell.text)
            bytes.append("\"")
        }
        bytes.append("/>\n")
    }

    private static func writeNested(_ row: SampleRow, _ fields: [SampleField], into bytes: inout [UInt8]) {
        bytes.append("<CanBo>")
        for group in groups {
            bytes.append("<\(group)>")
            for (cell, field) in zip(row.cells, fields) where names[field]?.group == group && !cell.text.isEmpty {
                write(cell.text, names[field]?.name ?? "", into: &bytes)
            }
            bytes.append("</\(group)>")
        }
        bytes.append("</CanBo>\n")
    }
}
