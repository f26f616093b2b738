// Tables of what was counted over the whole run: headcounts and the flows of public service units.

import Personnel

extension Filling {
    func fillHeadcount() throws {
        try fill("headcount", "new_unit_id, status, source, block, category, level, people") { insert in
            for line in consolidation.headcount {
                insert.bind(1, line.newUnit)
                insert.bind(2, line.status.rawValue)
                insert.bind(3, line.source.rawValue)
                insert.bind(4, line.block.rawValue)
                insert.bind(5, line.category?.rawValue)
                insert.bind(6, line.level?.rawValue)
                insert.bind(7, line.people)
                try insert.insert()
            }
        }
    }

    func fillFlows() throws {
        try fill("unit_flow", "movement, old_unit_id, new_unit_id, status, people, settles") { insert in
            for flow in consolidation.flows {
                insert.bind(1, flow.movement)
                insert.bind(2, consolidation.oldUnits[Int(flow.oldUnit)].id)
                insert.bind(3, flow.newUnit)
                insert.bind(4, flow.status.rawValue)
                insert.bind(5, flow.people)
                insert.bind(6, flow.settles)
                try insert.insert()
            }
        }
    }
}
