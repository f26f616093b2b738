// The texts of a workbook that its cells refer to by number.

/// The shared strings, flat in one array.
struct SharedStrings {
    fileprivate(set) var bytes: [UInt8] = []
    fileprivate(set) var ends: [Int] = []

    /// The text of a number; nil for one that the workbook does not have.
    subscript(index: Int) -> ArraySlice<UInt8>? {
        guard ends.indices.contains(index) else { return nil }
        return bytes[(index == 0 ? 0 : ends[index - 1])..<ends[index]]
    }
}

/// Reads the part of shared strings: `si` holds `t`, or runs `r` with a `t` each; how it is pronounced (`rPh`) is left
/// out.
final class SharedStringsHandler: SAXHandler {
    private(set) var strings = SharedStrings()
    private var collector = RichText(depth: 2)
    private let limits: ReadingLimits
    /// Bytes of all texts together, which are held as long as the workbook is read.
    private static let maximumBytes = 512 << 20

    init(limits: ReadingLimits) { self.limits = limits }

    func startElement(_ element: borrowing XMLElement, depth: Int) { collector.start(element, depth: depth) }

    func endElement(depth: Int) throws {
        collector.end(depth: depth)
        guard depth == 2 else { return }
        strings.bytes.append(contentsOf: OOXMLEscapes.decoded(collector.text))
        strings.ends.append(strings.bytes.count)
        guard strings.bytes.count + strings.ends.count * 8 <= Self.maximumBytes else {
            throw RefusedFile(.limitEntrySize, detail: String(Self.maximumBytes))
        }
        collector.clear()
    }

    func characters(_ text: UnsafeBufferPointer<UInt8>) throws {
        collector.append(text)
        if collector.text.count > limits.cellBytes {
            throw RefusedFile(.limitCell, detail: String(limits.cellBytes))
        }
    }
}

/// Joins the `t` of a rich text, wherever they stand within it save in `rPh`.
struct RichText {
    private(set) var text: [UInt8] = []
    private var isInText = false
    private var phoneticDepth = 0
    /// The depth of the element that holds the rich text.
    private let depth: Int

    init(depth: Int) { self.depth = depth }

    mutating func clear() { text.removeAll(keepingCapacity: true) }

    mutating func start(_ element: borrowing XMLElement, depth: Int) {
        guard depth > self.depth else { return }
        if element.isNamed("rPh") { phoneticDepth = depth }
        isInText = phoneticDepth == 0 && element.isNamed("t")
    }

    mutating func end(depth: Int) {
        isInText = false
        if depth == phoneticDepth { phoneticDepth = 0 }
    }

    mutating func append(_ bytes: UnsafeBufferPointer<UInt8>) {
        if isInText { text.append(contentsOf: bytes) }
    }
}

/// Characters that XML cannot hold are written `_xHHHH_` (ECMA-376 part 1, 22.4.2.4).
enum OOXMLEscapes {
    static func decoded(_ text: [UInt8]) -> [UInt8] {
        guard text.contains(UInt8(ascii: "_")) else { return text }
        var decoded: [UInt8] = []
        var index = 0
        while index < text.count {
            if let unit = escape(text, at: index) {
                // A NUL, or half of a pair, is no character that a cell can hold.
                if unit != 0, let scalar = Unicode.Scalar(unit), let bytes = UTF8.encode(scalar) {
                    decoded.append(contentsOf: bytes)
                }
                index += 7
            } else {
                decoded.append(text[index])
                index += 1
            }
        }
        return decoded
    }

    private static func escape(_ text: [UInt8], at index: Int) -> UInt16? {
        guard index + 7 <= text.count, text[index] == UInt8(ascii: "_"), text[index + 1] == UInt8(ascii: "x"),
            text[index + 6] == UInt8(ascii: "_"), text[index + 2] != UInt8(ascii: "+"),
            text[index + 2] != UInt8(ascii: "-")
        else { return nil }
        return UInt16(String(decoding: text[(index + 2)..<(index + 6)], as: UTF8.self), radix: 16)
    }
}
