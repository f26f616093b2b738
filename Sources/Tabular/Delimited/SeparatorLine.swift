// Excel's own word on the delimiter: a first line `sep=;`, which is no row.

/// The first line of a text where it is `sep=` and a delimiter, in quotes or not.
struct SeparatorLine: Equatable {
    let delimiter: UInt8
    /// Bytes up to the beginning of the next line.
    let length: Int

    init?(_ text: [UInt8]) {
        var position = 0
        let isQuoted = text.first == Byte.doubleQuote
        if isQuoted { position = 1 }
        for byte in "sep=".utf8 {
            guard position < text.count, text[position] | 0x20 == byte | 0x20 else { return nil }
            position += 1
        }
        guard position < text.count, text[position] < 0x80, text[position] != Byte.lineFeed else { return nil }
        delimiter = text[position]
        guard delimiter != Byte.carriageReturn, delimiter != Byte.doubleQuote else { return nil }
        position += 1
        if isQuoted, position < text.count, text[position] == Byte.doubleQuote { position += 1 }
        // Excel pads the line like any other when it saves it again.
        while position < text.count, text[position] == delimiter || text[position] == Byte.space { position += 1 }
        if position < text.count {
            guard text[position] == Byte.lineFeed || text[position] == Byte.carriageReturn else { return nil }
            let isReturn = text[position] == Byte.carriageReturn
            position += 1
            if isReturn, position < text.count, text[position] == Byte.lineFeed { position += 1 }
        }
        length = position
    }
}
