// Two small tables, polluted in every way that is met in open data: delimiters, quotes, escapes, line ends, encodings,
// titles, notes, headings of several rows or none, ragged rows, several tables.

extension PollutedFile {
    private static let salesHeading = ["Date", "Time", "Qty", "Article", "Price", "Name", "Comment"]
    private static let salesRows = [
        ["28/01/2018", "00:00", "2", "MG-8769", "$1,074.69", "Boots, \"high\"", ""],
        ["29/01/2018", "00:15", "0", "RI-3895", "$29.81", "Light-Up Jacket", "sold\nout"],
        ["30/01/2018", "00:30", "1", "RI-8070", "$80.08", "Men's Trail Shoes", ""],
        ["31/01/2018", "00:45", "1", "RI-9546", "$25.55", "Switch Fly Rods", "new; see p. 3"],
        ["13/02/2018", "01:00", "9", "CC-9259", "$48.00", "Throw Pillow", ""],
    ]
    private static let salesTable = [salesHeading] + salesRows

    private static let gaugeHeading = ["River", "Station", "Level", "Since"]
    private static let gaugeRows = [
        ["Nậm Rốm", "Bản Yên", "12,5", "1998"], ["Nậm Núa", "Pa Thơm", "8,75", "2004"],
        ["Đà", "Mường Lay", "151", "1961"], ["Nậm Mức", "", "7,2", "2011"],
    ]
    private static let gaugeTable = [gaugeHeading] + gaugeRows

    /// Rows as text; cells are quoted where `quotes` says so, with the quote inside escaped.
    private static func text(
        _ rows: [[String]], by delimiter: String = ",", quote: String = "\"", escape: String = "\"",
        ending: String = "\r\n",
        quotes: (String) -> Bool = { _ in true }
    ) -> String {
        rows.map { row in
            row.map { cell in
                guard quotes(cell) else { return cell }
                return quote + cell.replacing(quote, with: escape + quote) + quote
            }.joined(separator: delimiter) + ending
        }.joined()
    }

    /// Quotes for none but the cells that need them.
    private static func bare(_ rows: [[String]], by delimiter: String = ",", ending: String = "\n") -> String {
        text(rows, by: delimiter, ending: ending) { $0.contains(delimiter) || $0.contains("\"") || $0.contains("\n") }
    }

