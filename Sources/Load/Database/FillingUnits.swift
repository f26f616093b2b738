// Tables of the units before and after, and how the old became the new.

import Personnel

extension Filling {
    func fillOldUnits() throws {
        try fill("old_unit", "unit_id, code, name, kind, district, position") { insert in
            for (index, unit) in consolidation.oldUnits.enumerated() {
                insert.bind(1, unit.id)
                insert.bind(2, unit.code)
                insert.bind(3, unit.name)
                insert.bind(4, unit.kind)
                insert.bind(5, unit.district)
                insert.bind(6, index + 1)
                try insert.insert()
            }
        }
    }

    func fillNewUnits() throws {
        let columns = "unit_id, code, name, kind, parent, area_districts, basis, position"
        try fill("new_unit", columns) { insert in
            for (index, unit) in consolidation.newUnits.enumerated() {
                insert.bind(1, unit.id)
                insert.bind(2, unit.code)
                insert.bind(3, unit.name)
                insert.bind(4, unit.kind)
                insert.bind(5, unit.parent)
                insert.bind(6, jsonArray(unit.areaDistricts))
                insert.bind(7, unit.basis)
                insert.bind(8, index + 1)
                try insert.insert()
            }
        }
    }

    func fillSuccessions() throws {
        try fill("succession", "old_unit_id, new_unit_id, share, is_default, basis") { insert in
            for succession in consolidation.successions {
                insert.bind(1, succession.oldUnit)
                insert.bind(2, succession.newUnit)
                insert.bind(3, succession.share.rawValue)
                insert.bind(4, succession.isDefault ? 1 : 0)
                insert.bind(5, succession.basis)
                try insert.insert()
            }
        }
    }
}
