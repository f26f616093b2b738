// What a cell's style says of its number: a date, a time, zeros in front; and of its text: a legacy font.

/// The styles of a workbook's cells, by their number.
struct XLSXStyles {
    /// How a number is shown.
    enum Format: Equatable {
        case plain
        case date
        /// A whole number with zeros in front, up to so many digits: identity numbers are often kept so.
        case padded(digits: Int)
    }

    fileprivate(set) var formats: [Format] = []
    fileprivate(set) var fonts: [String?] = []

    func format(_ style: Int) -> Format { formats.indices.contains(style) ? formats[style] : .plain }

    /// The legacy Vietnamese font of a style; nil for any other.
    func legacyFont(_ style: Int) -> String? { fonts.indices.contains(style) ? fonts[style] : nil }

    /// The format of a built-in number (ECMA-376 part 1, 18.8.30; 27-36 and 50-58 are dates of East Asian Excel).
    static func builtIn(_ id: Int) -> Format {
        switch id {
        case 14...22, 27...36, 45...47, 50...58: .date
        default: .plain
        }
    }

    /// Digits of the longest number that is padded.
    private static let longestPadding = 64

    /// The format of a code: a date if `d`, `m` or `y` stands in its first part outside quotes and brackets.
    static func format(ofCode code: String) -> Format {
        var letters: [UInt8] = []
        var bytes = code.utf8.makeIterator()
        while let byte = bytes.next(), byte != UInt8(ascii: ";") {
            switch byte {
            case UInt8(ascii: "\""): while let quoted = bytes.next(), quoted != byte {}
            case UInt8(ascii: "["): while let inner = bytes.next(), inner != UInt8(ascii: "]") {}
            case UInt8(ascii: "\\"), UInt8(ascii: "_"), UInt8(ascii: "*"): _ = bytes.next()
            default: letters.append(byte)
            }
        }
        if 2...longestPadding ~= letters.count, letters.allSatisfy({ $0 == UInt8(ascii: "0") }) {
            return .padded(digits: letters.count)
        }
        let marks = Set("dmyDMY".utf8)
        let isGeneral = String(decoding: letters, as: UTF8.self).lowercased().hasPrefix("general")
        return !isGeneral && letters.contains(where: marks.contains) ? .date : .plain
    }
}

/// Reads the part of styles.
final class XLSXStylesHandler: SAXHandler {
    private var formats: [Int: XLSXStyles.Format] = [:]
    private var fontNames: [String] = []
    private var cells: [(format: Int, font: Int)] = []
    private var isInFonts = false
    private var isInCells = false

    /// What was read, put together.
    var styles: XLSXStyles {
        var styles = XLSXStyles()
        styles.formats = cells.map { cell in
            formats[cell.format] ?? XLSXStyles.builtIn(cell.format)
        }
        styles.fonts = cells.map { cell in
            guard fontNames.indices.contains(cell.font) else { return nil }
            return StyleFonts.isLegacy(fontNames[cell.font]) ? fontNames[cell.font] : nil
        }
        return styles
    }

    func startElement(_ element: borrowing XMLElement, depth: Int) {
        if depth == 2 {
            isInFonts = element.isNamed("fonts")
            isInCells = element.isNamed("cellXfs")
        } else if element.isNamed("numFmt"), let id = element.number("numFmtId") {
            formats[id] = XLSXStyles.format(ofCode: element.value("formatCode") ?? "")
        } else if isInFonts, element.isNamed("font") {
            fontNames.append("")
        } else if isInFonts, element.isNamed("name"), !fontNames.isEmpty {
            fontNames[fontNames.count - 1] = element.value("val") ?? ""
        } else if isInCells, depth == 3, element.isNamed("xf") {
            cells.append((element.number("numFmtId") ?? 0, element.number("fontId") ?? 0))
        }
    }

    func endElement(depth: Int) {}
    func characters(_ text: UnsafeBufferPointer<UInt8>) {}
}
