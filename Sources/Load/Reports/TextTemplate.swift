// A text with places for values, taken apart once for texts that are filled many times.

/// A text such as `{1} (mã {2}): {3}`, to be filled with bytes.
struct TextTemplate {
    private enum Part {
        case text([UInt8])
        /// The place of a value, from 0.
        case value(Int)
    }

    private let parts: [Part]

    /// Places are `{1}`, `{2}`, …; what else stands in braces is left out, as `ReportPaper.fill` does.
    init(_ template: String) {
        var parts: [Part] = []
        var rest = Substring(template)
        while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
            parts.append(.text(Array(rest[..<open].utf8)))
            if let number = Int(rest[rest.index(after: open)..<close]) { parts.append(.value(number - 1)) }
            rest = rest[rest.index(after: close)...]
        }
        parts.append(.text(Array(rest.utf8)))
        self.parts = parts
    }

    /// Appends the text; `value` appends the value of a place, from 0, or nothing where there is none.
    func append(to bytes: inout [UInt8], value: (_ place: Int, _ bytes: inout [UInt8]) -> Void) {
        for part in parts {
            switch part {
            case .text(let text): bytes.append(contentsOf: text)
            case .value(let place): value(place, &bytes)
            }
        }
    }
}
