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
    /// Open addressing, a power of two in size, or nothing as long as no text is looked up: a text's hash above its
    /// code, so that another text is told apart without being looked at; 0 marks a free slot. A text stands in the slot
    /// that the upper bits of its hash name, or behind it.
    private var slots: [UInt64] = []

    public init() {}

    /// A pool of texts in order of code, as ``withContents(_:)`` hands them out; nil where the lengths don't fit.
    ///
    /// It takes what it is given without looking at it: no two texts may be equal.
    public init?(bytes: [UInt8], lengths: [UInt32]) {
        ends.reserveCapacity(lengths.count + 1)
        var end = 0
        for length in lengths {
            end += Int(length)
            ends.append(end)
        }
        guard end == bytes.count, !lengths.contains(0) else { return nil }
        self.bytes = bytes
    }

    /// Hands out all texts behind each other, and how long each is.
    public func withContents(_ body: (_ bytes: [UInt8], _ lengths: [UInt32]) -> Void) {
        body(bytes, zip(ends.dropFirst(), ends).map { UInt32($0 - $1) })
    }

    /// Gives the memory back by which texts are found: for a pool that will only be read by code.
    public mutating func endLookups() { slots = [] }

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
        if text.isEmpty { return .none }
        makeRoom(for: 1)
        return code(for: text, Self.hash(text))
    }

    /// The code of a text with its hash, given now if it is new; there must be room for it.
    private mutating func code(for text: UnsafeBufferPointer<UInt8>, _ hash: UInt32) -> TextCode {
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
        _ text: UnsafeBufferPointer<UInt8>, _ hash: UInt32
    ) -> (known: TextCode?, slot: Int) {
        let mask = slots.count - 1
        return slots.withUnsafeBufferPointer { slots in
            var slot = Self.slot(hash, of: slots.count)
            while slots[slot] != 0 {
                let code = Self.code(in: slots[slot])
                if slots[slot] == Self.entry(hash, code), equals(text, code) { return (code, slot) }
                slot = (slot + 1) & mask
            }
            return (nil, slot)
        }
    }

    /// The slot at which the search for a text begins.
    @inline(__always) private static func slot(_ hash: UInt32, of count: Int) -> Int {
        Int(hash >> UInt32(32 - count.trailingZeroBitCount))
    }

    @inline(__always) private static func code(in entry: UInt64) -> TextCode {
        TextCode(rawValue: UInt32(truncatingIfNeeded: entry))
    }

    /// What stands in a slot.
    @inline(__always) private static func entry(_ hash: UInt32, _ code: TextCode) -> UInt64 {
        UInt64(hash) << 32 | UInt64(code.rawValue)
    }

    /// The code of a text that was given before; nil for an unknown one. In a pool without look-ups all texts are gone
    /// through.
    public func existingCode(for text: String) -> TextCode? {
        var text = text
        return text.withUTF8 { existingCode(forUTF8: $0) }
    }

    /// The code of a text in UTF-8 that was given before; nil for an unknown one.
    public func existingCode(forUTF8 text: UnsafeBufferPointer<UInt8>) -> TextCode? {
        if text.isEmpty { return TextCode.none }
        if slots.isEmpty {
            return (1..<ends.count).lazy.map { TextCode(rawValue: UInt32($0)) }.first { equals(text, $0) }
        }
        return find(text, Self.hash(text)).known
    }

    /// Whether a text in UTF-8 is that of a code: cheaper than to look it up where it likely is the one met before.
    public func holds(_ text: UnsafeBufferPointer<UInt8>, as code: TextCode) -> Bool {
        !code.isNone && equals(text, code)
    }

    private func range(of code: TextCode) -> Range<Int> {
        ends[Int(code.rawValue) - 1]..<ends[Int(code.rawValue)]
    }

    @inline(__always) private func equals(_ text: UnsafeBufferPointer<UInt8>, _ code: TextCode) -> Bool {
        equals(text, range(of: code))
    }

    /// Whether a text is that which stands in a range of `bytes`.
    private func equals(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Bool {
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

    // MARK: Joining pools

    /// How many texts are looked up together when a pool is taken over.
    private static let atOnce = 64

    /// Takes over the texts of another pool; element `i` of the answer is the code here of the other pool's code `i`.
    ///
    /// In a pool of millions a look-up waits for memory three times: for the slot, for where the text stands, and for
    /// the text. So many are looked up together, step by step: they wait at the same time.
    public mutating func absorb(_ other: TextPool) -> [TextCode] {
        var translation = [TextCode](repeating: .none, count: other.count)
        let hashes = other.hashes
        var guesses = [(code: TextCode, range: Range<Int>)](repeating: (.none, 0..<0), count: Self.atOnce)
        other.bytes.withUnsafeBufferPointer { all in
            for start in stride(from: 1, to: other.count, by: Self.atOnce) {
                let codes = start..<min(start + Self.atOnce, other.count)
                makeRoom(for: codes.count)
                for code in codes { guesses[code - start].code = firstCode(of: hashes[code]) }
                for place in 0..<codes.count where !guesses[place].code.isNone {
                    guesses[place].range = range(of: guesses[place].code)
                }
                for code in codes {
                    let text = UnsafeBufferPointer(rebasing: all[other.ends[code - 1]..<other.ends[code]])
                    let guess = guesses[code - start]
                    let isRight = !guess.code.isNone && equals(text, guess.range)
                    translation[code] = isRight ? guess.code : self.code(for: text, hashes[code])
                }
            }
        }
        return translation
    }

    /// The code that stands first where a text of this hash is looked for; `.none` where that is one of another hash.
    @inline(__always) private func firstCode(of hash: UInt32) -> TextCode {
        let entry = slots[Self.slot(hash, of: slots.count)]
        return UInt32(entry >> 32) == hash ? Self.code(in: entry) : .none
    }

    /// The hash of each text, by code.
    private var hashes: [UInt32] {
        var hashes = [UInt32](repeating: 0, count: count)
        if slots.isEmpty {
            for code in 1..<count { withUTF8(of: TextCode(rawValue: UInt32(code))) { hashes[code] = Self.hash($0) } }
        }
        for entry in slots where entry != 0 { hashes[Int(Self.code(in: entry).rawValue)] = UInt32(entry >> 32) }
        return hashes
    }

    // MARK: Slots

    /// Sees to it that so many texts more find their slots. Most pools stay small: one grows as texts come.
    @inline(__always) private mutating func makeRoom(for count: Int) {
        while (ends.count + count) * 4 > slots.count * 3 { grow() }
    }

    private mutating func grow() {
        var size = max(16, slots.count * 2)
        while ends.count * 4 > size * 3 { size *= 2 }
        var larger = [UInt64](repeating: 0, count: size)
        let mask = larger.count - 1
        func place(_ entry: UInt64) {
            var slot = Self.slot(UInt32(entry >> 32), of: larger.count)
            while larger[slot] != 0 { slot = (slot + 1) & mask }
            larger[slot] = entry
        }
        if slots.isEmpty {
            for (code, hash) in hashes.enumerated().dropFirst() {
                place(Self.entry(hash, TextCode(rawValue: UInt32(code))))
            }
        } else {
            for entry in slots where entry != 0 { place(entry) }
        }
        slots = larger
    }

    /// FNV-1a over eight bytes at a time with a final mix: no seed, so the same on every run.
    private static func hash(_ text: UnsafeBufferPointer<UInt8>) -> UInt32 {
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
        return UInt32(truncatingIfNeeded: hash &* 0xd6e8_feb8_6659_fd93 >> 32)
    }
}
