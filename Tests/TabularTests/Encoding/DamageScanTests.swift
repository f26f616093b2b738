// The map over all bytes must mark whatever the look at a single cell finds.

import Testing

@testable import Tabular

@Suite("Signs of damage")
struct DamageScanTests {
    static let cells: [(String, isSuspicious: Bool)] = [
        ("Nguyễn Văn Hoà", false), ("Lò Thị Thuý", false), ("xã Mường Phăng, huyện Điện Biên", false), ("", false),
        ("Đảng uỷ; HĐND", false), ("1.234 (một)", false), ("20° – 30°", false), ("Hồ Hải", false),
        ("Nguyá»…n", true), ("NguyÔn V¨n", true), ("Nguyeãn Vaên", true), ("Nguye^~n", true), ("Nguy&#7877;n", true),
        ("A&nbsp;B", true), ("aÂ", true), ("Ho(a", true), ("фамилия", true), ("😀", true), ("Èĩ", true),
    ]

    @Test("a cell by itself", arguments: cells)
    func single(example: (text: String, isSuspicious: Bool)) {
        let scan = DamageScan()
        #expect(Array(example.text.utf8).withUnsafeBufferPointer { scan.isSuspicious($0) } == example.isSuspicious)
    }

    @Test("every cell at every place of a batch", arguments: 0..<70)
    func batch(shift: Int) {
        let scan = DamageScan()
        var map = DamageMap()
        var text = Array(repeating: UInt8(ascii: "x"), count: shift)
        var ends: [Int] = []
        for cell in Self.cells {
            text += Array(cell.0.utf8)
            ends.append(text.count)
        }
        text.withUnsafeBufferPointer { map.draw($0, by: scan) }
        var start = shift
        for (cell, end) in zip(Self.cells, ends) {
            #expect(map.hasSign(start, end) || !cell.isSuspicious, "\(cell.0)")
            #expect(map.hasNonASCII(start, end) == cell.0.utf8.contains { $0 >= 0x80 }, "\(cell.0)")
            start = end
        }
    }
}
