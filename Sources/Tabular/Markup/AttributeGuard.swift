// libxml2 2.9 compares each attribute of a tag with every other: a tag of a million attributes would take an hour.

internal import Glibc

/// Counts the attributes of long tags before the parser sees them, in pieces as the bytes come.
///
/// A tag holds no second `<`, so only runs without one that are long enough for many attributes are looked at closely.
struct AttributeGuard {
    private enum Place {
        case text, bracket, tag
        case value(quote: UInt8)
    }

    private var place = Place.text
    private var attributes = 0

    /// Attributes of a tag: more is no list.
    private static let maximum = 4_000
    /// Bytes in which that many do not fit: `a=""` and a blank take five.
    private static let harmlessBytes = 16 << 10
    private static let bracket = UInt8(ascii: "<")

    /// Takes the next bytes.
    mutating func check(_ bytes: UnsafeBufferPointer<UInt8>) throws(RefusedFile) {
        var start = Self.next(in: bytes, from: 0)
        // The end of the run that the last bytes began.
        try count(bytes[..<start])
        while start < bytes.count {
            let window = min(start + Self.harmlessBytes, bytes.count)
            if let last = bytes[(start + 1)..<window].lastIndex(of: Self.bracket) {
                start = last
                if window < bytes.count { continue }
            }
            let end = Self.next(in: bytes, from: start + 1)
            place = .bracket
            attributes = 0
            try count(bytes[(start + 1)..<end])
            start = end
        }
    }

    /// Where the next `<` stands, or the end.
    private static func next(in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
        guard let base = bytes.baseAddress, start < bytes.count,
            let found = memchr(base + start, Int32(bracket), bytes.count - start)
        else { return bytes.count }
        return UnsafeRawPointer(found) - UnsafeRawPointer(base)
    }

    private mutating func count(_ run: Slice<UnsafeBufferPointer<UInt8>>) throws(RefusedFile) {
        // NULs stand between the letters of UTF-16.
        for byte in run where byte != 0 {
            switch (place, byte) {
            case (.text, _): return
            case (.bracket, UInt8(ascii: "!")), (.bracket, UInt8(ascii: "?")), (.bracket, UInt8(ascii: "/")):
                place = .text
            case (.bracket, _): place = .tag
            case (.tag, UInt8(ascii: ">")): place = .text
            case (.tag, UInt8(ascii: "\"")), (.tag, UInt8(ascii: "'")): place = .value(quote: byte)
            case (.tag, UInt8(ascii: "=")):
                attributes += 1
                if attributes > Self.maximum { throw RefusedFile(.limitColumns, detail: String(Self.maximum)) }
            case (.value(let quote), _) where quote == byte: place = .tag
            default: break
            }
        }
    }
}
