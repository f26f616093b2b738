// Steps, coefficients and over-frame allowances as lists write them (conventions.md, "Numbers").
import Personnel

/// What one salary cell says, whatever its column.
struct SalaryCell: Equatable {
    var step: UInt8?
    var coefficient: Hundredths?
    /// In percent.
    var overFrame: UInt8?
    /// Whether the coefficient was written without its comma: `234`.
    var hasLostDecimal = false
    /// Whether something stands there that no reading explains.
    var isUnreadable = false
    /// Whether the cell is written as the value of its column is.
    var isAsWritten = false

    /// The same cell, knowing whether the text is how its column's value is written.
    func comparing(with text: String, in column: Field) -> SalaryCell {
        let value =
            switch column {
            case .salaryStep: step.map(String.init)
            case .salaryCoefficient: coefficient?.description
            default: overFrame.map(String.init)
            }
        var cell = self
        cell.isAsWritten = value.map { isSameText($0, text) } ?? false
        return cell
    }
}

/// Reads salary cells: `2,34`, `Bậc 4, HS 3,33`, `4/9`, `4/3,33`, `4,98 VK 7%`, `234`.
struct SalaryReader: Sendable {
    let scale: SalaryScale

    /// Reads a cell of `salary_step`, `salary_coefficient` or `over_frame`; the column says what a bare number is.
    func read(_ text: String, in column: Field) -> SalaryCell {
        var cell = SalaryCell()
        let numbers = SalaryNumber.numbers(in: text)
        if let hundredths = oddDecimal(numbers, in: column) {
            cell.coefficient = Hundredths(Int32(hundredths))
            return cell
        }
        for index in numbers.indices {
            let number = numbers[index]
            let next = index + 1 < numbers.count ? numbers[index + 1] : nil
            let previous = index > 0 ? numbers[index - 1] : nil
            take(number, after: previous, before: next, in: column, into: &cell)
        }
        if numbers.isEmpty {
            cell.step = column == .salaryStep ? Self.romanStep(text) : nil
            cell.isUnreadable = cell.step == nil
        }
        return cell
    }

    /// `IV`, `Bậc IV`.
    private static func romanStep(_ text: String) -> UInt8? {
        var words = CellToken.tokens(of: text).compactMap { token in
            if case .word(let word) = token { word } else { nil }
        }
        if words.count == 2, words[0] == "bac" { words.removeFirst() }
        let numerals = ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii"]
        guard words.count == 1, let index = numerals.firstIndex(of: words[0]) else { return nil }
        return UInt8(index + 1)
    }

    /// `3;33`, `3·33` in a column of coefficients: a sign that was meant for the decimal comma.
    private func oddDecimal(_ numbers: [SalaryNumber], in column: Field) -> Int? {
        guard column == .salaryCoefficient, numbers.count == 2,
            numbers.allSatisfy({ $0.value.isWhole && $0.label == nil }),
            numbers[0].value.digits == 1, numbers[1].value.digits == 2, !numbers[1].followsSlash, !numbers[1].isPercent
        else { return nil }
        let hundredths = numbers[0].value.hundredths + numbers[1].value.hundredths / 100
        return scale.all.contains(Int32(hundredths)) ? hundredths : nil
    }

    private func take(
        _ number: SalaryNumber, after previous: SalaryNumber?, before next: SalaryNumber?, in column: Field,
        into cell: inout SalaryCell
    ) {
        if number.isPercent || number.label == .overFrame {
            takeOverFrame(number, into: &cell)
        } else if number.label == .step {
            takeStep(number, into: &cell)
        } else if number.label == .coefficient {
            takeCoefficient(number, into: &cell)
        } else if number.followsSlash, let previous, previous.isStep {
            // `4/9` is the fourth of nine steps, `4/3,33` and `1/4,00` a step with its coefficient.
            let isOnScale = !number.value.isWhole && scale.all.contains(Int32(number.value.hundredths))
            if !number.isStep || isOnScale { takeCoefficient(number, into: &cell) }
        } else if number.isStep, next?.followsSlash == true || column == .salaryStep || cell.coefficient != nil {
            takeStep(number, into: &cell)
        } else if column == .overFrame {
            takeOverFrame(number, into: &cell)
        } else {
            takeCoefficient(number, into: &cell)
        }
    }

    private func takeStep(_ number: SalaryNumber, into cell: inout SalaryCell) {
        guard number.isStep, cell.step == nil else {
            cell.isUnreadable = true
            return
        }
        cell.step = UInt8(number.value.hundredths / 100)
    }

    /// No coefficient is 15 or more (Decree 204/2004/NĐ-CP: 13.00 at most).
    private func takeCoefficient(_ number: SalaryNumber, into cell: inout SalaryCell) {
        var hundredths = number.value.hundredths
        if number.value.isWhole && number.value.digits == 3 && scale.all.contains(Int32(hundredths / 100)) {
            hundredths /= 100
            cell.hasLostDecimal = true
        }
        if hundredths == 0 && cell.coefficient == nil { return }
        guard hundredths < 1_500, cell.coefficient == nil, hundredths > 0 else {
            cell.isUnreadable = true
            return
        }
        cell.coefficient = Hundredths(Int32(hundredths))
    }

    /// Above 60 percent it is something else, such as the 85 percent of a probationer.
    private func takeOverFrame(_ number: SalaryNumber, into cell: inout SalaryCell) {
        let isFraction = !number.value.isWhole && number.value.hundredths < 100 && !number.isPercent
        let percent = isFraction ? number.value.hundredths : number.value.hundredths / 100
        if (1...60).contains(percent) { cell.overFrame = UInt8(percent) }
    }
}

/// A number of a salary cell with what stands around it.
private struct SalaryNumber {
    enum Label { case step, coefficient, overFrame }

    var value: DecimalNumber
    var label: Label?
    var followsSlash = false
    var isPercent = false

    /// A whole number from 1 to 12, as steps are; `4.0` counts, as programs write it.
    var isStep: Bool {
        value.hundredths.isMultiple(of: 100) && (100...1_200).contains(value.hundredths) && value.digits <= 2
            && label != .coefficient
    }

    static func numbers(in text: String) -> [SalaryNumber] {
        var numbers: [SalaryNumber] = []
        var label: Label?
        var followsSlash = false
        var rest = CellToken.tokens(of: text)[...]
        while let token = rest.first {
            if let value = DecimalNumber(taking: &rest) {
                numbers.append(SalaryNumber(value: value, label: label, followsSlash: followsSlash))
                label = nil
                followsSlash = false
                continue
            }
            rest = rest.dropFirst()
            switch token {
            case .word("bac"), .word("b"): label = .step
            case .word("hs"), .word("hsl"), .word("he"): label = .coefficient
            case .word("vk"), .word("vuot"), .word("tnvk"), .word("pctnvk"): label = .overFrame
            case .mark(UInt8(ascii: "%")): if !numbers.isEmpty { numbers[numbers.count - 1].isPercent = true }
            case .mark(UInt8(ascii: "/")): followsSlash = !numbers.isEmpty
            default: break
            }
        }
        return numbers
    }
}
