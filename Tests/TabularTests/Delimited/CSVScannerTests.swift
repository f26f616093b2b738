// The scanner: quotes, line ends, limits, and the same rows however the text is cut into chunks.

import Testing

@testable import Tabular

@Suite("Delimited text is cut into rows")
struct CSVScannerTests {
    /// Reads text in chunks of a size; a row is its cells.
    private func rows(
        _ text: String, _ dialect: Dialect = .rfc4180, columns: Int = 0, chunk: Int = .max,
        limits: ReadingLimits = ReadingLimits()
    ) throws -> [[String]] {
        let source = MemorySource(Array(text.utf8), chunk: chunk)
        let detected = DetectedDialect(dialect, columns: columns)
        let decoded = try DecodedText(source, as: DetectedEncoding(EncodingGuess(.utf8, confidence: 1)))
        var reader = DelimitedReader(text: decoded, detected: detected, limits: limits)
        var rows: [[String]] = []
        try reader.read { batch, _ in
            for index in 0..<batch.count {
                #expect(batch[index].number == UInt32(rows.count + 1))
                rows.append(batch[index].texts)
            }
        }
        return rows
    }

    static let texts: [(String, [[String]])] = [
        ("a,b\r\nc,d\r\n", [["a", "b"], ["c", "d"]]),
        ("a,b\nc,d", [["a", "b"], ["c", "d"]]),
        ("a,b\rc,d\r", [["a", "b"], ["c", "d"]]),
        ("a,,\n,,\n", [["a", "", ""], ["", "", ""]]),
        ("a\n\n\r\nb", [["a"], [], [], ["b"]]),
        ("", []),
        ("a,", [["a", ""]]),
        ("\"\"", [[""]]),
        ("\"a,b\",c", [["a,b", "c"]]),
        ("\"a\nb\",c\nd", [["a\nb", "c"], ["d"]]),
        ("\"a\r\nb\",c", [["a\r\nb", "c"]]),
        ("\"a \"\"b\"\" c\",\"\"\"d\"\"\"", [["a \"b\" c", "\"d\""]]),
        // Careless quotes.
        ("Nhà \"Văn hóa\",x", [["Nhà \"Văn hóa\"", "x"]]),
        ("\"Tổ \"Một\" thôn\",x", [["Tổ \"Một\" thôn", "x"]]),
        ("\"Tổ \"Một\"\",x", [["Tổ \"Một\"", "x"]]),
        ("\"a\"b\"c\"d\",x\ny", [["a\"b\"c\"d", "x"], ["y"]]),
        ("\"a\"bc,x", [["abc", "x"]]),
        ("\"a\" ,\"x\"", [["a ", "x"]]),
        ("\"a\"b,\"c\"", [["ab", "c"]]),
        ("=\"0123\",\"=\"\"0456\"\"\"", [["=\"0123\"", "=\"0456\""]]),
        ("Lò Văn Pâng,12\nVàng A Dế,7", [["Lò Văn Pâng", "12"], ["Vàng A Dế", "7"]]),
    ]

    @Test("RFC 4180 and careless quotes, whatever the chunks", arguments: [1, 2, 3, 7, 4_096])
    func chunks(size: Int) throws {
        for (text, expected) in Self.texts {
            #expect(try rows(text, chunk: size) == expected, "\(text.debugDescription)")
        }
    }

    @Test("a long text gives the same rows for every size of chunk", arguments: [1, 2, 3, 7, 61, 4_096])
    func longText(size: Int) throws {
        var text = ""
        var expected: [[String]] = []
        for index in 0..<300 {
            let cells = [
                "\(index)", "Nguyễn Văn \(index)", index % 7 == 0 ? "Tổ \"\(index)\", phường\r\nA" : "", "3,99",
            ]
            var writer = CSVWriter()
            writer.append(cells)
            text += String(decoding: writer.bytes, as: UTF8.self)
            expected.append(cells)
        }
        #expect(try rows(text, columns: 4, chunk: size) == expected)
    }

    @Test("a ditto mark is text where it gives the row its usual width", arguments: [1, 5, 4_096])
    func dittoMarks(chunk: Int) throws {
        let text = "1;Lò A;Phòng\n2;Lò B;\"\n3;\";Sở\n4;\";\";x\n5;\";\"\n"
        let dialect = Dialect(delimiter: UInt8(ascii: ";"))
        let expected = [
            ["1", "Lò A", "Phòng"], ["2", "Lò B", "\""], ["3", "\"", "Sở"], ["4", ";", "x"], ["5", "\"", "\""],
        ]
        #expect(try rows(text, dialect, columns: 3, chunk: chunk) == expected)
    }

