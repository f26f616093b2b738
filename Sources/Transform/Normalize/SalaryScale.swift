// The steps and coefficients of the salary tables.
import Personnel

/// The coefficients of each salary group (Decree 204/2004/NĐ-CP, tables 2 to 4; for commune cadres Decree 33/2023/NĐ-CP).
struct SalaryScale: Sendable {
    private var byGroup: [String: Set<Int32>] = [:]
    /// Every coefficient of every group.
    private(set) var all: Set<Int32> = []

    /// From a table with the columns `salary_group`, `step` and `coefficient`.
    init(_ table: ReferenceTable) throws(ReferenceError) {
        let (group, coefficient) = (try table.column("salary_group"), try table.column("coefficient"))
        for row in table.rows {
            guard let number = DecimalNumber(row.cells[coefficient]), number.hundredths > 0 else {
                throw table.mistake(in: row, column: "coefficient", expected: "a number with two decimals")
            }
            byGroup[row.cells[group], default: []].insert(Int32(number.hundredths))
            all.insert(Int32(number.hundredths))
        }
    }

    /// The coefficients of a group, in hundredths; nil for an unknown group.
    func coefficients(of group: String) -> Set<Int32>? { byGroup[group] }
}
