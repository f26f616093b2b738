// How long a person has paid social insurance: years, years and months, or since when.
import Personnel

/// What a cell of insurance years says.
enum InsuranceReading: Equatable {
    case months(UInt16)
    /// A date in the place of a number of years.
    case since(PartialDate)
    case unreadable
}

/// Reads `12`, `12,5`, `12 năm 6 tháng`, `150 tháng`, `từ 01/2005`.
struct InsuranceReader: Sendable {
    let dates: DateReader

    /// Fifty years of insurance are more than a working life gives; beyond, the cell holds something else.
    private static let mostMonths = 50 * 12

    func read(_ text: String) -> InsuranceReading {
        if let months = Self.months(in: text), (0...Self.mostMonths).contains(months) { return .months(UInt16(months)) }
        if case .date(let date, nil) = dates.read(text, as: .event) { return .since(date) }
        return .unreadable
    }

    private static func months(in text: String) -> Int? {
        var rest = CellToken.tokens(of: text)[...]
        var months: Int?
        while !rest.isEmpty {
            guard let number = DecimalNumber(taking: &rest) else {
                // Words before the first number: `Đã đóng 12 năm`.
                guard case .word = rest.first, months == nil else {
                    if rest.first != .blank && rest.first != .mark(UInt8(ascii: ",")) { return nil }
                    rest = rest.dropFirst()
                    continue
                }
                rest = rest.dropFirst()
                continue
            }
            rest = rest.drop { $0 == .blank }
            switch rest.first {
            case .word("thang"), .word("th"), .word("t"): months = (months ?? 0) + number.hundredths / 100
            case .word("nam"), .word("n"), nil: months = (months ?? 0) + (number.hundredths * 12 + 50) / 100
            default: return nil
            }
            rest = rest.dropFirst()
        }
        return months
    }
}