    /// What it is, text, and the rows that a careful reader sees; most rows have three cells.
    static let slips: [(what: String, text: String, rows: [[String]])] = [
        (
            "an extra quote in an empty last cell, before a row with a quoted comma",
            "1,a,\"\n2,\"b, c\",\n3,d,\n", [["1", "a", "\""], ["2", "b, c", ""], ["3", "d", ""]]
        ),
        (
            "the same before a quoted line break", "1,a,\"\r\n2,\"b\r\nc\",\r\n",
            [["1", "a", "\""], ["2", "b\r\nc", ""]]
        ),
        ("the same before blank lines", "1,a,\"\n\n2,b,c\n", [["1", "a", "\""], [], ["2", "b", "c"]]),
        ("the same in the last row", "1,a,b\n2,c,\"\n", [["1", "a", "b"], ["2", "c", "\""]]),
        (
            "a quoted cell that begins with a line break", "1,a,\"\nb\"\n2,c,d\n",
            [["1", "a", "\nb"], ["2", "c", "d"]]
        ),
        (
            "a quote that nobody doubled before the closing one",
            "1,\"Round 48\"\",\"a, b\"\n2,c,\"5\"\"\n", [["1", "Round 48\"", "a, b"], ["2", "c", "5\""]]
        ),
        ("a doubled quote before a quoted comma", "1,\"Round 48\"\",c\",d\n", [["1", "Round 48\",c", "d"]]),
        (
            "a doubled quote before a quoted line break", "1,a,\"b\"\"\nc\"\n2,d,e\n",
            [["1", "a", "b\"\nc"], ["2", "d", "e"]]
        ),
        (
            "a quote that opens a bare cell before quoted ones", "\"1,a,\"b, c\"\n2,\"d,\"e\"\n",
            [["\"1", "a", "b, c"], ["2", "\"d", "e"]]
        ),
    ]

    @Test("stray quotes cost no row and no cell", arguments: slips, [1, 3, 4_096])
    func strayQuotes(example: (what: String, text: String, rows: [[String]]), chunk: Int) throws {
        #expect(try rows(example.text, columns: 3, chunk: chunk) == example.rows, "\(example.what)")
    }

    @Test("a backslash escapes where the dialect says so", arguments: [1, 4_096])
    func escapes(chunk: Int) throws {
        let dialect = Dialect(escape: UInt8(ascii: "\\"))
        let text = "\"a \\\"b\\\", c\",d\\,e\nC:\\x,\"y\\\\\"\n"
        #expect(try rows(text, dialect, chunk: chunk) == [["a \"b\", c", "d,e"], ["C:\\x", "y\\"]])
    }

    @Test("blanks before an opening quote go where the dialect says so", arguments: [1, 4_096])
    func blanksBeforeQuotes(chunk: Int) throws {
        let dialect = Dialect(skipsBlanksBeforeQuote: true)
        #expect(try rows("\"a\",  \"b, c\", d\n", dialect, chunk: chunk) == [["a", "b, c", " d"]])
    }

    @Test("text without a delimiter is one cell a row")
    func singleColumn() throws {
        #expect(try rows("a, b\nc; d\n", Dialect(delimiter: nil)) == [["a, b"], ["c; d"]])
    }

    /// Text, columns, and where its open quote is.
    static let openQuotes: [(String, Int, Int, Int)] = [
        ("a,b\n1,\"Lò A,2\n3,Lò B,4\n", 3, 2, 3),
        ("\"a", 0, 1, 1),
        ("Lò Văn,\"x\"\"y\",\"z\nu", 0, 1, 15),
        ("\"a\nb\",\"c\n", 0, 2, 4),
        // The next quote opens another cell: the rows between must not melt into one.
        ("1,\"Lò A,2\n3,\"Lò, B\",4\n", 3, 1, 3),
        ("1,\"Lò A,2\n3,\"Lò B,4\n5,6,7", 3, 1, 3),
        ("1,2,3,4\n1,\"Lò A,3,4\n1,Lò \"B\",3,4\n1,2,3,4\n", 4, 2, 3),
    ]

