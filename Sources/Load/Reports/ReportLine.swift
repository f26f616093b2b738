// One row of a report as bytes, written cell by cell: RFC 4180 quoting, text safe for Excel, CRLF at the end.

/// A row of a report while it is being written; used again for the next row, so that its memory is asked for once.
struct ReportLine {
    private(set) var bytes: [UInt8] = []
    private var isFirst = true
    private var scratch: [UInt8] = []

    /// Begins the next row.
    mutating func clear() {
        bytes.removeAll(keepingCapacity: true)
        isFirst = true
    }

    mutating func empty() { beginCell() }

    /// A whole number.
    mutating func number(_ number: Int) {
        beginCell()
        append(number)
    }

    /// Text, made safe for Excel.
    mutating func text(_ text: UnsafeBufferPointer<UInt8>) {
        beginCell()
        guard let first = text.first, let last = text.last else { return }
        let marks = Self.marks(in: text)
        let isNumberLike = (0x30...0x39).contains(first) || first == UInt8(ascii: "(")
        if marks == 0, !isNumberLike, first != 0x20, last != 0x20 { return bytes.append(contentsOf: text) }
        scratch.removeAll(keepingCapacity: true)
        if marks & Self.danger == 0, !isNumberLike {
            scratch.append(contentsOf: text)
        } else {
            ExcelText.append(text, to: &scratch)
        }
        appendScratch()
    }

    mutating func text(_ text: String) {
        var text = text
        text.withUTF8 { self.text($0) }
    }

    /// Text of which `isPlain` said that it stands as it is.
    mutating func plain(_ text: UnsafeBufferPointer<UInt8>) {
        beginCell()
        bytes.append(contentsOf: text)
    }

    /// Whether a text needs neither quotation marks nor a sign that keeps Excel from misreading it.
    static func isPlain(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        guard let first = text.first, let last = text.last else { return true }
        let isNumberLike = (0x30...0x39).contains(first) || first == UInt8(ascii: "(")
        return marks(in: text) == 0 && !isNumberLike && first != 0x20 && last != 0x20
    }

    /// What is already written as it shall stand, and cannot become a formula: a date, a decimal number, a percentage.
    mutating func ready(_ text: UnsafeBufferPointer<UInt8>) {
        beginCell()
        scratch.removeAll(keepingCapacity: true)
        scratch.append(contentsOf: text)
        appendScratch()
    }

    mutating func ready(_ text: String) {
        var text = text
        text.withUTF8 { ready($0) }
    }

    /// A cell that was written before, quotation marks and all.
    mutating func written(_ cell: [UInt8]) {
        beginCell()
        bytes.append(contentsOf: cell)
    }

    /// A partial ISO 8601 date, day first: `05/03/1980`, `03/1980`, `1980`.
    mutating func date(_ iso: UnsafeBufferPointer<UInt8>) {
        if iso.count == 10, iso[4] == UInt8(ascii: "-"), iso[7] == UInt8(ascii: "-") {
            beginCell()
            bytes.append(contentsOf: iso[8...])
            bytes.append(UInt8(ascii: "/"))
            bytes.append(contentsOf: iso[5..<7])
            bytes.append(UInt8(ascii: "/"))
            return bytes.append(contentsOf: iso[..<4])
        }
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: iso.count) { dayFirst in
            var next = 0
            for part in iso.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false).reversed() {
                if next > 0 {
                    dayFirst[next] = UInt8(ascii: "/")
                    next += 1
                }
                for byte in part {
                    dayFirst[next] = byte
                    next += 1
                }
            }
            let text = UnsafeBufferPointer(rebasing: UnsafeBufferPointer(dayFirst)[0..<next])
            if next == 10 { ready(text) } else { self.text(text) }
        }
    }

    /// A whole date, day first, from numbers.
    mutating func date(year: Int, month: Int, day: Int) {
        beginCell()
        append(day, width: 2)
        bytes.append(UInt8(ascii: "/"))
        append(month, width: 2)
        bytes.append(UInt8(ascii: "/"))
        append(year, width: 4)
    }

    /// An identity number, with its leading zeros.
    mutating func digits(_ number: UInt64, width: Int) {
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: width) { digits in
            var rest = number
            for index in digits.indices.reversed() {
                digits[index] = UInt8(ascii: "0") + UInt8(rest % 10)
                rest /= 10
            }
            text(UnsafeBufferPointer(digits))
        }
    }

    /// A number that is a name, such as an id: text, so that Excel shows all its digits.
    mutating func identifier(_ number: UInt64) {
        var (rest, width) = (number / 10, 1)
        while rest > 0 {
            rest /= 10
            width += 1
        }
        digits(number, width: width)
    }

    /// Ends the row with CRLF.
    mutating func end() {
        bytes.append(0x0D)
        bytes.append(0x0A)
    }

    private mutating func beginCell() {
        if isFirst { isFirst = false } else { bytes.append(UInt8(ascii: ",")) }
    }

    private mutating func append(_ number: Int, width: Int = 1) {
        if number < 0 { bytes.append(UInt8(ascii: "-")) }
        var (rest, digits) = (number.magnitude, 0)
        repeat {
            scratchDigits[digits] = UInt8(ascii: "0") + UInt8(rest % 10)
            rest /= 10
            digits += 1
        } while rest > 0 || digits < width
        while digits > 0 {
            digits -= 1
            bytes.append(scratchDigits[digits])
        }
    }

    private var scratchDigits = InlineArray<20, UInt8>(repeating: 0)

    /// Appends what is in `scratch`, between quotation marks where it needs them.
    private mutating func appendScratch() {
        let marks = scratch.withUnsafeBufferPointer { Self.marks(in: $0) }
        guard marks & Self.quoting != 0 || scratch.first == 0x20 || scratch.last == 0x20 else {
            return bytes.append(contentsOf: scratch)
        }
        bytes.append(UInt8(ascii: "\""))
        if marks & Self.quotation == 0 {
            bytes.append(contentsOf: scratch)
        } else {
            for byte in scratch {
                if byte == UInt8(ascii: "\"") { bytes.append(byte) }
                bytes.append(byte)
            }
        }
        bytes.append(UInt8(ascii: "\""))
    }

    private static let quoting: UInt8 = 1
    private static let danger: UInt8 = 2
    private static let quotation: UInt8 = 4

    /// What the bytes of a text ask for together.
    private static func marks(in text: UnsafeBufferPointer<UInt8>) -> UInt8 {
        marks.withUnsafeBufferPointer { marks in
            var found: UInt8 = 0
            for byte in text { found |= marks[Int(byte)] }
            return found
        }
    }

    /// What each byte asks for: quotation marks, a look at whether Excel would misread the text.
    private static let marks: [UInt8] = (0...255).map { (byte: UInt8) in
        var mark: UInt8 = 0
        if [0x2C, 0x3B, 0x22, 0x09, 0x0A, 0x0D].contains(byte) { mark |= quoting }
        if byte == UInt8(ascii: "\"") { mark |= quotation }
        if ExcelText.isDangerous(byte) || byte == 0xEF { mark |= danger }
        return mark
    }
}
