// Which columns are set in a legacy Vietnamese font: a hint that their text is TCVN3 or VNI in disguise.

/// The legacy fonts among a SpreadsheetML workbook's styles, and the columns where they were met.
struct StyleFonts {
    private(set) var hints: [String] = []
    private var fontByStyle: [String: String] = [:]
    private var style: String?

    /// Whether any style has such a font: if none has, cells need not be asked.
    var hasLegacyFont: Bool { !fontByStyle.isEmpty }

    /// Takes an element of the workbook's `Styles`.
    mutating func startElement(_ element: borrowing XMLElement) {
        if element.isNamed("Style") {
            style = element.value("ID")
            if let parent = element.value("Parent"), let style, let font = fontByStyle[parent] {
                fontByStyle[style] = font
            }
        } else if element.isNamed("Font"), let style, let font = element.value("FontName") {
            fontByStyle[style] = Self.isLegacy(font) ? font : nil
        }
    }

    mutating func beginSheet() { hints = [] }

    /// The font of a style (nil: the workbook's default style), if it is a legacy one.
    func legacyFont(ofStyle style: String?) -> String? { fontByStyle[style ?? "Default"] }

    mutating func note(_ font: String, column: Int) {
        while hints.count <= column { hints.append("") }
        if hints[column] != font { hints[column] = font }
    }

    /// `.VnTime` and its family hold TCVN3, `VNI-Times` and its family VNI.
    static func isLegacy(_ font: String) -> Bool {
        let name = font.utf8.map { $0 >= 0x41 && $0 <= 0x5a ? $0 | 0x20 : $0 }
        return name.starts(with: ".vn".utf8) || name.starts(with: "vni-".utf8) || name.starts(with: "vni ".utf8)
    }
}