    @Test("an open quote that swallows rows is refused, with its place", arguments: openQuotes, [1, 4_096])
    func openQuote(example: (text: String, columns: Int, line: Int, column: Int), chunk: Int) {
        #expect(throws: RefusedFile(.unclosedQuote, line: example.line, column: example.column)) {
            try rows(example.text, columns: example.columns, chunk: chunk)
        }
    }

    @Test("a row of one cell among many is that cell, a blank line is none", arguments: [1, 64, 100, 4_096])
    func rowsOfOneCell(chunk: Int) throws {
        let block = ["a,b,c", "I. CÁN BỘ", "", "d,e,f", "Tổng cộng: 2 người", "g", ""]
        let lines = Array(repeating: block, count: 20).joined()
        let expected = lines.map { $0.isEmpty ? [] : $0.split(separator: ",").map(String.init) }
        #expect(try rows(lines.map { $0 + "\n" }.joined(), chunk: chunk) == expected)
        #expect(try rows(lines.map { $0 + "\r\n" }.joined(), chunk: chunk) == expected)
    }

    @Test("limits are refused with their numbers")
    func limits() {
        var limits = ReadingLimits()
        limits.columns = 3
        limits.cellBytes = 5
        #expect(throws: RefusedFile(.limitColumns, line: 2, detail: "3")) { try rows("a\n,,,\n", limits: limits) }
        #expect(throws: RefusedFile(.limitCell, line: 1, detail: "5")) { try rows("abcdef,x\n", limits: limits) }
        #expect(throws: RefusedFile(.unclosedQuote, line: 1, column: 1)) { try rows("\"a\nbcdef", limits: limits) }
    }

    @Test("the lines of small CSV are physical lines")
    func lines() throws {
        let text = "\u{FEFF}a,b\r\n\"x\r\ny\",1\r\n\r\nz,2"
        let rows = try CSVText.rows(of: Array(text.utf8))
        #expect(rows.map(\.line) == [1, 2, 4, 5])
        #expect(rows.map(\.cells) == [["a", "b"], ["x\r\ny", "1"], [], ["z", "2"]])
    }
}

@Suite("Long rows of plain cells")
struct CSVScannerPlainTests {
    /// Rows as long as several blocks of the straight road, with what leads off it strewn in.
    static let text: String = (0..<200).map { row in
        let special = ["x", "\"a,\"\"b\"\"\"", "", "\"hai\ndòng\"", "5\" ống", "Điện Biên"][row % 6]
        return "\(row),Nguyễn Văn A,,\(special),\(String(repeating: "ộ", count: row % 50))"
            + ["\r\n", "\n", "\r", "\r\n\n"][row % 4]
    }.joined()

    @Test("are the same rows in chunks of any size", arguments: [1, 7, 63, 64, 97, 160, 1_000])
    func chunks(size: Int) throws {
        let bytes = Array(Self.text.utf8)
        let whole = try Self.rows(of: bytes, chunk: bytes.count)
        #expect(whole.count == 250)
        #expect(whole.filter { !$0.isEmpty }.allSatisfy { $0.count == 5 })
        #expect(try Self.rows(of: bytes, chunk: size) == whole)
    }

    @Test("know the line of what they refuse")
    func refusal() {
        var limits = ReadingLimits()
        limits.columns = 5
        let bytes = Array((String(repeating: "1,2,3,4,5\n", count: 60) + "1,2,3,4,5,6\n" + Self.text).utf8)
        #expect(throws: RefusedFile(.limitColumns, line: 61, detail: "5")) {
            try Self.rows(of: bytes, chunk: bytes.count, limits)
        }
    }

    private static func rows(of bytes: [UInt8], chunk: Int, _ limits: ReadingLimits = ReadingLimits()) throws
        -> [[String]]
    {
        var scanner = CSVScanner(dialect: .rfc4180, limits: limits, rowsPerBatch: 50)
        var rows: [[String]] = []
        var batch = RowBatch(sheet: 0)
        var start = 0
        var end = 0
        repeat {
            end = min(bytes.count, end + chunk)
            var isFull = false
            repeat {
                start += try bytes.withUnsafeBufferPointer { all throws(RefusedFile) in
                    try scanner.scan(
                        UnsafeBufferPointer(rebasing: all[start..<end]), isLast: end == bytes.count, into: &batch)
                }
                isFull = scanner.isFull(batch, bytes: batch.byteCount)
                if isFull || end == bytes.count {
                    rows += (0..<batch.count).map { batch[$0].texts }
                    batch.removeAll()
                }
            } while isFull
        } while end < bytes.count
        return rows
    }
}
