// Tables of what old units hand over: things and balances, with who takes them.

import Personnel

extension Filling {
    func fillAssets() throws {
        let columns = """
            asset_id, row_id, old_unit_id, name, code, kind, kind_name, quantity, measure, year_in_use, original_cost, \
            residual_value, condition, note, details, receiver, status, new_unit_id, rule, basis
            """
        try fill("asset", columns) { insert in
            var number = 0
            for item in consolidation.handedItems where !item.record.isBalance {
                let record = item.record
                number += 1
                insert.bind(1, number)
                insert.bind(2, try id(of: record.place))
                insert.bind(3, item.oldUnit.map { consolidation.oldUnits[Int($0)].id })
                insert.bind(4, record.name)
                insert.bind(5, known(record.code))
                insert.bind(6, record.kind)
                insert.bind(7, record.kindName)
                insert.bind(8, record.quantity)
                insert.bind(9, known(record.measure))
                insert.bind(10, record.yearInUse)
                insert.bind(11, record.amounts[.originalCost])
                insert.bind(12, record.amounts[.residualValue])
                insert.bind(13, known(record.condition))
                bindEnd(of: item, from: 14, to: insert)
                try insert.insert()
            }
        }
    }

    func fillBalances() throws {
        let columns = """
            balance_id, row_id, old_unit_id, content, budget_code, kind, kind_name, opening, allotted, used, remaining, note, \
            details, receiver, status, new_unit_id, rule, basis
            """
        try fill("balance", columns) { insert in
            var number = 0
            for item in consolidation.handedItems where item.record.isBalance {
                let record = item.record
                number += 1
                insert.bind(1, number)
                insert.bind(2, try id(of: record.place))
                insert.bind(3, item.oldUnit.map { consolidation.oldUnits[Int($0)].id })
                insert.bind(4, record.name)
                insert.bind(5, known(record.code))
                insert.bind(6, record.kind)
                insert.bind(7, record.kindName)
                insert.bind(8, record.amounts[.opening])
                insert.bind(9, record.amounts[.allotted])
                insert.bind(10, record.amounts[.used])
                insert.bind(11, record.amounts[.remaining])
                bindEnd(of: item, from: 12, to: insert)
                try insert.insert()
            }
        }
    }

    /// Binds what both tables end with: note, details, receiver and where it goes.
    private func bindEnd(of item: HandedItem, from column: Int32, to insert: BulkInsert) {
        insert.bind(column, known(item.record.note))
        insert.bind(column + 1, details(of: item.record))
        insert.bind(column + 2, known(item.record.receiver))
        insert.bind(column + 3, item.assignment.status.rawValue)
        insert.bind(column + 4, item.assignment.newUnit)
        insert.bind(column + 5, item.assignment.rule)
        insert.bind(column + 6, item.assignment.basis)
    }

    private func details(of record: AssetRecord) -> String {
        let parts = record.details.map { detail in
            "{\"heading\":" + jsonText(detail.heading) + ",\"value\":" + jsonText(detail.text) + "}"
        }
        return "[" + parts.joined(separator: ",") + "]"
    }

    private func known(_ text: String) -> String? { text.isEmpty ? nil : text }
}
