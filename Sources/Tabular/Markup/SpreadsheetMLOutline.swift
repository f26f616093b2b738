// What a SpreadsheetML workbook says only after the rows it is about.

/// The sheets that are hidden, by their position in the workbook.
struct SpreadsheetMLOutline {
    var hiddenSheets: Set<Int> = []
}

/// Reads the outline alone.
final class SpreadsheetMLOutlineHandler: SAXHandler {
    private(set) var outline = SpreadsheetMLOutline()
    private var sheet = -1
    private var isInOptions = false
    private var visibility: [UInt8]?

    func startElement(_ element: borrowing XMLElement, depth: Int) {
        switch depth {
        case 2 where element.isNamed("Worksheet"): sheet += 1
        case 3: isInOptions = element.isNamed("WorksheetOptions")
        case 4 where isInOptions && element.isNamed("Visible"): visibility = []
        default: break
        }
    }

    func endElement(depth: Int) {
        guard depth == 4, let text = visibility else { return }
        visibility = nil
        let blank = UInt8(ascii: " ")
        let word = String(decoding: text.filter { $0 > blank }, as: UTF8.self)
        if word == "SheetHidden" || word == "SheetVeryHidden" { outline.hiddenSheets.insert(sheet) }
    }

    func characters(_ text: UnsafeBufferPointer<UInt8>) {
        guard let count = visibility?.count, count < 100 else { return }
        visibility?.append(contentsOf: text)
    }
}
