// The rules of UTF-8 (Unicode 15, table 3-7), for one sequence at a time.

/// What stands at a place in bytes that may be UTF-8.
enum UTF8Sequence: Equatable {
    /// A well-formed sequence of so many bytes.
    case valid(Int)
    /// The bytes end before one can tell.
    case incomplete
    case invalid

    /// Judges the bytes from a position on.
    @inline(__always)
    init(_ bytes: UnsafeBufferPointer<UInt8>, at position: Int) {
        let lead = bytes[position]
        var second: ClosedRange<UInt8> = 0x80...0xBF
        let length: Int
        switch lead {
        case 0..<0x80:
            self = .valid(1)
            return
        case 0xC2...0xDF: length = 2
        case 0xE0...0xEF:
            length = 3
            if lead == 0xE0 { second = 0xA0...0xBF }
            if lead == 0xED { second = 0x80...0x9F }
        case 0xF0...0xF4:
            length = 4
            if lead == 0xF0 { second = 0x90...0xBF }
            if lead == 0xF4 { second = 0x80...0x8F }
        default:
            self = .invalid
            return
        }
        guard position + 1 < bytes.count else {
            self = .incomplete
            return
        }
        guard second.contains(bytes[position + 1]) else {
            self = .invalid
            return
        }
        for offset in 2..<max(length, 2) {
            guard position + offset < bytes.count else {
                self = .incomplete
                return
            }
            guard bytes[position + offset] & 0xC0 == 0x80 else {
                self = .invalid
                return
            }
        }
        self = .valid(length)
    }
}
