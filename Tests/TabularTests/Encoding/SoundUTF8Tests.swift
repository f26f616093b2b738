// What is vouched for quickly is well-formed, and nearly everything is vouched for.

import Testing

@testable import Tabular

@Suite("UTF-8 eight bytes at a time")
struct SoundUTF8Tests {
    static let vietnamese = Array(String(repeating: "Xã Mường Phăng, huyện Điện Biên – ", count: 60).utf8)

    @Test("sound text is counted as the full rules count it", arguments: 0..<40)
    func sound(shift: Int) {
        let text = Array(repeating: UInt8(ascii: "x"), count: shift) + Self.vietnamese
        let judged = text.withUnsafeBufferPointer { SoundUTF8($0) }
        #expect(judged.length > text.count - SoundUTF8.blockSize - 3)
        #expect(String(validating: text[..<judged.length], as: UTF8.self) != nil)
        #expect(judged.multibyteCount == text[..<judged.length].count { $0 >= 0xC0 })
    }

    static let broken: [(String, [UInt8])] = [
        ("a lone trail", [0x80]), ("a lead without its trail", [0xC3, 0x41]), ("a lead at a lead", [0xC3, 0xC3, 0xA0]),
        ("three bytes cut short", [0xE1, 0xBB, 0x41]), ("overlong", [0xC0, 0x80]), ("overlong", [0xC1, 0xBF]),
        ("overlong in three", [0xE0, 0x80, 0x80]), ("a surrogate", [0xED, 0xA0, 0x80]), ("beyond Unicode", [0xF5]),
        ("FF", [0xFF]), ("NUL", [0]), ("a trail too many", [0xC3, 0xA0, 0xA0]),
    ]

    @Test("an error ends it, wherever it stands", arguments: broken)
    func errors(example: (name: String, bytes: [UInt8])) {
        for place in [0, 1, 5, 6, 7, 8, 509, 510, 511, 512, 513, 1_000] {
            var text = Array(repeating: UInt8(ascii: "a"), count: 2_000)
            text.replaceSubrange(place..<place + example.bytes.count, with: example.bytes)
            let judged = text.withUnsafeBufferPointer { SoundUTF8($0) }
            let isSound = String(validating: text[..<judged.length], as: UTF8.self) != nil
            #expect(isSound && !text[..<judged.length].contains(0), "\(example.name) at \(place)")
        }
    }
}
