// What is bound to the columns of a row, whichever way the row goes into its table.

import Personnel

/// Takes the values of a row, column by column, and inserts it.
///
/// Columns are numbered from 1 in the order in which they were named, and bound in that order. Whether a binding stays
/// for the next row is for each way to say.
protocol RowBinder: AnyObject {
    func bindNull(_ column: Int32)
    func bindInteger(_ column: Int32, _ number: Int64)
    func bindReal(_ column: Int32, _ number: Double)
    /// Binds text from its bytes, which are copied; the empty text for an empty buffer.
    func bind(_ column: Int32, utf8 bytes: UnsafeBufferPointer<UInt8>)
    /// Inserts one row with what is bound.
    func insert() throws(LoadError)
}

extension RowBinder {
    func bind(_ column: Int32, _ number: Int64) { bindInteger(column, number) }

    func bind(_ column: Int32, _ number: (some BinaryInteger)?) {
        if let number { bindInteger(column, Int64(number)) } else { bindNull(column) }
    }

    func bind(_ column: Int32, _ number: Double?) {
        if let number { bindReal(column, number) } else { bindNull(column) }
    }

    func bind(_ column: Int32, _ number: Hundredths?) { bind(column, number.map { Double($0.value) / 100 }) }

    func bind(_ column: Int32, _ text: String?) {
        guard let text else { return bindNull(column) }
        // Where the text lies in one piece, as it nearly always does, nothing is copied.
        if text.utf8.withContiguousStorageIfAvailable({ bind(column, utf8: $0) }) != nil { return }
        var copy = text
        copy.withUTF8 { bind(column, utf8: $0) }
    }

    /// Binds a text of the pool; NULL for the empty text.
    func bind(_ column: Int32, _ code: TextCode, of pool: borrowing TextPool) {
        if code.isNone { return bindNull(column) }
        pool.withUTF8(of: code) { bind(column, utf8: $0) }
    }

    /// Binds a text of a pool that is lent; NULL for the empty text.
    func bind(_ column: Int32, _ code: TextCode, of texts: TextPool.Loan) {
        if code.isNone { bindNull(column) } else { bind(column, utf8: texts[code]) }
    }

    /// Binds a date as partial ISO 8601, as long as it is known.
    func bind(_ column: Int32, _ date: PartialDate?) {
        guard let date else { return bindNull(column) }
        let (year, month, day) = (date.year, date.month, date.day)
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 10) { buffer in
            writeDigits(UInt64(year), into: UnsafeMutableBufferPointer(rebasing: buffer[0..<4]))
            buffer[4] = UInt8(ascii: "-")
            writeDigits(UInt64(month ?? 0), into: UnsafeMutableBufferPointer(rebasing: buffer[5..<7]))
            buffer[7] = UInt8(ascii: "-")
            writeDigits(UInt64(day ?? 0), into: UnsafeMutableBufferPointer(rebasing: buffer[8..<10]))
            let length = day != nil ? 10 : month != nil ? 7 : 4
            bind(column, utf8: UnsafeBufferPointer(rebasing: UnsafeBufferPointer(buffer)[0..<length]))
        }
    }

    /// Binds a number as text of so many digits, with leading zeros.
    func bind(_ column: Int32, digits number: UInt64, width: Int) {
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: width) { buffer in
            writeDigits(number, into: buffer)
            bind(column, utf8: UnsafeBufferPointer(buffer))
        }
    }

    func bind(_ column: Int32, _ number: CitizenID?) {
        if let number { bind(column, digits: number.number, width: 12) } else { bindNull(column) }
    }

    func bind(_ column: Int32, _ number: OldCitizenID?) {
        if let number { bind(column, digits: UInt64(number.number), width: 9) } else { bindNull(column) }
    }
}

private func writeDigits(_ number: UInt64, into buffer: UnsafeMutableBufferPointer<UInt8>) {
    var rest = number
    for index in buffer.indices.reversed() {
        buffer[index] = UInt8(ascii: "0") + UInt8(rest % 10)
        rest /= 10
    }
}
