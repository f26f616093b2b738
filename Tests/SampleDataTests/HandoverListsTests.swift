import Testing

@testable import SampleData

@Suite("Invented lists of what is handed over")
struct HandoverListsTests {
    /// The cells of a line of the truth without a comma in quotes, from the end.
    private static func last(_ count: Int, of line: Substring) -> [Substring] {
        Array(line.split(separator: ",", omittingEmptySubsequences: false).suffix(count))
    }

    @Test("every district lists things and balances, and a balance is what came in less what was spent")
    func balances() throws {
        let invented = try Invented(people: 6_000, seed: 1)
        for district in invented.districts {
            let lines = invented.truth("assets.csv", of: district)
            #expect(lines.contains { $0.contains(",asset,") })
            #expect(lines.contains { $0.contains(",balance,") })
            for line in lines {
                let cells = Self.last(2, of: line)
                #expect(!cells[1].isEmpty, "a new unit for \(line)")
                let amounts = cells[0].split(separator: " ").compactMap { Int($0) }
                if line.contains(",balance,") {
                    #expect(amounts.count == 4 && amounts[3] == amounts[0] + amounts[1] - amounts[2])
                } else {
                    #expect(amounts.count == 2 && (0...amounts[0]).contains(amounts[1]))
                }
            }
        }
    }

    @Test("the total of a list is the sum of its lines")
    func totals() throws {
        let district = try Invented(people: 6_000, seed: 2).writer
        for place in district.quotas.indices.prefix(3) {
            var lists = AssetLists(
                staff: district.staff(of: place), region: district.region, tables: district.tables, mess: .usual,
                chance: Chance(seed: 5))
            for plan in lists.all() {
                var ledger = TruthLedger(people: 1, bodies: 1, isFull: true)
                var builder = AssetSheetBuilder(
                    plan: plan, form: .csvComma, newCommunes: district.region.newCommunes,
                    things: district.tables.things,
                    district: district.region.districts[place], file: 0, chance: Chance(seed: 9))
                builder.build(into: &ledger)
                let total = try #require(builder.sheet.rows.first { $0.kind == .total })
                let column = plan.isBalance ? 3 : 5
                let stated = Int(total.cells[column].text.filter { $0 != "." })
                #expect(stated == ledger.assets.reduce(0) { $0 + $1.amounts[0] })
            }
        }
    }

    @Test("those who leave are listed with how long they paid social insurance")
    func leavers() throws {
        let invented = try Invented(people: 6_000, seed: 1)
        for district in invented.districts {
            let lines = invented.truth("leavers.csv", of: district)
            #expect(!lines.isEmpty)
            for line in lines {
                let cells = line.split(separator: ",")
                let date = cells[1].split(separator: "-").compactMap { Int($0) }
                #expect(Int(cells[2]) == (2025 - date[0]) * 12 + 7 - date[1])
            }
        }
    }
}
