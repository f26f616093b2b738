// The forms in which the invented lists are written: CSV as Excel saves it, and XML Spreadsheet 2003.

/// A file format that the inventor writes.
public enum ListForm: String, Sendable, CaseIterable {
    case csv
    case spreadsheetML = "xml"
}

/// Writes the list of one commune, or of a department over several, as a clerk would send it.
struct ListForms {
    private static let headings = [
        "STT", "Họ và tên", "Giới tính", "Ngày sinh", "Số CCCD", "Dân tộc", "Chức vụ", "Đơn vị", "Bậc lương",
        "Hệ số lương",
        "Trình độ chuyên môn", "Lý luận chính trị", "Ngày tuyển dụng",
    ]

    /// The bytes of a list in UTF-8.
    static func list(of people: [InventedPerson], title: String, form: ListForm) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(people.count * (form == .csv ? 220 : 900) + 1024)
        switch form {
        case .csv: writeCSV(people, title: title, into: &bytes)
        case .spreadsheetML: writeSpreadsheet(people, title: title, into: &bytes)
        }
        return bytes
    }

    private static func cells(of person: InventedPerson, ordinal: Int) -> [String] {
        let date = person.birthDate
        return [
            String(ordinal), person.name, person.gender == .male ? "Nam" : "Nữ", dayFirst(date.description),
            person.nationalID.description, person.ethnicity, person.position, "UBND " + lowerFirst(person.commune.name),
            String(person.salaryStep), person.coefficient.description, person.qualification, person.politicalTheory,
            dayFirst(person.recruitedOn.description),
        ]
    }

    private static func writeCSV(_ people: [InventedPerson], title: String, into bytes: inout [UInt8]) {
        bytes += [0xEF, 0xBB, 0xBF]
        bytes += Array((title + String(repeating: ";", count: headings.count - 1) + "\r\n").utf8)
        bytes += Array((headings.joined(separator: ";") + "\r\n").utf8)
        for (index, person) in people.enumerated() {
            bytes += Array((cells(of: person, ordinal: index + 1).joined(separator: ";") + "\r\n").utf8)
        }
    }

    private static func writeSpreadsheet(_ people: [InventedPerson], title: String, into bytes: inout [UInt8]) {
        let head = """
            <?xml version="1.0" encoding="UTF-8"?>
            <?mso-application progid="Excel.Sheet"?>
            <Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" \
            xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">
            <Worksheet ss:Name="DS"><Table>

            """
        bytes += Array(head.utf8)
        bytes += Array("<Row><Cell ss:MergeAcross=\"\(headings.count - 1)\">\(data(title))</Cell></Row>\n".utf8)
        writeRow(headings, into: &bytes)
        for (index, person) in people.enumerated() { writeRow(cells(of: person, ordinal: index + 1), into: &bytes) }
        bytes += Array("</Table></Worksheet></Workbook>\n".utf8)
    }

    private static func writeRow(_ cells: [String], into bytes: inout [UInt8]) {
        bytes += Array("<Row>".utf8)
        for cell in cells { bytes += Array("<Cell>\(data(cell))</Cell>".utf8) }
        bytes += Array("</Row>\n".utf8)
    }

    /// Invented texts hold none of the characters that XML would need escaped.
    private static func data(_ text: String) -> String { "<Data ss:Type=\"String\">\(text)</Data>" }

    private static func dayFirst(_ iso: String) -> String {
        iso.split(separator: "-").reversed().joined(separator: "/")
    }

    private static func lowerFirst(_ text: String) -> String { text.prefix(1).lowercased() + text.dropFirst() }
}
