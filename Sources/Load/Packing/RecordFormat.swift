// How SQLite writes numbers and values into a record: https://www.sqlite.org/fileformat2.html#record_format.

/// SQLite's variable-length integers: seven bits a byte, the highest first, nine bytes at most.
enum Varint {
    static func length(_ number: UInt64) -> Int {
        if number < 1 << 7 { return 1 }
        if number < 1 << 14 { return 2 }
        if number < 1 << 21 { return 3 }
        let bits = 64 - number.leadingZeroBitCount
        return bits > 56 ? 9 : (bits + 6) / 7
    }

    /// Writes a number; answers how many bytes it took.
    @discardableResult
    static func put(_ number: UInt64, at place: UnsafeMutableRawPointer) -> Int {
        let length = length(number)
        var rest = number
        var last = length - 1
        if length == 9 {
            place.storeBytes(of: UInt8(truncatingIfNeeded: rest), toByteOffset: 8, as: UInt8.self)
            rest >>= 8
            last = 7
        }
        for offset in stride(from: last, through: 0, by: -1) {
            let more: UInt8 = offset == length - 1 ? 0 : 0x80
            place.storeBytes(of: UInt8(rest & 0x7F) | more, toByteOffset: offset, as: UInt8.self)
            rest >>= 7
        }
        return length
    }
}

/// The serial types of a record: what a value is and how many bytes it takes.
enum SerialType {
    static let null: UInt64 = 0
    static let real: UInt64 = 7

    static func text(_ count: Int) -> UInt64 { UInt64(count) * 2 + 13 }

    /// The shortest type that holds a whole number.
    static func integer(_ number: Int64) -> UInt64 {
        let bits = 65 - (number < 0 ? ~number : number).leadingZeroBitCount
        switch bits {
        case ...8: return number == 0 ? 8 : number == 1 ? 9 : 1
        case ...16: return 2
        case ...24: return 3
        case ...32: return 4
        case ...48: return 5
        default: return 6
        }
    }

    /// How many bytes a value takes in the body of a record.
    static func size(_ type: UInt64) -> Int {
        switch type {
        case 1...4: Int(type)
        case 5: 6
        case 6, 7: 8
        case 12...: Int(type - 12) / 2
        default: 0
        }
    }
}
