// Words for a terminal: the operating system's own for what went wrong, and names that people gave to files.

import Glibc

/// The system's words for an error number, the last one by default (`No space left on device`).
func systemMessage(_ number: Int32 = errno) -> String { String(cString: strerror(number)) }

/// A text for one line of a terminal: a file's name may hold line breaks and control characters, which show as `?`.
public func printable(_ text: String) -> String {
    String(
        String.UnicodeScalarView(
            text.unicodeScalars.map { $0.value < 0x20 || (0x7F..<0xA0).contains($0.value) ? "?" : $0 }))
}

/// Rows of cells with the columns aligned, two blanks before and between them.
func aligned(_ rows: [[String]]) -> [String] {
    var widths: [Int] = []
    for row in rows {
        for (column, text) in row.enumerated() {
            if column == widths.count { widths.append(0) }
            widths[column] = max(widths[column], text.count)
        }
    }
    return rows.map { row in
        var line = ""
        for (column, text) in row.enumerated() {
            line += "  " + text
            let isLast = row[(column + 1)...].allSatisfy(\.isEmpty)
            if isLast { break }
            line += String(repeating: " ", count: widths[column] - text.count)
        }
        return line
    }
}

/// A text on one line, cut where it is longer than some characters; control characters can't reach the terminal.
func short(_ text: String, _ length: Int) -> String {
    let line = String(
        text.map { $0.isNewline || $0 == "\t" ? " " : $0 }.filter { character in
            !character.unicodeScalars.contains { $0.properties.generalCategory == .control }
        })
    return line.count <= length ? line : String(line.prefix(length - 1)) + "…"
}
