// Builds one sheet of a list: preamble, heading, sections with their people, totals, footer; and notes what each row is.

/// Builds a sheet.
struct SheetBuilder {
    let staff: DistrictStaff
    let plan: ListPlan
    let style: ListStyle
    let mess: Mess
    /// The place of the file in the ledger.
    let file: Int
    var chance: Chance
    var writer: RowWriter
    private(set) var sheet: SampleSheet
    private var ordinal = 0
    /// The cells of the person right above, before anything was left out.
    private var above: [SampleCell]?
    private var heading: [[SampleCell]] = []
    private var rowsSinceHeading = 0

    init(
        staff: DistrictStaff, plan: ListPlan, sheetPlan: SheetPlan, style: ListStyle, mess: Mess, file: Int,
        newCommunes: [String: String], chance: Chance
    ) {
        self.staff = staff
        self.plan = plan
        self.style = style
        self.mess = mess
        self.file = file
        self.chance = chance
        writer = RowWriter(
            style: style, mess: mess, newCommunes: newCommunes, district: staff.district,
            chance: Chance(seed: self.chance.next(), 1))
        sheet = SampleSheet(
            name: style.form.isWorkbook ? sheetPlan.name : "", isHidden: sheetPlan.isHidden,
            columnCount: style.columns.count)
        sheet.fields = style.columns.map(\.field)
    }

    /// Builds the sheet and notes its rows.
    mutating func build(_ sheetPlan: SheetPlan, into ledger: inout TruthLedger) {
        if style.form.isRecordXML {
            for section in sheetPlan.sections { add(section, sheetPlan, into: &ledger) }
            return
        }
        if style.hasPreamble { addPreamble(title: sheetPlan.title, into: &ledger) }
        heading = HeadingRows.rows(of: style)
        addHeading(into: &ledger)
        if style.hasColumnNumbers {
            add(.heading, (1...style.columns.count).map { SampleCell("(\($0))") }, into: &ledger)
        }
        let first = ledger.rows.count
        for section in sheetPlan.sections { add(section, sheetPlan, into: &ledger) }
        if style.mergesUnits { mergeUnits() }
        let hasSections = sheetPlan.sections.contains { !$0.title.isEmpty }
        if style.hasTotals, !hasSections || chance.percent(60) {
            addTotal(scope: "sheet", since: first, into: &ledger)
        }
        if style.hasFooter { addFooter(into: &ledger) }
    }

    // MARK: Rows

    private mutating func add(
        _ kind: RowKind, _ cells: [SampleCell], person: Int = -1, reading: RowReading? = nil, isShifted: Bool = false,
        into ledger: inout TruthLedger
    ) {
        var row = SampleRow(kind: kind, cells: cells)
        row.isShifted = isShifted
        sheet.rows.append(row)
        var truth = RowTruth(file: file, sheet: sheet.name, number: sheet.rows.count, kind: kind, person: person)
        if let reading {
            truth.codes = reading.codes
            if person >= 0 {
                truth.evidence = ledger.note(reading, of: person, date: listDate)
            }
        }
        ledger.rows.append(truth)
    }

    /// The date as far as the list states it.
    private var listDate: Int {
        let isStated =
            style.form.isRecordXML || (plan.hasDateUnderTitle ? style.hasPreamble : style.hasFooter)
        guard isStated, let date = plan.date else { return 0 }
        return date.year * 10_000 + date.month * 100 + date.day
    }

    private mutating func addLine(_ kind: RowKind, _ texts: [Int: String], into ledger: inout TruthLedger) {
        var cells = Array(repeating: SampleCell(""), count: style.columns.count)
        for (place, text) in texts { cells[min(place, cells.count - 1)] = SampleCell(text) }
        add(kind, cells, into: &ledger)
    }

