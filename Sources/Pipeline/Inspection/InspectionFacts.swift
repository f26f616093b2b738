// Facts of a reading in the form that `inspect` shows them.

import Personnel
import Tabular

extension Inspection.DialectFacts {
    init(_ dialect: Dialect) {
        func text(_ byte: UInt8?) -> String? { byte.map { String(decoding: [$0], as: UTF8.self) } }
        self.init(
            delimiter: text(dialect.delimiter), delimiterTail: text(dialect.wideDelimiter.tail),
            quote: text(dialect.quote), escape: text(dialect.escape),
            lineEnding: dialect.lineEnding.rawValue, separatorLine: dialect.hasSeparatorLine)
    }
}

extension Inspection.Total {
    init(_ total: StatedTotal) {
        self.init(
            sheet: Int(total.place.sheet) + 1, row: total.place.row, scope: total.scope.rawValue, name: total.name,
            expected: total.expected, counted: total.counted)
    }
}

extension Inspection.Place {
    init(_ issue: Issue) {
        let place = issue.row
        self.init(
            sheet: place.flatMap { $0.sheet < 0 ? nil : Int($0.sheet) + 1 },
            row: place.flatMap { $0.row == 0 ? nil : $0.row }, field: issue.field?.name)
    }
}

extension Inspection.Table {
    init(_ table: InspectedFile.Table, in file: InspectedFile, columns: [String]) {
        let profile = file.sheets[table.sheet].profile
        let extent = table.found.extent
        self.init(
            table: table.number, sheet: table.sheet + 1, headingRows: table.found.heading.map(profile.number),
            firstRow: profile.number(ofRow: extent.lowerBound), lastRow: profile.number(ofRow: extent.upperBound - 1),
            rows: table.found.rowCount, width: table.found.width, columns: columns)
    }
}
