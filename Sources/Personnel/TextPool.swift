// Every text that repeats (unit, position, ethnicity, family name) is stored once and known by a 32-bit code.

/// The code of a text in a `TextPool`; meaningless without its pool.
public struct TextCode: RawRepresentable, Hashable, Sendable, Comparable {
    public let rawValue: UInt32

    public init(rawValue: UInt32) { self.rawValue = rawValue }

    /// The empty text: unknown in the source.
    public static let none = TextCode(rawValue: 0)

    public var isNone: Bool { rawValue == 0 }

    public static func < (left: TextCode, right: TextCode) -> Bool { left.rawValue < right.rawValue }
}

/// Texts by code and codes by text, compared byte by byte (UTF-8).
///
/// Codes are given in the order in which texts first come, from 1; code 0 is the empty text. The same sequence of calls
/// gives the same codes on every machine.
public struct TextPool: Sendable {
    private var bytes: [UInt8] = []
    private var ends: [Int] = [0]
    /// Open addressing, a power of two in size, or nothing before the first text: half of a text's hash above its code, so
    /// that another text is told apart without being looked at; 0 marks a free slot.
    private var slots: [UInt64] = []

    public init() {}

    /// How many codes are given, the empty text's included.
    public var count: Int { ends.count }

    /// The text of a code. A code of another pool traps or gives another text.
    public subscript(code: TextCode) -> String {
        if code.isNone { return "" }
        return String(decoding: bytes[range(of: code)], as: UTF8.self)
    }

    /// Hands out the bytes of a text without making a `String`; empty for `.none`. The bytes live for the call only.
    public func withUTF8(of code: TextCode, _ body: (UnsafeBufferPointer<UInt8>) -> Void) {
        let range = code.isNone ? 0..<0 : range(of: code)
        bytes.withUnsafeBufferPointer { body(UnsafeBufferPointer(rebasing: $0[range])) }
    }

    /// The texts of a pool while they are lent: for loops that read millions.
    public struct Loan {
        @usableFromInline let bytes: UnsafeBufferPointer<UInt8>
        @usableFromInline let ends: UnsafeBufferPointer<Int>

        @usableFromInline init(bytes: UnsafeBufferPointer<UInt8>, ends: UnsafeBufferPointer<Int>) {
            self.bytes = bytes
            self.ends = ends
        }

        /// The bytes of a text; empty for `.none`. A code of another pool traps or gives another text.
        @inlinable public subscript(code: TextCode) -> UnsafeBufferPointer<UInt8> {
            if code.isNone { return UnsafeBufferPointer(start: nil, count: 0) }
            let end = Int(code.rawValue)
            return UnsafeBufferPointer(rebasing: bytes[ends[end - 1]..<ends[end]])
        }
    }

    /// Lends all texts at once; they live for the call only.
    public func lend<Result>(_ body: (Loan) throws -> Result) rethrows -> Result {
        try bytes.withUnsafeBufferPointer { bytes in
            try ends.withUnsafeBufferPointer { ends in try body(Loan(bytes: bytes, ends: ends)) }
        }
    }

    /// The code of a text, given now if it is new.
    public mutating func code(for text: String) -> TextCode {
        var text = text
        return text.withUTF8 { code(forUTF8: $0) }
    }

    /// The code of a text in UTF-8, given now if it is new.
    public mutating func code(forUTF8 text: UnsafeBufferPointer<UInt8>) -> TextCode {
        text.isEmpty ? .none : code(forUTF8: text, Self.hash(text))
    }

    private mutating func code(forUTF8 text: UnsafeBufferPointer<UInt8>, _ hash: UInt64) -> TextCode {
        // Most pools stay small: one grows as texts come.
        if ends.count * 4 > slots.count * 3 { grow() }
        let (known, slot) = find(text, hash)
        if let known { return known }
        let code = TextCode(rawValue: UInt32(ends.count))
        bytes.append(contentsOf: text)
        ends.append(bytes.count)
        slots[slot] = Self.entry(hash, code)
        return code
    }

    /// The code of a text with its hash; else the free slot that it would take.
    @inline(__always) private func find(
        _ text: UnsafeBufferPointer<UInt8>, _ hash: UInt64
    ) -> (known: TextCode?, slot: Int) {
        let mask = slots.count - 1
        return slots.withUnsafeBufferPointer { slots in
            var slot = Int(truncatingIfNeeded: hash) & mask
            while slots[slot] != 0 {
                let code = TextCode(rawValue: UInt32(truncatingIfNeeded: slots[slot]))
                if slots[slot] == Self.entry(hash, code), equals(text, code) { return (code, slot) }
                slot = (slot + 1) & mask
            }
            return (nil, slot)
        }
    }

