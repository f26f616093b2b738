// Writes what is true of a district's lists as lines of the truth's tables.

/// The lines of one district for each file of the truth.
struct TruthLines: Sendable {
    var files: [String: [UInt8]] = [:]

    mutating func add(_ file: String, _ cells: [String]) {
        var line: [UInt8] = []
        for (place, cell) in cells.enumerated() {
            if place > 0 { line.append(UInt8(ascii: ",")) }
            if cell.utf8.contains(where: { $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: "\"") }) {
                line.append(
                    "\"" + cell.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"")
                        + "\"")
            } else {
                line.append(cell)
            }
        }
        line.append(0x0A)
        files[file, default: []].append(contentsOf: line)
    }
}

/// The tables of the truth.
enum TruthWriter {
    /// The files of the full truth with their headings.
    static let headings: [(file: String, line: String)] = [
        ("assets.csv", "path,sheet,row_number,kind,giver,name,amounts,new_unit"),
        ("assignments.csv", "person_key,status,new_unit,rule,scored"),
        ("file_issues.csv", "path,code"),
        ("files.csv", "path,status,encoding,format,row_offset,form,list"),
        ("issues.csv", "path,sheet,row_number,code"),
        ("leavers.csv", "person_key,insurance_from,insurance_months"),
        (
            "persons.csv",
            "person_key,rows,link_groups,full_name,birth_date,gender,national_id,old_national_id,ethnicity,category,level,"
                + "position,rank_code,salary_step,salary_coefficient,position_allowance,qualification,political_theory,"
                + "party_joined,recruited_on,old_unit,department"
        ),
        ("rows.csv", "path,sheet,row_number,kind,person_key,link_group"),
        ("totals.csv", "path,sheet,row_number,scope,expected,counted,status"),
        ("twins.csv", "path,copy"),
    ]

    static func lines(of ledger: TruthLedger, staff: DistrictStaff, region: SampleRegion) -> TruthLines {
        var lines = TruthLines()
        let groups = ledger.evidence.map(LinkGroups.groups(of:))
        addFiles(ledger, to: &lines)
        addRows(ledger, staff, groups: groups, to: &lines)
        addPeople(ledger, staff, region, groups: groups, to: &lines)
        for total in ledger.totals {
            let path = ledger.files[total.file].path
            lines.add(
                "totals.csv",
                [
                    path, total.sheet, "\(total.number)", total.scope, "\(total.stated)", "\(total.counted)",
                    total.stated == total.counted ? "agrees" : "differs",
                ])
        }
        addHandover(ledger, to: &lines)
        return lines
    }

    /// Lines of assets and balances, their amounts with spaces between.
    private static func addHandover(_ ledger: TruthLedger, to lines: inout TruthLines) {
        for asset in ledger.assets {
            let amounts = asset.amounts.map(String.init).joined(separator: " ")
            let cells = [asset.kind, asset.giver, asset.name, amounts, asset.newUnit]
            lines.add("assets.csv", [ledger.files[asset.file].path, asset.sheet, "\(asset.number)"] + cells)
        }
    }

    private static func addFiles(_ ledger: TruthLedger, to lines: inout TruthLines) {
        for file in ledger.files {
            let cells = [file.status, file.encoding, file.format, file.rowOffset, file.form, file.list]
            lines.add("files.csv", [file.path] + cells)
            for code in file.codes { lines.add("file_issues.csv", [file.path, code]) }
            guard let copy = file.copy else { continue }
            lines.add("files.csv", [copy] + cells)
            for code in file.codes { lines.add("file_issues.csv", [copy, code]) }
            lines.add("twins.csv", [file.path, copy])
            lines.add("file_issues.csv", [file.path, "file.duplicate|" + copy])
        }
    }

    private static func addRows(
        _ ledger: TruthLedger, _ staff: DistrictStaff, groups: [[Int]], to lines: inout TruthLines
    ) {
        for row in ledger.rows {
            let file = ledger.files[row.file]
            var (key, group) = ("", "")
            if row.person >= 0 {
                key = self.key(staff.people[row.person].number)
                group = key + ".\(groups[row.person][row.evidence])"
            }
            for path in [file.path, file.copy].compactMap(\.self) {
                lines.add("rows.csv", [path, row.sheet, "\(row.number)", row.kind.rawValue, key, group])
                for code in row.codes { lines.add("issues.csv", [path, row.sheet, "\(row.number)", code]) }
            }
        }
    }

    private static func addPeople(
        _ ledger: TruthLedger, _ staff: DistrictStaff, _ region: SampleRegion, groups: [[Int]],
        to lines: inout TruthLines
    ) {
        var rowCounts = Array(repeating: 0, count: staff.people.count)
        for row in ledger.rows where row.person >= 0 {
            rowCounts[row.person] += ledger.files[row.file].copy == nil ? 1 : 2
        }
        for (place, person) in staff.people.enumerated() where rowCounts[place] > 0 {
            let body = staff.bodies[person.now.body]
            let fields = PersonTruth.fields(of: person, body: body, values: ledger.values[place])
            let level = body.kind == .commune ? "commune" : body.kind.isDistrictOffice ? "district" : "*"
            let groupCount = groups[place].max() ?? 1
            var cells = [key(person.number), "\(rowCounts[place])", "\(groupCount)"]
            for field in TruthField.allCases {
                cells.append(fields[field] ?? "")
                if field == .category { cells.append(level) }
            }
            lines.add("persons.csv", cells + ["*"])
            if ledger.sawLeaving[place], ledger.sawInsurance[place] {
                let months = "\(person.insured.monthsToReorganisation)"
                lines.add("leavers.csv", [key(person.number), person.insured.iso, months])
            }
            let truth = AssignmentTruth.of(
                person, body: body, district: staff.district, region: region, sawPlan: ledger.sawPlan[place],
                sawLeaving: ledger.sawLeaving[place], sawCommune: ledger.sawCommune[person.now.body])
            // Lists without a date that name different units leave the place open.
            let isJudged = groupCount == 1 && fields[.oldUnit]?.contains("|") != true
            lines.add(
                "assignments.csv",
                [key(person.number), truth.status, truth.unit, truth.rule, isJudged ? "1" : "0"])
        }
    }

    /// `P000123`.
    static func key(_ number: Int) -> String {
        let digits = String(number)
        return "P" + String(repeating: "0", count: max(0, 6 - digits.count)) + digits
    }

    /// The compact truth: a line a sheet, with the number of the person in each row, a point for rows of nobody.
    static func compactLines(of ledger: TruthLedger, staff: DistrictStaff) -> [UInt8] {
        var bytes: [UInt8] = []
        var last: (file: Int, sheet: String)?
        for row in ledger.rows {
            if last.map({ $0.file != row.file || $0.sheet != row.sheet }) ?? true {
                if last != nil { bytes.append(0x0A) }
                bytes.append("\(ledger.files[row.file].path)\t\(row.sheet)\t\(row.number)\t")
                last = (row.file, row.sheet)
            } else {
                bytes.append(0x20)
            }
            bytes.append(row.person < 0 ? "." : String(staff.people[row.person].number))
        }
        if last != nil { bytes.append(0x0A) }
        return bytes
    }
}