    static let sales: [PollutedFile] = [
        PollutedFile("as it should be", text(salesTable), salesTable),
        PollutedFile("with bare cells", bare(salesTable), salesTable),
        PollutedFile("without a last line end", String(text(salesTable).dropLast()), salesTable),
        PollutedFile("with blank lines at the end", text(salesTable) + "\r\n\r\n", salesTable),
        PollutedFile("with LF", text(salesTable, ending: "\n"), salesTable),
        PollutedFile("with CR", text(salesTable, ending: "\r"), salesTable),
        PollutedFile("with mixed line ends", text([salesHeading], ending: "\n") + text(salesRows), salesTable),
        PollutedFile("with semicolons", text(salesTable, by: ";"), salesTable),
        PollutedFile("with tabs", bare(salesTable, by: "\t"), salesTable),
        PollutedFile("with bars", text(salesTable, by: "|"), salesTable),
        PollutedFile("with blanks", text(salesTable, by: " "), salesTable),
        PollutedFile("with a comma and a blank, quoted", text(salesTable, by: ", "), salesTable),
        PollutedFile("with a comma and a blank, bare", bare(salesTable, by: ", "), salesTable),
        PollutedFile("with doubled semicolons", text(salesTable, by: ";;"), salesTable),
        PollutedFile("with doubled semicolons, bare", bare(salesTable, by: ";;"), salesTable),
        PollutedFile("with apostrophes for quotes", text(salesTable, quote: "'", escape: "'"), salesTable),
        PollutedFile("with backslashes", text(salesTable, escape: "\\"), salesTable),
        PollutedFile("with a sep= line", "sep=;\r\n" + text(salesTable, by: ";"), salesTable),
        PollutedFile(
            "in UTF-16", bytes: [0xFF, 0xFE] + text(salesTable).utf16.flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] },
            salesTable),
        PollutedFile("with a byte-order mark", "\u{FEFF}" + text(salesTable), salesTable),
        PollutedFile("under a title and a blank line", "Sales of the shop\r\n\r\n" + text(salesTable), salesTable),
        PollutedFile("under titles alone", "Sales of the shop\r\nFirst quarter\r\n" + text(salesTable), salesTable),
        PollutedFile(
            "under titles with delimiters", text([["Sales of the shop"] + blanks(6), blanks(7)]) + text(salesTable),
            salesTable),
        PollutedFile("under names and values", "Shop,North\r\nYear,2018\r\n\r\n" + text(salesTable), salesTable),
        PollutedFile("above a note", text(salesTable) + "\r\nSource: own books\r\n", salesTable),
        PollutedFile(
            "above a note with delimiters", text(salesTable + [["Source: own books"] + blanks(6)]), salesTable),
        PollutedFile("without a heading", text(salesRows), salesRows),
        PollutedFile("with nothing but a heading", text([salesHeading]), [salesHeading]),
        PollutedFile("with a single row", text(Array(salesTable.prefix(2))), Array(salesTable.prefix(2))),
        PollutedFile(
            "with a heading of two lines",
            text([["Sale", "Sale", "Items", "Article", "Item", "Item", "Own"]] + salesTable),
            [["Sale Date", "Sale Time", "Items Qty", "Article Article", "Item Price", "Item Name", "Own Comment"]]
                + salesRows),
        PollutedFile(
            "with a heading of two lines and a single row", text([salesHeading] + salesTable[..<2]),
            [salesHeading.map { $0 + " " + $0 }, salesRows[0]]),
        PollutedFile(
            "with a heading that was never cut", text([salesHeading], by: " ") + text(salesRows),
            [[#"Date" "Time" "Qty" "Article" "Price" "Name" "Comment"#]] + salesRows),
        PollutedFile(
            "with a last row that was never cut", bare(salesTable) + "14/02/2018 01:15 9 CC-9260 $48.00 Pillow\n",
            salesTable + [["14/02/2018 01:15 9 CC-9260 $48.00 Pillow"]]),
        PollutedFile(
            "with an extra quote in an empty cell at a row's end",
            bare(Array(salesTable[..<2])).dropLast() + "\"\n" + text(Array(salesTable[2...]), ending: "\n"),
            [salesHeading, salesRows[0].dropLast() + ["\""]] + salesRows[1...]),
        PollutedFile(
            "with quotes that nobody doubled", text(salesTable, escape: ""), salesTable),
        PollutedFile(
            "with a cell too many", text(Array(salesTable[..<3]) + [salesRows[2] + ["x"]] + salesRows[3...]),
            Array(salesTable[..<3]) + [salesRows[2] + ["x"]] + salesRows[3...]),
        PollutedFile(
            "with a cell too few", text(Array(salesTable[..<3]) + [Array(salesRows[2].dropLast())] + salesRows[3...]),
            Array(salesTable[..<3]) + [Array(salesRows[2].dropLast())] + salesRows[3...]),
        PollutedFile(
            "with a short heading", text([Array(salesHeading.dropLast())] + salesRows),
            [Array(salesHeading.dropLast())] + salesRows),
        PollutedFile(
            "with a blank line inside", text(Array(salesTable[..<3])) + "\r\n" + text(Array(salesTable[3...])),
            salesTable),
        PollutedFile(
            "above a second table", text(salesTable) + "\r\n" + bare(gaugeTable, ending: "\r\n"), salesTable),
        PollutedFile(
            "asked for the second table", text(salesTable) + "\r\n" + text(gaugeTable), table: 2, gaugeTable),
        PollutedFile(
            "asked for a second table without a blank line", text(salesTable) + text(gaugeTable), table: 2, gaugeTable),
    ]

    static let gauges: [PollutedFile] = [
        PollutedFile("as it should be", text(gaugeTable), gaugeTable),
        PollutedFile("with semicolons and decimal commas", bare(gaugeTable, by: ";"), gaugeTable),
        PollutedFile(
            "with a second line of units", bare([gaugeHeading, ["", "", "m", ""]] + gaugeRows, by: ";"),
            [["River", "Station", "Level m", "Since"]] + gaugeRows),
        PollutedFile(
            "with groups", bare([["Place", "", "Reading", ""], gaugeHeading] + gaugeRows, by: ";"),
            [["Place River", "Place Station", "Reading Level", "Reading Since"]] + gaugeRows),
        PollutedFile(
            "with sub-headings",
            bare([["River", "Station", "Values", ""], ["", "", "Level", "Since"]] + gaugeRows, by: ";"),
            [["River", "Station", "Values Level", "Values Since"]] + gaugeRows),
        PollutedFile(
            "with sub-headings below a blank row",
            bare([["River", "Station", "Values", ""], blanks(4), ["", "", "Level", "Since"]] + gaugeRows, by: ";"),
            [["River", "Station", "Values Level", "Values Since"]] + gaugeRows),
        PollutedFile(
            "with cells that go on in the rows below, the last row among them",
            bare(
                [gaugeHeading, gaugeRows[0], ["", "Pa Bản", "", ""]] + gaugeRows[1...] + [["", "Nậm Mu", "", ""]],
                by: ";"),
            [gaugeHeading, gaugeRows[0], ["", "Pa Bản", "", ""]] + gaugeRows[1...] + [["", "Nậm Mu", "", ""]]),
        PollutedFile(
            "with columns that nobody filled", bare(gaugeTable.map { $0 + blanks(6) }, by: ";"),
            gaugeTable.map { $0 + blanks(6) }),
        PollutedFile(
            "with numbered columns", bare([gaugeHeading, ["(1)", "(2)", "(3)", "(4)"]] + gaugeRows, by: ";"), gaugeTable
        ),
        PollutedFile(
            "with the heading again", bare(Array(gaugeTable[..<3]) + [gaugeHeading] + gaugeTable[3...], by: ";"),
            gaugeTable),
        PollutedFile(
            "with a total", bare(gaugeTable + [["Total", "", "179,45", ""]], by: ";"),
            gaugeTable + [["Total", "", "179,45", ""]]),
        PollutedFile(
            "with years for a heading", bare([["River", "2022", "2023"], ["Đà", "4", "5"], ["Mã", "6", "7"]]),
            [["River", "2022", "2023"], ["Đà", "4", "5"], ["Mã", "6", "7"]]),
        PollutedFile(
            "of words alone", "Name,Town\nAnna,Ulm\nBen,Jena\n",
            [["Name", "Town"], ["Anna", "Ulm"], ["Ben", "Jena"]]),
        PollutedFile("of one column", "Level\n12\n\n14\n", [["Level"], ["12"], ["14"]]),
        PollutedFile("that is no table", "Dear all,\n\nsee below.\n", [["Dear all", ""], ["see below."]]),
        PollutedFile(
            "with blanks that belong to cells", "a, b,c \n 1,2, 3\n4,5,6\n",
            [["a", " b", "c "], [" 1", "2", " 3"], ["4", "5", "6"]]),
        PollutedFile(
            "signed", bare(gaugeTable, by: ";") + ";;Điện Biên, May 2025;\nMade by;;;Head\n", gaugeTable),
    ]

    private static func blanks(_ count: Int) -> [String] { Array(repeating: "", count: count) }
}