    private mutating func addPreamble(title: String, into ledger: inout TruthLedger) {
        let middle = max(1, style.columns.count / 2)
        for (left, right) in zip(
            plan.sender, ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"])
        {
            var cells = Array(repeating: SampleCell(""), count: style.columns.count)
            cells[0] = SampleCell(left)
            if style.columns.count > 1 {
                cells[middle] = SampleCell(right)
                merge(&cells, from: 0, across: middle)
                merge(&cells, from: middle, across: style.columns.count - middle)
            }
            add(.note, cells, into: &ledger)
        }
        addLine(.blank, [:], into: &ledger)
        addTitle(title, into: &ledger)
        if plan.hasDateUnderTitle, let date = plan.date {
            addTitle("(Có đến \(date.day)/\(date.month)/\(date.year))", into: &ledger)
        }
        addLine(.blank, [:], into: &ledger)
    }

    private mutating func addTitle(_ text: String, into ledger: inout TruthLedger) {
        var cells = Array(repeating: SampleCell(""), count: style.columns.count)
        cells[0] = SampleCell(text)
        merge(&cells, from: 0, across: cells.count)
        add(.note, cells, into: &ledger)
    }

    private func merge(_ cells: inout [SampleCell], from start: Int, across count: Int) {
        guard count > 1 else { return }
        cells[start].across = count
        for place in start + 1..<start + count { cells[place].isCovered = true }
    }

    private mutating func addHeading(into ledger: inout TruthLedger) {
        for row in heading { add(.heading, row, into: &ledger) }
        rowsSinceHeading = 0
        above = nil
    }

    // MARK: Sections

    private mutating func add(_ section: ListSection, _ sheetPlan: SheetPlan, into ledger: inout TruthLedger) {
        let isXML = style.form.isRecordXML
        if !section.title.isEmpty && !isXML {
            addSectionLine(section, sheetPlan, into: &ledger)
            if style.restartsOrdinals { ordinal = 0 }
        }
        let first = ledger.rows.count
        var people = section.people
        for place in section.people where chance.perMille(mess.repeatedRows) && !staff.people[place].hasDouble {
            people.append(place)
        }
        for place in people {
            addPerson(place, section, into: &ledger)
            if chance.perMille(mess.rejectedRows) { addRejected(like: place, section, into: &ledger) }
            if !isXML, style.headingEvery > 0, rowsSinceHeading >= style.headingEvery { addHeading(into: &ledger) }
            if !isXML, mess.isVaried, chance.perMille(4) {
                addLine(.blank, [:], into: &ledger)
                above = nil
            }
        }
        if !isXML, style.hasTotals, !section.title.isEmpty, !section.people.isEmpty {
            addTotal(scope: "section", since: first, into: &ledger)
        }
    }

    private mutating func addSectionLine(
        _ section: ListSection, _ sheetPlan: SheetPlan, into ledger: inout TruthLedger
    ) {
        above = nil
        let peers = sheetPlan.sections.filter { $0.level == section.level }
        var number = (peers.firstIndex { $0.title == section.title && $0.people == section.people } ?? 0) + 1
        if section.level == 1,
            let place = sheetPlan.sections.firstIndex(where: {
                $0.title == section.title && $0.people == section.people
            })
        {
            let parent = sheetPlan.sections[..<place].lastIndex { $0.level == 0 } ?? -1
            number = sheetPlan.sections[(parent + 1)...place].count { $0.level == 1 }
        }
        let mark = section.level == 0 ? SectionMarks.letter(number) : SectionMarks.roman(number)
        let title = style.hasUpperSections ? section.title.uppercased() : section.title
        let ordinal = style.columns.firstIndex { $0.field == .ordinal } ?? 9
        if style.hasSectionNumberApart, ordinal < 2 {
            addLine(.section, [ordinal: mark, ordinal + 1: title], into: &ledger)
        } else {
            addLine(.section, [0: mark + ". " + title], into: &ledger)
        }
    }

    private mutating func addPerson(_ place: Int, _ section: ListSection, into ledger: inout TruthLedger) {
        ordinal += 1
        rowsSinceHeading += 1
        var cells = writer.cells(of: subject(staff.people[place], section))
        let reading = writer.reading
        let whole = cells
        leaveOutRepeated(&cells)
        above = whole
        if let (field, damage) = style.damaged {
            for place in cells.indices where style.columns[place].field == field {
                cells[place].text = damage.text(cells[place].text)
            }
        }
        add(.person, cells, person: place, reading: reading, into: &ledger)
    }

    private func subject(_ person: InventedPerson, _ section: ListSection) -> RowSubject {
        let tenure = plan.time == .older ? person.before ?? person.now : person.now
        let body = staff.bodies[tenure.body]
        return RowSubject(
            person: person, tenure: tenure, body: body,
            commune: body.commune.map { staff.district.communes[$0] }, ordinal: ordinal,
            isUnderCommune: section.isUnderCommune, sectionCategory: style.form.isRecordXML ? "" : section.category,
            isOlder: plan.time == .older)
    }

    private static let repeatable: Set<SampleField> = [
        .position, .ethnicity, .unit, .category, .qualification, .religion, .politicalTheory,
    ]

    /// Writes “the same as above” where the cell above holds the same.
    private mutating func leaveOutRepeated(_ cells: inout [SampleCell]) {
        guard !style.ditto.isEmpty, let above, above.count == cells.count else { return }
        for place in cells.indices
        where Self.repeatable.contains(style.columns[place].field) && !cells[place].text.isEmpty
            && cells[place].text == above[place].text && chance.percent(60)
            && !(style.mergesUnits && style.columns[place].field == .unit)
        {
            cells[place].text = style.ditto
        }
    }

    /// Lets a unit that people right below each other share stand in the first row alone.
    private mutating func mergeUnits() {
        guard let column = style.columns.firstIndex(where: { $0.field == .unit }) else { return }
        let hasMerging = style.form.isWorkbook || style.form == .html
        var top: Int?
        for place in sheet.rows.indices {
            // A row that can't be read stands under the merged cell like any other.
            if sheet.rows[place].isShifted { continue }
            let isOfPerson = sheet.rows[place].kind == .person || sheet.rows[place].kind == .rejected
            guard isOfPerson, !sheet.rows[place].cells[column].text.isEmpty else {
                top = nil
                continue
            }
            guard let start = top, sheet.rows[start].cells[column].text == sheet.rows[place].cells[column].text else {
                top = place
                continue
            }
            sheet.rows[place].cells[column] = SampleCell("")
            sheet.rows[place].cells[column].isCovered = hasMerging
            if hasMerging { sheet.rows[start].cells[column].down += 1 }
        }
    }

    // MARK: Rows that nobody can read

    private mutating func addRejected(like place: Int, _ section: ListSection, into ledger: inout TruthLedger) {
        ordinal += 1
        rowsSinceHeading += 1
        above = nil
        var ghost = staff.people[place]
        ghost.isAnnounced = true
        ghost.birth = Day(year: 1970 + chance.below(25), month: chance.within(1...12), day: chance.within(1...28))
        ghost.citizenID =
            11_000_000_000 + (ghost.isFemale ? 100_000_000 : 0) + ghost.birth.year % 100 * 1_000_000 + 990_000
            + chance.below(9_999)
        ghost.plan = .none
        ghost.note = "Kiêm nhiệm"
        ghost.hasDouble = true
        var cells = writer.cells(of: subject(ghost, section))
        var reading = RowReading()
        // What else is odd about a row that is nobody's is left open.
        for place in cells.indices where [.nationalID, .oldNationalID].contains(style.columns[place].field) {
            if style.numberStyle == .number { cells[place].text = "" }
        }
        guard writer.reading.codes.allSatisfy({ $0 == "national_id.zero_restored" || $0.hasPrefix("plan.") }) else {
            ordinal -= 1
            return
        }
        let names = cells.indices.filter { [.fullName, .familyName, .givenName].contains(style.columns[$0].field) }
        let canShift = style.form.format == "csv" && style.form != .csvTrimmed && style.columns.last?.field == .note
        switch chance.below(canShift ? 3 : 2) {
        case 0:
            for name in names { cells[name].text = "" }
            reading.raise("name.missing")
            add(.rejected, cells, reading: reading, into: &ledger)
        case 1:
            for name in names { cells[name].text = "" }
            if let name = names.first { cells[name].text = chance.pick(["#REF!", "#VALUE!", "#N/A", "0123456"]) }
            reading.raise("name.invalid")
            add(.rejected, cells, reading: reading, into: &ledger)
        default:
            shift(&cells)
            reading = RowReading()
            reading.raise("row.misaligned")
            add(.rejected, cells, reading: reading, isShifted: true, into: &ledger)
        }
    }

    /// A position with the list's own delimiter in it, not quoted: every value after it stands a cell too far right.
    private func shift(_ cells: inout [SampleCell]) {
        guard let place = style.columns.firstIndex(where: { $0.field == .position }) else { return }
        cells.replaceSubrange(place...place, with: [SampleCell("Phó Bí thư"), SampleCell(" Chủ tịch UBND")])
    }

    // MARK: Totals and footer

    private mutating func addTotal(scope: String, since first: Int, into ledger: inout TruthLedger) {
        let counted = ledger.rows[first...].count { $0.kind == .person || $0.kind == .rejected }
        guard counted > 0 else { return }
        above = nil
        let isWrong = chance.perMille(mess.wrongTotals)
        let stated = isWrong ? max(1, counted + chance.pick([-2, -1, 1, 2], or: 1)) : counted
        let words = "\(stated) người"
        let text: String
        if scope == "section" {
            text = ["Cộng: ", "Cộng ", "Tổng: ", "Cộng: "][style.totalWording] + words
        } else {
            text =
                [
                    "Tổng cộng: \(words)", "Tổng cộng: \(words) (\(NumberWords.capitalized(stated)) người)",
                    "Tổng cộng: \(words)./.", "Danh sách gồm \(words)./.",
                ][style.totalWording]
        }
        addLine(.total, [style.columns.count > 1 && chance.percent(50) ? 1 : 0: text], into: &ledger)
        ledger.totals.append(
            TotalTruth(
                file: file, sheet: sheet.name, number: sheet.rows.count, scope: scope, stated: stated, counted: counted)
        )
        if stated != counted, !ledger.files[file].codes.contains("total.differs") {
            ledger.files[file].codes.append("total.differs")
        }
    }

    private mutating func addFooter(into ledger: inout TruthLedger) {
        let right = style.columns.count / 2
        addLine(.blank, [:], into: &ledger)
        if let date = plan.date, !plan.hasDateUnderTitle {
            addLine(
                .note, [right: "\(plan.place), ngày \(date.day) tháng \(date.month) năm \(date.year)"], into: &ledger)
        }
        addLine(.note, [1: "NGƯỜI LẬP BIỂU", right: chance.pick(["CHỦ TỊCH", "GIÁM ĐỐC"])], into: &ledger)
        if chance.percent(40) {
            addLine(.note, [1: "(Ký, ghi rõ họ tên)", right: "(Ký, đóng dấu)"], into: &ledger)
        }
        addLine(.blank, [:], into: &ledger)
        let names = chance.shuffled(["Nguyễn Văn Hùng", "Lò Thị Thu", "Trần Minh Phú", "Quàng Văn Sơn"])
        addLine(.note, [1: names[0], right: names[1]], into: &ledger)
    }
}
