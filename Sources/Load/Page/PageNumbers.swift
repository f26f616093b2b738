// Numbers as people in the pipeline's language write them.

/// Writes counts (`1.539`) and percentages (`91,9%`).
struct PageNumbers {
    private let decimalMark: String
    private let groupMark: String

    /// - parameter decimalMark: the thousands are kept apart by the other one of point and comma.
    init(decimalMark: String) {
        self.decimalMark = decimalMark
        groupMark = decimalMark == "," ? "." : ","
    }

    /// A count with its thousands in groups; a negative one with the minus sign U+2212.
    func text(_ count: Int) -> String {
        let digits = String(count.magnitude)
        var text = count < 0 ? "−" : ""
        for (index, digit) in digits.enumerated() {
            if index > 0 && (digits.utf8.count - index).isMultiple(of: 3) { text += groupMark }
            text.append(digit)
        }
        return text
    }

    func count(_ count: Int) -> PageCount { PageCount(text: text(count), isZero: count == 0) }

    /// A part of a whole in percent, rounded down: 100% is said of all and nothing less. A dash where there is no whole.
    func share(_ part: Int, of whole: Int) -> String {
        whole > 0 ? percent(perMille: part * 1000 / whole) : "–"
    }

    func percent(perMille: Int) -> String { "\(perMille / 10)\(decimalMark)\(perMille % 10)%" }

    /// The parts of a whole in thousandths that add up to 1000: what rounding down leaves over goes to the largest
    /// remainders. All zero where there is no whole.
    static func perMilles(_ counts: [Int]) -> [Int] {
        let whole = counts.reduce(0, +)
        guard whole > 0 else { return counts.map { _ in 0 } }
        var shares = counts.map { $0 * 1000 / whole }
        let remainders = counts.map { $0 * 1000 % whole }
        let order = counts.indices.sorted { (remainders[$1], $0) < (remainders[$0], $1) }
        for index in order.prefix(1000 - shares.reduce(0, +)) { shares[index] += 1 }
        return shares
    }
}
