// Which rows were made one person, and why.

import Personnel

/// The report `duplicates`: a block for each person of several rows, with the evidence over it.
///
/// The column `decision` is empty, for `different` beside a row that is another person's.
enum DuplicatesReport {
    static let report = Report(
        name: "duplicates",
        parts: [
            ReportPart(
                sql: "",
                section: [.text, .text, .evidence],
                columns: [
                    .ordinal, ReportColumn("full_name"), ReportColumn("birth_date", .date),
                    ReportColumn("gender", .label("gender")), ReportColumn("national_id"),
                    ReportColumn("old_national_id"),
                    ReportColumn("position"), ReportColumn("unit"), ReportColumn("sender", .label("sender")),
                    ReportColumn("list_date", .date), ReportColumn("path"), ReportColumn("sheet"),
                    ReportColumn("row_number", .number), ReportColumn("person_id"), ReportColumn("row_key"),
                    ReportColumn("decision"),
                ])
        ], isFromDatabase: false)

    /// Writes the block of each person of several rows; answers how many rows there are.
    static func write(
        _ consolidation: Consolidation, _ order: PeopleOrder, _ line: inout PersonLine, on paper: ReportPaper
    ) throws(LoadError) -> Int {
        try paper.writeHeading(of: report.parts[0])
        var people = consolidation.people.indices.filter { consolidation.people.rowCount(of: $0) > 1 }.map(Int32.init)
        order.sortByName(&people)
        var reasons = [Int32](repeating: -1, count: consolidation.people.count)
        for (index, merge) in consolidation.merges.enumerated() { reasons[merge.person] = Int32(index) }
        let everybody = consolidation.people
        let (pool, records) = (consolidation.register.pool, consolidation.register.records)
        let fingerprints = consolidation.history.fingerprints
        let files = consolidation.register.files.map { FileCells($0) }
        var evidence = EvidenceWords()
        let section = TextTemplate(line.words.text(report.name, "section"))
        var heading: [UInt8] = []
        var rows: [Int32] = []
        var count = 0
        for position in people.map(Int.init) {
            let (id, name) = (everybody.id(of: position), everybody.values(of: position).fullName)
            rows.removeAll(keepingCapacity: true)
            everybody.forEachRecord(of: position) { rows.append($0) }
            let reason = Int(reasons[position])
            let told = evidence.told(reason < 0 ? [] : consolidation.merges[reason].evidence, line.words)
            heading.removeAll(keepingCapacity: true)
            section.append(to: &heading) { place, bytes in
                switch place {
                case 0: pool.withUTF8(of: name) { bytes.append(contentsOf: $0) }
                case 1: bytes.append(contentsOf: String(id).utf8)
                case 2: bytes.append(contentsOf: told)
                default: break
                }
            }
            line.cells.clear()
            line.cells.empty()
            heading.withUnsafeBufferPointer { line.cells.text($0) }
            line.cells.end()
            try paper.file.write(line.cells)
            for (index, record) in rows.enumerated() {
                write(records[Int(record)], files, ordinal: index + 1, &line)
                line.cells.identifier(UInt64(id))
                if fingerprints.isEmpty { line.cells.empty() } else { line.cells.identifier(fingerprints[Int(record)]) }
                line.cells.empty()
                line.cells.end()
                try paper.file.write(line.cells)
                count += 1
            }
        }
        return count
    }

    /// Writes what a row says, up to its place; the caller ends the line.
    private static func write(_ record: PersonRecord, _ files: [FileCells], ordinal: Int, _ line: inout PersonLine) {
        line.begin(ordinal)
        line.text(record.fullName)
        line.date(record.birthDate)
        line.gender(record.gender)
        line.number(record.nationalID)
        line.number(record.oldNationalID)
        line.text(record.position)
        line.unit(of: record)
        line.sender(ofFile: record.place.file)
        let file = files[Int(record.place.file)]
        line.date(file.listDate)
        line.cells.written(file.path)
        let sheet = Int(record.place.sheet)
        line.cells.written(file.sheets.indices.contains(sheet) ? file.sheets[sheet] : [])
        line.cells.number(Int(record.place.row))
    }
}

/// What stands in the columns of a list for each of its rows, as cells.
private struct FileCells {
    let listDate: PartialDate?
    let path: [UInt8]
    let sheets: [[UInt8]]

    init(_ file: SourceFile) {
        func cell(_ text: String) -> [UInt8] {
            var line = ReportLine()
            line.text(text)
            return line.bytes
        }
        listDate = file.listDate
        path = cell(file.path)
        sheets = file.sheets.map(cell)
    }
}

/// What combinations of evidence read like, each put into words once.
private struct EvidenceWords {
    private var numbers = EvidenceNumbers()
    /// By number, from 1.
    private var texts: [[UInt8]] = []

    mutating func told(_ evidence: [String], _ words: ReportWords) -> [UInt8] {
        let number = numbers.number(of: evidence)
        if number > texts.count { texts.append(Array(words.evidence(evidence).utf8)) }
        return texts[number - 1]
    }
}
