// A mistake in a language file is found on loading, with its line; the messages read well.

import Personnel
import Testing

@testable import Load

@Suite struct LanguageTests {
    static let messages: [(issue: Personnel.Issue, message: String)] = [
        (
            Personnel.Issue(.dateUnreadable, field: .birthDate, value: "3/x/80"),
            "Ngày, tháng, năm sinh: không đọc được ngày “3/x/80”"
        ),
        (
            Personnel.Issue(.dateMonthFirst, field: .partyJoined, value: "12/25/2005", detail: "25/12/2005"),
            "Ngày vào Đảng: “12/25/2005” được hiểu là tháng trước ngày sau: 25/12/2005"
        ),
        (Personnel.Issue(.nameMissing), "Dòng có số liệu nhưng không có họ và tên"),
        (
            Personnel.Issue(.totalDiffers, value: "75", detail: "đếm được 74"),
            "Số cộng ghi trong danh sách “75” khác số đếm được: đếm được 74"
        ),
    ]

    @Test("a message leaves out what the issue does not carry", arguments: messages)
    func message(issue: Personnel.Issue, message: String) throws {
        #expect(try Language.messages().message(for: issue) == message)
    }

    @Test("every code makes a sentence without brackets or braces", arguments: IssueCode.allCases)
    func sentence(code: IssueCode) throws {
        let messages = try Language.messages()
        for issue in [Personnel.Issue(code), Personnel.Issue(code, field: .unit, value: "x", detail: "y")] {
            let message = messages.message(for: issue)
            #expect(!message.isEmpty && !message.contains { "{}[]".contains($0) }, "\(message)")
        }
        #expect(!messages.title(of: code).isEmpty && !messages.remedy(of: code).isEmpty)
    }

    @Test(
        "codes stand in the order of the words for them, unknown ones last",
        arguments: [
            ("rule", ["leaving", "plan", "commune", "school", "new-rule"]),
            ("district", ["dien-bien-phu", "muong-cha", "dien-bien"]), ("sender", ["tuan-giao", "so-noi-vu", "ai do"]),
        ])
    func order(domain: String, codes: [String]) throws {
        let texts = try ReportTexts(Language.table("reports.csv"))
        #expect(codes.sorted().sorted { texts.place(domain, $0) < texts.place(domain, $1) } == codes)
    }

    /// What an officer may do to a file, and where the error says it is.
    static let mistakes:
        [(file: String, change: @Sendable (inout ReferenceTable) -> Void, line: Int, column: String?)] = [
            ("issues.csv", { $0.rows[2].cells[0] = "no.such" }, 4, "code"),
            ("issues.csv", { $0.rows[2].cells[2] = "{wrong}" }, 4, "message"),
            ("issues.csv", { $0.rows[2].cells[2] = "[open" }, 4, "message"),
            ("issues.csv", { $0.rows[2].cells[3] = "" }, 4, "remedy"),
            ("issues.csv", { $0.rows[3].cells[0] = $0.rows[2].cells[0] }, 5, "code"),
            ("issues.csv", { $0.rows.removeLast() }, IssueCode.allCases.count + 1, "code"),
            ("fields.csv", { $0.rows[0].cells[0] = "stt" }, 2, "field"),
            ("fields.csv", { $0.rows.removeLast() }, 37, "field"),
            ("reports.csv", { $0.rows[1].cells[2] = "" }, 3, "text"),
            ("reports.csv", { $0.rows[1].cells[1] = "as-of" }, 3, "key"),
            ("reports.csv", { $0.columns[2] = "texts" }, 1, nil),
        ]

    @Test("a mistake in a language file is an error with its line", arguments: mistakes.indices)
    func mistake(index: Int) throws {
        let (file, change, line, column) = Self.mistakes[index]
        var table = try Language.table(file)
        change(&table)
        let error = #expect(throws: ReferenceError.self) {
            switch file {
            case "issues.csv": _ = try IssueMessages(table, labels: FieldLabels(Language.table("fields.csv")))
            case "fields.csv": _ = try FieldLabels(table)
            default: _ = try ReportTexts(table)
            }
        }
        #expect(error?.line == line)
        #expect(error?.column == column)
    }
}
