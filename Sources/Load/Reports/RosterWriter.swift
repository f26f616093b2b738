// Writes the rosters in one pass over the people in memory, while the database is being filled from them.

import Glibc
public import Personnel

/// Writes `roster.csv` and a file for each new unit under `roster/`.
///
/// People are sorted once; each row is made once and goes into both files. Folders have mode 0700, files 0600.
public struct RosterWriter {
    private let consolidation: Consolidation
    private let head: ReportHead
    private let folder: String
    private let texts: ReportTexts

    /// - parameter folder: the reports' folder, made if it is not there; files that are in it are never written over.
    public init(_ consolidation: Consolidation, run: RunFacts, folder: String, texts: ReportTexts) {
        self.consolidation = consolidation
        head = ReportHead(consolidation, run: run)
        self.folder = folder
        self.texts = texts
    }

    /// Writes every roster; answers what was written, the roster of all first.
    ///
    /// - throws: `LoadError.file` with the path that failed; that file is then gone.
    public func writeAll() throws -> [WrittenReport] {
        try ReportWriter.makeFolder(folder)
        let report = RosterReport.report
        let order = RosterOrder(consolidation)
        var lines = RosterLines(consolidation, texts: texts)
        return try ReportFile.write(folder + "/" + report.name + ".csv") { file in
            let paper = ReportPaper(texts: texts, report: report, file: file)
            try paper.writeTitle(head)
            try paper.writeHeading(of: RosterReport.part)
            var written = [WrittenReport(name: report.name + ".csv", rows: 0)]
            for (position, unit) in consolidation.newUnits.enumerated() {
                let people = order.people(ofUnit: position)
                if people.isEmpty { continue }
                try ReportWriter.makeFolder(folder + "/" + report.name)
                try paper.writeSection([unit.id, unit.name, String(people.count)])
                let name = report.name + "/" + ReportWriter.fileName(unit.id) + ".csv"
                try ReportFile.write(folder + "/" + name) { own in
                    let ownPaper = ReportPaper(texts: texts, report: report, file: own)
                    try ownPaper.writeTitle(head, of: unit.name)
                    try ownPaper.writeHeading(of: RosterReport.part)
                    for (ordinal, person) in people.enumerated() {
                        lines.write(Int(person), ordinal: ordinal + 1)
                        try file.write(lines.line)
                        try own.write(lines.line)
                    }
                }
                written.append(WrittenReport(name: name, rows: people.count))
                written[0].rows += people.count
            }
            return written
        }
    }
}

/// The rows of a roster, one after another.
private struct RosterLines {
    private(set) var line = ReportLine()

    private let consolidation: Consolidation
    private let unknownGender: String
    private let inReview: String
    private let words: ReportWords
    private let qualifications: [Qualification: [UInt8]]
    private let politicalTheories: [PoliticalTheory: [UInt8]]
    private let oldUnits: [[UInt8]]
    private var coefficients: [Int32: [UInt8]] = [:]

    init(_ consolidation: Consolidation, texts: ReportTexts) {
        self.consolidation = consolidation
        words = ReportWords(texts: texts, labels: nil)
        unknownGender = texts[RosterReport.report.name, "unknown_gender"]
        inReview = texts[RosterReport.report.name, "in_review"]
        func cell(_ text: String) -> [UInt8] {
            var line = ReportLine()
            line.text(text)
            return line.bytes
        }
        qualifications = Dictionary(
            uniqueKeysWithValues: Qualification.allCases.map {
                ($0, cell(texts.label("qualification", $0.rawValue)))
            })
        politicalTheories = Dictionary(
            uniqueKeysWithValues: PoliticalTheory.allCases.map {
                ($0, cell(texts.label("political_theory", $0.rawValue)))
            })
        oldUnits = consolidation.oldUnits.map { cell($0.name) }
    }

    /// Writes the row of a person, by position, into `line`.
    mutating func write(_ person: Int, ordinal: Int) {
        let values = consolidation.people[person].values
        line.clear()
        line.number(ordinal)
        write(values.fullName)
        write(values.gender == .female ? nil : values.birthDate)
        write(values.gender == .female ? values.birthDate : nil)
        writeNumber(of: values)
        write(values.ethnicity)
        write(values.position)
        if let unit = values.oldUnit { line.written(oldUnits[Int(unit)]) } else { write(values.unit) }
        write(values.rank)
        if let step = values.salaryStep { line.number(Int(step)) } else { line.empty() }
        write(values.salaryCoefficient)
        line.written(values.qualification.flatMap { qualifications[$0] } ?? [])
        line.written(values.politicalTheory.flatMap { politicalTheories[$0] } ?? [])
        writeNote(of: values, isInReview: consolidation.assignments[person].status == .review)
        line.end()
    }

    private mutating func write(_ code: TextCode) {
        consolidation.register.pool.withUTF8(of: code) { line.text($0) }
    }

    private mutating func write(_ date: PartialDate?) {
        guard let date else { return line.empty() }
        if let month = date.month, let day = date.day {
            line.date(year: date.year, month: month, day: day)
        } else {
            line.text(ReportWords.dayFirst(date.description))
        }
    }

    private mutating func writeNumber(of values: PersonRecord) {
        if let number = values.nationalID {
            line.text(number.description)
        } else if let number = values.oldNationalID {
            line.text(number.description)
        } else {
            line.empty()
        }
    }

    private mutating func write(_ coefficient: Hundredths?) {
        guard let coefficient else { return line.empty() }
        if let known = coefficients[coefficient.value] { return line.written(known) }
        var cell = ReportLine()
        cell.ready(words.decimal(coefficient))
        coefficients[coefficient.value] = cell.bytes
        line.written(cell.bytes)
    }

    private mutating func writeNote(of values: PersonRecord, isInReview: Bool) {
        let hasUnknownGender = values.gender == nil && values.birthDate != nil
        guard hasUnknownGender || isInReview else { return write(values.note) }
        var notes: [String] = []
        if hasUnknownGender { notes.append(unknownGender) }
        if isInReview { notes.append(inReview) }
        if !values.note.isNone { notes.append(consolidation.register.pool[values.note]) }
        line.text(notes.joined(separator: "; "))
    }
}
