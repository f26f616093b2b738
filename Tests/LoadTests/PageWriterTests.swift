// The page of a run as people see it, compared with a stored one; and what must never be on it.

import Foundation
import Load
import Personnel
import Testing

@Suite struct PageWriterTests {
    private static var golden: URL {
        URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .appending(path: "Fixtures/page/index.html")
    }

    static func template() throws -> String {
        try String(contentsOf: Language.folder.appending(path: "page.mustache"), encoding: .utf8)
    }

    /// The page of a consolidation, as text.
    private static func page(
        of consolidation: Consolidation = InventedRun.consolidation(), _ template: String? = nil, in place: Workplace
    ) throws -> String {
        let name = UUID().uuidString
        let path = place.folder + "/" + name + ".html"
        try writer(of: place.database(name + ".sqlite", consolidation), template).write(to: path)
        return try String(contentsOfFile: path, encoding: .utf8)
    }

    private static func writer(of database: String, _ template: String? = nil) throws -> PageWriter {
        try PageWriter(
            database: database, template: template ?? Self.template(),
            texts: ReportTexts(Language.table("reports.csv")), labels: FieldLabels(Language.table("fields.csv")))
    }

    @Test("the page of the invented run is the stored one, byte for byte")
    func sameAsStored() throws {
        let made = try Self.page(in: Workplace())
        if ProcessInfo.processInfo.environment["SAPXEP_STORE_REPORTS"] != nil {
            try FileManager.default.createDirectory(
                at: Self.golden.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(made.utf8).write(to: Self.golden)
        }
        let stored = try Data(contentsOf: Self.golden)
        #expect(Array(made.utf8) == Array(stored))
    }

    @Test("the same consolidation gives the same bytes, whenever the run was started and finished")
    func deterministic() throws {
        let place = try Workplace()
        var facts = InventedRun.facts
        facts.startedAt = "2026-01-02T03:04:05+07:00"
        facts.finishedAt = "2026-01-02T03:05:06+07:00"
        let path = place.folder + "/later.sqlite"
        _ = try DatabaseWriter(path: path)
            .write(InventedRun.consolidation(), run: facts, messages: Language.messages())
        try Self.writer(of: path).write(to: place.folder + "/later.html")
        let later = try String(contentsOfFile: place.folder + "/later.html", encoding: .utf8)
        #expect(try Self.page(in: place) == later)
        #expect(!later.contains("2026"))
    }

    @Test("the page is for its owner alone and is never written over")
    func file() throws {
        let place = try Workplace()
        let writer = try Self.writer(of: place.database())
        let path = place.folder + "/index.html"
        try writer.write(to: path)
        #expect(try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int == 0o600)
        #expect(throws: LoadError.file(path: path, errorNumber: EEXIST)) { try writer.write(to: path) }
    }

    @Test("no name and no identity number of a person is on the page")
    func nobody() throws {
        var consolidation = InventedRun.consolidation()
        let stray = "Sùng Thị Mỷ, 011190000456"  // a name where it does not belong, as lists have them
        consolidation.assignments[2].basis = stray
        consolidation.assignments[5].basis = stray
        consolidation.personIssues[0].value = stray
        consolidation.register.totals[0].name = stray
        let page = try Self.page(of: consolidation, in: Workplace())
        #expect(!page.contains("Sùng") && !page.contains("011190000456"))
        let pool = consolidation.register.pool
        for person in consolidation.people {
            for field in [Field.fullName, .nationalID, .oldNationalID, .birthDate, .phone] {
                guard let text = person.values.text(of: field, in: pool) else { continue }
                #expect(!page.contains(text), "\(field)")
            }
        }
        #expect(!page.contains("011080000123") && !page.contains("Ánh"))
    }

    @Test("what a cell, a file name or a refusal says cannot become markup")
    func escaping() throws {
        var consolidation = InventedRun.consolidation()
        let bad = "<script>alert('1')</script>&\""
        consolidation.newUnits[0].name = "Xã " + bad
        consolidation.newUnits[2].name = "Sở " + bad
        consolidation.register.files[1].message = bad
        consolidation.register.files[1].path = "tuan-giao/" + bad
        let page = try Self.page(of: consolidation, in: Workplace())
        #expect(!page.contains("<script") && !page.contains("alert('1')"))
        #expect(page.contains("Xã &lt;script&gt;"))
    }

    @Test("the page asks nothing of the network: every link and address is relative")
    func alone() throws {
        let page = try Self.page(in: Workplace())
        for word in ["http:", "https:", "//", "<script", "<link", "<img", "<iframe", "@import", "url(", "javascript:"] {
            #expect(!page.contains(word), "\(word)")
        }
        let links = page.matches(of: /href="([^"]*)"/).map { String($0.1) }
        #expect(links.allSatisfy { $0.hasPrefix("#") || $0.hasPrefix("reports/") || $0 == "personnel.sqlite" })
        #expect(links.contains("reports/roster/03253.csv") && links.contains("reports/rejected-rows/tuan-giao.csv"))
        for target in links.filter({ $0.hasPrefix("#") }) { #expect(page.contains("id=\"\(target.dropFirst())\"")) }
    }

    @Test("every link to a report leads to a report that is written")
    func links() throws {
        let place = try Workplace()
        let page = try Self.page(in: place)
        let (folder, texts) = (place.folder + "/reports", try ReportTexts(Language.table("reports.csv")))
        let labels = try FieldLabels(Language.table("fields.csv"))
        _ = try PeopleReports(
            InventedRun.consolidation(), run: InventedRun.facts, folder: folder, texts: texts, labels: labels,
            messages: Language.messages()
        ).writeAll()
        _ = try ReportWriter(database: place.database(), folder: folder, texts: texts, labels: labels).writeAll()
        for link in page.matches(of: /href="(reports\/[^"]*)"/) {
            let path = try #require(String(link.1).removingPercentEncoding)
            #expect(FileManager.default.fileExists(atPath: place.folder + "/" + path), "\(path)")
        }
    }

    @Test("in every table the last line is the sum of the lines above it", arguments: [false, true])
    func sums(hasSharedPerson: Bool) throws {
        var consolidation = InventedRun.consolidation()
        if hasSharedPerson { consolidation.register.files[2].sender = "so-giao-duc" }
        let page = try Self.page(of: consolidation, in: Workplace())
        #expect(page.contains("Trừ phần trùng giữa các đơn vị gửi") == hasSharedPerson)
        var checked = 0
        for table in page.matches(of: /(?s)<table.*?<\/table>/).map({ String($0.0) }) {
            guard let foot = table.firstMatch(of: /(?s)<tfoot>(.*)<\/tfoot>/),
                let body = table.firstMatch(of: /(?s)<tbody>(.*)<\/tbody>/)
            else { continue }
            let lines = body.1.split(separator: "</tr>").map { Self.numbers(String($0)) }.filter { !$0.isEmpty }
            let total = Self.numbers(String(foot.1))
            for column in total.indices {
                guard let sum = total[column] else { continue }
                #expect(lines.compactMap { $0[column] }.reduce(0, +) == sum, "\(table.prefix(120)) column \(column)")
                checked += 1
            }
        }
        #expect(checked > 30)
    }

    /// The whole numbers in the cells of a table's row; nil for other cells.
    private static func numbers(_ row: String) -> [Int?] {
        row.matches(of: /<td[^>]*>([^<]*)/).map { cell in
            Int(cell.1.replacing(".", with: "").replacing("−", with: "-"))
        }
    }

    /// What an officer may do to the template, and the line of the error.
    static let mistakes: [(template: String, line: Int)] = [
        ("<p>\n{{organization}}", 2),
        ("<p>\n\n{{#senders.lines}}<td>", 3),
        ("{{{run}}}", 1),
        ("{{! a comment\nof two lines }}\n{{& run}}", 3),
        ("{{% CONTENT_TYPE: TEXT }}", 1),
        ("{{=<% %>=}}", 1),
        ("{{> header}}", 1),
        ("{{uppercased(run)}}", 1),
        ("{{run", 1),
    ]

    @Test("a mistake in the template is an error with its line", arguments: mistakes)
    func mistake(template: String, line: Int) throws {
        let place = try Workplace()
        let error = #expect(throws: ReferenceError.self) { _ = try Self.page(template, in: place) }
        #expect(error?.path == "page.mustache")
        #expect(error?.line == line)
        let early = #expect(throws: ReferenceError.self) {
            try PageWriter.check(template: template, path: "language/page.mustache")
        }
        #expect(early?.description.hasPrefix("language/page.mustache:\(line)") == true)
    }

    private static func page(_ template: String, in place: Workplace) throws -> String {
        try page(of: InventedRun.consolidation(), template, in: place)
    }

    @Test("a reworded template is used as it is")
    func reworded() throws {
        let page = try Self.page("Tính đến {{asOf}}: {{people.all}} người", in: Workplace())
        #expect(page == "Tính đến 01/07/2025: 6 người")
    }

    @Test("a run without any list makes a page")
    func nothing() throws {
        var consolidation = Consolidation(register: Register())
        consolidation.newUnits = InventedRun.consolidation().newUnits
        let page = try Self.page(of: consolidation, in: Workplace())
        #expect(page.contains("Xã Tuần Giáo"))
    }
}