    /// What stands in a slot.
    @inline(__always) private static func entry(_ hash: UInt64, _ code: TextCode) -> UInt64 {
        hash & 0xffff_ffff_0000_0000 | UInt64(code.rawValue)
    }

    /// The code of a text that was given before; nil for an unknown one.
    public func existingCode(for text: String) -> TextCode? {
        var text = text
        return text.withUTF8 { existingCode(forUTF8: $0) }
    }

    /// The code of a text in UTF-8 that was given before; nil for an unknown one.
    public func existingCode(forUTF8 text: UnsafeBufferPointer<UInt8>) -> TextCode? {
        if text.isEmpty { return TextCode.none }
        if slots.isEmpty { return nil }
        return find(text, Self.hash(text)).known
    }

    /// Whether a text in UTF-8 is that of a code: cheaper than to look it up where it likely is the one met before.
    public func holds(_ text: UnsafeBufferPointer<UInt8>, as code: TextCode) -> Bool {
        !code.isNone && equals(text, code)
    }

    /// Takes over the texts of another pool; element `i` of the answer is the code here of the other pool's code `i`.
    public mutating func absorb(_ other: TextPool) -> [TextCode] {
        var translation: [TextCode] = [.none]
        translation.reserveCapacity(other.count)
        var group: [(hash: UInt64, entry: UInt64)] = []
        other.lend { texts in
            var first = 1
            while first < other.count {
                // In groups: the memory that one look-up after the other would wait for is fetched for many at once.
                let codes = first..<min(first + Self.groupSize, other.count)
                group.removeAll(keepingCapacity: true)
                for code in codes {
                    let hash = Self.hash(texts[TextCode(rawValue: UInt32(code))])
                    group.append((hash, slots.isEmpty ? 0 : slots[Int(truncatingIfNeeded: hash) & (slots.count - 1)]))
                }
                for code in codes {
                    let text = texts[TextCode(rawValue: UInt32(code))]
                    let (hash, entry) = group[code - first]
                    let likely = TextCode(rawValue: UInt32(truncatingIfNeeded: entry))
                    let isKnown = entry != 0 && entry == Self.entry(hash, likely) && equals(text, likely)
                    translation.append(isKnown ? likely : self.code(forUTF8: text, hash))
                }
                first = codes.upperBound
            }
        }
        return translation
    }

    private static let groupSize = 64

    private func range(of code: TextCode) -> Range<Int> {
        ends[Int(code.rawValue) - 1]..<ends[Int(code.rawValue)]
    }

    private func equals(_ text: UnsafeBufferPointer<UInt8>, _ code: TextCode) -> Bool {
        let range = range(of: code)
        guard range.count == text.count else { return false }
        return bytes.withUnsafeBytes { all in
            let (mine, other) = (UnsafeRawBufferPointer(rebasing: all[range]), UnsafeRawBufferPointer(text))
            var offset = 0
            while offset + 8 <= other.count {
                let isEqual =
                    mine.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
                    == other.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
                if !isEqual { return false }
                offset += 8
            }
            while offset < other.count {
                if mine[offset] != other[offset] { return false }
                offset += 1
            }
            return true
        }
    }

    private mutating func grow() {
        var larger = [UInt64](repeating: 0, count: max(16, slots.count * 2))
        let mask = larger.count - 1
        bytes.withUnsafeBufferPointer { all in
            for index in 1..<ends.count {
                let hash = Self.hash(UnsafeBufferPointer(rebasing: all[ends[index - 1]..<ends[index]]))
                var slot = Int(truncatingIfNeeded: hash) & mask
                while larger[slot] != 0 { slot = (slot + 1) & mask }
                larger[slot] = Self.entry(hash, TextCode(rawValue: UInt32(index)))
            }
        }
        slots = larger
    }

    /// FNV-1a over eight bytes at a time with a final mix: no seed, so the same on every run.
    private static func hash(_ text: UnsafeBufferPointer<UInt8>) -> UInt64 {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        var offset = 0
        let raw = UnsafeRawBufferPointer(text)
        while offset + 8 <= raw.count {
            hash = (hash ^ raw.loadUnaligned(fromByteOffset: offset, as: UInt64.self)) &* 0x9e37_79b9_7f4a_7c15
            hash ^= hash >> 29
            offset += 8
        }
        while offset < raw.count {
            hash = (hash ^ UInt64(raw[offset])) &* 0x0000_0100_0000_01b3
            offset += 1
        }
        hash ^= hash >> 32
        hash = hash &* 0xd6e8_feb8_6659_fd93
        return hash ^ (hash >> 32)
    }
}
