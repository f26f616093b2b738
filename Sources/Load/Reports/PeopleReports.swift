// Writes the reports that name people one by one, from memory, while the database is being filled with the same people.

import Glibc
public import Personnel

/// Writes the rosters, the duplicates and the people without a place.
///
///     let written = try PeopleReports(consolidation, run: facts, folder: run + "/reports", texts, labels, messages)
///         .writeAll()
///
/// In the order in which people look names up the database would be read from end to end for every line; here people
/// are sorted once, and each roster row, made once, goes into two files. Folders have mode 0700, files 0600.
public struct PeopleReports {
    private let consolidation: Consolidation
    private let head: ReportHead
    private let folder: String
    private let texts: ReportTexts
    private let labels: FieldLabels
    private let messages: IssueMessages

    /// - parameter folder: the reports' folder, made if it is not there; files that are in it are never written over.
    public init(
        _ consolidation: Consolidation, run: RunFacts, folder: String, texts: ReportTexts, labels: FieldLabels,
        messages: IssueMessages
    ) {
        self.consolidation = consolidation
        head = ReportHead(consolidation, run: run)
        self.folder = folder
        self.texts = texts
        self.labels = labels
        self.messages = messages
    }

    /// Writes every report and every roster; answers what was written.
    ///
    /// - throws: `LoadError.file` with the path that failed; that file is then gone.
    public func writeAll() throws -> [WrittenReport] {
        try ReportWriter.makeFolder(folder)
        return try consolidation.register.pool.lend { pool in
            var line = PersonLine(consolidation, pool, texts: texts, labels: labels)
            return try writeAll(PeopleOrder(consolidation), &line)
        }
    }

    private func writeAll(_ order: PeopleOrder, _ line: inout PersonLine) throws -> [WrittenReport] {
        var written = try writeRosters(order, &line)
        try written.append(
            write(DuplicatesReport.report) { paper throws(LoadError) in
                try DuplicatesReport.write(consolidation, order, &line, on: paper)
            })
        try written.append(
            write(UnresolvedReport.report) { paper throws(LoadError) in
                try UnresolvedReport.write(consolidation, order, messages, &line, on: paper)
            })
        return written
    }

    /// Writes a report of one file with its title.
    private func write(
        _ report: Report, _ body: (ReportPaper) throws(LoadError) -> Int
    ) throws -> WrittenReport {
        let name = report.name + ".csv"
        let rows = try ReportFile.write(folder + "/" + name) { file in
            let paper = ReportPaper(texts: texts, report: report, file: file)
            try paper.writeTitle(head)
            return try body(paper)
        }
        return WrittenReport(name: name, rows: rows)
    }

    /// Writes the roster of all units and each unit's own.
    private func writeRosters(_ order: PeopleOrder, _ line: inout PersonLine) throws -> [WrittenReport] {
        let report = RosterReport.report
        return try ReportFile.write(folder + "/" + report.name + ".csv") { file in
            let paper = ReportPaper(texts: texts, report: report, file: file)
            try paper.writeTitle(head)
            try paper.writeHeading(of: RosterReport.part)
            var written = [WrittenReport(name: report.name + ".csv", rows: 0)]
            for (unit, people) in zip(consolidation.newUnits, order.byNewUnit(consolidation)) where !people.isEmpty {
                try ReportWriter.makeFolder(folder + "/" + report.name)
                try paper.writeSection([unit.id, unit.name, String(people.count)])
                let name = report.name + "/" + ReportWriter.fileName(unit.id) + ".csv"
                try ReportFile.write(folder + "/" + name) { own in
                    let ownPaper = ReportPaper(texts: texts, report: report, file: own)
                    try ownPaper.writeTitle(head, of: unit.name)
                    try ownPaper.writeHeading(of: RosterReport.part)
                    try consolidation.people.forEachValues(of: people) { index, person, values in
                        let isInReview = consolidation.assignments.status(ofPerson: person) == .review
                        RosterReport.write(values, isInReview: isInReview, ordinal: index + 1, &line)
                        try file.write(line.cells)
                        try own.write(line.cells)
                    }
                }
                written.append(WrittenReport(name: name, rows: people.count))
                written[0].rows += people.count
            }
            return written
        }
    }
}
