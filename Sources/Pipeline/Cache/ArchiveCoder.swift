// Numbers and texts to bytes and back, for the cache: one description of a value serves both ways.

import Personnel

/// Visits the parts of a value: a writer reads them, a reader sets them.
///
/// Whoever describes a type visits its parts once, in order; so what is written and what is read can't differ.
protocol ArchiveCoder {
    mutating func number(_ value: inout UInt64)
    mutating func text(_ value: inout String)
    /// Visits every element; a reader first makes as many as were written, all of them `blank`.
    mutating func elements<Element>(
        _ values: inout [Element], blank: Element, _ visit: (inout Self, inout Element) -> Void)
}

extension ArchiveCoder {
    mutating func integer<Value: FixedWidthInteger>(_ value: inout Value) {
        // Negative numbers are few and small: the sign goes into the lowest bit.
        let wide = Int64(truncatingIfNeeded: value)
        var bits = UInt64(bitPattern: (wide << 1) ^ (wide >> 63))
        number(&bits)
        value = Value(truncatingIfNeeded: Int64(bitPattern: bits >> 1) ^ -Int64(bitPattern: bits & 1))
    }

    mutating func code(_ value: inout TextCode) {
        var bits = UInt64(value.rawValue)
        number(&bits)
        value = TextCode(rawValue: UInt32(truncatingIfNeeded: bits))
    }

    /// An optional integer: 0 stands for nil.
    mutating func optional<Value: FixedWidthInteger & UnsignedInteger>(_ value: inout Value?) {
        var bits = value.map { UInt64($0) + 1 } ?? 0
        number(&bits)
        value = bits == 0 ? nil : Value(truncatingIfNeeded: bits - 1)
    }

    mutating func position(_ value: inout Int32?) {
        var bits = value.map { UInt32(bitPattern: $0) }
        optional(&bits)
        value = bits.map { Int32(bitPattern: $0) }
    }

    mutating func text(_ value: inout String?) {
        var isThere: UInt64 = value == nil ? 0 : 1
        number(&isThere)
        var text = value ?? ""
        if isThere == 1 { self.text(&text) }
        value = isThere == 1 ? text : nil
    }

    mutating func texts(_ values: inout [String]) { elements(&values, blank: "") { $0.text(&$1) } }

    mutating func date(_ value: inout PartialDate?) {
        let known = UInt64(value?.packed ?? 0)
        var bits = known
        number(&bits)
        if bits == known { return }
        let packed = Int(truncatingIfNeeded: bits & 0xFFFF_FFFF)
        value = PartialDate(year: packed / 10_000, month: packed / 100 % 100, day: packed % 100)
    }

    mutating func hundredths(_ value: inout Hundredths?) {
        var bits = value.map { UInt32(bitPattern: $0.value) }
        optional(&bits)
        value = bits.map { Hundredths(Int32(bitPattern: $0)) }
    }

    mutating func flag(_ value: inout Bool) {
        var bits: UInt64 = value ? 1 : 0
        number(&bits)
        value = bits == 1
    }

    /// One of a closed list, by its place in it; nil comes first.
    mutating func choice<Value: Equatable>(_ value: inout Value?, of all: [Value]) {
        var bits = value.flatMap { all.firstIndex(of: $0) }.map { UInt64($0) + 1 } ?? 0
        number(&bits)
        value = bits == 0 || bits > all.count ? nil : all[Int(bits) - 1]
    }

    /// One of a closed list; what can't be read is the first.
    mutating func choice<Value: Equatable>(_ value: inout Value, of all: [Value]) {
        var optional: Value? = value
        choice(&optional, of: all)
        value = optional ?? all[0]
    }
}

/// Writes numbers in groups of seven bits, lowest first, and texts after their lengths.
struct ArchiveWriter: ArchiveCoder {
    var bytes: [UInt8]

    /// A writer behind some bytes, with room for about so many more.
    init(after bytes: [UInt8], room: Int) {
        self.bytes = bytes
        self.bytes.reserveCapacity(bytes.count + room)
    }

    mutating func number(_ value: inout UInt64) {
        var rest = value
        while rest >= 0x80 {
            bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
            rest >>= 7
        }
        bytes.append(UInt8(truncatingIfNeeded: rest))
    }

    mutating func text(_ value: inout String) {
        value.withUTF8 { raw($0) }
    }

    mutating func raw(_ text: UnsafeBufferPointer<UInt8>) {
        var count = UInt64(text.count)
        number(&count)
        bytes.append(contentsOf: text)
    }

    mutating func elements<Element>(
        _ values: inout [Element], blank: Element, _ visit: (inout Self, inout Element) -> Void
    ) {
        var count = UInt64(values.count)
        number(&count)
        for value in values {
            var value = value
            visit(&self, &value)
        }
    }
}

/// Reads what `ArchiveWriter` wrote; bytes that end too soon or make no sense set `isDamaged`, and every value after
/// that is empty.
struct ArchiveReader: ArchiveCoder {
    private let bytes: UnsafeRawBufferPointer
    private var next = 0
    private(set) var isDamaged = false

    init(_ bytes: UnsafeRawBufferPointer) { self.bytes = bytes }

    var isAtEnd: Bool { next == bytes.count }

    mutating func number(_ value: inout UInt64) {
        var (result, shift): (UInt64, UInt64) = (0, 0)
        while next < bytes.count, shift < 64 {
            let byte = bytes[next]
            next += 1
            result |= UInt64(byte & 0x7F) << shift
            if byte < 0x80 {
                value = result
                return
            }
            shift += 7
        }
        fail()
        value = 0
    }

    mutating func text(_ value: inout String) {
        value = String(decoding: raw(), as: UTF8.self)
    }

    mutating func raw() -> UnsafeBufferPointer<UInt8> {
        var count: UInt64 = 0
        number(&count)
        guard count <= bytes.count - next else {
            fail()
            return UnsafeBufferPointer(start: nil, count: 0)
        }
        let text = UnsafeRawBufferPointer(rebasing: bytes[next..<next + Int(count)]).assumingMemoryBound(to: UInt8.self)
        next += Int(count)
        return text
    }

    mutating func elements<Element>(
        _ values: inout [Element], blank: Element, _ visit: (inout Self, inout Element) -> Void
    ) {
        var count: UInt64 = 0
        number(&count)
        // Every element takes a byte at least.
        guard count <= bytes.count - next else {
            values = []
            return fail()
        }
        values = Array(repeating: blank, count: Int(count))
        for index in values.indices { visit(&self, &values[index]) }
    }

    private mutating func fail() {
        isDamaged = true
        next = bytes.count
    }
}
